"""Several processes on one PostgreSQL: whichever is killed, another goes on, and nobody is left without an answer."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest

from simulator.people import Person
from tests.acceptance.conftest import INIT, Desk, Process, Telegram, hear
from tests.servers import Server, a_server, name_for
from tests.town import TOKEN

TAKEOVER = 15.0
"""Seconds after which a duty must be in other hands."""
QUESTION = "Zgjidhni gjuhën"
ROUNDS = 3
NEWCOMERS = 5


@dataclass
class Crew:
    """Processes at work, by what they do; the first of each is killed, and a new one comes last."""

    desk: Desk
    hearing: asyncio.TaskGroup
    at_work: dict[str, list[Process]] = field(default_factory=dict)

    async def hire(self, role: str) -> None:
        process = await self.desk.begin("run", "--role", role)
        said, ready = list[str](), asyncio.Event()
        for stream in (process.stdout, process.stderr):
            assert stream is not None
            self.hearing.create_task(hear(stream, said, ready))
        async with asyncio.timeout(60):
            await ready.wait()
        assert any("at work" in line for line in said), said
        self.at_work.setdefault(role, []).append(process)

    async def kill_first(self, role: str) -> None:
        process = self.at_work[role].pop(0)
        process.kill()
        await process.wait()

    async def end(self) -> list[int | None]:
        everybody = [process for crew in self.at_work.values() for process in crew]
        for process in everybody:
            process.terminate()
        async with asyncio.timeout(60):
            return [await process.wait() for process in everybody]


@pytest.fixture
def server() -> Server:
    return a_server()


@pytest.fixture
async def crew(empty_desk: Desk, telegram: Telegram, server: Server, worker_id: str) -> AsyncIterator[Crew]:
    async with server.fresh(name_for(worker_id, "several")) as url:
        empty_desk.environment |= {
            "BASHKE_DATABASE_URL": url,
            "BASHKE_TOKEN": TOKEN,
            "BASHKE_TELEGRAM_URL": telegram.address,
        }
        made = await empty_desk.bashke(*INIT)
        assert made.code == 0, made
        async with asyncio.TaskGroup() as hearing:
            crew = Crew(empty_desk, hearing)
            try:
                for role in ("intake", "courier", "scheduler", "intake", "courier"):
                    await crew.hire(role)
                yield crew
            finally:
                for process in [each for one in crew.at_work.values() for each in one if each.returncode is None]:
                    process.kill()


def questions(person: Person) -> int:
    return sum(message.direction == "out" and QUESTION in message.text for message in person.chat().messages)


async def test_whichever_process_is_killed_everybody_is_answered_within_the_time_of_a_takeover(
    crew: Crew, telegram: Telegram
):
    people = [telegram.world.person(f"Person {number}") for number in range((ROUNDS * 2) * NEWCOMERS)]
    waiting = iter(people)
    for role in ("courier", "intake") * ROUNDS:
        newcomers = [next(waiting) for _ in range(NEWCOMERS)]
        for number, person in enumerate(newcomers):
            person.starts()
            if number == NEWCOMERS // 2:
                await crew.kill_first(role)
        async with asyncio.timeout(TAKEOVER):
            while not all(map(questions, newcomers)):  # noqa: ASYNC110  it happens in other processes
                await asyncio.sleep(0.05)
        await crew.hire(role)
    assert await crew.end() == [0] * 5
    told = [questions(person) for person in people]
    assert min(told) == 1
    assert sum(told) - len(told) <= ROUNDS * NEWCOMERS


async def test_a_role_is_for_postgresql(desk: Desk):
    refused = await desk.bashke("run", "--role", "courier")
    assert refused.code == 2
    assert "an SQLite file has one process for everything" in refused.complained
