"""How we get to SQLite's thread and back: once for a statement, or once for a whole piece of work.

aiosqlite runs SQLite in a thread of its own. SQLAlchemy's adapter goes there and back four times for a statement (make
a cursor, execute, fetch, close), and each journey costs more than most of our statements do. Here all of it is one;
and a piece of work that waits for nothing but the database is done there as a whole, its transaction included.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from contextvars import copy_context
from dataclasses import dataclass
from sqlite3 import Connection, Cursor, OperationalError
from threading import get_ident
from typing import Any, TypeVar

from sqlalchemy import Connection as SyncConnection
from sqlalchemy import CursorResult, Executable
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    SQLiteDialect_aiosqlite,
)
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.util import EMPTY_DICT

from storage.prepared import Prepared, Row

T = TypeVar("T")


@dataclass(frozen=True)
class Done:
    """What is left of a cursor once its statement has run."""

    description: Any = None
    rowcount: int = -1
    lastrowid: int | None = None

    def close(self) -> None:
        """It is closed already."""


def _run(connection: Connection, do: Callable[[Cursor], Any]) -> tuple[Done, Sequence[Any]]:
    """In SQLite's thread: the statement from its cursor to its last row."""
    cursor = connection.cursor()
    try:
        do(cursor)
        rows = cursor.fetchall() if cursor.description else ()
        return Done(cursor.description, cursor.rowcount, cursor.lastrowid), rows
    finally:
        cursor.close()


def _is_there(driver: Any) -> bool:
    """Whether we are in SQLite's thread."""
    return bool(driver._thread.ident == get_ident())


class OneHopCursor(AsyncAdapt_aiosqlite_cursor):
    """A cursor that exists in SQLite's thread only while its statement runs."""

    __slots__ = ()
    _awaitable_cursor_close = False

    def __init__(self, adapt_connection: AsyncAdapt_aiosqlite_connection) -> None:
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection._connection
        self._cursor: Any = Done()
        self._soft_closed_memoized = EMPTY_DICT
        self._rows = deque()

    def execute(self, operation: Any, parameters: Any = None) -> None:
        """Run a statement: here, where we are in SQLite's thread already."""
        if _is_there(self._connection):
            self._at_once(lambda cursor: cursor.execute(operation, () if parameters is None else parameters))
        else:
            super().execute(operation, parameters)

    def executemany(self, operation: Any, seq_of_parameters: Any) -> None:
        """The same with many rows."""
        if _is_there(self._connection):
            self._at_once(lambda cursor: cursor.executemany(operation, seq_of_parameters))
        else:
            super().executemany(operation, seq_of_parameters)

    async def _execute_async(self, operation: Any, parameters: Any) -> None:
        await self._hop(lambda cursor: cursor.execute(operation, () if parameters is None else parameters))

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> None:
        await self._hop(lambda cursor: cursor.executemany(operation, seq_of_parameters))

    def _at_once(self, do: Callable[[Cursor], Any]) -> None:
        driver: Any = self._connection
        self._cursor, rows = _run(driver._conn, do)
        self._rows = deque(rows)

    async def _hop(self, do: Callable[[Cursor], Any]) -> None:
        driver: Any = self._connection
        self._cursor, rows = await driver._execute(_run, driver._conn, do)
        self._rows = deque(rows)


class OneHopConnection(AsyncAdapt_aiosqlite_connection):
    """A connection whose cursors make one hop, and that makes none of its own for nothing."""

    __slots__ = ()
    _cursor_cls: Any = OneHopCursor

    def commit(self) -> None:
        """Commit: here, where we are in SQLite's thread already."""
        driver: Any = self._connection
        if _is_there(driver):
            driver._conn.commit()
        else:
            super().commit()

    def rollback(self) -> None:
        """Undo, where there is something to undo: the pool asks for it each time it takes a connection back."""
        driver: Any = self._connection
        if _is_there(driver):
            driver._conn.rollback()
        elif driver.in_transaction:
            super().rollback()


