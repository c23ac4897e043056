"""Several processes on one PostgreSQL: whichever is killed, another goes on, and nobody is left without an answer."""

from collections.abc import AsyncIterator

import pytest

from simulator.people import Person
from tests.acceptance.conftest import Desk, Telegram
from tests.acceptance.crew import TAKEOVER, Crew, a_crew, until

ROLES = ("intake", "courier", "scheduler", "intake", "courier")
QUESTION = "Zgjidhni gjuhën"
ROUNDS = 3
NEWCOMERS = 5


@pytest.fixture
async def crew(shared: Desk) -> AsyncIterator[Crew]:
    async with a_crew(shared) as crew:
        yield crew


def questions(person: Person) -> int:
    return sum(message.direction == "out" and QUESTION in message.text for message in person.chat().messages)


async def test_whichever_process_is_killed_everybody_is_answered_within_the_time_of_a_takeover(
    crew: Crew, telegram: Telegram
):
    for role in ROLES:
        await crew.hire(role)
    people = [telegram.world.person(f"Person {number}") for number in range((ROUNDS * 2) * NEWCOMERS)]
    waiting = iter(people)
    for role in ("courier", "intake") * ROUNDS:
        newcomers = [next(waiting) for _ in range(NEWCOMERS)]
        for number, person in enumerate(newcomers):
            person.starts()
            if number == NEWCOMERS // 2:
                await crew.kill_first(role)
        await until(lambda: all(map(questions, newcomers)), TAKEOVER)  # noqa: B023  asked at once
        await crew.hire(role)
    assert await crew.end() == [0] * len(ROLES)
    told = [questions(person) for person in people]
    assert min(told) == 1
    assert sum(told) - len(told) <= ROUNDS * NEWCOMERS


async def test_keys_are_not_changed_while_somebody_works_with_them(crew: Crew):
    await crew.hire("scheduler")
    file = crew.desk.folder / "bashke.key"
    before = file.read_bytes()
    refused = await crew.desk.bashke("key", "--add", "--reseal")
    assert refused.code == 2
    assert "Another bashke uses this database" in refused.complained
    assert file.read_bytes() == before
    await crew.end()
    assert (await crew.desk.bashke("key", "--add", "--reseal")).code == 0


async def test_a_role_is_for_postgresql(desk: Desk):
    refused = await desk.bashke("run", "--role", "courier")
    assert refused.code == 2
    assert "an SQLite file has one process for everything" in refused.complained
