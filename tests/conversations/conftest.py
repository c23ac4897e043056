"""Every conversation gets a town of its own: a copy of one that was built once, so that nobody waits for masons."""

import copy
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

from participation.clock import HandClock
from participation.people.model import Role
from participation.reports import usecases
from simulator.people import Person
from simulator.world import World
from storage import database, sqlite
from tests.servers import Server, a_server, name_for
from tests.town import Town, announce, open_town

Builder = Callable[[Town], Awaitable[list[Person]]]


@dataclass(frozen=True)
class Picture:
    """A town at rest: its folder, its world and its clock, and the people one will want to speak with."""

    folder: Path
    world: World
    clock: HandClock
    people: list[Person]


@dataclass
class Album:
    """Pictures of towns, each taken when somebody first asks for it."""

    folder: Path
    pictures: dict[str, Picture] = field(default_factory=dict)

    async def take(self, name: str, build: Builder) -> Picture:
        """The picture of this name."""
        if name not in self.pictures:
            folder = self.folder / name
            folder.mkdir()
            async with open_town(folder) as town:
                people = await build(town)
            self.pictures[name] = Picture(folder, town.world, town.clock, people)
        return self.pictures[name]

    @asynccontextmanager
    async def opened(
        self, name: str, build: Builder, folder: Path, **settings: object
    ) -> AsyncIterator[tuple[Town, list[Person]]]:
        """A town that looks exactly like its picture, with those same people in it."""
        picture = await self.take(name, build)
        shutil.copytree(picture.folder, folder, dirs_exist_ok=True)
        world, clock, people = copy.deepcopy((picture.world, picture.clock, picture.people))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(database, "upgrade", lambda *_: None)  # its tables are those of the picture
            async with open_town(folder, clock=clock, world=world, **settings) as town:
                yield town, people


@pytest.fixture(scope="package", autouse=True)
def no_power_cuts() -> Iterator[None]:
    """Here nobody pulls the plug, so nobody waits for the disk."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite, "PRAGMAS", (*sqlite.PRAGMAS, "synchronous=OFF"))
        yield


@pytest.fixture(scope="session")
def album(tmp_path_factory: pytest.TempPathFactory) -> Album:
    return Album(tmp_path_factory.mktemp("pictures"))


async def empty(_: Town) -> list[Person]:
    """Nobody there yet."""
    return []


async def lively(town: Town) -> list[Person]:
    """A consultation is open, Ana lives here and reads English, Zana is the coordinator."""
    zana = await town.officer("Zana")
    await announce(town, zana)
    return [await town.citizen("Ana", language="English"), zana]


@pytest.fixture
async def town(album: Album, tmp_path: Path) -> AsyncIterator[Town]:
    async with album.opened("empty", empty, tmp_path) as (opened, _):
        yield opened


@dataclass
class Square:
    """A lively town, and the two people everybody knows."""

    town: Town
    ana: Person
    zana: Person


@pytest.fixture
async def mira(square: Square, monkeypatch: pytest.MonkeyPatch) -> Person:
    """The protection contact, who does nothing else here; the numbers that are drawn come in their order."""
    numbers = count(1)
    monkeypatch.setattr(usecases, "draw", lambda _: next(numbers))
    return await square.town.officer("Mira", role=Role.PROTECTION)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Conversations that are marked so are also held over PostgreSQL, in a town that is built for each."""
    if "kind" in metafunc.fixturenames and metafunc.definition.get_closest_marker("on_both"):
        metafunc.parametrize("kind", ["sqlite", "postgresql"])


@pytest.fixture
def kind() -> str:
    return "sqlite"


@pytest.fixture
def server(kind: str) -> Server | None:
    """Where to make a database, if it is not a file."""
    return a_server() if kind == "postgresql" else None


@pytest.fixture
async def square(album: Album, tmp_path: Path, server: Server | None, worker_id: str) -> AsyncIterator[Square]:
    if server is not None:
        async with server.fresh(name_for(worker_id, "town")) as url, open_town(tmp_path, url=url) as town:
            ana, zana = await lively(town)
            yield Square(town, ana, zana)
        return
    async with album.opened("lively", lively, tmp_path) as (opened, (ana, zana)):
        yield Square(opened, ana, zana)
