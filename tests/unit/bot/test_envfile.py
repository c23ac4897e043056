"""The file `.env` is changed in one line."""

import stat

import pytest

from bot import envfile

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
