"""The metronome: APScheduler beats, the jobs look at the database.

Its defaults would drop a job that comes a second late; ours runs it, once, however late. Its end would break off a job
that runs; ours waits for it. It looks at the wall clock and would stand still when that is set back; we look at one
that only goes forward, and set it going again. When that is set forward it would list every beat that was missed, for
years of them until no memory is left; ours misses them as one.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

from participation.clock import Clock
from scheduler.jobs import Job, Workshop

LIMIT = 300.0
"""Seconds after which a job is broken off and undone: while it works nobody else can write."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Rhythm(BaseTrigger):  # type: ignore[misc]  # APScheduler says nothing of its types
    """So long after the last beat, or after now where that is past: of all that was missed only the first is left."""

    every: timedelta

    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> datetime:
        """When to beat next."""
        planned = (previous_fire_time or now) + self.every
        return planned if planned > now else now + self.every


class Metronome:
    """Runs every job at its rhythm; a job that fails is heard of and tried at its next beat."""

    def __init__(
        self,
        *,
        workshop: Workshop,
        clock: Clock,
        kick: Callable[[], None],
        jobs: Sequence[Job],
        is_told: Callable[[Exception], bool] = lambda _: False,
        limit: float = LIMIT,
        look: float = 5.0,
    ) -> None:
        self._is_told = is_told
        self._limit = limit
        self._look = look
        self._stopping = asyncio.Event()
        self._begun: dict[str, float] = {}
        """When each job began last, in the loop's own time."""
        self._workshop = workshop
        self._clock = clock
        self._kick = kick
        self._jobs = jobs
        self._baton = asyncio.Lock()
        self._scheduler = AsyncIOScheduler(
            timezone="UTC", job_defaults={"misfire_grace_time": None, "max_instances": 1}
        )

    async def perform(self, job: Job) -> int:
        """Run one job in a transaction of its own and wake the courier if it did something."""
        async with asyncio.timeout(self._limit), self._workshop() as hall:
            done = await job.do(hall, self._clock.now())
        if done:
            log.info("%s: %d", job.name, done)
            self._kick()
        return done

    async def beat(self) -> int:
        """Run every job once, in their order; returns how many things were done."""
        return sum([await self.perform(job) for job in self._jobs])

    async def _safely(self, job: Job) -> None:
        self._begun[job.name] = asyncio.get_running_loop().time()
        try:
            async with self._baton:
                await self.perform(job)
        except Exception as error:  # the next beat tries again; a dead metronome would be worse
            if not self._is_told(error):
                log.exception("job %s failed", job.name)

    async def run(self) -> None:
        """Beat until stopped; what runs then is waited for."""
        for job in self._jobs:
            self._begun[job.name] = asyncio.get_running_loop().time()
            self._scheduler.add_job(self._safely, Rhythm(job.every), args=[job], id=job.name)
        self._scheduler.start()
        try:
            while not self._stopping.is_set():
                self._set_going()
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._stopping.wait(), self._look)
        finally:
            await self._end()

    def stop(self) -> None:
        """Beat no more; `run` returns once what runs has ended."""
        self._stopping.set()

    def _set_going(self) -> None:
        now = asyncio.get_running_loop().time()
        for job in self._jobs:
            if now - self._begun[job.name] > job.every.total_seconds() + 2 * self._look:
                self._begun[job.name] = now
                self._scheduler.reschedule_job(job.name, trigger=Rhythm(job.every))

    async def _end(self) -> None:
        self._scheduler.pause()
        await asyncio.sleep(0)  # whatever was called just now reaches for the baton first
        async with self._baton:
            self._scheduler.shutdown(wait=False)
            await asyncio.sleep(0)  # the scheduler ends at the loop's next turn
