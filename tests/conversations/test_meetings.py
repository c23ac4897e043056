"""Coming to a meeting: yes, no, maybe, speaking, a date for the calendar, a text to send on."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from icalendar import Calendar

from participation.clock import wall
from participation.consultations.model import Kind, Stage
from participation.errors import Refused
from participation.ids import CampaignId, ConsultationId, MeetingId
from participation.meetings.model import Turnout, Venue
from participation.meetings.usecases import cancel_meeting, move_meeting
from tests.conversations.steps import comment, texts_since
from tests.town import announce

WHY = "Salla është e zënë."


async def move(town, officer, to: Venue | None, meeting: int = 1) -> None:
    """The coordinator moves a meeting, or calls it off."""
    await decide(town, officer, to, meeting)
    await town.settle()


async def decide(town, officer, to: Venue | None, meeting: int = 1) -> None:
    """The same, and nobody has heard of it yet."""
    async with town.service.database.transaction() as unit:
        by = await unit.addresses.find(town.bot.id, officer.id)
        if to is None:
            await cancel_meeting(MeetingId(meeting), reason=WHY, by=by, uow=unit, now=town.clock.now())
        else:
            await move_meeting(MeetingId(meeting), to=to, reason=WHY, by=by, uow=unit, now=town.clock.now())


async def turnout(town):
    async with town.service.database.reading() as unit:
        return await unit.meetings.turnout(MeetingId(1))


NEW = Venue(starts_at=wall(date(2023, 7, 27), time(17)), place="Pallati i Kulturës")


@pytest.mark.on_both
async def test_yes_maybe_and_no_are_one_tap_and_the_last_one_counts(square):
    town, ana = square.town, square.ana
    screen = await town.start(ana, "t_1")
    assert "Tuesday, 25 July 2023, 11:00" in screen.text
    assert "Salla e Këshillit Bashkiak" in screen.text
    before = len(ana.chat().messages)
    assert "You are coming. We will remind you." in (await town.press(ana, "Yes")).text
    assert "Perhaps you will come. We will remind you." in (await town.press(ana, "Maybe")).text
    assert "You are not coming. We will not remind you." in (await town.press(ana, "No")).text
    assert len(ana.chat().messages) == before
    assert await turnout(town) == Turnout()


async def test_i_will_come_counts_at_once(square):
    town, ana = square.town, square.ana
    await town.start(ana, "k_1")
    assert "You are coming. We will remind you." in (await town.press(ana, "I will come")).text
    assert (await turnout(town)).yes == 1
    assert "Plani Social" in town.seen(ana)[-2]


async def test_who_does_not_come_does_not_speak(square):
    town, ana = square.town, square.ana
    await town.start(ana, "t_1")
    await town.press(ana, "I want to speak")
    await town.press(ana, "No")
    assert await turnout(town) == Turnout()
    await town.press(ana, "Yes")
    assert await turnout(town) == Turnout(yes=1)


async def test_who_wants_to_speak_means_to_come_and_may_change_their_mind(square):
    town, ana = square.town, square.ana
    await town.start(ana, "t_1")
    assert "asked to speak" in (await town.press(ana, "I want to speak")).text
    assert (await turnout(town)).speakers == 1
    assert "You are coming. We will remind you." in (await town.press(ana, "I no longer want to speak")).text
    assert (await turnout(town)).speakers == 0


async def event(town, person):
    message = await town.press(person, "Add to my calendar")
    assert message.file is not None
    (found,) = Calendar.from_ical(message.file.content).walk("VEVENT")
    return found


async def test_the_calendar_file_keeps_its_name_and_counts_its_changes(square):
    town, ana = square.town, square.ana
    await town.start(ana, "t_1")
    first = await event(town, ana)
    assert first["SUMMARY"] == "Plani Social 2024–2027"
    assert first["DTSTART"].dt == datetime(2023, 7, 25, 9, tzinfo=UTC)
    assert first["STATUS"] == "CONFIRMED"
    await move(town, square.zana, NEW)
    await town.start(ana, "t_1")
    second = await event(town, ana)
    assert second["UID"] == first["UID"] == f"meeting-1@{town.bot.username}.t.me"
    assert second["SEQUENCE"] > first["SEQUENCE"]
    assert second["DTSTART"].dt == datetime(2023, 7, 27, 15, tzinfo=UTC)
    assert second["LOCATION"] == "Pallati i Kulturës"


async def test_a_calendar_hears_that_a_meeting_was_called_off(square):
    town, ana = square.town, square.ana
    await town.start(ana, "t_1")
    old = town.heard(ana)
    await move(town, square.zana, None)
    ana.presses("Add to my calendar", message=old)
    await town.settle()
    (found,) = Calendar.from_ical(town.heard(ana).file.content).walk("VEVENT")
    assert found["STATUS"] == "CANCELLED"
    assert found["SEQUENCE"] == 1


async def test_old_buttons_of_a_cancelled_meeting_say_so(square):
    town, ana = square.town, square.ana
    old = await town.start(ana, "t_1")
    await move(town, square.zana, None)
    for label in ("Yes", "I want to speak"):
        ana.presses(label, message=old)
        await town.settle()
        assert "has been cancelled" in town.heard(ana).text
    assert (await turnout(town)).yes == 0


async def test_old_buttons_of_a_past_meeting_say_so(square):
    town, ana = square.town, square.ana
    old = await town.start(ana, "t_1")
    town.clock.set(wall(date(2023, 7, 26), time(10)))
    ana.presses("Yes", message=old)
    await town.settle()
    assert "This meeting is over." in town.heard(ana).text
    assert "This meeting is over." in (await town.start(ana, "t_1")).text


async def test_of_several_meetings_the_nearest_is_chosen_by_its_place(square):
    town, ana = square.town, square.ana
    async with town.service.database.transaction() as unit:
        await unit.meetings.add(ConsultationId(1), Venue(wall(date(2023, 7, 26), time(18)), "Shkolla e Petranit"))
    await town.press(ana, "Plani Social")
    choice = await town.press(ana, "come")
    assert choice.labels[:2] == [
        "Tuesday, 25 July, 11:00 – Salla e Këshillit Bashkiak",
        "Wednesday, 26 July, 18:00 – Shkolla e Petranit",
    ]
    assert "18:00" in (await town.press(ana, "Petranit")).text
    await town.press(ana, "Yes")


async def test_two_meetings_of_one_day_are_told_apart_and_one_without_a_place_has_no_empty_end(square):
    town, ana = square.town, square.ana
    async with town.service.database.transaction() as unit:
        await unit.meetings.add(ConsultationId(1), Venue(wall(date(2023, 7, 25), time(17)), ""))
    await town.start(ana, "k_1")
    choice = await town.press(ana, "I will come")
    assert choice.labels[1] == "Tuesday, 25 July, 17:00"


async def test_who_comes_is_promised_a_reminder_only_as_long_as_one_is_still_ahead(square):
    town, ana = square.town, square.ana
    await town.start(ana, "t_1")
    town.clock.set(wall(date(2023, 7, 25), time(10, 30)))
    assert "remind" not in (await town.press(ana, "Yes")).text
    assert "remind" not in (await town.press(ana, "Maybe")).text


async def test_no_reminder_is_promised_whose_hour_falls_into_somebodys_quiet(square):
    town, ana = square.town, square.ana
    await town.say(ana, "/qetesi")
    await town.press(ana, "From 20:00 to 09:00")
    await move(town, square.zana, Venue(starts_at=wall(date(2023, 7, 25), time(9)), place="Salla"))
    town.clock.set(wall(date(2023, 7, 24), time(20, 30)))
    await town.start(ana, "t_1")
    assert "remind" not in (await town.press(ana, "Yes")).text


async def test_the_text_to_send_on_has_everything_in_it(square):
    town, ana = square.town, square.ana
    await town.press(ana, "Plani Social")
    text = (await town.press(ana, "Share")).text
    for part in ("Plani Social 2024–2027", "18 August 2023", "25 July 2023", "https://register.example/109", "k_1"):
        assert part in text
    assert town.heard(ana).labels == []


async def test_a_plan_that_is_not_announced_yet_is_not_there_for_anybody(square):
    town, ana, zana = square.town, square.ana, square.zana
    await announce(town, zana, title="Sekret")
    async with town.service.database.transaction() as unit:
        await unit.consultations.move(ConsultationId(2), Stage.SCHEDULED, was=Stage.OPEN, on=town.clock.now().date())
    before = len(town.seen(ana))
    for data in ("k~2", "t~2", "s~2", "sw~2", "r~2~1", "w~2", "t1~2", "a~2~yes", "as~2~1", "ic~2"):
        await town.do(ana, lambda data=data: ana.presses_data(town.bot, data))
        assert town.heard(ana).text in {
            "This is not here any more, or it is not for you.",
            "This consultation does not take comments now.",
        }, data
    assert "Sekret" not in "\n".join(town.seen(ana)[before:])


@pytest.mark.parametrize("answer", ["perhaps", "", "YES"])
async def test_an_answer_that_nobody_offered_is_no_answer(square, answer):
    town, ana = square.town, square.ana
    await town.do(ana, lambda: ana.presses_data(town.bot, f"a~1~{answer}"))
    assert "not here any more" in town.heard(ana).text
    assert (await turnout(town)).maybe == 0


@pytest.mark.on_both
async def test_everybody_who_heard_of_a_meeting_hears_once_that_it_moved(square):
    town, ana = square.town, square.ana
    beni = await town.citizen("Beni")
    await move(town, square.zana, NEW)
    letter = next(text for text in town.seen(ana) if "The meeting has been changed" in text)
    assert "Before: Tuesday, 25 July 2023, 11:00, Salla e Këshillit Bashkiak" in letter
    assert "Now: Thursday, 27 July 2023, 17:00, Pallati i Kulturës" in letter
    assert town.who_sees([ana], "Pallati i Kulturës") == {ana.id: 1}
    assert town.who_sees([beni], "Pallati i Kulturës") == {beni.id: 1}
    await town.pass_time(timedelta(days=1), timedelta(days=1))
    assert town.who_sees([ana], "The meeting has been changed") == {ana.id: 1}


async def test_who_said_yes_reads_that_it_still_counts_and_takes_it_back_at_once(square):
    town, ana = square.town, square.ana
    await town.start(ana, "t_1")
    await town.press(ana, "I want to speak")
    await move(town, square.zana, NEW)
    letter = town.heard(ana)
    assert "If you have said that you come, we still count on you." in letter.text
    assert letter.labels[:3] == ["Yes", "Maybe", "No"]
    assert (await turnout(town)).yes == 1
    shown = await town.press(ana, "No")
    assert "You are not coming." in shown.text
    assert "The meeting has been changed" in letter.text
    assert await turnout(town) == Turnout()


async def test_of_several_meetings_the_one_that_is_chosen_counts_at_once(square):
    town, ana = square.town, square.ana
    async with town.service.database.transaction() as unit:
        await unit.meetings.add(ConsultationId(1), Venue(starts_at=wall(date(2023, 7, 28), time(10)), place="Frashër"))
    await town.start(ana, "k_1")
    asked = await town.press(ana, "I will come")
    assert "To which meeting would you like to come?" in asked.text
    shown = await town.press(ana, "28 July")
    assert "You are coming. We will remind you." in shown.text
    assert shown.labels[:3] == ["✓ Yes", "Maybe", "No"]
    async with town.service.database.reading() as unit:
        assert (await unit.meetings.turnout(MeetingId(2))).yes == 1


async def test_who_has_commented_is_promised_no_reminder_of_the_deadline(square):
    town, ana = square.town, square.ana
    await comment(town, ana, "More buses.")
    await town.start(ana, "k_1")
    asked = await town.press(ana, "Remind me")
    assert asked.text == "We will remind you before each meeting."
    assert "Comment" not in asked.labels


async def test_an_old_button_says_so_when_nothing_is_left_to_be_reminded_of(square):
    town, ana = square.town, square.ana
    card = await town.start(ana, "k_1")
    town.clock.set(wall(date(2023, 8, 21), time(12)))
    asked = await town.do(ana, lambda: ana.presses("Remind me", message=card))
    assert asked.text == "There is no date left of which we could remind you."
    assert "Plani Social" not in (await town.say(ana, "/ndjek")).text
    assert "Remind me" not in (await town.start(ana, "k_1")).labels


async def test_only_what_lies_ahead_is_promised(square):
    town, ana = square.town, square.ana
    town.clock.set(wall(date(2023, 7, 26), time(12)))
    await town.start(ana, "k_1")
    asked = await town.press(ana, "Remind me")
    assert asked.text == "We will remind you before the time for comments is over."
    await comment(town, ana, "More buses.")
    await town.start(ana, "k_1")
    gone = await town.press(ana, "Remind me no more")
    assert "Remind me" not in gone.labels


@pytest.mark.parametrize("button", ["Yes", "Maybe", "I want to speak"])
async def test_who_had_asked_for_silence_and_means_to_come_is_reminded_all_the_same(square, button):
    town, ana = square.town, square.ana
    shown = await town.start(ana, "t_1")
    await town.say(ana, "/ndal")
    await town.do(ana, lambda: ana.presses(button, message=shown))
    await town.until(wall(date(2023, 7, 25), time(12)), timedelta(hours=20))
    assert any("The meeting is" in text for text in town.seen(ana))


async def test_a_meeting_that_is_moved_at_night_to_the_early_morning_is_told_at_once(square):
    town, ana = square.town, square.ana
    await town.start(ana, "t_1")
    await town.press(ana, "Yes")
    town.clock.set(wall(date(2023, 7, 24), time(22)))
    await move(town, square.zana, Venue(starts_at=wall(date(2023, 7, 25), time(7, 30)), place="Salla"))
    assert any("Now: Tuesday, 25 July 2023, 07:30" in text for text in town.seen(ana))


@pytest.mark.on_both
async def test_news_of_a_change_that_was_stopped_is_told_the_coordinator_and_can_go_on(square):
    town, ana, zana = square.town, square.ana, square.zana
    await town.until(wall(date(2023, 6, 20), time(22)), step=timedelta(hours=1))
    await move(town, zana, None)
    await town.service.database.queue(town.bot.id).stop_campaign(CampaignId(2), "entities")
    await town.pass_time(timedelta(minutes=1), step=timedelta(minutes=1))
    told = town.heard(zana)
    assert "this message could not be sent" in told.text
    assert "News of what has changed, " in told.text
    await town.until(wall(date(2023, 6, 21), time(8, 30)), step=timedelta(hours=1))
    assert town.who_sees([ana], "The meeting is cancelled") == {ana.id: 0}
    assert "News of what has changed" in (await town.press(zana, "Try again")).text
    await town.pass_time(timedelta(minutes=1), step=timedelta(minutes=1))
    assert town.who_sees([ana], "The meeting is cancelled") == {ana.id: 1}
    assert "Sent: 1 of 1" in town.heard(zana).text


async def test_news_of_a_change_that_arrives_needs_no_word_to_the_coordinator(square):
    town, zana = square.town, square.zana
    before = len(town.seen(zana))
    await move(town, zana, NEW)
    await town.pass_time(timedelta(minutes=2), step=timedelta(minutes=1))
    assert texts_since(town, zana, before) == ""


HERE = "Salla e Këshillit Bashkiak"


def on(day: int) -> Venue:
    """The first meeting on another day of July."""
    return Venue(wall(date(2023, 7, day), time(11)), HERE)


async def moved_at_night(square, *venues: Venue | None) -> None:
    """Changes one after another while most people sleep, and the morning after."""
    town = square.town
    await town.until(wall(date(2023, 6, 20), time(22)), step=timedelta(hours=12))
    for venue in venues:
        await move(town, square.zana, venue)
        await town.pass_time(timedelta(minutes=10))
    await town.until(wall(date(2023, 6, 21), time(9)), step=timedelta(hours=1))


def news(town, person) -> list[tuple[str, ...]]:
    """What somebody read of changed meetings, without the title of the consultation."""
    told = [text for text in town.seen(person) if text.startswith("The meeting")]
    return [tuple(line for line in text.splitlines()[1:] if "July" in line) for text in told]


def before_and_now(before: str, now: str) -> tuple[str, str]:
    return f"Before: {before} July 2023, 11:00, {HERE}", f"Now: {now} July 2023, 11:00, {HERE}"


async def watcher(town):
    """Somebody whose phone may ring at any hour."""
    beni = await town.citizen("Beni", language="English")
    await town.do(beni, lambda: beni.presses_data(town.bot, "z~0~0"))
    return beni


@pytest.mark.on_both
async def test_of_several_changes_in_a_night_everybody_reads_what_they_knew_and_what_holds(square):
    town, ana = square.town, square.ana
    beni = await watcher(town)
    await moved_at_night(square, on(26), on(27), on(28))
    assert news(town, ana) == [before_and_now("Tuesday, 25", "Friday, 28")]
    assert news(town, beni) == [
        before_and_now("Tuesday, 25", "Wednesday, 26"),
        before_and_now("Wednesday, 26", "Thursday, 27"),
        before_and_now("Thursday, 27", "Friday, 28"),
    ]


async def test_a_meeting_that_is_back_where_it_was_is_no_news_for_those_who_slept(square):
    town, ana = square.town, square.ana
    beni = await watcher(town)
    await moved_at_night(square, on(26), on(25))
    assert news(town, ana) == []
    assert news(town, beni)[1:] == [before_and_now("Wednesday, 26", "Tuesday, 25")]
    await move(town, square.zana, on(27))
    assert news(town, ana) == [before_and_now("Tuesday, 25", "Thursday, 27")]
    assert news(town, beni)[2:] == [before_and_now("Tuesday, 25", "Thursday, 27")]


@pytest.mark.on_both
async def test_a_meeting_that_was_moved_and_cancelled_in_a_night_is_cancelled_where_people_knew_of_it(square):
    town, ana = square.town, square.ana
    await moved_at_night(square, on(26), None)
    assert news(town, ana) == [(f"It will not take place: Tuesday, 25 July 2023, 11:00, {HERE}",)]


async def test_a_second_change_that_comes_before_anything_was_written_of_the_first_takes_its_place(square):
    town, ana = square.town, square.ana
    async with town.service.database.transaction() as unit:
        by = await unit.addresses.find(town.bot.id, square.zana.id)
        for venue in (on(26), on(27)):
            await move_meeting(MeetingId(1), to=venue, reason=WHY, by=by, uow=unit, now=town.clock.now())
    await town.settle()
    assert news(town, ana) == [before_and_now("Tuesday, 25", "Thursday, 27")]


async def test_until_it_is_over_a_meeting_that_has_begun_can_be_found_joined_and_moved_to_another_room(square):
    town, ana, zana = square.town, square.ana, square.zana
    await town.until(wall(date(2023, 7, 25), time(12, 30)), step=timedelta(days=40))
    assert "11:00, Salla e Këshillit" in (await town.start(ana, "k_1")).text
    assert "The meeting has begun." in (await town.press(ana, "I will come")).text
    assert (await turnout(town)).yes == 1
    await town.say(zana, "/zyra")
    await town.press(zana, "Meetings ahead (1)")
    await town.press(zana, "Plani Social")
    await town.press(zana, "Change the place")
    await town.say(zana, "Biblioteka")
    await town.press(zana, "The hall is not free.")
    await town.press(zana, "Change it and tell everybody")
    assert town.heard(ana).text.startswith("The meeting is at another place")
    await town.pass_time(timedelta(minutes=30))
    assert "This meeting is over." in (await town.start(ana, "t_1")).text
    assert "Meeting:" not in (await town.start(ana, "k_1")).text


async def test_a_meeting_that_has_begun_is_not_moved_into_the_past_and_can_be_cancelled(square):
    town, ana, zana = square.town, square.ana, square.zana
    await town.until(wall(date(2023, 7, 25), time(11, 10)), step=timedelta(days=40))
    with pytest.raises(Refused):
        await move(town, zana, Venue(wall(date(2023, 7, 25), time(11, 5)), "Biblioteka"))
    await move(town, zana, None)
    assert town.heard(ana).text.startswith("The meeting is cancelled")


async def test_who_never_answered_is_no_guest_by_not_wanting_to_speak(square):
    town, ana = square.town, square.ana
    await town.do(ana, lambda: ana.presses_data(town.bot, "as~1~0"))
    assert (await turnout(town)).maybe == 0


@pytest.mark.parametrize(
    ("to", "back"),
    [(date(2023, 8, 1), date(2023, 7, 26)), (date(2023, 7, 21), date(2023, 7, 24))],
    ids=["later", "earlier"],
)
async def test_news_of_a_move_is_of_use_until_the_later_of_both_dates(square, to, back):
    town, ana = square.town, square.ana
    await decide(town, square.zana, Venue(wall(to, time(11)), "Salla e Këshillit Bashkiak"))
    town.clock.set(wall(back, time(10)))  # the service was down
    await town.settle()
    assert town.who_sees([ana], "The meeting has been changed") == {ana.id: 1}


async def test_of_a_series_one_is_reminded_of_the_place_one_has_chosen_and_of_no_other(square):
    town, ana = square.town, square.ana
    beni = await town.citizen("Beni", "English")
    number = await announce(town, square.zana, title="Buxheti në fshatra", kind=Kind.SERIES)
    async with town.service.database.transaction() as unit:
        for hour, place in ((16, "Shkolla, Petran"), (18, "Vatra e kulturës, Çarçovë")):
            await unit.meetings.add(number, Venue(wall(date(2023, 7, 26), time(hour)), place))
    await town.say(ana, "/hapur")
    await town.press(ana, "Buxheti në fshatra")
    reminded = await town.press(ana, "Remind me")
    assert "Of a meeting we remind you once you have chosen" in reminded.text
    listed = await town.press(ana, "Choose a meeting")
    assert len([label for label in listed.labels if "July" in label]) == 3
    await town.press(ana, "Petran")
    await town.say(beni, "/hapur")
    await town.press(beni, "Buxheti në fshatra")
    await town.press(beni, "Remind me")
    before, his = len(town.seen(ana)), len(town.seen(beni))
    town.clock.set(wall(date(2023, 7, 23), time(8)))
    await town.until(wall(date(2023, 7, 26), time(20)), timedelta(hours=4))
    told = texts_since(town, ana, before)
    assert "Shkolla, Petran" in told
    assert "Çarçovë" not in told
    assert "Vatra" not in texts_since(town, beni, his)
    assert "Petran" not in texts_since(town, beni, his)


async def test_of_many_places_the_one_where_somebody_lives_comes_first(square):
    town = square.town
    beni = town.newcomer("Beni")
    await town.start(beni)
    await town.press(beni, "English")
    await town.say(beni, "Përmet")
    await town.press(beni, "Çarçovë")
    number = await announce(town, square.zana, title="Buxheti në fshatra", kind=Kind.SERIES)
    async with town.service.database.transaction() as unit:
        for hour, place in ((9, "Shkolla, Petran"), (18, "Vatra e kulturës, Çarçovë")):
            await unit.meetings.add(number, Venue(wall(date(2023, 7, 20), time(hour)), place))
    await town.say(beni, "/hapur")
    await town.press(beni, "Buxheti në fshatra")
    listed = await town.press(beni, "I will come")
    assert "Vatra" in listed.labels[0]
