"""What time brings: reminders in their hour, once, of the right date; and the coordinator's summary."""

from datetime import date, time, timedelta

import pytest

from participation.clock import TIRANE, HandClock, local_day, wall
from participation.comments.model import Verdict
from participation.comments.usecases import answer_comment
from participation.consultations.model import Stage, Terms
from participation.ids import CommentId, ConsultationId, MeetingId, PersonId
from participation.meetings.model import Coming, Venue
from participation.people.model import Followed
from tests.conversations.conftest import lively
from tests.conversations.steps import comment, texts_since
from tests.conversations.test_meetings import NEW, move
from tests.town import announce, open_town

DAY = timedelta(days=1)
REMINDERS = ("The meeting is in 3 days", "The meeting is tomorrow at 11:00", "The meeting is today at 11:00")


def heard_at(person, words: str) -> list[str]:
    """When messages with these words came, on the wall clock."""
    return [f"{m.at.astimezone(TIRANE):%Y-%m-%d %H:%M}" for m in person.chat().messages if words in m.text]


async def follow(town, person, consultation: int = 1) -> PersonId:
    """Press Remind me, a little faster."""
    async with town.service.database.transaction() as unit:
        number = await unit.addresses.find(town.bot.id, person.id)
        await unit.people.follow(number, Followed.CONSULTATION, consultation, local_day(town.clock.now()))
    return number


async def answer(town, person, coming: Coming, meeting: int = 1) -> None:
    async with town.service.database.transaction() as unit:
        number = await unit.addresses.find(town.bot.id, person.id)
        await unit.meetings.attend(
            MeetingId(meeting), number, coming, wants_to_speak=False, on=local_day(town.clock.now())
        )


async def test_a_meeting_is_remembered_three_days_a_day_and_two_hours_before(square):
    town, ana = square.town, square.ana
    await follow(town, ana)
    await town.until(wall(date(2023, 7, 21), time(20)), timedelta(days=40))
    await town.until(wall(date(2023, 7, 25), time(12)), timedelta(hours=12))
    assert heard_at(ana, REMINDERS[0]) == ["2023-07-22 11:00"]
    assert heard_at(ana, REMINDERS[1]) == ["2023-07-24 11:00"]
    assert heard_at(ana, REMINDERS[2]) == ["2023-07-25 09:00"]
    for words in REMINDERS:
        text = next(text for text in town.seen(ana) if words in text)
        assert "When: Tuesday, 25 July 2023, 11:00" in text
        assert "Where: Salla e Këshillit Bashkiak" in text


async def test_a_deadline_is_remembered_ten_three_and_one_working_days_before(square):
    town, ana = square.town, square.ana
    await follow(town, ana)
    await answer(town, ana, Coming.NO)
    await town.until(wall(date(2023, 8, 3), time(20)), timedelta(days=60))
    await town.until(wall(date(2023, 8, 19), time(9)), DAY)
    running_out = "The time for comments is running out"
    assert heard_at(ana, running_out) == [
        "2023-08-04 10:00",
        "2023-08-15 10:00",
        "2023-08-17 10:00",
    ]
    for text in town.seen(ana):
        if running_out in text:
            assert "Friday, 18 August 2023" in text
            assert "You can send your comment here until midnight on that day." in text


async def test_who_commented_is_not_urged_and_who_said_no_is_left_in_peace(square):
    town, ana = square.town, square.ana
    await comment(town, ana, "More buses.")
    await answer(town, ana, Coming.NO)
    before = len(town.seen(ana))
    await town.until(wall(date(2023, 8, 19), time(9)), timedelta(days=3))
    assert texts_since(town, ana, before) == ""


async def test_who_joins_late_hears_only_what_is_still_to_come(square):
    town, ana = square.town, square.ana
    town.clock.set(wall(date(2023, 7, 23), time(12)))
    await follow(town, ana)
    await town.until(wall(date(2023, 7, 25), time(12)), timedelta(hours=12))
    assert [len(heard_at(ana, words)) for words in REMINDERS] == [0, 1, 1]


@pytest.mark.parametrize(("hour", "came"), [(time(10, 30), [0, 1, 1]), (time(11, 30), [0, 0, 1])])
async def test_who_asks_on_the_very_day_hears_what_is_still_to_come_that_day(square, hour, came):
    town, ana = square.town, square.ana
    town.clock.set(wall(date(2023, 7, 24), hour))
    await follow(town, ana)
    await town.until(wall(date(2023, 7, 25), time(12)), timedelta(minutes=15))
    assert [len(heard_at(ana, words)) for words in REMINDERS] == came


