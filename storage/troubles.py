"""What SQLite and PostgreSQL say when a database cannot be used, in words for the operator."""

from typing import Final

from sqlalchemy.exc import DBAPIError

from storage.dialect import AWAY
from storage.errors import StorageError

_LOCKED: Final = "The database is locked by another program: end that one, or wait, and try again."
_SHUT: Final = "The database cannot be opened: may this user read and write it and its folder?"
_AWAY: Final = "PostgreSQL does not answer at BASHKE_DATABASE_URL: does it run, and may this machine reach it?"
_REFUSED: Final = "PostgreSQL refuses the user or the password in BASHKE_DATABASE_URL."
_FULL: Final = "The disk is full: nothing was written. Make room and try again."
OF_SQLITE: Final = (
    ("SQLITE_BUSY", _LOCKED),
    ("SQLITE_LOCKED", _LOCKED),
    (
        "SQLITE_READONLY",
        "This user may not write to the database: it has to own the file, the files beside it and its folder.",
    ),
    ("SQLITE_CANTOPEN", _SHUT),
    ("SQLITE_PERM", _SHUT),
    ("SQLITE_FULL", _FULL),
    ("SQLITE_IOERR", "The disk does not read or write the database: look at it, and at the system's log."),
    ("SQLITE_NOTADB", "What lies at BASHKE_DATABASE_URL is no SQLite database."),
    ("SQLITE_CORRUPT", "The database is damaged: `bashke restore` puts a backup in its place."),
)
OF_POSTGRESQL: Final = (
    ("08", _AWAY),
    ("57P0", "PostgreSQL is starting or shutting down: wait, and try again."),
    ("28", _REFUSED),
    ("3D000", "PostgreSQL has no database of the name in BASHKE_DATABASE_URL: `createdb` makes one."),
    ("42501", "PostgreSQL does not let this user make or change tables: the database should be the user's own."),
    ("25006", "This PostgreSQL is a copy that only reads: BASHKE_DATABASE_URL has to name the one that writes."),
    ("25P03", "PostgreSQL has waited too long for us: this machine was busy or asleep."),
    ("53100", _FULL),
    ("53300", "PostgreSQL has no connection left for us: raise its max_connections, or end what holds them."),
    ("55P03", _LOCKED),
    ("58030", "The disk does not read or write the database: look at it, and at the system's log."),
)
"""By what its codes (SQLSTATE) begin with."""
SENTENCES: Final = OF_SQLITE + OF_POSTGRESQL
_LASTING: Final = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_NOTADB", "SQLITE_CORRUPT")
LASTING: Final = frozenset(dict(SENTENCES)[name] for name in (*_LASTING, "28", "3D000", "42501", "25006"))
"""What no other try mends by itself."""


def in_words(error: BaseException) -> str | None:
    """A sentence about the database, if it is the database that says no."""
    if isinstance(error, BaseExceptionGroup):
        return next(filter(None, map(in_words, error.exceptions)), None)
    if isinstance(error, StorageError):
        return str(error)
    cause = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None) or ""
    return next((sentence for code, sentence in SENTENCES if name.startswith(code)), None)


def is_away(error: BaseException) -> bool:
    """Whether an exception tells that the database is away, and not that somebody's words are at fault."""
    if isinstance(error, BaseExceptionGroup):
        return any(map(is_away, error.exceptions))
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    return lost or isinstance(error, AWAY) or in_words(error) is not None
