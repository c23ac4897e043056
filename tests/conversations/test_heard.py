"""A day after a meeting: what was decided is told, and whether people were heard is asked, once and never at night."""

from datetime import date, time, timedelta

import pytest

from participation.clock import wall
from participation.ids import MeetingId, PersonId
from participation.meetings.heard import Heard, evaluated
from participation.meetings.model import Venue
from participation.meetings.papers import evaluation_of
from participation.reports.hiding import Cell
from tests.conversations.steps import numbers
from tests.conversations.test_checking_in import open_door
from tests.conversations.test_meetings import NEW, move
from tests.town import open_town

BEGINS = wall(date(2023, 7, 25), time(11))
ENDS = BEGINS + timedelta(hours=2)
ASKED = "Was your voice heard?"
HOUR = timedelta(hours=1)


async def comes(town, person, answer="Yes"):
    await town.start(person, "t_1")
    await town.press(person, answer)


async def minutes(town, officer, *decisions: str):
    """A finished record with these decisions."""
    await town.do(officer, lambda: officer.presses_data(town.bot, "mr~1"))
    if "Correct it" in town.heard(officer).labels:
        await town.press(officer, "Correct it")
    for part, words in (("Who led it", "Ervin"), ("How many were there", "7"), ("Decisions", "\n".join(decisions))):
        if words:
            await town.press(officer, part)
            await town.say(officer, words)
    if decisions:
        await town.press(officer, "That was all")
    await town.press(officer, "Finish the record")
    await town.press(officer, "Yes, finish it")


async def after(town, time_since_the_end: timedelta, step=HOUR):
    await town.until(ENDS + time_since_the_end, step)


def asked(town, person) -> list[str]:
    return [text for text in town.seen(person) if ASKED in text or "A u dëgjua zëri juaj?" in text]


@pytest.mark.on_both
async def test_a_day_later_the_decisions_are_told_and_one_question_is_asked_in_each_language(square):
    town, ana = square.town, square.ana
    beni = await town.citizen("Beni")
    await comes(town, ana)
    await comes(town, beni, "Po")
    town.clock.set(ENDS)
    await minutes(town, square.zana, "Linja hapet në shtator.", "Orari bëhet publik.")
    await after(town, timedelta(hours=23))
    assert (asked(town, ana), asked(town, beni)) == ([], [])
    await after(town, timedelta(hours=24, minutes=10))
    (letter,), (other,) = asked(town, ana), asked(town, beni)
    assert "What was decided:\n• Linja hapet në shtator.\n• Orari bëhet publik." in letter
    assert "Çfarë u vendos:\n• Linja hapet në shtator." in other
    assert town.heard(ana).labels[:4] == ["Yes, very much", "Partly", "Little", "Not at all"]
    assert town.heard(beni).labels[:4] == ["Po, shumë", "Pjesërisht", "Pak", "Aspak"]
    assert "Faleminderit. Ju thatë: Pjesërisht." in (await town.press(beni, "Pjesërisht")).text
    await after(town, timedelta(days=10), step=timedelta(hours=12))
    assert len(asked(town, ana)) == len(asked(town, beni)) == 1


async def test_the_decisions_are_waited_for_and_told_as_soon_as_they_are_there(square):
    town, ana = square.town, square.ana
    await comes(town, ana)
    await after(town, timedelta(days=3))
    assert asked(town, ana) == []
    await minutes(town, square.zana, "Linja hapet.")
    await town.pass_time(timedelta(minutes=10))
    assert "Linja hapet." in asked(town, ana)[0]


@pytest.mark.parametrize("decided", [False, True], ids=["no record", "a record without decisions"])
async def test_they_are_not_waited_for_longer_than_a_week(square, decided):
    town, ana = square.town, square.ana
    await comes(town, ana)
    town.clock.set(ENDS)
    if decided:
        await minutes(town, square.zana)
    await after(town, timedelta(days=7, hours=23), step=timedelta(hours=6))
    assert asked(town, ana) == []
    await after(town, timedelta(days=8, hours=1))
    (letter,) = asked(town, ana)
    said = "names no decision" if decided else "is not ready yet"
    assert f"The record of the meeting {said}." in letter
    await minutes(town, square.zana, "Linja hapet.")
    await town.pass_time(timedelta(days=2), step=HOUR)
    assert len(asked(town, ana)) == 1, "once is once"


