"""The metronome stops without breaking anything off."""

import asyncio
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import apscheduler.schedulers.base
import apscheduler.triggers.interval
import pytest

from participation.clock import HandClock
from scheduler.jobs import Job
from scheduler.runner import Metronome
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


async def test_a_clock_that_is_set_back_does_not_stop_the_beat(books, workshop, monkeypatch):
    back = timedelta(0)

    class Wall(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) - back  # noqa: TID251  what APScheduler asks

    async def short_job(_hall, _now):
        return 0

    monkeypatch.setattr(apscheduler.schedulers.base, "datetime", Wall)
    monkeypatch.setattr(apscheduler.triggers.interval, "datetime", Wall)
    metronome = beating(workshop, short_job, every=timedelta(milliseconds=50), look=0.02)
    async with asyncio.timeout(10), asyncio.TaskGroup() as rooms:
        rooms.create_task(metronome.run())
        for back in (timedelta(0), timedelta(hours=1), timedelta(days=900)):  # noqa: B007  the wall clock reads it
            before = len(books)
            while len(books) < before + 4:  # noqa: ASYNC110
                await asyncio.sleep(0.001)
        metronome.stop()


async def test_one_that_never_began_can_be_stopped(books, workshop):
    metronome = Metronome(workshop=workshop, clock=HandClock(MIDSUMMER), kick=lambda: None, jobs=[])
    metronome.stop()
    await metronome.run()
    assert books == []
