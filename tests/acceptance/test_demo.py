"""`bashke demo`: the whole story over HTTP, judged by its last line and by what it leaves behind."""

import json
import re

from tests.acceptance.conftest import Desk

LAST_LINE = re.compile(r"sent=(\d+) received=(\d+) unreachable=(\d+) lost=0 doubled=0 seconds=\d+")
ENTRY = {"at", "chat_id", "direction", "text", "buttons", "media", "message_id"}


async def test_the_story_is_played_whatever_is_set_and_leaves_its_traces(empty_desk: Desk) -> None:
    empty_desk.environment |= {"BASHKE_MESSAGES_PER_SECOND": "0.001", "BASHKE_LOG_LEVEL": "loud", "BASHKE_TOKN": "x"}
    (empty_desk.folder / ".env").write_text("BASHKE_TELEGRAM_URL=http://127.0.0.1:9\n", encoding="utf-8")
    played = await empty_desk.bashke("demo", "--people", "20")
    assert played.code == 0, played.complained
    found = LAST_LINE.fullmatch(played.said.splitlines()[-1])
    assert found, played.said[-2000:]
    sent, received, unreachable = map(int, found.groups())
    assert sent == received + unreachable
    folder = empty_desk.folder / "demo-output"
    transcript = json.loads((folder / "transcript.json").read_text(encoding="utf-8"))
    assert all(entry.keys() >= ENTRY for entry in transcript)
    assert {entry["direction"] for entry in transcript} == {"in", "out"}
    assert sum(entry["direction"] == "out" and not entry.get("edited") for entry in transcript) == received
    page = (folder / "transcript.html").read_text(encoding="utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert (folder / "bashke.sqlite3").stat().st_size > 0
    left = {path.suffix: path.read_bytes() for path in (folder / "documents").iterdir()}
    assert left[".ogg"].startswith(b"OggS")
    assert left[".jpg"].startswith(b"\xff\xd8")
    assert left[".ics"].startswith(b"BEGIN:VCALENDAR")
