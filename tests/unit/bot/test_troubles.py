"""What an operator reads when something goes wrong."""

import sqlite3

import pytest
from asyncpg.exceptions import (
    AdminShutdownError,
    ClientCannotConnectError,
    InvalidCatalogNameError,
    InvalidPasswordError,
)
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TimedOut

from bot import __main__ as command_line
from bot.__main__ import Verb
from bot.troubles import told


def database_error(name):
    error = sqlite3.DatabaseError()
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (KeyboardInterrupt(), 130, "Broken off"),
        (EOFError(), 1, "Broken off"),
        (FileNotFoundError(2, "No such file", "units.csv"), 2, "units.csv: No such file"),
        (PermissionError(13, "Permission denied", ".env"), 2, ".env: Permission denied"),
        (IsADirectoryError(21, "Is a directory", "."), 2, ".: Is a directory"),
        (FileExistsError(17, "it is there already", "b1"), 2, "b1: it is there already"),
        (database_error("SQLITE_NOTADB"), 2, "BASHKE_DATABASE_URL is no SQLite database"),
        (database_error("SQLITE_READONLY"), 2, "may not write to the database"),
        (database_error("SQLITE_BUSY"), 1, "locked by another program"),
        (database_error("SQLITE_FULL"), 1, "The disk is full"),
        (InvalidCatalogNameError("x"), 2, "`createdb` makes one"),
        (InvalidPasswordError("x"), 2, "refuses the user or the password"),
        (ClientCannotConnectError("x"), 1, "PostgreSQL does not answer"),
        (AdminShutdownError("x"), 1, "starting or shutting down"),
        (InvalidToken("1234567:secret"), 2, "Telegram does not know this token"),
        (NetworkError("away"), 1, "cannot be reached"),
        (TimedOut(), 1, "cannot be reached"),
        (RetryAfter(5), 1, "Telegram refuses (RetryAfter)"),
        (BadRequest("no"), 2, "Telegram refuses (BadRequest)"),
        (ExceptionGroup("both", [OSError(28, "No space left", "x"), ValueError()]), 1, "x: No space left"),
        (RuntimeError("what somebody wrote"), 1, "RuntimeError: "),
    ],
)
def test_every_trouble_is_a_line_and_a_code(error, code, words):
    got, lines = told(error)
    assert got == code
    assert words in lines[0]
    assert "what somebody wrote" not in lines[0]


@pytest.mark.parametrize(("level", "shown"), [("info", False), ("debug", True)])
@pytest.mark.parametrize("error", [KeyboardInterrupt, EOFError, OSError, RuntimeError])
def test_the_inside_is_shown_to_whoever_debugs(monkeypatch, capsys, tmp_path, error, level, shown):
    async def breaks(_given):
        raise error

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BASHKE_LOG_LEVEL", level)
    monkeypatch.setattr(command_line, "VERBS", command_line.VERBS | {"migrate": Verb(breaks)})
    assert command_line.main(["migrate"]) > 0
    assert ("in breaks" in capsys.readouterr().err) is shown
