"""A fresh database for each test: a copy of one that was migrated, filled and built once."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings

from storage.database import Database
from tests.storage.rows import VAULT, House, url_of

MEMORY = Path("/dev/shm")

settings.register_profile("storage", max_examples=30, deadline=None)
settings.load_profile("storage")


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "empty.sqlite3"

    async def make() -> None:
        database = Database(url_of(path), VAULT)
        await database.open()
        await database.migrate()
        await database.close()

    asyncio.run(make())
    return path


@pytest.fixture(scope="session")
def built(template: Path) -> tuple[Path, House]:
    path = Path(shutil.copy(template, template.with_name("built.sqlite3")))

    async def make() -> House:
        database = Database(url_of(path), VAULT)
        await database.open()
        house = await House.built(database)
        await database.close()
        return house

    return path, asyncio.run(make())


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder in memory where the machine has one: every commit waits for the disk."""
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield Path(folder)


@pytest.fixture
def path(template: Path, place: Path) -> Path:
    return Path(shutil.copy(template, place / "empty.sqlite3"))


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    database = Database(url_of(path), VAULT)
    await database.open()
    yield database
    await database.close()


@pytest.fixture
async def house(built: tuple[Path, House], place: Path) -> AsyncIterator[House]:
    """A municipality's institution, one open consultation with a meeting, nobody yet."""
    path = Path(shutil.copy(built[0], place / "house.sqlite3"))
    database = Database(url_of(path), VAULT)
    await database.open()
    yield replace(built[1], database=database)
    await database.close()
