"""All that is said differently to SQLite: how a connection is prepared, how a transaction begins, how to upsert.

`synchronous=FULL`, though it costs 1.8 to 3.6 times as much as NORMAL: with NORMAL the last commits are lost at a power
cut, and we have told Telegram by then that the update is done. Commits are shared, so the price is small.
"""

import os
import re
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, event, make_url
from sqlalchemy.dialects.sqlite import Insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

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
READING = "bashke_reading"
AWAY = (OperationalError, InterfaceError, OSError)
"""What says that the database is away, and not that one row is at fault."""
MOST_AT_ONCE = 500
"""How many values go into one IN (…): well under SQLite's limit of variables."""


def check_version() -> None:
    """Raise OldSqlite where SQLite cannot answer what an INSERT or UPDATE did (RETURNING)."""
    if sqlite3.sqlite_version_info < OLDEST:
        raise OldSqlite(sqlite3.sqlite_version, ".".join(map(str, OLDEST)))


def make_engine(url: str, *, durable: bool = True) -> AsyncEngine:
    """An engine whose connections are prepared and whose transactions begin as we say.

    The driver would begin a transaction only before the first write; a savepoint taken earlier would then outlive the
    rollback around it. And a reader that turns writer may find the door shut: writers say so at once (IMMEDIATE).
    One that is not durable does not wait for the disk: for a play whose file nobody needs after a power cut.
    """
    # An error must not carry into the log the values it was about.
    engine = create_async_engine(re.sub(r"^sqlite:", "sqlite+aiosqlite:", url), hide_parameters=True)
    event.listen(engine.sync_engine, "do_connect", connect)
    event.listen(engine.sync_engine, "connect", _prepare)
    if not durable:
        event.listen(engine.sync_engine, "connect", _hurry)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _hurry(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous=OFF")
    cursor.close()


def file_of(url: str) -> Path | None:
    """The file of a database, unless it is kept in memory."""
    path = make_url(url).database
    return None if path in {None, "", ":memory:"} else Path(str(path))


def make_private(path: Path) -> None:
    """A new database file is for its owner only; SQLite gives the files beside it the same rights."""
    # Where there is a file its rights are the operator's; where there is no folder, connecting says so.
    with suppress(FileExistsError, FileNotFoundError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def rebuild(connection: Connection) -> None:
    """Write the file anew, without free pages, and without the copies that rows leave behind when they are moved.

    To be called outside a transaction, while nobody writes.
    """
    cursor = connection.connection.cursor()
    cursor.execute("VACUUM")
    cursor.close()


def empty_log(connection: Connection) -> None:
    """Bring the write-ahead log home and cut it to nothing: what was deleted still stands in its old pages.

    Somebody who reads just now puts it off to the next time: meanwhile nobody could write. To be called outside a
    transaction.
    """
    cursor = connection.connection.cursor()
    for pragma in ("busy_timeout=100", "wal_checkpoint(TRUNCATE)", PATIENT):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def insert(table: Table) -> Insert:
    """An INSERT that knows ON CONFLICT."""
    return sqlite_insert(table)
