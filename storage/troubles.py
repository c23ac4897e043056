"""What SQLite says when a file cannot be used, in words for the operator."""

from typing import Final

from sqlalchemy.exc import DBAPIError

SENTENCES: Final = (
    ("SQLITE_BUSY", "The database is locked by another program: end that one, or wait, and try again."),
    ("SQLITE_LOCKED", "The database is locked by another program: end that one, or wait, and try again."),
    (
        "SQLITE_READONLY",
        "This user may not write to the database: it has to own the file, the files beside it and its folder.",
    ),
    ("SQLITE_CANTOPEN", "The database cannot be opened: may this user read and write it and its folder?"),
    ("SQLITE_PERM", "The database cannot be opened: may this user read and write it and its folder?"),
    ("SQLITE_FULL", "The disk is full: nothing was written. Make room and try again."),
    ("SQLITE_IOERR", "The disk does not read or write the database: look at it, and at the system's log."),
    ("SQLITE_NOTADB", "This file is no SQLite database."),
    ("SQLITE_CORRUPT", "The database is damaged: `bashke restore` puts a backup in its place."),
)


def in_words(error: BaseException) -> str | None:
    """A sentence about the database, if it is the database that says no."""
    if isinstance(error, BaseExceptionGroup):
        return next(filter(None, map(in_words, error.exceptions)), None)
    cause = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(cause, "sqlite_errorname", None) or ""
    return next((sentence for code, sentence in SENTENCES if name.startswith(code)), None)