async def test_whoever_checked_in_is_asked_and_whoever_only_may_come_or_does_not_is_not(square):
    town, ana, zana = square.town, square.ana, square.zana
    beni, era, lira = [await town.citizen(name, "English") for name in ("Beni", "Era", "Lira")]
    await comes(town, beni, "Maybe")
    await comes(town, era, "No")
    town.clock.set(BEGINS)
    _, link = await open_door(town, zana)
    await town.start(ana, link)
    await town.press(ana, "Not now")
    await minutes(town, zana, "Linja hapet.")
    await after(town, timedelta(hours=25))
    assert [len(asked(town, person)) for person in (ana, beni, era, lira, zana)] == [1, 0, 0, 0, 0]


async def test_nobody_is_asked_at_night(square):
    town, ana = square.town, square.ana
    await comes(town, ana)
    await move(town, square.zana, Venue(wall(date(2023, 7, 25), time(20)), "Salla"))
    town.clock.set(wall(date(2023, 7, 25), time(22, 30)))
    await minutes(town, square.zana, "Linja hapet.")
    await town.until(wall(date(2023, 7, 27), time(7, 59)), HOUR)
    assert asked(town, ana) == []
    await town.until(wall(date(2023, 7, 27), time(8, 30)), timedelta(minutes=10))
    assert len(asked(town, ana)) == 1


async def test_of_a_cancelled_meeting_nothing_is_asked(square):
    town, ana = square.town, square.ana
    await comes(town, ana)
    await move(town, square.zana, None)
    await after(town, timedelta(days=9), step=timedelta(hours=12))
    assert asked(town, ana) == []
    for data in ("vo~1~much", "vc~1~much"):
        await town.do(ana, lambda data=data: ana.presses_data(town.bot, data))
        assert "has been cancelled" in town.heard(ana).text


async def test_of_a_moved_meeting_it_is_asked_once_after_its_new_date(square):
    town, ana = square.town, square.ana
    await comes(town, ana)
    await move(town, square.zana, NEW)
    town.clock.set(NEW.starts_at + timedelta(minutes=5))
    await minutes(town, square.zana, "Linja hapet.")
    await town.until(NEW.over_at() + timedelta(hours=23), HOUR)
    assert asked(town, ana) == []
    await town.until(NEW.over_at() + timedelta(hours=40), HOUR)
    assert len(asked(town, ana)) == 1


async def answered(square):
    town, ana = square.town, square.ana
    await comes(town, ana)
    town.clock.set(ENDS)
    await minutes(town, square.zana, "Linja hapet.")
    await after(town, timedelta(hours=25))
    return town, ana


async def counts(town):
    async with town.service.database.reading() as unit:
        return {step: count for step, count in (await unit.voices.counts(MeetingId(1))).items() if count}


@pytest.mark.on_both
async def test_the_last_answer_counts_and_it_is_kept_apart_from_whoever_gave_it(square):
    town, ana = await answered(square)
    await town.press(ana, "Little")
    assert await counts(town) == {Heard.LITTLE: 1}
    shown = await town.press(ana, "Yes, very much")
    assert shown.labels[0] == "✓ Yes, very much"
    ana.presses("Yes, very much", town.bot)
    await town.settle()
    assert await counts(town) == {Heard.MUCH: 1}
    async with town.service.database.reading() as unit:
        number = await unit.addresses.find(town.bot.id, ana.id)
        ((mark,),) = await unit._connection.exec_driver_sql("SELECT mark FROM voices")
        assert str(number) not in mark


