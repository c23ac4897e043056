"""What is said to every database alike, and the shape of what is said to each in its own way: see `sqlite.py`."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any, Final, Protocol

from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import Insert
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from storage.connection import Connection
from storage.duties import Duties

READING: Final = "bashke_reading"
"""The option of a connection by which an engine knows that nothing will be written."""
AWAY = (OperationalError, InterfaceError, OSError, sqlite3.OperationalError)
"""What says that the database is away, and not that one row is at fault."""
MOST_AT_ONCE = 500
"""How many values go into one IN (…): well under any database's limit of variables."""


class Dialect(Protocol):
    """One kind of database."""

    one_writer: bool
    """Whether only one may write at a time, whatever it writes."""
    reading: Mapping[str, Any]
    """What a connection is told that only reads; other than that it reads as of one moment."""

    def check_version(self) -> None:
        """Raise OldSqlite where what we need cannot be had."""
        ...

    def name_of(self, url: str) -> str:
        """How a database is called before an operator: never with a password."""
        ...

    def file_of(self, url: str) -> Path | None:
        """The file of a database, if it is one."""
        ...

    def make_engine(self, url: str, *, durable: bool) -> AsyncEngine:
        """An engine whose connections are prepared; one that is not durable does not wait for the disk."""
        ...

    async def take_pen(self, connection: Connection) -> None:
        """Wait for all others who write with the pen, in any process; it is given back with the transaction."""
        ...

    async def count_on(self, connection: AsyncConnection, table: Table) -> None:
        """Give new rows of a table numbers behind those that were written into it by hand."""
        ...

    def rebuilding(self, connection: AsyncConnection) -> AbstractAsyncContextManager[None]:
        """Let a migration make tables anew to which others point; to be entered outside any transaction."""
        ...

    async def check_ties(self, connection: AsyncConnection) -> None:
        """Raise RuntimeError if a row points at one that a migration has lost."""
        ...

    async def rebuild(self, engine: AsyncEngine) -> None:
        """Write everything anew, without what deleted and moved rows leave behind; outside any transaction."""
        ...

    async def empty_log(self, engine: AsyncEngine) -> None:
        """Forget what the log still shows, as far as that can be had; outside any transaction."""
        ...

    async def others(self, connection: AsyncConnection) -> int:
        """How many other processes of ours are connected."""
        ...

    def duties(self, url: str) -> Duties:
        """Who does what, among the processes that share a database."""
        ...

    async def ring(self, connection: Connection) -> None:
        """Tell the other processes, once this is committed, that something was queued."""
        ...

    async def listen(self, url: str, kick: Callable[[], None]) -> None:
        """Pass on every ring of others, until cancelled."""
        ...


def insert(table: Table) -> Insert:
    """An INSERT that knows ON CONFLICT; SQLite and PostgreSQL write it with the same words."""
    return upsert(table)