def connect(dialect: Any, _record: object, arguments: Sequence[Any], options: dict[str, Any]) -> OneHopConnection:
    """What the engine connects with instead of the adapter's own way."""
    plain = dialect.loaded_dbapi.connect(*arguments, **options)
    return OneHopConnection(plain.dbapi, plain._connection)


class AtHome:
    """A connection as it looks in SQLite's thread: whoever awaits it waits for nobody."""

    def __init__(self, connection: SyncConnection, driver: Connection) -> None:
        self._connection = connection
        self._driver = driver

    @property
    def invalidated(self) -> bool:
        """Whether it is of no use any more, or SQLite has undone the transaction by itself."""
        return self._connection.invalidated or not self._driver.in_transaction

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[None]:
        """A transaction: committed at the end, undone if an exception leaves it."""
        with self._connection.begin():
            yield

    async def rollback(self) -> None:
        """Undo what was written."""
        self._connection.rollback()

    async def execute(self, statement: Executable, parameters: Any = None) -> CursorResult[Any]:
        """Run a statement."""
        return self._connection.execute(statement, parameters)

    async def ask(self, statement: Prepared, values: Mapping[str, Any]) -> tuple[Sequence[Row], int]:
        """What a prepared statement answers with, and how many rows it touched."""
        plain = statement.plain(self._connection.dialect)
        done, rows = _run(self._driver, lambda cursor: cursor.execute(plain.words, plain.values(values)))
        return [plain.row(row) for row in rows], done.rowcount

    async def tell(self, statement: Prepared, rows: Sequence[Mapping[str, Any]]) -> int:
        """Run a prepared statement once for each; returns how many rows it touched."""
        plain = statement.plain(self._connection.dialect)
        filled = [plain.values(row) for row in rows]
        done, _ = _run(self._driver, lambda cursor: cursor.executemany(plain.words, filled))
        return done.rowcount

    async def exec_driver_sql(self, words: str) -> None:
        """Run it as it is written."""
        self._driver.execute(words).close()


class Undone(OperationalError):  # noqa: N818  read as a sentence, like the other answers
    """SQLite has undone the whole transaction by itself: the disk is full, or a page of it cannot be read."""


def is_undone(connection: AsyncConnection | AtHome) -> bool:
    """Whether nothing is left to commit: a COMMIT would be well all the same, and what came later stand alone."""
    if isinstance(connection, AtHome):
        return connection.invalidated
    if not isinstance(connection.dialect, SQLiteDialect_aiosqlite):
        return False
    assert connection.sync_connection is not None
    driver: Any = connection.sync_connection.connection.driver_connection
    return not driver.in_transaction


async def in_one_go(
    connection: AsyncConnection | AtHome, do: Callable[[AsyncConnection | AtHome], Coroutine[Any, Any, T]]
) -> T:
    """Do a piece of work in SQLite's thread, from its first statement to its last; other databases have none.

    What has been begun there is waited for even by who is cancelled: nobody else may use the connection before.
    Raises RuntimeError if it waits for anything but the database: nobody there could ring when it is ready.
    """
    if isinstance(connection, AtHome) or not isinstance(connection.dialect, SQLiteDialect_aiosqlite):
        return await do(connection)
    assert connection.sync_connection is not None
    driver: Any = (await connection.get_raw_connection()).driver_connection
    home = AtHome(connection.sync_connection, driver._conn)
    job: asyncio.Task[T] = asyncio.ensure_future(driver._execute(copy_context().run, _driven, do, home))
    try:
        return await asyncio.shield(job)
    finally:
        await _ended(job)


async def _ended(job: asyncio.Task[Any]) -> None:
    """Wait for it, however often we are told not to."""
    while not job.done():
        with suppress(asyncio.CancelledError):
            await asyncio.wait([job])
    if not job.cancelled():
        job.exception()  # whoever was told to leave does not hear of it, and nobody has to


def _driven(do: Callable[[AsyncConnection | AtHome], Coroutine[Any, Any, T]], home: AtHome) -> T:
    work = do(home)
    try:
        work.send(None)
    except StopIteration as end:
        found: T = end.value
        return found
    work.close()
    raise RuntimeError("Work that is done in one go waits for the database alone.")