async def test_a_reminder_waits_for_the_end_of_quiet_or_comes_the_evening_before(square):
    town, ana, zana = square.town, square.ana, square.zana
    await announce(town, zana, title="Herët")
    await move(town, zana, Venue(wall(date(2023, 7, 25), time(7, 30)), "Bashkia"), meeting=2)
    await follow(town, ana, 2)
    await town.until(wall(date(2023, 7, 22), time(6)), timedelta(days=40))
    await town.until(wall(date(2023, 7, 25), time(9)), timedelta(hours=3))
    assert heard_at(ana, "The meeting is in 3 days") == ["2023-07-22 08:00"]
    # a day before is at 7:30, so it comes at 8; two hours before is at 5:30, and the evening before says nothing new
    assert heard_at(ana, "The meeting is tomorrow") == ["2023-07-24 08:00"]
    assert heard_at(ana, "The meeting is today") == []


async def test_who_asks_on_the_day_before_an_early_meeting_is_reminded_that_evening(square):
    town, ana, zana = square.town, square.ana, square.zana
    await announce(town, zana, title="Herët")
    await move(town, zana, Venue(wall(date(2023, 7, 25), time(7, 30)), "Bashkia"), meeting=2)
    await town.until(wall(date(2023, 7, 24), time(15)), timedelta(days=40))
    await follow(town, ana, 2)
    await town.until(wall(date(2023, 7, 25), time(9)), timedelta(hours=3))
    assert heard_at(ana, "The meeting is tomorrow") == ["2023-07-24 20:59"]


async def test_quiet_hours_changed_in_the_last_moment_are_kept(square):
    town, ana = square.town, square.ana
    await follow(town, ana)
    await town.until(wall(date(2023, 7, 24), time(8)), timedelta(days=40))
    await town.do(ana, lambda: ana.presses_data(town.bot, "z~9~12"))
    await town.until(wall(date(2023, 7, 24), time(13)), timedelta(hours=2))
    assert heard_at(ana, REMINDERS[1]) == ["2023-07-24 12:00"]


async def test_a_reminder_for_the_evening_that_could_not_leave_does_not_come_at_night(square):
    town, ana, zana = square.town, square.ana, square.zana
    await move(town, zana, Venue(wall(date(2023, 7, 25), time(7, 30)), "Bashkia"))
    town.clock.set(wall(date(2023, 7, 24), time(12)))
    await follow(town, ana)
    await town.service.metronome.beat()  # for one minute to nine
    town.clock.set(wall(date(2023, 7, 24), time(23)))  # the service was down
    await town.until(wall(date(2023, 7, 25), time(8)), timedelta(hours=1))
    assert [heard_at(ana, words) for words in ("The meeting is tomorrow", "The meeting is today")] == [[], []]


async def test_who_changes_their_quiet_hours_while_a_reminder_waits_for_the_morning_gets_it_all_the_same(square):
    town, ana, zana = square.town, square.ana, square.zana
    await town.do(ana, lambda: ana.presses_data(town.bot, "z~20~9"))
    await move(town, zana, Venue(wall(date(2023, 7, 20), time(20, 30)), "Bashkia"))
    await town.until(wall(date(2023, 7, 17), time(11)), timedelta(days=30))
    await follow(town, ana)
    await town.until(wall(date(2023, 7, 17), time(20, 45)), timedelta(minutes=15))
    await town.do(ana, lambda: ana.presses_data(town.bot, "z~22~7"))
    await town.until(wall(date(2023, 7, 18), time(20)), timedelta(minutes=15))
    assert heard_at(ana, "The meeting is in 3 days") == ["2023-07-17 21:00"]


async def test_a_restart_neither_loses_nor_repeats_a_reminder(album, tmp_path):
    async with album.opened("lively", lively, tmp_path) as (town, (ana, _)):
        await follow(town, ana)
        town.clock.set(wall(date(2023, 7, 24), time(10, 30)))
        await town.service.metronome.beat()
        world, clock = town.world, town.clock
    clock.set(wall(date(2023, 7, 24), time(11, 5)))
    async with open_town(tmp_path, clock=clock, world=world) as again:
        await again.until(wall(date(2023, 7, 24), time(11, 10)))
        assert len(heard_at(ana, REMINDERS[1])) == 1
    async with open_town(tmp_path, clock=clock, world=world) as again:
        await again.until(wall(date(2023, 7, 24), time(12)), timedelta(hours=1))
        assert len(heard_at(ana, REMINDERS[1])) == 1


