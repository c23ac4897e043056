"""Moving or cancelling a meeting: old and new are looked at, then everybody is told once."""

import pytest

from bot.taps import ONE_WISH
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
        ("ora 11:00 deri në 13:00", "Tuesday, 25 July 2023, 11:00–13:00"),
    ],
)
async def test_old_and_new_are_shown_and_everybody_is_told_once(town, era, ana, typed, new):
    await open_meeting(town, era)
    await town.press(era, "Move to another day or hour")
    preview = await town.say(era, typed)
    assert "Until now:\nWhen: Tuesday, 25 July 2023, 11:00" in preview.text
    assert f"From now on:\nWhen: {new}" in preview.text
    assert "1 person will be told" in preview.text
    assert new in (await town.press(era, "Change it and tell everybody")).text
    told = [text for text in town.seen(ana) if new in text]
    assert len(told) == 1
    assert "25 July 2023, 11:00" in told[0]


async def test_a_day_without_a_year_is_asked_about(town, era, ana):
    await open_meeting(town, era)
    await town.press(era, "Move to another day or hour")
    assert (await town.say(era, "28 korrik ora 10")).text == "Do you mean: Friday, 28 July 2023, 10:00?"
    assert "From now on:\nWhen: Friday, 28 July 2023, 10:00" in (await town.press(era, "Yes")).text


async def test_the_end_of_a_meeting_is_taken_asked_about_and_stands_in_the_calendar(town, era, ana):
    await open_meeting(town, era)
    await town.press(era, "Move to another day or hour")
    assert (await town.say(era, "28 korrik 10:00–12:30")).text == "Do you mean: Friday, 28 July 2023, 10:00–12:30?"
    await town.press(era, "Yes")
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
    assert "Friday, 28 July 2023, 10:00" in (await town.say(era, "28.7.2023 10:00")).text


async def test_a_bare_hour_moves_it_within_its_day(town, era, ana):
    await open_meeting(town, era)
    await town.press(era, "Move to another day or hour")
    assert "From now on:\nWhen: Tuesday, 25 July 2023, 09:00" in (await town.say(era, "9")).text


async def test_place_and_time_can_change_together(town, era, ana):
    await open_meeting(town, era)
    await town.press(era, "Change the place")
    await town.say(era, "Pallati i Kulturës")
    await town.press(era, "Other day or hour")
    preview = await town.say(era, "28.7.2023 10:00")
    assert "Friday, 28 July 2023, 10:00\nWhere: Pallati i Kulturës" in preview.text
    await town.press(era, "Change it and tell everybody")
    assert sum("Pallati i Kulturës" in text for text in town.seen(ana)) == 1


async def test_where_only_the_place_changes_nobody_reads_of_another_hour(town, era, ana):
    await open_meeting(town, era)
    await town.press(era, "Change the place")
    preview = await town.say(era, "Pallati i Kulturës")
    assert "Until now:\nWhere: Salla e Këshillit Bashkiak\n\nFrom now on:\nWhere: Pallati i Kulturës" in preview.text
    assert "The day and the hour stay: Tuesday, 25 July 2023, 11:00." in preview.text
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
    preview = await town.say(era, "Pallati i Kulturës")
    assert "Nobody has to be told" in preview.text
    assert preview.labels[0] == "Change it"
    await town.press(era, "Change it")
    await open_meeting(town, era)
    question = await town.press(era, "Cancel the meeting")
    assert question.labels[0] == "Cancel the meeting"
    assert "told" not in (await town.press(era, "Cancel the meeting")).text


async def test_a_cancelled_meeting_is_told_and_cannot_be_moved_any_more(town, era, ana):
    await open_meeting(town, era)
    question = await town.press(era, "Cancel the meeting")
    assert "1 person will be told" in question.text
    assert "has been cancelled" in (await town.press(era, "Cancel the meeting and tell everybody")).text
    assert "cancelled" in town.heard(ana).text.casefold()
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
    assert "31 July 2023, 12:00" in (await town.say(era, "31.7.2023, 12:00")).text
    assert "could not read" in (await town.say(era, "as we said")).text


async def test_who_changes_a_meeting_that_a_colleague_cancels_is_not_caught_in_it(town, era, ana):
    zana = await town.officer("Zana")
    await open_meeting(town, era)
    await town.press(era, "Change the place")
    await open_meeting(town, zana)
    await town.press(zana, "Cancel the meeting")
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
    await town.press(era, "Change it and tell everybody")
    again = await town.press(zana, "Change it and tell everybody")
    assert "Something has changed in the meantime" in again.text
    assert "Until now:\nWhen: Friday, 28 July 2023, 10:00" in again.text
    assert not any("31 July 2023" in text for text in town.seen(ana))
    await town.press(zana, "Change it and tell everybody")
    assert "31 July 2023" in town.heard(ana).text


async def test_a_meeting_that_a_colleague_moved_is_not_cancelled_unseen(town, era, ana):
    zana = await town.officer("Zana")
    await open_meeting(town, zana)
    await town.press(zana, "Cancel the meeting")
    await open_meeting(town, era)
    await town.press(era, "Move to another")
    await town.say(era, "28.7.2023 10:00")
    await town.press(era, "Change it and tell everybody")
    again = await town.press(zana, "Cancel the meeting and tell everybody")
    assert "Something has changed in the meantime" in again.text
    assert "Friday, 28 July 2023, 10:00" in again.text
    assert "has been cancelled" in (await town.press(zana, "Cancel the meeting and tell everybody")).text


async def test_a_place_that_cannot_be_seen_is_no_place(town, era, ana):
    await open_meeting(town, era)
    await town.press(era, "Change the place")
    assert "There is nothing in it yet." in (await town.say(era, "\u2800")).text


async def test_a_second_tap_on_send_moves_nothing_twice(town, era, ana):
    await open_meeting(town, era)
    await town.press(era, "Move to another day or hour")
    preview = await town.say(era, "28.7.2023 10:00")
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
    assert doubt in (await town.say(era, typed)).text
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
