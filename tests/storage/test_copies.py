"""A copy is whole, private and never in the way; what takes the database's place was tried out."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from storage.copies import discard, lay_beside, take_copy, take_the_place
from storage.errors import NotOurs


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "bashke.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as made:
        made.execute("PRAGMA journal_mode=WAL")
        made.execute("CREATE TABLE notes (name TEXT)")
    return path


def note(database: Path, name: str) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("INSERT INTO notes VALUES (?)", (name,))


def notes(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM notes")]


def test_a_copy_has_what_was_committed_though_somebody_writes(database: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as writer:
        writer.execute("INSERT INTO notes VALUES ('kept')")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("INSERT INTO notes VALUES ('not yet')")
        take_copy(database, tmp_path / "copy")
    assert notes(tmp_path / "copy") == ["kept"]
    assert stat.S_IMODE((tmp_path / "copy").stat().st_mode) == 0o600


def test_a_copy_overwrites_nothing(database: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("another")
    with pytest.raises(FileExistsError):
        take_copy(database, tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "another"


def test_a_copy_that_fails_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "no database").write_bytes(b"no database" * 500)
    with pytest.raises(sqlite3.DatabaseError):
        take_copy(tmp_path / "no database", tmp_path / "copy")
    assert [path.name for path in tmp_path.iterdir()] == ["no database"]


def test_an_empty_database_is_no_backup(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    with pytest.raises(NotOurs, match="empty"):
        take_copy(tmp_path / "empty", tmp_path / "copy")
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


@pytest.mark.parametrize("page", [2, 5, 9])
def test_a_copy_with_one_damaged_page_does_not_take_the_place(database: Path, tmp_path: Path, page: int) -> None:
    for number in range(900):
        note(database, f"{number:0500}")
    take_copy(database, tmp_path / "copy")
    with (tmp_path / "copy").open("r+b") as file:
        file.seek(page * 4096)
        file.write(bytes(range(256)) * 16)
    with pytest.raises(NotOurs, match="copy"):
        lay_beside(tmp_path / "copy", database)
    assert sorted(path.name for path in tmp_path.iterdir() if "trial" in path.name) == []


def test_the_one_before_is_kept_with_all_that_was_in_it(database: Path, tmp_path: Path) -> None:
    note(database, "old")
    take_copy(database, tmp_path / "copy")
    writer = sqlite3.connect(database, isolation_level=None)
    writer.execute("INSERT INTO notes VALUES ('new')")
    trial = lay_beside(tmp_path / "copy", database)
    writer.close()
    take_the_place(trial, of=database, former=tmp_path / "former")
    assert (notes(database), notes(tmp_path / "former")) == (["old"], ["old", "new"])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bashke.sqlite3", "copy", "former"]


def test_a_damaged_one_makes_room_too(database: Path, tmp_path: Path) -> None:
    take_copy(database, tmp_path / "copy")
    database.write_bytes(b"rubbish" * 1000)
    take_the_place(lay_beside(tmp_path / "copy", database), of=database, former=tmp_path / "former")
    assert notes(database) == []
    assert (tmp_path / "former").read_bytes().startswith(b"rubbish")


@pytest.mark.parametrize("content", [b"", b"rubbish" * 1000], ids=["empty", "rubbish"])
def test_a_file_that_is_none_of_ours_is_refused(database: Path, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "copy").write_bytes(content)
    with pytest.raises(NotOurs):
        lay_beside(tmp_path / "copy", database)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bashke.sqlite3", "copy"]


def test_what_will_not_do_is_discarded_whole(database: Path) -> None:
    database.with_name("bashke.sqlite3-wal").touch()
    discard(database)
    assert list(database.parent.iterdir()) == []
