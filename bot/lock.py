"""One `bashke run` on one database: two would send everything twice."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class AlreadyRunning(Exception):  # noqa: N818  the name says it
    """Another bashke runs on this database."""

    def __init__(self, database: Path) -> None:
        super().__init__(f"{database}: another bashke runs on this database; end that one first")


@contextmanager
def alone_on(database: Path | None) -> Iterator[None]:
    """Keep others away as long as this lasts; the system lets go of it when the process ends, however it ends.

    The lock lies beside the file itself, whichever way leads there. Raises AlreadyRunning, and OSError where it cannot
    be made. Where the database is no file there is nothing to do: its processes know of each other (`storage.duties`).
    """
    if database is None:
        yield
        return
    place = database.resolve()
    with place.with_name(f"{place.name}.lock").open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AlreadyRunning(database) from None
        yield
