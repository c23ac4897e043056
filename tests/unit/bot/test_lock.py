"""One process on one database."""

from pathlib import Path

import pytest

from bot.lock import AlreadyRunning, alone_on, database_file


def test_a_second_one_is_refused_until_the_first_has_ended(tmp_path):
    database = tmp_path / "bashke.sqlite3"
    refused = pytest.raises(AlreadyRunning, match="another bashke runs on this database")
    with alone_on(database), refused, alone_on(database):
        pass
    with alone_on(database):
        pass


def test_another_database_is_another_matter(tmp_path):
    with alone_on(tmp_path / "one"), alone_on(tmp_path / "two"), alone_on(None), alone_on(None):
        pass


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("sqlite:///bashke.sqlite3", Path("bashke.sqlite3")),
        ("sqlite+aiosqlite:////srv/b.sqlite3?timeout=5", Path("/srv/b.sqlite3")),
        ("sqlite:///:memory:", None),
        ("sqlite:///", None),
    ],
)
def test_the_file_behind_an_address(url, file):
    assert database_file(url) == file
