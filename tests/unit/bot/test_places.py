"""Where updates are brought: what Telegram would take, and where we can listen."""

import errno
import stat

import httpx
import pytest

from bot.front import open_front
from bot.places import checked_place, checked_webhook
from bot.troubles import BROKEN, told
from tests.hooked import open_door


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("", ""),
        ("https://bashke.example.al", "https://bashke.example.al"),
        ("https://bashke.example.al/bashke/", "https://bashke.example.al/bashke"),
        ("https://bashke.example.al:8443", "https://bashke.example.al:8443"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://localhost:8080/", "http://localhost:8080"),
    ],
)
def test_what_telegram_takes_is_taken(url, kept):
    assert checked_webhook(url) == kept


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://bashke.example.al", "begin with https://"),
        ("bashke.example.al", "name a host"),
        ("https://", "name a host"),
        ("https://a b", "name a host"),
        ("https://bashke.example.al:8080", "443, 80, 88 or 8443"),
        ("https://bashke.example.al:99999", "443, 80, 88 or 8443"),
        ("https://bashke.example.al/?x=1", "nothing else"),
        ("https://bashke.example.al/#x", "nothing else"),
        ("https://who@bashke.example.al", "nothing else"),
    ],
)
def test_what_telegram_would_not_take_is_refused(url, why):
    with pytest.raises(ValueError, match=why):
        checked_webhook(url)


@pytest.mark.parametrize("place", ["127.0.0.1:8080", "localhost:1", "[::1]:65535", "/run/bashke/door", "./door"])
def test_a_place_is_a_port_or_a_file(place):
    assert checked_place(place) == place


@pytest.mark.parametrize("place", ["", "8080", ":8080", "127.0.0.1", "127.0.0.1:0", "127.0.0.1:65536", "a:b"])
def test_any_other_is_refused(place):
    with pytest.raises(ValueError, match="host:port"):
        checked_place(place)


async def test_a_place_that_is_taken_is_named_with_the_setting_and_another_try_may_do(tmp_path):
    async with open_door(tmp_path) as door:
        with pytest.raises(OSError, match="BASHKE_LISTEN") as taken:
            async with open_front(f"127.0.0.1:{door.port}", [door.webhook], door.town.service.database):
                pass
    assert taken.value.errno == errno.EADDRINUSE
    assert told(taken.value) == (BROKEN, (f"BASHKE_LISTEN=127.0.0.1:{door.port}: Address already in use",))


async def test_a_file_that_a_killed_one_left_gives_way_and_is_taken_away_at_the_end(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with open_door(tmp_path) as door:
        for _ in range(2):
            async with open_front("./door", [door.webhook], door.town.service.database):
                assert stat.S_ISSOCK((tmp_path / "door").stat().st_mode)
                async with httpx.AsyncClient(transport=httpx.AsyncHTTPTransport(uds="door")) as client:
                    assert (await client.get("http://x/health")).status_code == 503
                    (tmp_path / "left").unlink(missing_ok=True)
                    (tmp_path / "left").hardlink_to(tmp_path / "door")
            assert not (tmp_path / "door").exists()
            (tmp_path / "left").rename(tmp_path / "door")
