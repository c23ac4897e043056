"""A fresh database for each test: a copy of one that was migrated, filled and built once."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings

from storage.database import Database
from tests.storage.rows import VAULT, House, url_of

settings.register_profile("storage", max_examples=50, deadline=None)
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
def path(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(template, tmp_path / "empty.sqlite3"))


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    database = Database(url_of(path), VAULT)
    await database.open()
    yield database
    await database.close()


@pytest.fixture
async def house(built: tuple[Path, House], tmp_path: Path) -> AsyncIterator[House]:
    """A municipality's institution, one open consultation with a meeting, nobody yet."""
    path = Path(shutil.copy(built[0], tmp_path / "house.sqlite3"))
    database = Database(url_of(path), VAULT)
    await database.open()
    yield replace(built[1], database=database)
    await database.close()
