"""Processes that share one PostgreSQL, each with its part of the work."""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from tests.acceptance.conftest import PATIENCE, Desk, Process, heard_at_work

TAKEOVER = 15.0
"""Seconds after which a duty must be in other hands."""


async def until(what: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Look until it is so: it happens in another process."""
    async with asyncio.timeout(seconds):
        while not what():  # noqa: ASYNC110  nobody there rings
            await asyncio.sleep(0.05)


@dataclass
class Worker:
    """A process at work, and what it has said."""

    process: Process
    said: list[str]

    def has_said(self, words: str) -> bool:
        return any(words in line for line in self.said)

    def hang(self) -> None:
        self.process.send_signal(signal.SIGSTOP)

    def wake(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    async def die(self) -> None:
        self.process.kill()
        await self.process.wait()


@dataclass
class Crew:
    """Workers by what they do, in the order in which they came: the first of each is the one that has the duty."""

    desk: Desk
    hearing: asyncio.TaskGroup
    at_work: dict[str, list[Worker]] = field(default_factory=dict)

    async def hire(self, role: str) -> Worker:
        process = await self.desk.begin("run", "--role", role)
        worker = Worker(process, await heard_at_work(process, self.hearing))
        assert worker.has_said("at work"), worker.said
        self.at_work.setdefault(role, []).append(worker)
        return worker

    async def kill_first(self, role: str) -> None:
        await self.at_work[role].pop(0).die()

    async def end(self) -> list[int | None]:
        everybody = self._alive()
        for worker in everybody:
            worker.process.terminate()
        async with asyncio.timeout(PATIENCE):
            return [await worker.process.wait() for worker in everybody]

    def kill_all(self) -> None:
        for worker in self._alive():
            worker.process.kill()

    def _alive(self) -> list[Worker]:
        everybody = [worker for workers in self.at_work.values() for worker in workers]
        return [worker for worker in everybody if worker.process.returncode is None]


@asynccontextmanager
async def a_crew(desk: Desk) -> AsyncIterator[Crew]:
    """Nobody yet; whoever is still at work in the end is killed."""
    async with asyncio.TaskGroup() as hearing:
        crew = Crew(desk, hearing)
        try:
            yield crew
        finally:
            crew.kill_all()
