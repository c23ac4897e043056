"""Moving or cancelling a meeting: old and new are looked at, then everybody is told once."""

from datetime import date, time, timedelta

import pytest

from bot.taps import ONE_WISH
from participation.clock import wall
from participation.meetings.model import Venue
from tests.conversations.coordinator.test_releasing import by_two
from tests.conversations.coordinator.things import THINGS
from tests.town import announce


@pytest.fixture
async def ana(town, era):
    """Somebody who comes to the meeting of 25 July."""
    person = await town.citizen("Ana", "English")
    await announce(town, era)
    await town.press(person, "I will come")
    await town.press(person, "Yes")
    return person


async def open_meeting(town, era):
    """The coordinator opens the only meeting ahead."""
    await town.say(era, "/zyra")
    await town.press(era, "Meetings ahead (1)")
    return await town.press(era, "25 July 2023")


async def test_the_list_says_who_comes(town, era, ana):
    await town.say(era, "/zyra")
    shown = await town.press(era, "Meetings ahead (1)")
    assert "Tuesday, 25 July 2023, 11:00, Salla e Këshillit Bashkiak" in shown.text
    assert "Coming: 1. Perhaps: 0. Asked to speak: 0." in shown.text


@pytest.mark.parametrize(
    ("typed", "new"),
    [
        ("e premte, 28.7.2023, ora 10:00", "Friday, 28 July 2023, 10:00"),
        ("28.7.2023", "Friday, 28 July 2023, 11:00"),
        ("ora 17:30", "Tuesday, 25 July 2023, 17:30"),
    ],
)
async def test_old_and_new_are_shown_and_everybody_is_told_once(town, era, ana, typed, new):
    await open_meeting(town, era)
    await town.press(era, "Move to another day or hour")
    asked = await town.say(era, typed)
    assert "Why is the meeting moved?" in asked.text
    preview = await town.press(era, "The hall is not free.")
    letter = town.seen(era)[-2]
    assert letter.startswith("The meeting has been changed")
    assert "Before: Tuesday, 25 July 2023, 11:00, Salla e Këshillit Bashkiak" in letter
    assert f"Now: {new}, Salla e Këshillit Bashkiak" in letter
    assert "Reason: The hall is not free." in letter
    assert "Above is what everybody will read." in preview.text
    assert "1 person will be told" in preview.text
    assert new in (await town.press(era, "Change it and tell everybody")).text
    told = [text for text in town.seen(ana) if new in text]
    assert len(told) == 1
    assert told == [letter]


async def test_a_day_without_a_year_is_asked_about(town, era, ana):
    await open_meeting(town, era)
    await town.press(era, "Move to another day or hour")
    assert (await town.say(era, "28 korrik ora 10")).text == "Do you mean: Friday, 28 July 2023, 10:00?"
    await town.press(era, "Yes")
    await town.press(era, "The hall is not free.")
    assert "Now: Friday, 28 July 2023, 10:00" in town.seen(era)[-2]


async def test_the_end_of_a_meeting_is_taken_asked_about_and_stands_in_the_calendar(town, era, ana):
    await open_meeting(town, era)
    await town.press(era, "Move to another day or hour")
    assert (await town.say(era, "28 korrik 10:00–12:30")).text == "Do you mean: Friday, 28 July 2023, 10:00–12:30?"
    await town.press(era, "Yes")
    await town.press(era, "The hall is not free.")
    await town.press(era, "Change it and tell everybody")
    assert "10:00–12:30" in town.heard(ana).text
    calendar = await town.press(ana, "Add to my calendar")
    assert calendar.file is not None
    assert b"DTEND:20230728T103000Z" in calendar.file.content


async def test_what_cannot_be_is_refused_and_can_be_typed_again(town, era, ana):
    await open_meeting(town, era)
    await town.press(era, "Move to another day or hour")
    for typed, said in (
        ("së shpejti", "could not read a day"),
        ("25:00", "could not read a day or an hour"),
        ("31 qershor", "“31 qershor” is in no calendar"),
        ("e hënë, 28.7.2023 ora 10:00", "by the calendar that day is “e premte”"),
        ("1.6.2023 ora 10:00", "past already"),
        ("25.7.2023 ora 11:00", "Nothing would change"),
        ("28.7.2093 ora 11:00", "too far away"),
    ):
        assert said in (await town.say(era, typed)).text
    assert "Why is the meeting moved?" in (await town.say(era, "28.7.2023 10:00")).text


async def test_a_bare_hour_moves_it_within_its_day(town, era, ana):
    await open_meeting(town, era)
    await town.press(era, "Move to another day or hour")
    await town.say(era, "9")
    await town.press(era, "The hall is not free.")
    assert "Now: Tuesday, 25 July 2023, 09:00" in town.seen(era)[-2]


