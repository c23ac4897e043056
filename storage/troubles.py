"""What SQLite says when a file cannot be used, in words for the operator."""

from typing import Final

from sqlalchemy.exc import DBAPIError

from storage.dialect import AWAY
from storage.errors import StorageError

_LOCKED: Final = "The database is locked by another program: end that one, or wait, and try again."
_SHUT: Final = "The database cannot be opened: may this user read and write it and its folder?"
SENTENCES: Final = (
    ("SQLITE_BUSY", _LOCKED),
    ("SQLITE_LOCKED", _LOCKED),
    (
        "SQLITE_READONLY",
        "This user may not write to the database: it has to own the file, the files beside it and its folder.",
    ),
    ("SQLITE_CANTOPEN", _SHUT),
    ("SQLITE_PERM", _SHUT),
    ("SQLITE_FULL", "The disk is full: nothing was written. Make room and try again."),
    ("SQLITE_IOERR", "The disk does not read or write the database: look at it, and at the system's log."),
    ("SQLITE_NOTADB", "What lies at BASHKE_DATABASE_URL is no SQLite database."),
    ("SQLITE_CORRUPT", "The database is damaged: `bashke restore` puts a backup in its place."),
)
LASTING: Final = frozenset(
    dict(SENTENCES)[name]
    for name in ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_NOTADB", "SQLITE_CORRUPT")
)
"""What no other try mends by itself."""


def in_words(error: BaseException) -> str | None:
    """A sentence about the database, if it is the database that says no."""
    if isinstance(error, BaseExceptionGroup):
        return next(filter(None, map(in_words, error.exceptions)), None)
    if isinstance(error, StorageError):
        return str(error)
    cause = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(cause, "sqlite_errorname", None) or ""
    return next((sentence for code, sentence in SENTENCES if name.startswith(code)), None)


def is_away(error: BaseException) -> bool:
    """Whether an exception tells that the database is away, and not that somebody's words are at fault."""
    if isinstance(error, BaseExceptionGroup):
        return any(map(is_away, error.exceptions))
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    return lost or isinstance(error, AWAY) or in_words(error) is not None
