"""A fresh database for each test, on SQLite and on PostgreSQL: a copy of one that was migrated and built once."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from inspect import signature
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from storage.database import Database
from tests.servers import Server, a_server, name_for
from tests.storage.rows import VAULT, House, url_of

MEMORY = Path("/dev/shm")
KINDS = ("sqlite", "postgresql")
FILES = {"path", "place"}
"""Whoever asks for one of these is about SQLite's files."""

settings.register_profile("storage", max_examples=30, deadline=None)
settings.load_profile("storage")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Whoever asks for a database is asked twice, unless it is about files or marked for one kind only."""
    if "database_kind" in metafunc.fixturenames:
        marked = {mark.name for mark in metafunc.definition.iter_markers()}
        if FILES & signature(metafunc.function).parameters.keys():
            marked.add("sqlite_only")
        kinds = [kind for kind in KINDS if f"{kind}_only" in marked] or KINDS
        metafunc.parametrize("database_kind", kinds, scope="session")


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    database = Database(url, VAULT)
    await database.open()
    try:
        yield database
    finally:
        await database.close()


async def migrate(url: str) -> None:
    async with opened(url) as database:
        await database.migrate()


async def build(url: str) -> House:
    async with opened(url) as database:
        return await House.built(database)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "empty.sqlite3"
    asyncio.run(migrate(url_of(path)))
    return path


@pytest.fixture(scope="session")
def built(template: Path) -> tuple[Path, House]:
    path = Path(shutil.copy(template, template.with_name("built.sqlite3")))
    return path, asyncio.run(build(url_of(path)))


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder in memory where the machine has one: every commit waits for the disk."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield Path(folder)


@pytest.fixture
def path(url: str, place: Path) -> Path:
    """The file of the database of a test that is for SQLite only."""
    assert url.startswith("sqlite")
    return place / "empty.sqlite3"


@dataclass(frozen=True)
class Templates:
    """Databases on a server that are copied, one empty and one with a house."""

    server: Server
    worker: str
    numbers: Iterator[int]
    house: House

    def name(self, what: str) -> str:
        return name_for(self.worker, what)

    def fresh(self, like: str) -> AbstractAsyncContextManager[str]:
        return self.server.fresh(self.name(str(next(self.numbers))), like=self.name(like))


@pytest.fixture(scope="session")
def templates(worker_id: str) -> Iterator[Templates]:
    server = a_server()
    names = [name_for(worker_id, what) for what in ("empty", "built")]

    async def make() -> House:
        await migrate(await server.make(names[0]))
        return await build(await server.make(names[1], like=names[0]))

    async def drop() -> None:
        for name in names:
            await server.drop(name)

    try:
        yield Templates(server, worker_id, count(1), asyncio.run(make()))
    finally:
        asyncio.run(drop())


@pytest.fixture
def copies(database_kind: str, request: pytest.FixtureRequest) -> Templates | Path:
    """What databases of this kind are copied from."""
    return request.getfixturevalue("template" if database_kind == "sqlite" else "templates")


@pytest.fixture
def made(database_kind: str, request: pytest.FixtureRequest) -> tuple[Path | None, House]:
    """The house of this kind, and its file if it has one."""
    if database_kind == "sqlite":
        return request.getfixturevalue("built")
    return None, request.getfixturevalue("templates").house


@pytest.fixture
async def url(copies: Templates | Path, place: Path) -> AsyncIterator[str]:
    """The address of a database in which nobody is known."""
    if isinstance(copies, Path):
        yield url_of(Path(shutil.copy(copies, place / "empty.sqlite3")))
    else:
        async with copies.fresh("empty") as address:  # noqa: ASYNC240  no path, whatever ruff thinks
            yield address


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    async with opened(url) as database:
        yield database


@pytest.fixture
async def house(made: tuple[Path | None, House], copies: Templates | Path, place: Path) -> AsyncIterator[House]:
    """A municipality's institution, one open consultation with a meeting, nobody yet."""
    file, house = made
    if isinstance(copies, Path):
        async with opened(url_of(Path(shutil.copy(file, place / "house.sqlite3")))) as database:
            yield replace(house, database=database)
    else:
        async with copies.fresh("built") as address, opened(address) as database:  # noqa: ASYNC240
            yield replace(house, database=database)