async def test_place_and_time_can_change_together(town, era, ana):
    await open_meeting(town, era)
    await town.press(era, "Change the place")
    await town.say(era, "Pallati i Kulturës")
    await town.press(era, "There is not enough room there.")
    await town.press(era, "Other day or hour")
    await town.say(era, "28.7.2023 10:00")
    preview = town.seen(era)[-2]
    assert "Now: Friday, 28 July 2023, 10:00, Pallati i Kulturës" in preview
    assert "Reason: There is not enough room there." in preview
    await town.press(era, "Change it and tell everybody")
    assert sum("Pallati i Kulturës" in text for text in town.seen(ana)) == 1


async def test_where_only_the_place_changes_nobody_reads_of_another_hour(town, era, ana):
    await open_meeting(town, era)
    await town.press(era, "Change the place")
    asked = await town.say(era, "Pallati i Kulturës")
    assert "Why is the place changed?" in asked.text
    await town.press(era, "There is not enough room there.")
    done = await town.press(era, "Change it and tell everybody")
    assert "Reminders will name the new place." in done.text
    assert "old date" not in done.text
    letter = town.heard(ana).text
    assert letter.startswith("The meeting is at another place")
    assert "Before: Salla e Këshillit Bashkiak\nNow: Pallati i Kulturës\nWhen: Tuesday, 25 July 2023, 11:00" in letter


async def test_where_nobody_has_to_be_told_no_button_says_that_everybody_is(town, era):
    await announce(town, era)
    await open_meeting(town, era)
    await town.press(era, "Change the place")
    await town.say(era, "Pallati i Kulturës")
    preview = await town.press(era, "There was a slip of the pen.")
    assert "Nobody has to be told" in preview.text
    assert preview.labels[0] == "Change it"
    await town.press(era, "Change it")
    await open_meeting(town, era)
    await town.press(era, "Cancel the meeting")
    question = await town.press(era, "The hall is not free.")
    assert question.labels[0] == "Cancel the meeting"
    assert "told" not in (await town.press(era, "Cancel the meeting")).text


async def test_a_cancelled_meeting_is_told_and_cannot_be_moved_any_more(town, era, ana):
    await open_meeting(town, era)
    asked = await town.press(era, "Cancel the meeting")
    assert "Cancel this meeting?" in asked.text
    assert "Tuesday, 25 July 2023, 11:00" in asked.text
    assert "Why is it cancelled?" in asked.text
    question = await town.say(era, "The consultant is ill.")
    assert "1 person will be told" in question.text
    letter = town.seen(era)[-2]
    assert "has been cancelled" in (await town.press(era, "Cancel the meeting and tell everybody")).text
    assert town.heard(ana).text == letter
    assert letter.startswith("The meeting is cancelled")
    assert "Reason: The consultant is ill." in letter
    era.presses_data(town.bot, "mm~1")
    await town.settle()
    assert "This meeting has been cancelled." in town.heard(era).text


async def test_leaving_it_changes_nothing(town, era, ana):
    before = len(town.seen(ana))
    await open_meeting(town, era)
    await town.press(era, "Move to another day or hour")
    await town.press(era, "Back")
    assert "Nothing was changed." in (await town.press(era, "Leave it as it is")).text
    assert len(town.seen(ana)) == before


@pytest.mark.parametrize("step", ["Move to another", "Change the place", "Cancel the meeting"])
async def test_a_thing_of_no_use_is_answered_with_the_question_again(town, era, ana, step):
    await open_meeting(town, era)
    for send in THINGS[:3]:
        assert "Leave it as it is" in (await town.do(era, lambda send=send: send(era, town.bot))).labels
    await town.press(era, step)
    for send in THINGS:
        assert "Back" in (await town.do(era, lambda send=send: send(era, town.bot))).labels


async def test_another_day_may_be_written_at_the_last_look(town, era, ana):
    await open_meeting(town, era)
    await town.press(era, "Move to another day or hour")
    await town.say(era, "28.7.2023 10:00")
    await town.press(era, "The hall is not free.")
    await town.say(era, "31.7.2023, 12:00")
    assert "31 July 2023, 12:00" in town.seen(era)[-2]
    assert "could not read" in (await town.say(era, "as we said")).text


async def test_who_changes_a_meeting_that_a_colleague_cancels_is_not_caught_in_it(town, era, ana):
    zana = await town.officer("Zana")
    await open_meeting(town, era)
    await town.press(era, "Change the place")
    await open_meeting(town, zana)
    await town.press(zana, "Cancel the meeting")
    await town.press(zana, "The hall is not free.")
    await town.press(zana, "Cancel the meeting and tell everybody")
    asked = await town.say(era, "NJOFTIM: takim publik më 3 gusht 2023, ora 10:00.")
    assert "This meeting has been cancelled." in town.seen(era)[-2]
    assert "We have kept what you sent" in asked.text
    assert "takim publik" in asked.text
    await town.press(era, "Publish it as a notice")
    assert "That was all" in town.heard(era).labels


