"""The metronome stops without breaking anything off."""

import asyncio
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import apscheduler.schedulers.base
import pytest

from participation.clock import HandClock
from scheduler.jobs import Job
from scheduler.runner import Metronome, Rhythm
from tests.town import MIDSUMMER


@pytest.fixture
def books():
    return []


@pytest.fixture
def workshop(books):
    @asynccontextmanager
    async def opened():
        books.append("begun")
        try:
            yield None
        except BaseException:
            books.append("undone")
            raise
        books.append("kept")

    return opened


def beating(workshop, do, *, every=timedelta(milliseconds=10), **habits):
    job = Job("a", every, do)
    return Metronome(workshop=workshop, clock=HandClock(MIDSUMMER), kick=lambda: None, jobs=[job], **habits)


async def test_a_job_that_runs_is_waited_for(books, workshop):
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def long_job(_hall, _now):
        begun.set()
        await may_end.wait()
        return 0

    metronome = beating(workshop, long_job)
    async with asyncio.timeout(10), asyncio.TaskGroup() as rooms:
        running = rooms.create_task(metronome.run())
        await begun.wait()
        metronome.stop()
        for _ in range(5):
            await asyncio.sleep(0)
        assert not running.done()
        may_end.set()
    assert books == ["begun", "kept"]


async def test_a_job_that_hangs_is_undone_and_heard_of(books, workshop, caplog):
    async def hanging_job(_hall, _now):
        await asyncio.Event().wait()

    metronome = beating(workshop, hanging_job, limit=0.01)
    async with asyncio.timeout(10), asyncio.TaskGroup() as rooms:
        rooms.create_task(metronome.run())
        while "undone" not in books:  # noqa: ASYNC110  a book has no events to wait for
            await asyncio.sleep(0.001)
        metronome.stop()
    assert books[:2] == ["begun", "undone"]
    assert "job a failed" in caplog.text


class Wall(datetime):
    """The wall clock that APScheduler looks at."""

    ahead = timedelta(0)

    @classmethod
    def now(cls, tz=None):
        return datetime.now(tz) + cls.ahead  # noqa: TID251  what APScheduler asks


@pytest.fixture
def wall_clock(monkeypatch):
    monkeypatch.setattr(Wall, "ahead", timedelta(0))
    monkeypatch.setattr(apscheduler.schedulers.base, "datetime", Wall)
    return Wall


async def short_job(_hall, _now):
    return 0


async def test_a_clock_that_is_set_back_or_forward_does_not_stop_the_beat(books, workshop, wall_clock):
    metronome = beating(workshop, short_job, every=timedelta(milliseconds=50), look=0.02)
    async with asyncio.timeout(10), asyncio.TaskGroup() as rooms:
        rooms.create_task(metronome.run())
        for hours in (0, -1, -900 * 24, 0, 6):
            wall_clock.ahead = timedelta(hours=hours)
            before = len(books)
            while len(books) < before + 4:  # noqa: ASYNC110
                await asyncio.sleep(0.001)
        metronome.stop()


@pytest.mark.parametrize("late", [timedelta(minutes=1), timedelta(hours=6), timedelta(days=9)], ids=str)
async def test_a_job_that_comes_late_is_done_once_however_late(books, workshop, wall_clock, late):
    """A machine that slept, or a loop that was busy: APScheduler itself would drop what comes a second late."""
    every = timedelta(hours=1)
    metronome = beating(workshop, short_job, every=every)
    async with asyncio.timeout(10), asyncio.TaskGroup() as rooms:
        rooms.create_task(metronome.run())
        await asyncio.sleep(0)
        wall_clock.ahead = every + late
        metronome._scheduler.wakeup()
        while len(books) < 2:  # noqa: ASYNC110
            await asyncio.sleep(0.001)
        metronome.stop()
    assert books == ["begun", "kept"]


def test_a_machine_that_woke_in_1970_and_is_set_right_does_not_count_the_beats_between():
    """APScheduler makes a list of all that were missed: at fifteen seconds, of a hundred million."""
    rhythm, now = Rhythm(timedelta(seconds=15)), MIDSUMMER
    assert rhythm.get_next_fire_time(None, now) == now + rhythm.every
    assert rhythm.get_next_fire_time(now - timedelta(seconds=1), now) == now + timedelta(seconds=14)
    assert rhythm.get_next_fire_time(now - timedelta(days=20_000), now) == now + rhythm.every


async def test_one_that_never_began_can_be_stopped(books, workshop):
    metronome = Metronome(workshop=workshop, clock=HandClock(MIDSUMMER), kick=lambda: None, jobs=[])
    metronome.stop()
    await metronome.run()
    assert books == []