async def test_after_two_days_of_darkness_only_the_latest_useful_reminder_comes_and_not_at_night(square):
    town, ana = square.town, square.ana
    await follow(town, ana)
    town.clock.set(wall(date(2023, 7, 22), time(10)))
    await town.service.metronome.beat()
    town.clock.set(wall(date(2023, 7, 25), time(3)))
    await town.until(wall(date(2023, 7, 25), time(12)), timedelta(hours=2))
    assert [len(heard_at(ana, words)) for words in REMINDERS[:2]] == [0, 0]
    assert heard_at(ana, REMINDERS[2]) == ["2023-07-25 09:00"]


async def test_a_moved_meeting_is_remembered_on_its_new_date_only(square):
    town, ana, zana = square.town, square.ana, square.zana
    await follow(town, ana)
    town.clock.set(wall(date(2023, 7, 21), time(15)))
    await town.service.metronome.beat()
    await move(town, zana, NEW)
    before = len(town.seen(ana))
    await town.until(wall(date(2023, 7, 27), time(18)), timedelta(hours=12))
    read = texts_since(town, ana, before)
    assert "25 July" not in read
    assert heard_at(ana, "The meeting is in 3 days") == ["2023-07-24 17:00"]
    assert heard_at(ana, "The meeting is today at 17:00") == ["2023-07-27 15:00"]


async def test_a_cancelled_meeting_is_not_remembered(square):
    town, ana, zana = square.town, square.ana, square.zana
    await follow(town, ana)
    town.clock.set(wall(date(2023, 7, 22), time(8)))
    await town.service.metronome.beat()
    await move(town, zana, None)
    before = len(town.seen(ana))
    await town.until(wall(date(2023, 7, 25), time(12)), timedelta(days=1))
    assert texts_since(town, ana, before) == ""


async def test_moving_a_meeting_close_is_news_enough_without_a_late_reminder(square):
    town, ana, zana = square.town, square.ana, square.zana
    await follow(town, ana)
    town.clock.set(wall(date(2023, 7, 20), time(12)))
    await move(town, zana, Venue(wall(date(2023, 7, 22), time(11)), "Bashkia"))
    await town.until(wall(date(2023, 7, 20), time(15)), timedelta(hours=1))
    assert heard_at(ana, "The meeting is in") == []
    await town.until(wall(date(2023, 7, 22), time(12)), timedelta(hours=12))
    assert len(heard_at(ana, "The meeting is tomorrow")) == 1


@pytest.mark.parametrize("day", [date(2023, 3, 27), date(2023, 10, 30)], ids=["spring", "autumn"])
async def test_a_change_of_the_clocks_moves_no_reminder(tmp_path, day):
    async with open_town(tmp_path, clock=HandClock(wall(day - 20 * DAY, time(10)))) as town:
        await announce(town)
        async with town.service.database.transaction() as unit:
            await unit.meetings.add(ConsultationId(1), Venue(wall(day, time(10)), "Bashkia"))
        ana = await town.citizen("Ana", language="English")
        await follow(town, ana)
        await town.until(wall(day - 4 * DAY, time(12)), timedelta(days=30))
        await town.until(wall(day, time(11)), timedelta(hours=12))
        came = [m for words in ("in 3 days", "tomorrow", "today") for m in heard_at(ana, f"The meeting is {words}")]
    assert came == [
        f"{day - 3 * DAY} 10:00",
        f"{day - DAY} 10:00",
        f"{day} 08:00",
    ]


async def test_the_summary_comes_once_at_its_hour_and_never_empty(square):
    town, ana, zana = square.town, square.ana, square.zana
    await town.until(wall(date(2023, 6, 21), time(12)), timedelta(hours=13))
    assert heard_at(zana, "Your summary") == []
    await comment(town, ana, "More buses.")
    await town.until(wall(date(2023, 6, 21), time(19)), timedelta(hours=2))
    assert heard_at(zana, "Your summary") == []
    await town.until(wall(date(2023, 6, 22), time(21)), timedelta(hours=2))
    (moment,) = heard_at(zana, "Your summary")
    assert moment in {"2023-06-22 09:00", "2023-06-22 10:00"}
    text = next(text for text in town.seen(zana) if "Your summary" in text)
    assert "1 new comment." in text