async def test_a_move_that_a_colleague_overtook_is_looked_at_once_more(town, era, ana):
    zana = await town.officer("Zana")
    for officer, typed in ((zana, "31.7.2023 10:00"), (era, "28.7.2023 10:00")):
        await open_meeting(town, officer)
        await town.press(officer, "Move to another")
        await town.say(officer, typed)
        await town.press(officer, "The hall is not free.")
    await town.press(era, "Change it and tell everybody")
    again = await town.press(zana, "Change it and tell everybody")
    assert "Something has changed in the meantime" in again.text
    assert "Before: Friday, 28 July 2023, 10:00" in town.seen(zana)[-2]
    assert not any("31 July 2023" in text for text in town.seen(ana))
    await town.press(zana, "Change it and tell everybody")
    assert "31 July 2023" in town.heard(ana).text


async def test_a_meeting_that_a_colleague_moved_is_not_cancelled_unseen(town, era, ana):
    zana = await town.officer("Zana")
    await open_meeting(town, zana)
    await town.press(zana, "Cancel the meeting")
    await town.press(zana, "The hall is not free.")
    await open_meeting(town, era)
    await town.press(era, "Move to another")
    await town.say(era, "28.7.2023 10:00")
    await town.press(era, "The hall is not free.")
    await town.press(era, "Change it and tell everybody")
    again = await town.press(zana, "Cancel the meeting and tell everybody")
    assert "Something has changed in the meantime" in again.text
    assert "Friday, 28 July 2023, 10:00" in town.seen(zana)[-2]
    assert "has been cancelled" in (await town.press(zana, "Cancel the meeting and tell everybody")).text


async def test_a_place_that_cannot_be_seen_is_no_place(town, era, ana):
    await open_meeting(town, era)
    await town.press(era, "Change the place")
    assert "There is nothing in it yet." in (await town.say(era, "\u2800")).text


async def test_a_second_tap_on_send_moves_nothing_twice(town, era, ana):
    await open_meeting(town, era)
    await town.press(era, "Move to another day or hour")
    await town.say(era, "28.7.2023 10:00")
    preview = await town.press(era, "The hall is not free.")
    data = preview.buttons[0][0].data
    await town.press(era, "Change it and tell everybody")
    town.clock.move(ONE_WISH)
    era.presses_data(town.bot, data)
    await town.settle()
    assert "This was done before" in town.heard(era).text
    assert sum("28 July 2023, 10:00" in text for text in town.seen(ana)) == 1


@pytest.mark.parametrize(
    ("typed", "doubt"),
    [
        ("29.6.2023", "only 6 working days away (Thursday, 29 June 2023); the law wants 20"),
        ("21.8.2023", "The meeting (Monday, 21 August 2023) comes after the last day for comments."),
    ],
)
async def test_what_is_doubtful_about_the_new_day_is_said_before_it_is_sent(town, era, ana, typed, doubt):
    await open_meeting(town, era)
    await town.press(era, "Move to another day or hour")
    await town.say(era, typed)
    assert doubt in (await town.press(era, "The hall is not free.")).text
    await town.press(era, "Other day or hour")
    assert "1." not in (await town.say(era, "25.7.2023 ora 18:00")).text


@pytest.mark.parametrize("step", ["Change the place", "Move to another day or hour"])
async def test_an_edit_of_an_old_message_is_no_place_and_no_hour(town, era, ana, step):
    old = era.says(town.bot, "/zyra")
    await open_meeting(town, era)
    await town.press(era, step)
    shown = await town.do(era, lambda: era.edits(old, "28.7.2023 10:00"))
    assert "You changed an old message." in shown.text
    assert "From now on" not in shown.text


async def test_one_step_back_from_the_reason_leads_to_what_was_asked_before(town, era, ana):
    await open_meeting(town, era)
    for step, typed, asked in (
        ("Move to another", "28.7.2023 10:00", "Write the new day and hour"),
        ("Change the place", "Pallati i Kulturës", "Write the new place"),
    ):
        await town.press(era, step)
        await town.say(era, typed)
        assert asked in (await town.press(era, "Back")).text
        await town.press(era, "Back")
    await town.press(era, "Cancel the meeting")
    assert "Coming: 1" in (await town.press(era, "Back")).text


@pytest.mark.parametrize(("words", "said"), [("…", "Please write the reason"), ("ë" * 301, "too long")])
async def test_a_reason_that_says_nothing_or_too_much_is_asked_for_again(town, era, ana, words, said):
    await open_meeting(town, era)
    await town.press(era, "Cancel the meeting")
    refused = await town.say(era, words)
    assert said in "\n".join(town.seen(era)[-2:])
    assert "Why is it cancelled?" in refused.text


