"""What SQLite says is told in words."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from storage.troubles import SENTENCES, in_words

TROUBLES = {
    "SQLITE_READONLY": ("PRAGMA query_only=1", "CREATE TABLE t (x)"),
    "SQLITE_FULL": ("PRAGMA max_page_count=1", "CREATE TABLE t (x)"),
    "SQLITE_BUSY": ("PRAGMA busy_timeout=0", "BEGIN IMMEDIATE"),
}


@pytest.mark.parametrize("code", TROUBLES)
@pytest.mark.parametrize("wrapped", [False, True])
def test_a_trouble_with_the_file_has_its_sentence(tmp_path: Path, code: str, wrapped: bool) -> None:
    path = tmp_path / "x.sqlite3"
    before, then = TROUBLES[code]
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("CREATE TABLE there (x)")
        if code == "SQLITE_BUSY":
            other.execute("BEGIN IMMEDIATE")
        assert in_words(error_of(path, before, then, wrapped=wrapped)) == dict(SENTENCES)[code]


def error_of(path: Path, *statements: str, wrapped: bool) -> Exception:
    """What is raised by the last one, by SQLAlchemy or by the driver itself."""
    if not wrapped:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            return raised_by(lambda: [connection.execute(statement) for statement in statements])
    engine = create_engine(f"sqlite:///{path}", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        error = raised_by(lambda: [connection.execute(text(statement)) for statement in statements])
    engine.dispose()
    return error


def raised_by(act: Callable[[], object]) -> Exception:
    with pytest.raises((sqlite3.Error, DBAPIError)) as raised:
        act()
    return raised.value


def test_a_file_that_is_none_and_a_folder_have_theirs(tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes(b"no database" * 100)
    assert "no SQLite database" in (in_words(error_of(tmp_path / "text", "SELECT * FROM x", wrapped=False)) or "")
    with pytest.raises(sqlite3.OperationalError) as raised:
        sqlite3.connect(tmp_path)
    assert "cannot be opened" in (in_words(raised.value) or "")


def test_a_fault_of_ours_has_none(tmp_path: Path) -> None:
    assert in_words(error_of(tmp_path / "x", "SELECT nonsense", wrapped=True)) is None
    assert in_words(ValueError()) is None
