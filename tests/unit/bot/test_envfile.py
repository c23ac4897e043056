"""The file `.env` is changed in one line."""

import stat

import pytest

from bot import envfile
from bot.__main__ import main

OTHERS = "# ours\nBASHKE_LOG_LEVEL=info"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "BASHKE_TOKEN=new\n"),
        (OTHERS, OTHERS + "\nBASHKE_TOKEN=new\n"),
        (OTHERS + "\r\nbashke_token = old\r\n", OTHERS + "\nBASHKE_TOKEN=new\n"),
        ("BASHKE_TOKEN=\nexport BASHKE_TOKEN=old\n" + OTHERS, OTHERS + "\nBASHKE_TOKEN=new\n"),
        ("BASHKE_TOKEN_OF_OLD=1", "BASHKE_TOKEN_OF_OLD=1\nBASHKE_TOKEN=new\n"),
    ],
)
def test_one_line_is_put_and_the_others_stay(before, after):
    assert envfile.with_line(before, "BASHKE_TOKEN", "new") == after


def test_it_is_for_its_owner_alone_and_stays_where_a_link_leads(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    kept = tmp_path / "elsewhere"
    kept.write_text("BASHKE_TOKEN=old")
    kept.chmod(0o644)
    (tmp_path / ".env").symlink_to(kept)
    envfile.keep("BASHKE_TOKEN", "new")
    assert (tmp_path / ".env").is_symlink()
    assert kept.read_text() == "BASHKE_TOKEN=new\n"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == [".env", "elsewhere"]


@pytest.mark.parametrize(
    ("text", "mode", "warned"),
    [
        ("BASHKE_TOKEN=1000:" + "A" * 34, 0o644, True),
        ("BASHKE_TOKEN=1000:" + "A" * 34, 0o640, False),
        ("BASHKE_TOKEN=1000:" + "A" * 34, 0o600, False),
        ("BASHKE_LOG_LEVEL=info", 0o644, False),
    ],
)
def test_a_token_that_everybody_on_the_machine_can_read_is_warned_of(tmp_path, monkeypatch, capsys, text, mode, warned):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BASHKE_TOKEN", raising=False)
    (tmp_path / ".env").write_text(text)
    (tmp_path / ".env").chmod(mode)
    assert main(["settings"]) == 0
    assert (capsys.readouterr().err == f"{envfile.OPEN}\n") is warned