async def test_no_clear_word_of_an_answer_stands_on_the_disk(square, tmp_path):
    town, ana = await answered(square)
    await town.press(ana, "Partly")
    await town.service.metronome.beat()
    assert numbers(tmp_path, "SELECT count(*) FROM voices") == [1]
    async with town.service.database.reading() as unit:
        (kept,) = await unit._connection.exec_driver_sql("SELECT mark, meeting, sealed FROM voices")
    assert (kept[1], b"partly" in kept[2]) == (1, False)


async def test_a_small_count_is_hidden_at_the_desk_and_a_large_one_is_shown(square):
    town, ana = await answered(square)
    await town.press(ana, "Partly")
    async with town.service.database.transaction() as unit:
        for number in range(2, 9):
            await unit.voices.count(MeetingId(1), PersonId(number), Heard.MUCH)
    await town.do(square.zana, lambda: square.zana.presses_data(town.bot, "me~1"))
    shown = town.heard(square.zana).text
    assert "Was their voice heard?\n• Yes, very much: 7\n• Partly: fewer than 5\n• Little: fewer than 5" in shown
    async with town.service.database.reading() as unit:
        found = await evaluation_of(MeetingId(1), uow=unit)
    assert found.heard[Heard.MUCH] == Cell(7, 7)
    assert found.heard[Heard.PARTLY] == Cell(0, 4)


def test_where_nobody_answered_nothing_is_shown_and_where_all_may_be_seen_zeros_too():
    assert evaluated({}, 5).heard == {}
    assert evaluated({Heard.NOT: 2}, 1).heard == {
        Heard.MUCH: Cell(0, 0),
        Heard.PARTLY: Cell(0, 0),
        Heard.LITTLE: Cell(0, 0),
        Heard.NOT: Cell(2, 2),
    }
    assert all(cell.number is None for cell in evaluated({Heard.NOT: 4}, 5).heard.values())


async def test_only_whoever_came_or_said_so_is_counted_and_only_as_long_as_it_is_asked(square):
    town, ana = square.town, square.ana
    await town.do(ana, lambda: ana.presses_data(town.bot, "vo~1~much"))
    assert "This meeting has not begun yet." in town.heard(ana).text
    town.clock.set(ENDS)
    for data in ("vo~1~much", "vo~1~perhaps", "vo~99~much"):
        await town.do(ana, lambda data=data: ana.presses_data(town.bot, data))
        assert "not here any more" in town.heard(ana).text, data
    assert await counts(town) == {}


async def test_after_a_month_no_answer_is_taken_and_no_mark_is_left(square, tmp_path):
    town, ana = await answered(square)
    await town.press(ana, "Partly")
    town.clock.set(ENDS + timedelta(days=30))
    await town.press(ana, "Not at all")
    assert "That time is over." in town.heard(ana).text
    await town.pass_time(timedelta(days=2), step=timedelta(hours=12))
    assert numbers(tmp_path, "SELECT count(*) FROM voices") == [0]
    assert await counts(town) == {Heard.PARTLY: 1}


async def test_whoever_is_erased_leaves_a_count_and_no_mark(square, tmp_path):
    town, ana = await answered(square)
    await town.press(ana, "Partly")
    await town.say(ana, "/fshij")
    await town.press(ana, "Erase")
    assert numbers(tmp_path, "SELECT count(*) FROM voices") == [0]
    assert await counts(town) == {Heard.PARTLY: 1}


async def test_whoever_was_erased_before_is_not_asked(square):
    town, ana = square.town, square.ana
    await comes(town, ana)
    await town.say(ana, "/fshij")
    await town.press(ana, "Erase")
    await after(town, timedelta(days=9), step=timedelta(hours=12))
    assert asked(town, ana) == []


async def test_a_restart_asks_nobody_twice(square, tmp_path):
    town, ana = await answered(square)
    async with open_town(tmp_path, clock=town.clock, world=town.world) as again:
        await again.pass_time(timedelta(days=1), step=HOUR)
        assert len(asked(again, ana)) == 1
        assert "Thank you. You said: Little." in (await again.press(ana, "Little")).text
