"""Keys are changed by the only process on a PostgreSQL; another one would go on with those of before."""

from typing import Any

import pytest

from storage import database as database_module
from storage.database import Database
from storage.errors import InUse, WrongKey
from storage.keys import Key, new_key
from storage.postgres import connect
from storage.vault import Vault
from tests.storage.conftest import opened
from tests.storage.rows import VAULT

pytestmark = pytest.mark.postgresql_only
OLD, NEW = Key(b"test", bytes(range(32))), new_key()


async def renewed(url: str) -> Database:
    """The house, opened with a new key on top."""
    database = Database(url, Vault([NEW, OLD]))
    await database.open()
    return database


async def opens(url: str, vault: Vault) -> bool:
    database = Database(url, vault)
    try:
        await database.open()
    except WrongKey:
        return False
    finally:
        await database.close()
    return True


async def test_the_only_process_seals_anew_and_the_old_key_opens_nothing_any_more(url: str):
    database = await renewed(url)
    await database.make_sure_we_are_alone()
    await database.reseal()
    await database.close()
    assert not await opens(url, VAULT)
    assert await opens(url, Vault([NEW, OLD]))


async def test_beside_another_process_nothing_is_sealed_anew(url: str):
    database, other = await renewed(url), await connect(url, "bashke other")
    for attempt in (database.make_sure_we_are_alone, database.reseal):
        with pytest.raises(InUse):
            await attempt()
    await other.close()
    await database.make_sure_we_are_alone()
    await database.close()
    assert await opens(url, VAULT)


async def test_one_that_comes_in_the_middle_of_it_is_seen(url: str, monkeypatch: pytest.MonkeyPatch):
    there: list[Any] = []
    real = database_module.reseal

    async def meanwhile(*given: Any) -> int:
        there.append(await connect(url, "bashke other"))
        return await real(*given)

    monkeypatch.setattr(database_module, "reseal", meanwhile)
    database = await renewed(url)
    with pytest.raises(InUse):
        await database.reseal()
    await there[0].close()
    await database.close()
    assert await opens(url, VAULT)


async def test_somebody_who_only_looks_at_the_tables_is_no_process_of_ours(url: str):
    async with opened(url) as database:
        psql = await connect(url, "psql")
        await database.make_sure_we_are_alone()
        await psql.close()
