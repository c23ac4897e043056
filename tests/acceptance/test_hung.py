"""Who hangs keeps no duty: another takes over, and nobody gets anything twice but what was on its way."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from datetime import time, timedelta

import asyncpg
import pytest

from bot.setup import ensure_institution
from bot.wiring import SystemClock
from participation.clock import local_day
from participation.consultations.model import Terms
from participation.consultations.plan import Plan
from participation.consultations.usecases import publish
from participation.ids import PersonId
from participation.people.model import Language, QuietHours, Role
from participation.people.usecases import settle_in
from simulator.people import Person
from storage.database import Database
from storage.keys import read_key_file
from storage.vault import Vault
from storage.work import Work
from tests.acceptance.conftest import PATIENCE, Desk, Telegram
from tests.acceptance.crew import Crew, a_crew, until
from tests.town import PERMET

TITLE = "Plani Social"
QUESTION = "Zgjidhni gjuhën"
FOLLOWERS = 120
NEVER = QuietHours(time(4), time(4))


@pytest.fixture
async def crew(shared: Desk) -> AsyncIterator[Crew]:
    async with a_crew(shared) as crew:
        yield crew


async def settled(person: Person, work: Work) -> PersonId:
    """Somebody who follows the municipality and is never asleep."""
    known = await work.addresses.person_at(person.world.bot().id, person.id)
    [home] = [found for found in await work.places.municipalities() if found.name == PERMET.municipality]
    await work.people.set_language(known, Language.SQ)
    await work.people.set_quiet(known, NEVER)
    await settle_in(known, municipality=home.id, unit=None, uow=work, now=SystemClock().now())
    return known


async def announced(crew: Crew, people: list[Person]) -> Mapping[int, Person]:
    """Who is who, after an announcement to all of them was queued."""
    environment, now = crew.desk.environment, SystemClock().now()
    vault = Vault(read_key_file(crew.desk.folder / "bashke.key"))
    database = Database(environment["BASHKE_DATABASE_URL"], vault)
    await database.open()
    institution = await ensure_institution(PERMET, database)
    async with database.transaction() as work:
        known = {await settled(person, work): person for person in people}
        officer = await work.addresses.person_at(people[0].world.bot().id, 1)
        await work.people.appoint(officer, institution, Role.COORDINATOR)
        terms = Terms(title=TITLE, deadline=local_day(now + timedelta(days=40)), email="a@permet.example")
        await publish(Plan(terms, ()), institution=institution, by=officer, at=None, overridden=(), uow=work, now=now)
    await database.close()
    return known


async def on_their_way(url: str) -> set[int]:
    connection = await asyncpg.connect(url)
    try:
        return {row["person"] for row in await connection.fetch("SELECT person FROM parcels WHERE state = 'sending'")}
    finally:
        await connection.close()


def told(person: Person, words: str) -> int:
    return sum(message.direction == "out" and words in message.text for message in person.chat().messages)


def a_row_of(telegram: Telegram, count: int) -> list[Person]:
    people = [telegram.world.person(f"Person {number}") for number in range(count)]
    for person in people:
        person.chat().known = person.chat().started = True
    return people


async def test_who_hangs_is_put_out_stands_by_when_it_wakes_and_takes_over_again(crew: Crew, telegram: Telegram):
    roles = ("courier", "intake")
    hung = [await crew.hire(role) for role in roles]
    others = [await crew.hire(role) for role in roles]
    url, people = crew.desk.environment["BASHKE_DATABASE_URL"], a_row_of(telegram, FOLLOWERS)
    known = await announced(crew, people)

    await until(lambda: sum(told(person, TITLE) for person in people) > FOLLOWERS // 4)
    for worker in hung:
        worker.hang()
    doubtful = await on_their_way(url)
    newcomers = a_row_of(telegram, 5)
    for person in newcomers:
        person.starts()
    await until(lambda: all(told(person, QUESTION) for person in newcomers))
    assert all(worker.has_said("taking over") for worker in others)
    for worker in hung:
        worker.wake()
    await until(lambda: all(worker.has_said("no longer ours") for worker in hung))
    await until(lambda: all(told(person, TITLE) for person in people))
    async with asyncio.timeout(PATIENCE):
        while await on_their_way(url):  # noqa: ASYNC110  nobody rings
            await asyncio.sleep(0.05)

    for worker in others:
        await worker.die()
    latecomers = a_row_of(telegram, 2)
    for person in latecomers:
        person.starts()
    await until(lambda: all(told(person, QUESTION) for person in latecomers))
    assert all(worker.has_said("taking over") for worker in hung)
    assert await crew.end() == [0, 0]
    assert {number for number, person in known.items() if told(person, TITLE) > 1} <= doubtful
    assert [told(person, QUESTION) for person in newcomers + latecomers] == [1] * 7
