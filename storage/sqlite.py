"""All that is said differently to SQLite: how a connection is prepared, how it begins, how files are cleaned.

`synchronous=FULL`, though it costs 1.8 to 3.6 times as much as NORMAL: with NORMAL the last commits are lost at a power
cut, and we have told Telegram by then that the update is done. Commits are shared, so the price is small.
"""

import asyncio
import os
import re
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection as SyncConnection
from sqlalchemy import Table, event, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.connection import Connection
from storage.dialect import READING
from storage.duties import Alone, Duties
from storage.errors import OldSqlite
from storage.hop import connect

PATIENT = "busy_timeout=5000"
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    PATIENT,
)
OLDEST = (3, 35)


class Sqlite:
    """Fulfils `storage.dialect.Dialect` with a file, for one process."""

    one_writer: bool = True
    reading: Mapping[str, Any] = {READING: True}

    def check_version(self) -> None:
        """Raise OldSqlite where SQLite cannot answer what an INSERT or UPDATE did (RETURNING)."""
        if sqlite3.sqlite_version_info < OLDEST:
            raise OldSqlite(sqlite3.sqlite_version, ".".join(map(str, OLDEST)))

    def name_of(self, url: str) -> str:
        """The path of its file."""
        return str(self.file_of(url) or url)

    def file_of(self, url: str) -> Path | None:
        """The file of a database, unless it is kept in memory."""
        path = make_url(url).database
        return None if path in {None, "", ":memory:"} else Path(str(path))

    def make_engine(self, url: str, *, durable: bool) -> AsyncEngine:
        """An engine whose connections are prepared and whose transactions begin as we say.

        The driver would begin a transaction only before the first write; a savepoint taken earlier would then outlive
        the rollback around it. And a reader that turns writer may find the door shut: writers say so at once
        (IMMEDIATE). One that is not durable does not wait for the disk: for a play whose file nobody needs after a
        power cut.
        """
        if (file := self.file_of(url)) is not None:
            _make_private(file)
        # An error must not carry into the log the values it was about.
        engine = create_async_engine(re.sub(r"^sqlite:", "sqlite+aiosqlite:", url), hide_parameters=True)
        event.listen(engine.sync_engine, "do_connect", connect)
        event.listen(engine.sync_engine, "connect", _prepare)
        if not durable:
            event.listen(engine.sync_engine, "connect", _hurry)
        event.listen(engine.sync_engine, "begin", _begin)
        return engine

    async def take_pen(self, connection: Connection) -> None:
        """Whoever writes has it: BEGIN IMMEDIATE."""

    async def count_on(self, connection: AsyncConnection, table: Table) -> None:
        """It does so by itself."""

    @asynccontextmanager
    async def rebuilding(self, connection: AsyncConnection) -> AsyncIterator[None]:
        """Do not mind that a table goes to which others point: it comes again, for SQLite changes none in its place."""
        await connection.run_sync(_say, "PRAGMA foreign_keys=OFF")
        try:
            yield
        finally:
            await connection.run_sync(_say, "PRAGMA foreign_keys=ON")

    async def check_ties(self, connection: AsyncConnection) -> None:
        """Raise RuntimeError if a row points at one that a migration has lost."""
        torn = (await connection.exec_driver_sql("PRAGMA foreign_key_check")).mappings().first()
        if torn is not None:
            raise RuntimeError(f"a row of {torn['table']} points at none of {torn['parent']}")

    async def rebuild(self, engine: AsyncEngine) -> None:
        """Write the file anew, without free pages, and without the copies that rows leave behind when they are moved.

        To be called outside a transaction, while nobody writes.
        """
        await _outside(engine, "VACUUM")

    async def empty_log(self, engine: AsyncEngine) -> None:
        """Bring the write-ahead log home and cut it to nothing: what was deleted still stands in its old pages.

        Somebody who reads just now puts it off to the next time: meanwhile nobody could write.
        """
        await _outside(engine, "PRAGMA busy_timeout=100", "PRAGMA wal_checkpoint(TRUNCATE)")

    async def others(self, connection: AsyncConnection) -> int:
        """None: a lock beside the file keeps them away."""
        return 0

    def duties(self, url: str) -> Duties:
        """All of them are ours."""
        return Alone()

    async def ring(self, connection: Connection) -> None:
        """There is nobody to hear it."""

    async def listen(self, url: str, kick: Callable[[], None]) -> None:
        """There is nobody to ring."""
        await asyncio.Event().wait()


SQLITE: Final = Sqlite()


async def _outside(engine: AsyncEngine, *statements: str) -> None:
    """Say something that no transaction may be around; whatever comes of it, the connection is patient afterwards."""
    async with engine.connect() as connection:
        try:
            await connection.run_sync(_say, *statements)
        finally:
            await connection.run_sync(_say, f"PRAGMA {PATIENT}")


def _say(connection: SyncConnection, *statements: str) -> None:
    """Past SQLAlchemy, which would begin a transaction."""
    with closing(connection.connection.cursor()) as cursor:
        for statement in statements:
            cursor.execute(statement)


def _make_private(path: Path) -> None:
    """A new database file is for its owner only; SQLite gives the files beside it the same rights."""
    # Where there is a file its rights are the operator's; where there is no folder, connecting says so.
    with suppress(FileExistsError, FileNotFoundError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _hurry(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous=OFF")
    cursor.close()


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: SyncConnection) -> None:
    reading = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
