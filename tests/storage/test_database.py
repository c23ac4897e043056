import asyncio
import gc
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from threading import Event

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine, inspect, text
from sqlalchemy.exc import IntegrityError, OperationalError

from participation.errors import NotFound, Refusal, Refused
from storage.columns import Moment
from storage.database import Database
from storage.dialect import AWAY
from storage.errors import OldSqlite, TakenAway, WrongKey
from storage.keys import Key, new_key
from storage.schema import configured, upgrade
from storage.tables import metadata
from storage.vault import Vault
from storage.work import Work
from tests.misfortunes import no_room, undone_by_sqlite
from tests.storage.rows import BOT, NOW, VAULT, House, url_of


@contextmanager
def in_memory() -> Iterator[Connection]:
    """An empty database, closed at the end."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def test_tables_and_migrations_agree():
    with in_memory() as connection:
        upgrade(connection, VAULT)
        differences = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata)
    assert differences == []


def test_the_tables_that_migrations_make_are_those_we_declare():
    """Word for word: also keys, constraints and AUTOINCREMENT, which the comparison above passes over."""

    def made(make) -> dict[str, str]:
        with in_memory() as connection:
            make(connection)
            rows = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
            return {name: " ".join(sorted(sql.replace(",", " ").replace('"', "").split())) for name, sql in rows}

    migrated = made(lambda connection: upgrade(connection, VAULT))
    migrated.pop("alembic_version")
    assert migrated == made(metadata.create_all)


async def test_migrating_twice_changes_nothing_and_keeps_what_an_admin_edited(database: Database):
    async with database.transaction() as uow:
        await uow._connection.execute(text("DELETE FROM emergency_numbers WHERE number = '112'"))
        await uow._connection.execute(text("UPDATE units SET name = 'Qendra' WHERE name = 'Çarçovë'"))
    await database.migrate()
    async with database.reading() as uow:
        numbers = await uow._connection.execute(text("SELECT count(*) FROM emergency_numbers"))
        names = await uow._connection.execute(text("SELECT name FROM units WHERE name IN ('Qendra', 'Çarçovë')"))
        assert (numbers.scalar_one(), names.scalars().all()) == (10, ["Qendra"])


async def test_what_an_admin_removed_to_the_last_row_does_not_come_back(database: Database):
    for table in ("days_off", "emergency_numbers"):
        async with database.transaction() as uow:
            await uow._connection.execute(text(f"DELETE FROM {table}"))
    await database.migrate()
    async with database.reading() as uow:
        for table in ("days_off", "emergency_numbers"):
            left = await uow._connection.execute(text(f"SELECT count(*) FROM {table}"))
            assert left.scalar_one() == 0


async def test_another_key_does_not_open_the_database(path: Path):
    for keys in ([new_key()], [Key(b"test", new_key().secret)], [Key(b"test", bytes(range(32))), new_key()]):
        with pytest.raises(WrongKey, match="key file"):
            await opened(path, Vault(keys))


async def opened(path: Path, vault: Vault) -> None:
    database = Database(url_of(path), vault)
    try:
        await database.open()
    finally:
        await database.close()


async def test_a_turned_key_opens_the_database(path: Path):
    await opened(path, Vault([new_key(), Key(b"test", bytes(range(32)))]))


@pytest.mark.parametrize("replaced", [False, True])
async def test_nothing_is_committed_to_a_file_that_was_taken_away(database: Database, path: Path, replaced: bool):
    await taken(database)
    if replaced:
        shutil.copy(path, path.with_name("copy"))
        os.replace(path.with_name("copy"), path)  # noqa: PTH105  ruff would have it awaited
    else:
        os.unlink(path)  # noqa: PTH108
    for act in (taken(database), taken(database), database.until_taken_away()):
        with pytest.raises(TakenAway, match="taken away or replaced"):
            await act


async def test_a_file_that_was_written_anew_is_still_the_same(database: Database):
    async with database.transaction() as unit:
        await unit.sweeper.sweep(now=NOW, marks_before=NOW)
    await taken(database)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(database.until_taken_away(), 0.01)


async def test_what_is_not_open_says_so():
    with pytest.raises(RuntimeError, match="not open"):
        await taken(Database("sqlite+aiosqlite://", VAULT))


@pytest.mark.sqlite_only
async def test_connections_are_prepared(database: Database):
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "busy_timeout": 5000}
    async with database.transaction() as uow:
        for name, value in wanted.items():
            assert (await uow._connection.execute(text(f"PRAGMA {name}"))).scalar() == value


@pytest.mark.sqlite_only
async def test_a_log_that_cannot_be_brought_home_leaves_a_connection_as_patient_as_before(
    database: Database, path: Path
):
    await taken(database)
    with no_room(path), pytest.raises(sqlite3.OperationalError, match="disk I/O error"):
        await database._dialect.empty_log(database._connected())
    async with database.reading() as uow:
        assert (await uow._connection.execute(text("PRAGMA busy_timeout"))).scalar() == 5000


async def test_an_exception_undoes_the_transaction(database: Database):
    async def fail() -> None:
        async with database.transaction() as uow:
            await uow.addresses.person_at(BOT, 1)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with database.reading() as uow:
        assert await uow.addresses.find(BOT, 1) is None


async def taken(database: Database) -> bool:
    async with database.transaction() as uow:
        return await uow.inbox.take(BOT, 1, NOW)


async def refuse(uow: Work) -> None:
    async with uow.savepoint():
        await uow.addresses.person_at(BOT, 1)
        raise Refused(Refusal.EMPTY)


async def test_a_refusal_in_a_savepoint_undoes_only_what_is_inside(database: Database):
    async with database.transaction() as uow:
        assert await uow.inbox.take(BOT, 1, NOW)
        with pytest.raises(Refused):
            await refuse(uow)
        async with uow.savepoint():
            await uow.addresses.person_at(BOT, 2)
    async with database.transaction() as uow:
        assert await uow.addresses.find(BOT, 1) is None
        assert await uow.addresses.find(BOT, 2) is not None
        assert not await uow.inbox.take(BOT, 1, NOW)


async def test_a_savepoint_before_the_first_write_does_not_outlive_the_rollback(database: Database):
    async def fail() -> None:
        async with database.transaction() as uow:
            async with uow.savepoint():
                await uow.inbox.take(BOT, 1, NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert await taken(database)


async def test_two_writers_take_turns(house: House):
    """Both read the counter and write it back; neither may count over the other."""
    numbers: list[int] = []

    async def count() -> None:
        async with house.database.transaction() as uow:
            numbers.append(await uow.places.next_receipt(house.institution, "comment", 2026))
            await asyncio.sleep(0)

    await asyncio.gather(*(count() for _ in range(8)))
    assert sorted(numbers) == list(range(1, 9))


async def test_a_reader_is_not_kept_waiting_by_a_writer(database: Database):
    async with database.transaction() as writing:
        await writing.addresses.person_at(BOT, 1)
        async with asyncio.timeout(2), database.reading() as uow:
            assert await uow.addresses.find(BOT, 1) is None


async def test_what_a_reader_writes_is_undone(database: Database):
    with suppress(OperationalError):  # PostgreSQL does not even begin to
        async with database.reading() as uow:
            await uow.addresses.person_at(BOT, 1)
    async with database.reading() as uow:
        assert await uow.addresses.find(BOT, 1) is None


async def test_a_transaction_inside_a_transaction_is_refused(database: Database):
    async with database.transaction():
        with pytest.raises(RuntimeError, match="savepoint"):
            await taken(database)
    assert await taken(database)


async def test_each_commit_is_announced_before_and_after(path: Path):
    heard: list[str] = []
    database = Database(url_of(path), VAULT, on_commit=heard.append)
    await database.open()
    async with database.transaction() as uow:
        await uow.inbox.take(BOT, 1, NOW)
        assert heard == []
    async with database.reading():
        pass
    await database.close()
    assert heard == ["before", "after"]


async def test_a_plug_pulled_before_the_commit_leaves_nothing(path: Path):
    def pull(when: str) -> None:
        raise SystemExit(when)

    database = Database(url_of(path), VAULT, on_commit=pull)
    await database.open()
    with pytest.raises(SystemExit, match="before"):
        await taken(database)
    await database.close()
    again = Database(url_of(path), VAULT)
    await again.open()
    assert await taken(again)
    await again.close()


@pytest.mark.parametrize("fails", [False, True])
async def test_who_is_cancelled_leaves_only_when_what_was_begun_in_sqlites_thread_is_over(path: Path, fails, caplog):
    database = Database(url_of(path), VAULT)
    await database.open()
    begun, may_go_on = Event(), Event()

    async def take_slowly(uow: Work) -> None:
        begun.set()
        may_go_on.wait(10)
        await uow.inbox.take(BOT, 1, NOW)
        if fails:
            raise ValueError

    leaving = asyncio.ensure_future(database.perform(take_slowly))
    await asyncio.to_thread(begun.wait, 10)
    for _ in range(2):
        leaving.cancel()
        await asyncio.sleep(0.01)
    assert not leaving.done()
    may_go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await leaving
    assert await taken(database) == fails, "it was written as a whole before we left, or not at all"
    await database.close()
    gc.collect()
    assert caplog.text == ""


@pytest.mark.parametrize("at_home", [True, False])
async def test_what_sqlite_undoes_by_itself_is_never_taken_for_done(path: Path, at_home):
    database = Database(url_of(path), VAULT)
    await database.open()
    found: list[bool] = []

    async def three(uow: Work) -> None:
        await uow.inbox.take(BOT, 1, NOW)
        try:
            async with uow.savepoint():
                await undone_by_sqlite(uow)
        except Exception as error:  # noqa: BLE001  somebody who only looks whether it was their own fault
            found.append(uow.is_lost(error))
        await uow.inbox.take(BOT, 3, NOW)

    async def by_hand() -> None:
        async with database.transaction() as uow:
            await three(uow)

    with pytest.raises(AWAY):
        await (database.perform(three) if at_home else by_hand())
    assert found == [True]
    assert await taken(database), "the first was undone and is not marked"
    await database.close()


async def test_a_lost_database_is_told_from_a_faulty_update(database: Database):
    async with database.transaction() as uow:
        assert uow.is_lost(OperationalError("", {}, Exception("disk I/O error")))
        assert not uow.is_lost(ValueError())
        assert not uow.is_lost(NotFound())


def test_a_naive_moment_is_refused():
    with pytest.raises(ValueError, match="naive"):
        Moment().process_bind_param(NOW.replace(tzinfo=None), None)


def test_moments_are_kept_in_utc():
    tirane = datetime(2026, 7, 1, 10, tzinfo=timezone(timedelta(hours=2)))
    kept = Moment().process_bind_param(tirane, None)
    assert kept.tzinfo is UTC
    assert Moment().process_result_value(kept.replace(tzinfo=None), None) == tirane


def test_every_moment_in_the_tables_is_ours():
    columns = [column for table in metadata.sorted_tables for column in table.columns]
    strangers = [str(c) for c in columns if type(c.type).__name__ in {"DateTime", "TIMESTAMP", "DATETIME"}]
    assert strangers == []


def test_the_migration_can_be_taken_back():
    with in_memory() as connection:
        upgrade(connection, VAULT)
        command.downgrade(configured(connection, VAULT), "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]


async def test_an_older_house_in_which_reports_were_dealt_with_is_brought_up_to_date(path: Path):
    """Entries point at reports, and SQLite makes the table of reports anew."""
    older = path.with_name("older.sqlite3")
    engine = create_engine(f"sqlite:///{older}")
    with engine.begin() as connection:
        command.upgrade(configured(connection, VAULT), "0007")
        connection.execute(text("INSERT INTO institutions VALUES (1, 'B', NULL, 'PR', NULL, NULL, NULL, 30, 365, 5)"))
        connection.execute(
            text(
                "INSERT INTO reports (id, receipt, institution, account, received_on, urgent, state, moved_on, said)"
                " VALUES (1, 'PR-S-1', 1, x'00', '2026-11-03', 0, 'seen', '2026-11-03', 0)"
            )
        )
        connection.execute(text("INSERT INTO entries VALUES (1, 1, x'00', '2026-11-03', 0)"))
    engine.dispose()
    database = Database(url_of(older), VAULT)
    await database.open()
    await database.migrate()
    async with database.transaction() as uow:
        assert (await uow._connection.execute(text("SELECT count(*) FROM entries JOIN reports"))).scalar_one() == 1
    with pytest.raises(IntegrityError):
        async with database.transaction() as uow:
            await uow._connection.execute(text("DELETE FROM reports"))
    await database.close()


@pytest.mark.sqlite_only
async def test_a_migration_that_would_lose_a_row_to_which_others_point_changes_nothing(database: Database, monkeypatch):
    def loses(connection, vault):
        upgrade(connection, vault)
        connection.execute(text("DELETE FROM categories WHERE code = 'noise'"))

    monkeypatch.setattr("storage.database.upgrade", loses)
    with pytest.raises(RuntimeError, match="a row of category_labels points at none of categories"):
        await database.migrate()
    async with database.reading() as uow:
        wanted = text("SELECT count(*) FROM categories WHERE code = 'noise'")
        assert (await uow._connection.execute(wanted)).scalar_one() == 1


@pytest.mark.parametrize(("version", "fits"), [((3, 34, 1), False), ((3, 35, 0), True)])
async def test_an_sqlite_that_is_too_old_is_named(path: Path, monkeypatch, version, fits):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
    database = Database(url_of(path), VAULT)
    with nullcontext() if fits else pytest.raises(OldSqlite, match="or newer is needed"):
        await database.open()
    await database.close()
