"""A demo is checked before it begins, and deletes nothing that no demo made."""

import pytest

from bot.__main__ import main
from bot.demo.folder import in_the_way, make_ready


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    return tmp_path / "out"


def test_a_folder_with_anything_in_it_is_refused(folder, capsys):
    (folder / "documents").mkdir(parents=True)
    (folder / "documents" / "thesis.txt").write_text("years of work")
    (folder / "bashke.key").write_text("a real one")
    assert main(["demo", "--output", "out"]) == 2
    assert "no demo made it" in capsys.readouterr().err
    assert (folder / "documents" / "thesis.txt").exists()
    assert (folder / "bashke.key").exists()


def test_a_file_is_no_folder(folder, capsys):
    folder.write_text("")
    assert main(["demo", "--output", "out"]) == 2
    assert "is not a folder" in capsys.readouterr().err


@pytest.mark.parametrize("is_there", [True, False])
def test_an_empty_one_and_a_new_one_are_taken(folder, is_there):
    if is_there:
        folder.mkdir()
    assert list(in_the_way(folder)) == []
    make_ready(folder)
    assert list(in_the_way(folder)) == []


def test_of_an_earlier_demo_only_its_own_is_taken_away(folder):
    make_ready(folder)
    for name in ("transcript.html", "bashke.key", "documents/01-voice.ogg", "notes.txt"):
        (folder / name).write_text("x")
    make_ready(folder)
    assert sorted(path.name for path in folder.iterdir()) == [".bashke-demo", "documents", "notes.txt"]
    assert list((folder / "documents").iterdir()) == []


def test_all_that_is_wrong_is_named_before_anything_begins(folder, tmp_path, capsys):
    (tmp_path / "torn.docx").write_bytes(b"PK\x03\x04torn")
    assert main(["demo", "--people", "7", "--notice", "torn.docx", "--output", "torn.docx"]) == 2
    named = [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()]
    assert named == ["--people", "--notice", "--output"]
    assert [path.name for path in tmp_path.iterdir()] == ["torn.docx"]


@pytest.mark.parametrize(("people", "fits"), [("8", True), ("5000", True), ("5001", False), ("-1", False)])
def test_how_many_may_play(monkeypatch, people, fits):
    async def played(_plot, **_given):
        return 0

    monkeypatch.setattr("bot.verbs.playing.play_demo", played)
    assert (main(["demo", "--people", people]) == 0) is fits


@pytest.mark.parametrize("notice", ["empty.txt", "nowhere.txt", "."])
def test_a_notice_can_be_read_and_says_something(tmp_path, capsys, notice):
    (tmp_path / "empty.txt").write_text("\ufeff\n ", encoding="utf-8")
    assert main(["demo", "--notice", notice]) == 2
    assert capsys.readouterr().err.startswith("--notice: ")