async def test_the_summary_keeps_the_rest_days_and_tells_all_of_them_after(square):
    town, ana, zana = square.town, square.ana, square.zana
    town.clock.set(wall(date(2023, 6, 23), time(15)))
    await comment(town, ana, "More buses.")
    await town.until(wall(date(2023, 6, 26), time(9)), timedelta(hours=6))
    assert heard_at(zana, "Your summary") == ["2023-06-26 09:00"]
    assert "1 new comment." in next(text for text in town.seen(zana) if "Your summary" in text)


async def test_an_answer_given_at_night_does_not_wake_its_author(square):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, "More buses.")
    town.clock.set(wall(date(2023, 6, 20), time(23)))
    async with town.service.database.transaction() as unit:
        by = await unit.addresses.find(town.bot.id, zana.id)
        await answer_comment(CommentId(1), verdict=Verdict.ACCEPTED, reason=None, by=by, uow=unit, now=town.clock.now())
    await town.until(wall(date(2023, 6, 21), time(8)), timedelta(hours=1))
    assert heard_at(ana, "Your comment was accepted") == ["2023-06-21 08:00"]


async def test_an_answer_that_could_not_leave_in_the_evening_comes_in_the_morning(square):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, "More buses.")
    town.clock.set(wall(date(2023, 6, 20), time(20, 59)))
    async with town.service.database.transaction() as unit:
        by = await unit.addresses.find(town.bot.id, zana.id)
        await answer_comment(CommentId(1), verdict=Verdict.ACCEPTED, reason=None, by=by, uow=unit, now=town.clock.now())
    town.clock.set(wall(date(2023, 6, 20), time(21, 5)))  # the service was down
    await town.until(wall(date(2023, 6, 21), time(9)), timedelta(hours=1))
    assert heard_at(ana, "Your comment was accepted") == ["2023-06-21 08:05"]


async def test_a_summary_that_could_not_leave_by_day_does_not_come_in_the_evening(square):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, "More buses.")
    town.clock.set(wall(date(2023, 6, 21), time(10)))
    await town.service.metronome.beat()
    town.clock.set(wall(date(2023, 6, 21), time(20, 30)))  # the line was down
    await town.settle()
    assert heard_at(zana, "Your summary") == []
    await town.until(wall(date(2023, 6, 22), time(9)), timedelta(hours=1))
    assert heard_at(zana, "Your summary") == ["2023-06-22 09:00"]
    assert "1 new comment." in next(text for text in town.seen(zana) if "Your summary" in text)


async def test_a_service_that_was_off_for_days_tells_all_that_came_before(square):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, "More buses.")
    town.clock.set(wall(date(2023, 6, 23), time(11)))
    await comment(town, ana, "More trees.")
    await town.until(wall(date(2023, 6, 23), time(11, 1)))
    assert "2 new comments." in next(text for text in town.seen(zana) if "Your summary" in text)


async def test_a_meeting_of_the_week_is_told_only_when_it_presses(square):
    town, zana = square.town, square.zana
    await town.until(wall(date(2023, 7, 24), time(10)), step=timedelta(hours=12))
    assert heard_at(zana, "Your summary") == ["2023-07-24 10:00"]
    text = next(text for text in town.seen(zana) if "Your summary" in text)
    assert "• Tuesday, 25 July 2023, 11:00 – Plani Social 2024–2027" in text


async def test_of_two_who_read_the_same_language_only_the_one_who_has_commented_is_not_urged(square):
    town, ana = square.town, square.ana
    await follow(town, ana)
    speakers = [await town.citizen(name, language="English") for name in ("Beni", "Cara", "Dea")]
    for person in speakers:
        await follow(town, person)
    await comment(town, speakers[0], "More buses.")
    await comment(town, speakers[2], "More trees.")
    await town.until(wall(date(2023, 8, 18), time(12)), timedelta(hours=20))
    urged = town.who_sees([ana, *speakers], "time for comments is running out")
    assert list(urged.values()) == [3, 0, 3, 0]


async def test_what_waits_for_an_answer_is_recalled_when_a_week_begins_and_not_every_day(square):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, "More buses.")
    await town.until(wall(date(2023, 7, 8), time(12)), timedelta(hours=11))
    came = [moment[:10] for moment in heard_at(zana, "Your summary")]
    assert came == ["2023-06-21", "2023-06-26", "2023-07-03"]
    assert "You owe 1 answer." in town.heard(zana).text


