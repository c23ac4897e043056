"""One hop to SQLite's thread for a statement, where SQLAlchemy's own adapter makes five.

aiosqlite runs SQLite in a thread of its own. To make a cursor, execute, fetch, and close are each a journey there and
back in the usual adapter, and each journey costs more than most of our statements do. Here all of it is one.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from sqlite3 import Connection, Cursor
from typing import Any

from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_connection, AsyncAdapt_aiosqlite_cursor
from sqlalchemy.util import EMPTY_DICT


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

    async def _execute_async(self, operation: Any, parameters: Any) -> None:
        await self._hop(lambda cursor: cursor.execute(operation, () if parameters is None else parameters))

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> None:
        await self._hop(lambda cursor: cursor.executemany(operation, seq_of_parameters))

    async def _hop(self, do: Callable[[Cursor], Any]) -> None:
        driver: Any = self._connection
        self._cursor, rows = await driver._execute(_run, driver._conn, do)
        self._rows = deque(rows)


class OneHopConnection(AsyncAdapt_aiosqlite_connection):
    """A connection whose cursors make one hop."""

    __slots__ = ()
    _cursor_cls: Any = OneHopCursor


def connect(dialect: Any, _record: object, arguments: Sequence[Any], options: dict[str, Any]) -> OneHopConnection:
    """What the engine connects with instead of the adapter's own way."""
    plain = dialect.loaded_dbapi.connect(*arguments, **options)
    return OneHopConnection(plain.dbapi, plain._connection)
