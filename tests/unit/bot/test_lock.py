"""One process on one database."""

import pytest

from bot.lock import AlreadyRunning, alone_on


def test_a_second_one_is_refused_until_the_first_has_ended(tmp_path):
    database = tmp_path / "bashke.sqlite3"
    refused = pytest.raises(AlreadyRunning, match="another bashke runs on this database")
    with alone_on(database), refused, alone_on(database):
        pass
    with alone_on(database):
        pass


def test_another_database_is_another_matter(tmp_path):
    with alone_on(tmp_path / "one"), alone_on(tmp_path / "two"):
        pass


def test_the_same_database_by_another_way_is_the_same(tmp_path):
    folder = tmp_path / "srv"
    folder.mkdir()
    database = folder / "bashke.sqlite3"
    database.touch()
    (tmp_path / "link").symlink_to(folder)
    (tmp_path / "file.sqlite3").symlink_to(database)
    for way in (tmp_path / "link" / "bashke.sqlite3", tmp_path / "file.sqlite3", folder / ".." / "srv" / database.name):
        with alone_on(database), pytest.raises(AlreadyRunning), alone_on(way):
            pass
