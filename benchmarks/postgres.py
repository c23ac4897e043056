"""Two intakes and two couriers on one PostgreSQL, of which one is killed every ten seconds, in an announcement.

The server is looked for at TEST_POSTGRESQL, where the tests look for it too.
"""

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from urllib.parse import urlsplit

import asyncpg

from benchmarks.figures import Measured, Scale
from benchmarks.race import Door, Subject, open_door, until
from benchmarks.speech import presses_of
from benchmarks.town import (
    BOT,
    FIRST_FOLLOWER,
    FIRST_SPEAKER,
    NEVER_QUIET,
    addresses_of,
    announce,
    begin,
    chats_of,
    vault_of,
)
from bot.lines import Role
from bot.wiring import SystemClock
from participation.ids import ConsultationId, MunicipalityId
from participation.people.model import Followed, Language, Reach

SERVER: Final = os.environ.get("TEST_POSTGRESQL", "postgresql://postgres@127.0.0.1:5432/postgres")
RATE: Final = 28.0
"""What we send at unless told otherwise."""
EVERY: Final = 10.0
LATENCY: Final = 0.05
PATIENCE: Final = 180.0
FIRST_PERSON: Final = 2**30
DUTIES: Final = (Role.COURIER, Role.INTAKE)
ON_THEIR_WAY: Final = "SELECT count(*) FROM parcels WHERE state = 'sending'"
LEFT: Final = "SELECT count(*) FROM parcels WHERE state IN ('queued', 'claimed', 'sending')"


@dataclass(frozen=True)
class Killing:
    """How it went: counts and seconds."""

    lost: int
    takeover: float
    how: str


def postgres_lost(scale: Scale) -> Measured:
    """Who was not reached by the announcement, or has no answer."""
    return Measured(killing(scale).lost, killing(scale).how)


def postgres_takeover_s(scale: Scale) -> Measured:
    """The longest silence of the couriers, or the longest that somebody waited for an answer."""
    return Measured(killing(scale).takeover, killing(scale).how)


@cache
def killing(scale: Scale) -> Killing:
    """An announcement that lasts as long as the killing does, with somebody who speaks once a second beside it."""
    followers, speakers = int(scale.kills * EVERY * RATE), int(scale.kills * EVERY)
    with open_door() as door, TemporaryDirectory() as folder, _database() as url:
        on = asyncio.run(_found(Path(folder), url, followers, speakers))
        door.begin("strict", latency=LATENCY)
        with _crew({"folder": folder, "telegram": door.url, "database": url, "per_second": RATE}) as crew:
            crew.hire_all()
            until(lambda: door.accepted() > 0 and bool(door.ask("counts")["polls"]), PATIENCE)
            crew.hire_all()
            updates = presses_of(range(FIRST_SPEAKER, FIRST_SPEAKER + speakers), on, SystemClock().now())
            door.ask("updates", updates=updates, every=1.0)
            doubtful = [crew.replace(role, url) for role in islice(cycle(DUTIES), scale.kills)]
            until(lambda: not _missing(door, followers, speakers) and not _asked(url, LEFT), PATIENCE)
        return _seen(door, followers, speakers, doubtful, _asked(url, LEFT))


def _seen(door: Door, followers: int, speakers: int, doubtful: Sequence[int], left: int) -> Killing:
    tally, gap = door.tally(), door.ask("gap")
    slowest = max(tally["waited"], default=0.0)
    rows = _rows(followers, speakers)
    doubled = sum(len(door.ask("doubled", first=first, last=first + count)) for first, count in rows)
    return Killing(
        lost=_missing(door, followers, speakers) + left,
        takeover=max(gap, slowest),
        how=f"an announcement to {followers}, strict at 30/s, ours at {RATE:g}/s, {LATENCY * 1000:.0f} ms latency, and "
        f"{speakers} citizens with an answer each; of two couriers and two intakes the one at work was killed with -9 "
        f"{len(doubtful)} times, {EVERY:g} s apart, and started again: {doubled} doubled, {sum(doubtful)} on their way "
        f"when a courier was killed, {tally['refused'].get('429', 0)} 429s, at most {door.ask('rate')} within a "
        f"second, the longest silence {gap:.1f} s, the slowest answer {slowest:.1f} s; one run",
    )