async def test_the_summary_of_the_day_says_today(square):
    town, zana = square.town, square.zana
    await town.until(wall(date(2023, 7, 25), time(9, 30)), timedelta(hours=23))
    text = next(text for text in reversed(town.seen(zana)) if "Your summary, Tuesday, 25 July" in text)
    assert "• today, 11:00 – Plani Social" in text


async def test_the_summary_looks_seven_days_ahead(square):
    town, zana = square.town, square.zana
    await announce(town, zana, title="Nesër", deadline=date(2023, 7, 25))
    async with town.service.database.transaction() as unit:
        for day in (date(2023, 7, 31), date(2023, 8, 1)):
            await unit.meetings.add(ConsultationId(1), Venue(wall(day, time(8)), "Salla"))
        for title, day in (("Pas shtatë ditësh", date(2023, 7, 31)), ("Pas tetë ditësh", date(2023, 8, 1))):
            terms = Terms(title, deadline=day)
            await unit.consultations.add(town.institution, terms, stage=Stage.OPEN, publish_at=town.clock.now())
    await town.until(wall(date(2023, 7, 24), time(9, 30)), step=timedelta(days=40))
    text = next(text for text in reversed(town.seen(zana)) if "Your summary" in text)
    assert "31 July 2023, 08:00 –" in text
    assert "31 July 2023 – Pas shtatë ditësh" in text
    assert "1 August" not in text


def summaries(person) -> list[tuple[str, str]]:
    """When a summary came, and what it says of new comments."""
    told = [m for m in person.chat().messages if "Your summary" in m.text]
    new = [next((line for line in m.text.splitlines() if "new comment" in line), "") for m in told]
    return [(f"{m.at.astimezone(TIRANE):%d %H:%M}", line) for m, line in zip(told, new, strict=True)]


async def choose_hour(town, officer, hour: int) -> None:
    await town.say(officer, "/zyra")
    await town.press(officer, "Hour of the digest")
    await town.do(officer, lambda: officer.presses_data(town.bot, f"dh~1~{hour}"))


async def test_whatever_hour_is_chosen_meanwhile_what_came_since_the_last_summary_is_told_once(square):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, "More buses.")
    await town.until(wall(date(2023, 6, 21), time(11)), timedelta(hours=1))
    await comment(town, ana, "More trees.")
    await choose_hour(town, zana, 15)
    await town.until(wall(date(2023, 6, 22), time(16)), timedelta(hours=1))
    await comment(town, ana, "More water.")
    await choose_hour(town, zana, 7)
    await town.until(wall(date(2023, 6, 24), time(11)), timedelta(hours=1))
    assert summaries(zana) == [(day, "1 new comment.") for day in ("20 11:00", "22 15:00", "23 07:00")]


async def test_a_summary_that_left_late_tells_nothing_that_the_next_one_tells_again(square):
    town, ana, zana = square.town, square.ana, square.zana
    town.clock.set(wall(date(2023, 6, 21), time(10)))
    await comment(town, ana, "More buses.")
    town.clock.set(wall(date(2023, 6, 21), time(12)))  # the service was off until now
    await town.until(wall(date(2023, 6, 23), time(12)), timedelta(hours=1))
    assert summaries(zana) == [("21 13:00", "1 new comment.")]


async def test_what_came_while_a_coordinator_wanted_silence_is_told_with_their_next_summary(square):
    town, ana, zana = square.town, square.ana, square.zana
    await town.say(zana, "/ndal")
    await comment(town, ana, "More buses.")
    await town.until(wall(date(2023, 6, 21), time(12)), timedelta(hours=1))
    await town.start(zana)
    await town.until(wall(date(2023, 6, 22), time(10)), timedelta(hours=1))
    assert summaries(zana) == [("22 09:00", "1 new comment.")]


async def test_the_summary_says_by_which_day_an_answer_is_owed_when_there_is_no_working_day_before_it(square):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, "More buses.")
    await town.until(wall(date(2023, 9, 14), time(21)), timedelta(days=60))
    before = len(town.seen(zana))
    await town.until(wall(date(2023, 9, 19), time(10)), timedelta(hours=6))
    friday, monday, tuesday = (text for text in town.seen(zana)[before:] if "Your summary" in text)
    assert "1 answer is due by Monday, 18 September 2023." in friday
    assert "1 answer is due today." in monday
    assert "overdue" not in monday
    assert "is due" not in tuesday
    assert "You owe 1 answer, 1 late." in tuesday
