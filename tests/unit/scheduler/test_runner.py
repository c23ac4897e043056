"""The metronome stops without breaking anything off."""

import asyncio
from contextlib import asynccontextmanager
from datetime import timedelta

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


async def test_a_job_that_runs_is_waited_for(books, workshop):
    begun, may_end = asyncio.Event(), asyncio.Event()

    async def long_job(_hall, _now):
        begun.set()
        await may_end.wait()
        return 0

    job = Job("long", timedelta(seconds=1), long_job)
    metronome = Metronome(workshop=workshop, clock=HandClock(MIDSUMMER), kick=lambda: None, jobs=[job])
    metronome.start()
    async with asyncio.timeout(10):
        await begun.wait()
        async with asyncio.TaskGroup() as stopping:
            stopped = stopping.create_task(metronome.stop())
            for _ in range(5):
                await asyncio.sleep(0)
            assert not stopped.done()
            may_end.set()
    assert books == ["begun", "kept"]


async def test_one_that_never_began_can_be_stopped(books, workshop):
    metronome = Metronome(workshop=workshop, clock=HandClock(MIDSUMMER), kick=lambda: None, jobs=[])
    metronome.start()
    await metronome.stop()
    assert books == []