def _rows(followers: int, speakers: int) -> tuple[tuple[int, int], tuple[int, int]]:
    return (FIRST_FOLLOWER, followers), (FIRST_SPEAKER, speakers)


def _missing(door: Door, followers: int, speakers: int) -> int:
    asked = (door.ask("missing", first=first, last=first + count) for first, count in _rows(followers, speakers))
    return int(sum(asked))


@dataclass
class Crew:
    """Who is at work, for each duty in the order in which they came: the first is the one that has it."""

    order: dict[str, Any]
    there: dict[Role, list[Subject]] = field(default_factory=lambda: {role: [] for role in DUTIES})

    def hire_all(self) -> None:
        """One more for each duty."""
        for role in DUTIES:
            self.hire(role)

    def hire(self, role: Role) -> None:
        """One more for a duty."""
        self.there[role].append(Subject("ours", {**self.order, "role": role, "core": None}))

    def replace(self, role: Role, url: str) -> int:
        """After a while kill the one at work, and hire another; returns how many messages it had on their way."""
        time.sleep(EVERY)
        self.there[role].pop(0).kill()
        doubtful = _asked(url, ON_THEIR_WAY) if role is Role.COURIER else 0
        self.hire(role)
        return doubtful

    def end(self) -> None:
        """Tell everybody to stop."""
        for one in [one for there in self.there.values() for one in there]:
            one.kill(signal.SIGTERM)


@contextmanager
def _crew(order: dict[str, Any]) -> Iterator[Crew]:
    crew = Crew(order)
    try:
        yield crew
    finally:
        crew.end()


@contextmanager
def _database() -> Iterator[str]:
    """The address of a new database, gone at the end."""
    name = f"bashke_bench_{os.getpid()}"
    _say(SERVER, f'CREATE DATABASE "{name}" TEMPLATE template0')
    try:
        yield urlsplit(SERVER)._replace(path=f"/{name}").geturl()
    finally:
        _say(SERVER, f'DROP DATABASE "{name}" WITH (FORCE)')


def _say(url: str, statement: str) -> None:
    async def say() -> None:
        async with _connected(url) as connection:
            await connection.execute(statement)

    asyncio.run(say())


def _asked(url: str, question: str) -> int:
    async def ask() -> int:
        async with _connected(url) as connection:
            return int(await connection.fetchval(question))

    return asyncio.run(ask())


@asynccontextmanager
async def _connected(url: str) -> AsyncIterator[Any]:
    connection = await asyncpg.connect(url)
    try:
        yield connection
    finally:
        await connection.close()


async def _found(folder: Path, url: str, followers: int, speakers: int) -> ConsultationId:
    """A town in a database; its announcement is queued and nothing has left."""
    institution, home = await begin(folder, url)
    numbered = list(enumerate(chats_of(followers, speakers), FIRST_PERSON))
    async with _connected(url) as connection:
        await _settle(connection, numbered[0][0], numbered[-1][0], home, followers)
        rows = addresses_of(numbered, vault_of(folder))
        await connection.copy_records_to_table("addresses", records=rows, columns=("mark", "person", "sealed"))
    return await announce(folder, institution, url)


async def _settle(connection: Any, first: int, last: int, home: MunicipalityId, followers: int) -> None:
    """People straight into the tables; those first by number follow their municipality."""
    await connection.execute(
        "INSERT INTO people (id, bot, language, municipality, quiet_start, quiet_end, reach)"
        f" SELECT number, {BOT}, '{Language.SQ}', {home}, '{NEVER_QUIET}', '{NEVER_QUIET}', '{Reach.REACHABLE}'"
        f" FROM generate_series({first}, {last}) AS number"
    )
    await connection.execute(
        "INSERT INTO follows (person, what, subject, since)"
        f" SELECT number, '{Followed.MUNICIPALITY}', {home}, current_date"
        f" FROM generate_series({first}, {first + followers - 1}) AS number"
    )
