"""What somebody wrote counts from when they wrote it, also where the service was down and read it in the morning."""

from datetime import date, time, timedelta

import pytest

from participation.clock import believed, wall
from tests.conversations.steps import comment
from tests.conversations.test_time import summaries
from tests.town import MIDSUMMER

LAST_EVENING = wall(date(2023, 8, 18), time(23, 50))
MORNING = wall(date(2023, 8, 19), time(8))
LATE = "after the deadline"


async def begin(town, person) -> None:
    await town.say(person, "/hapur")
    await town.press(person, "Plani Social")
    await town.press(person, "Comment")


async def send(town, person):
    await town.press(person, "Without a name")
    return await town.press(person, "Send")


async def test_what_was_written_on_the_last_evening_is_in_time_though_it_was_read_in_the_morning(square):
    town, ana = square.town, square.ana
    town.clock.set(LAST_EVENING)
    await begin(town, ana)
    ana.says(town.bot, "More buses.")  # the service is down
    town.clock.set(MORNING)
    await town.settle()
    receipt = await send(town, ana)
    assert "Received: Friday, 18 August 2023, 23:50" in receipt.text
    assert LATE not in receipt.text


async def test_what_was_written_in_time_and_sent_at_the_second_try_is_in_time(square):
    town, ana = square.town, square.ana
    town.clock.set(LAST_EVENING)
    await begin(town, ana)
    await town.say(ana, "More buses.")
    await town.press(ana, "Without a name")
    town.clock.set(MORNING)
    receipt = await town.press(ana, "Send")
    assert LATE not in receipt.text


async def test_what_was_added_or_changed_after_the_deadline_is_late(square):
    town, ana = square.town, square.ana
    town.clock.set(LAST_EVENING)
    await begin(town, ana)
    said = ana.says(town.bot, "More buses.")
    await town.settle()
    town.clock.set(LAST_EVENING + timedelta(minutes=20))
    await town.do(ana, lambda: ana.edits(said, "More buses, and trees."))
    receipt = await send(town, ana)
    assert "Received: Saturday, 19 August 2023, 00:10" in receipt.text
    assert LATE in receipt.text


async def test_what_lay_unsent_for_longer_than_a_day_counts_from_when_it_was_sent(square):
    town, ana = square.town, square.ana
    town.clock.set(LAST_EVENING)
    await begin(town, ana)
    await town.say(ana, "More buses.")
    town.clock.set(LAST_EVENING + timedelta(hours=25))
    receipt = await send(town, ana)
    assert "Received: Sunday, 20 August 2023, 00:50" in receipt.text
    assert LATE in receipt.text


async def test_what_was_written_before_a_summary_and_read_after_it_is_told_once(square):
    town, ana, zana = square.town, square.ana, square.zana
    await comment(town, ana, "More buses.")
    town.clock.set(wall(date(2023, 6, 20), time(23, 50)))
    await begin(town, ana)
    await town.say(ana, "More trees.")
    town.clock.set(wall(date(2023, 6, 21), time(9)))
    await town.settle()
    await town.service.metronome.beat()
    await town.settle()
    town.clock.set(wall(date(2023, 6, 21), time(9, 30)))
    assert "Received: Tuesday, 20 June 2023, 23:50" in (await send(town, ana)).text
    await town.until(wall(date(2023, 6, 23), time(12)), timedelta(hours=1))
    assert summaries(zana) == [("21 09:00", "1 new comment."), ("22 09:30", "1 new comment.")]


@pytest.mark.parametrize(
    ("written", "counted"),
    [
        (timedelta(0), timedelta(0)),
        (timedelta(hours=-24), timedelta(hours=-24)),
        (timedelta(hours=-24, seconds=-1), timedelta(0)),
        (timedelta(seconds=1), timedelta(0)),
    ],
)
def test_no_moment_is_trusted_that_is_still_to_come_or_older_than_telegram_keeps_it(written, counted):
    assert believed(MIDSUMMER + written, MIDSUMMER) == MIDSUMMER + counted
