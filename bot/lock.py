"""One `bashke run` on one database: two would send everything twice."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

if sys.platform == "win32":
    import msvcrt

    def _seize(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _seize(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


IN_MEMORY: Final = ("", ":memory:")
HELD: Final = (BlockingIOError, PermissionError)
"""What the systems say when somebody else holds it."""


class AlreadyRunning(Exception):  # noqa: N818  the name says it
    """Another bashke runs on this database."""

    def __init__(self, database: Path) -> None:
        super().__init__(f"{database}: another bashke runs on this database")


def database_file(url: str) -> Path | None:
    """The file behind the address of a database, if it is kept in one."""
    name = url.partition(":///")[2].partition("?")[0]
    return None if name in IN_MEMORY else Path(name)


@contextmanager
def alone_on(database: Path | None) -> Iterator[None]:
    """Keep others away as long as this lasts; the system lets go of it when the process ends, however it ends.

    Raises AlreadyRunning, and OSError where the file beside the database cannot be made.
    """
    if database is None:
        yield
        return
    with database.with_name(f"{database.name}.lock").open("ab") as file:
        try:
            _seize(file)
        except HELD:
            raise AlreadyRunning(database) from None
        yield
