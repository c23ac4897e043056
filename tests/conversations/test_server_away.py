"""A PostgreSQL that goes away in the middle and comes back: the service goes on by itself, and does nothing twice."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from sqlalchemy import text

from bot import duties, polling
from bot.logs import OURS
from storage import postgres, roster
from tests.conversations.conftest import lively
from tests.conversations.steps import schedule
from tests.servers import a_server, name_for
from tests.town import Town, open_town

PATIENCE = 60.0
WORDS = "Plani i rrugëve"


class Cable:
    """Leads to a server, and can be cut; while it is cut nobody is let in."""

    def __init__(self, host: str, port: int) -> None:
        self._to = (host, port)
        self._lines: set[asyncio.StreamWriter] = set()
        self._is_cut = False
        self.refused = 0
        self.port = 0

    def cut(self) -> None:
        self._is_cut = True
        for each in self._lines:
            each.transport.abort()

    def mend(self) -> None:
        self._is_cut = False

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._is_cut:
            self.refused += 1
            writer.transport.abort()
            return
        there, back = await asyncio.open_connection(*self._to)
        self._lines |= {writer, back}
        with suppress(OSError):
            await asyncio.gather(_pump(reader, back), _pump(there, writer))
        self._lines -= {writer, back}


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while came := await reader.read(65536):
            writer.write(came)
            await writer.drain()
    finally:
        writer.close()


@asynccontextmanager
async def cable_to(address: str) -> AsyncIterator[Cable]:
    server = urlsplit(address)
    cable = Cable(server.hostname or "", server.port or 5432)
    async with await asyncio.start_server(cable.carry, "127.0.0.1", 0) as listening:
        cable.port = listening.sockets[0].getsockname()[1]
        yield cable
        cable.cut()


def through(cable: Cable, url: str) -> str:
    parts = urlsplit(url)
    return parts._replace(netloc=f"{parts.username}@127.0.0.1:{cable.port}").geturl()


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not is_so():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


@pytest.fixture
def server():
    return a_server()


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    """Whoever waits some seconds before the next try waits for less."""
    waits = ((polling, "PATIENCE"), (postgres, "REST"), (roster, "LOOK"), (roster, "BREATH"), (duties, "TRY_AGAIN"))
    for where, name in waits:
        monkeypatch.setattr(where, name, 0.1)


@asynccontextmanager
async def at_work(town: Town) -> AsyncIterator[None]:
    """The whole service runs, and its clock runs a little faster than ours."""

    async def tick() -> None:
        while True:
            town.clock.move(timedelta(seconds=0.1))
            await asyncio.sleep(0.01)

    async with asyncio.TaskGroup() as house:
        ticking, running = house.create_task(tick()), house.create_task(town.service.run())
        yield
        assert not running.done()
        town.service.stop()
        await running
        ticking.cancel()


def hears(town, people, words: str) -> list[int]:
    return [sum(shown.startswith(words) for shown in town.seen(person)) for person in people]


@pytest.mark.parametrize(("room", "method", "call"), [("_channel", "send", 3), ("_desk", "write", 2)])
async def test_whenever_it_goes_all_goes_on_when_it_is_back(
    server, tmp_path, worker_id, caplog, monkeypatch, room, method, call
):
    async with (
        server.fresh(name_for(worker_id, "cable")) as url,
        cable_to(url) as cable,
        open_town(tmp_path, url=through(cable, url)) as town,
    ):
        ana, zana = await lively(town)
        people = [ana, *[await town.citizen(f"Citizen {n}", language="English") for n in range(5)]]
        await schedule(town, zana, WORDS, at=town.clock.now() + timedelta(minutes=1))
        town.clock.move(timedelta(minutes=1))
        await town.service.metronome.beat()
        before = hears(town, people, "Open now")
        caplog.clear()
        monkeypatch.setattr(getattr(town.line.courier, room), method, cutting(cable, call, room, method, town))
        async with at_work(town):
            await until(lambda: cable.refused > 0)
            for person in people:
                person.says(town.bot, "/hapur")
            await until(lambda: cable.refused > 30)
            assert town.world.pending(town.bot) == len(people)
            told = Counter(record.getMessage() for record in caplog.records if record.name.startswith(OURS))
            cable.mend()
            await until(lambda: hears(town, people, WORDS) == [1] * len(people) and not town.world.pending(town.bot))
            await until(lambda: hears(town, people, "Open now") == [count + 1 for count in before])
        async with town.service.database.reading() as unit:
            left = await unit._connection.execute(
                text("SELECT state, attempts FROM parcels WHERE campaign IS NOT NULL")
            )
            assert set(left.all()) == {("sent", 0)}
    assert hears(town, people, WORDS) == [1] * len(people)
    assert told.total() < 10
    assert [line for line in told if "failed" in line or "fault" in line] == []


def cutting(cable: Cable, call: int, room: str, method: str, town: Town) -> Callable[..., Awaitable[object]]:
    real, calls = getattr(getattr(town.line.courier, room), method), []

    async def called(*given, **options):
        calls.append(1)
        if len(calls) == call:
            cable.cut()
        return await real(*given, **options)

    return called
