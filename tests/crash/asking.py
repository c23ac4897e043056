"""Asks the database of a house, from the world's own loop, which must not wait: a file, or a server behind a thread."""

import asyncio
import sqlite3
from collections.abc import Coroutine
from pathlib import Path
from threading import Thread
from typing import Any, Protocol

import asyncpg

Rows = list[tuple[Any, ...]]


class Asking(Protocol):
    """Whom a scene asks."""

    def asked(self, sql: str) -> Rows: ...
    def close(self) -> None: ...


class File:
    """An SQLite file; whoever reads it sees each commit at once."""

    def __init__(self, path: Path) -> None:
        self._file = sqlite3.connect(path, isolation_level=None)

    def asked(self, sql: str) -> Rows:
        return self._file.execute(sql).fetchall()

    def close(self) -> None:
        self._file.close()


class Server:
    """A PostgreSQL."""

    def __init__(self, url: str) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever)
        self._thread.start()
        self._connection = self._wait(asyncpg.connect(url))

    def asked(self, sql: str) -> Rows:
        return [tuple(row.values()) for row in self._wait(self._connection.fetch(sql))]

    def close(self) -> None:
        self._wait(self._connection.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _wait(self, what: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(what, self._loop).result()
