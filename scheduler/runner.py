"""The metronome: APScheduler beats, the jobs look at the database.

Its defaults would drop a job that comes a second late; ours runs it, once, however late. Its end would break off a job
that runs; ours waits for it.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from participation.clock import Clock
from scheduler.jobs import JOBS, Job, Workshop

log = logging.getLogger(__name__)


class Metronome:
    """Runs every job at its rhythm; a job that fails is heard of and tried at its next beat."""

    def __init__(
        self, *, workshop: Workshop, clock: Clock, kick: Callable[[], None], jobs: Sequence[Job] = JOBS
    ) -> None:
        self._workshop = workshop
        self._clock = clock
        self._kick = kick
        self._jobs = jobs
        self._baton = asyncio.Lock()
        self._scheduler = AsyncIOScheduler(
            timezone="UTC", job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )

    async def run(self, job: Job) -> int:
        """Run one job in a transaction of its own and wake the courier if it did something."""
        async with self._workshop() as hall:
            done = await job.do(hall, self._clock.now())
        if done:
            log.info("%s: %d", job.name, done)
            self._kick()
        return done

    async def beat(self) -> int:
        """Run every job once, in their order; returns how many things were done."""
        return sum([await self.run(job) for job in self._jobs])

    async def _safely(self, job: Job) -> None:
        try:
            async with self._baton:
                await self.run(job)
        except Exception:  # the next beat tries again; a dead metronome would be worse
            log.exception("job %s failed", job.name)

    def start(self) -> None:
        """Begin to beat."""
        for job in self._jobs:
            self._scheduler.add_job(self._safely, IntervalTrigger(seconds=job.every.seconds), args=[job], id=job.name)
        self._scheduler.start()

    async def stop(self) -> None:
        """Beat no more, once what runs has ended."""
        self._scheduler.pause()
        await asyncio.sleep(0)  # whatever was called just now reaches for the baton first
        async with self._baton:
            self._scheduler.shutdown(wait=False)
            await asyncio.sleep(0)  # the scheduler ends at the loop's next turn