async def test_another_reason_may_be_written_before_it_is_cancelled_and_chosen_before_it_is_moved(town, era, ana):
    await open_meeting(town, era)
    await town.press(era, "Cancel the meeting")
    await town.say(era, "Nobody can.")
    await town.say(era, "The consultant is ill.")
    assert "Reason: The consultant is ill." in town.seen(era)[-2]
    asked = await town.press(era, "Back")
    assert "Now it says: The consultant is ill." in asked.text
    await town.press(era, "Back")
    await town.press(era, "Change the place")
    await town.say(era, "Pallati i Kulturës")
    await town.press(era, "The hall is not free.")
    await town.press(era, "Another reason")
    await town.press(era, "There was a slip of the pen.")
    assert "Reason: There was a slip of the pen." in town.seen(era)[-2]


async def test_an_end_that_was_open_is_said_without_a_reason(town, era, ana):
    await open_meeting(town, era)
    await town.press(era, "Move to another day or hour")
    shown = await town.say(era, "ora 11:00 deri në 13:00")
    assert "Why" not in shown.text
    assert "Another reason" not in shown.labels
    assert "Now: Tuesday, 25 July 2023, 11:00–13:00" in town.seen(era)[-2]


async def test_a_place_that_was_open_is_said_without_a_reason(town, era):
    ana = await town.citizen("Ana", "English")
    await announce(town, era, venue=Venue(wall(date(2023, 7, 25), time(11)), ""))
    await open_meeting(town, era)
    await town.press(era, "Change the place")
    shown = await town.say(era, "Pallati i Kulturës")
    assert "Why" not in shown.text
    assert town.seen(era)[-2].startswith("The place of the meeting is set")
    await town.press(era, "Change it and tell everybody")
    assert "Reason" not in town.heard(ana).text
    await town.press(ana, "Read the consultation")
    assert "something was added." in (await town.press(ana, "What it said before")).text


async def test_what_it_said_before_tells_why_a_meeting_was_moved_and_where_it_was(town, era, ana):
    await open_meeting(town, era)
    await town.press(era, "Move to another")
    await town.say(era, "28.7.2023 10:00")
    await town.press(era, "Whoever leads the meeting cannot come.")
    before = len(town.seen(ana))
    await town.press(era, "Change it and tell everybody")
    await town.pass_time(timedelta(hours=1))
    assert len(town.seen(ana)) == before + 1, "told once, by the letter about the meeting"
    card = await town.press(ana, "Read the consultation")
    assert "Friday, 28 July 2023, 10:00" in card.text
    listed = await town.press(ana, "What it said before")
    assert "a meeting was moved. Reason: Whoever leads the meeting cannot come." in listed.text
    old = await town.press(ana, "Read what it said")
    assert "Tuesday, 25 July 2023, 11:00" in old.text
    assert "28 July" not in old.text
    await open_meeting_of_28(town, era)
    await town.press(era, "Cancel the meeting")
    await town.say(era, "The plan is not ready.")
    await town.press(era, "Cancel the meeting and tell everybody")
    await town.press(ana, "Read the consultation")
    assert "a meeting was cancelled. Reason: The plan is not ready." in (await town.press(ana, "What it said")).text


async def open_meeting_of_28(town, era):
    await town.say(era, "/zyra")
    await town.press(era, "Meetings ahead (1)")
    return await town.press(era, "28 July 2023")


async def test_a_meeting_of_what_waits_for_a_colleague_is_moved_without_a_reason_and_told_to_nobody(town, era):
    ana = await town.citizen("Ana", "English")
    await by_two(town)
    await announce(town, era)
    before = len(town.seen(ana))
    await open_meeting(town, era)
    await town.press(era, "Change the place")
    shown = await town.say(era, "Pallati i Kulturës")
    assert "From now on:\nWhere: Pallati i Kulturës" in shown.text
    assert "Nobody has to be told" in shown.text
    await town.press(era, "Change it")
    await town.pass_time(timedelta(hours=1))
    assert len(town.seen(ana)) == before


async def test_what_was_last_looked_at_before_a_reason_was_owed_is_asked_for_it(town, era, ana, monkeypatch):
    """A draft of an older bot has none."""
    await open_meeting(town, era)
    with monkeypatch.context() as older:
        older.setattr("handlers.dialogs.moving.owes_reason", lambda *_: False)
        await town.press(era, "Change the place")
        await town.say(era, "Pallati i Kulturës")
    before = len(town.seen(ana))
    assert "Why is the place changed?" in (await town.press(era, "Change it and tell everybody")).text
    await town.press(era, "The hall is not free.")
    assert len(town.seen(ana)) == before
    await town.press(era, "Change it and tell everybody")
    assert "Reason: The hall is not free." in town.heard(ana).text
