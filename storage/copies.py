"""Copies of the database: one is taken while the service writes, another takes the database's place."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from errno import EEXIST
from pathlib import Path
from typing import Final

from storage.errors import NotOurs

PATIENCE: Final = 60.0
"""Seconds to wait for whoever holds the database: each night it is written anew."""
BESIDE: Final = ("-wal", "-shm")
"""What SQLite keeps beside a database that is in use, or that was left in a hurry."""


def take_copy(database: Path, to: Path) -> None:
    """Write a copy of a database that may be in use: whole, as of one moment, for its owner alone.

    Raises FileExistsError rather than overwrite, and NotOurs for a file that no Bashkë made; a copy that was broken
    off does not bear its name.
    """
    if to.exists():
        raise FileExistsError(EEXIST, "it is there already; a backup overwrites nothing", str(to))
    part = _empty_file(beside(to, ".part"))
    try:
        with closing(
            sqlite3.connect(f"{database.resolve().as_uri()}?mode=rw", uri=True, timeout=PATIENCE)
        ) as connection:
            connection.execute("VACUUM INTO ?", (str(part),))
        _make_sure_of(part, is_copy_of=database)
        with part.open("rb") as written:
            os.fsync(written.fileno())
        part.rename(to)
    finally:
        part.unlink(missing_ok=True)


def lay_beside(copy: Path, database: Path) -> Path:
    """Put a copy beside the database, to be tried out before it takes its place; the copy itself is not touched.

    Raises NotOurs for a file that no Bashkë made, or that is damaged anywhere.
    """
    trial = _empty_file(beside(database, ".trial"))
    with copy.open("rb") as source, trial.open("wb") as target:
        shutil.copyfileobj(source, target)
    log = beside(copy, "-wal")
    if log.exists():
        shutil.copyfile(log, beside(trial, "-wal"))
    try:
        _make_sure_of(trial, is_copy_of=copy)
    except NotOurs:
        discard(trial)
        raise
    return trial


def take_the_place(trial: Path, *, of: Path, former: Path) -> None:
    """Let a copy that was tried out become the database; the one before is kept under another name."""
    _make_one_file(trial)
    with suppress(sqlite3.DatabaseError):  # it may be damaged: then it is kept as it is, with what lies beside it
        if of.exists():
            _make_one_file(of)
    for end in (*BESIDE, ""):
        if beside(of, end).exists():
            beside(of, end).rename(beside(former, end))
    trial.rename(of)


def set_log_aside(database: Path) -> None:
    """Keep the write-ahead log of a file that is gone from being read into the one that has taken its place."""
    for end in BESIDE:
        if beside(database, end).exists():
            beside(database, end).rename(beside(database, f".former{end}"))


def discard(database: Path) -> None:
    """Delete a copy that will not do."""
    for end in (*BESIDE, ""):
        beside(database, end).unlink(missing_ok=True)


def beside(database: Path, end: str) -> Path:
    """The file of this name with an end to it."""
    return database.with_name(database.name + end)


def _empty_file(path: Path) -> Path:
    discard(path)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    return path


def _make_sure_of(file: Path, *, is_copy_of: Path) -> None:
    """Look through the whole copy: a damaged page is found now, and not when somebody needs it."""
    try:
        _make_one_file(file)
        with closing(sqlite3.connect(file)) as connection:
            found = connection.execute("PRAGMA integrity_check").fetchone()
    except sqlite3.DatabaseError as error:
        raise NotOurs(is_copy_of) from error
    if found != ("ok",):
        raise NotOurs(is_copy_of)


def _make_one_file(database: Path) -> None:
    """Bring home what lies beside it, and look whether it is one of ours."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("SELECT 1 FROM notes").fetchone()
