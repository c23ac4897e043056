"""What befalls a database file while the service uses it; all is well again after the block."""

import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from storage.work import Work


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Another program writes, and takes its time."""
    with closing(sqlite3.connect(file, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def no_room(_: Path) -> Iterator[None]:
    """No file may grow any more; the system says so at each write."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (512, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


async def undone_by_sqlite(work: Work) -> None:
    """A statement that finds no room, after which SQLite undoes all that was done before it in the transaction."""
    ask = work._connection.exec_driver_sql
    await ask("PRAGMA max_page_count=1")
    try:
        await ask(f"INSERT INTO notes VALUES ('big', '{'x' * 400_000}')")
    finally:
        await ask("PRAGMA max_page_count=1073741823")
