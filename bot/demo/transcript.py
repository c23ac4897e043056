"""What the run leaves behind: the transcript as data and as a page to read, and every file that was sent."""

import html
import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from participation.clock import local
from simulator.people import Person
from simulator.world import World

PAGE = Path(__file__).parent / "page.html"


def write_transcript(world: World, folder: Path) -> Path:
    """One object for each message, in the order in which they were written."""
    path = folder / "transcript.json"
    path.write_text(json.dumps(world.transcript(), ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def write_page(world: World, cast: Sequence[tuple[Person, str]], folder: Path, *, title: str, last_line: str) -> Path:
    """The phones of those who play a part, side by side."""
    phones = "\n".join(_phone(world, person, role) for person, role in cast)
    page = PAGE.read_text(encoding="utf-8")
    for blank, value in (("TITLE", html.escape(title)), ("PHONES", phones), ("LAST", html.escape(last_line))):
        page = page.replace(f"<!--{blank}-->", value)
    path = folder / "transcript.html"
    path.write_text(page, encoding="utf-8")
    return path


def _phone(world: World, person: Person, role: str) -> str:
    entries = [entry for entry in world.transcript() if entry["chat_id"] == person.id]
    bubbles = "\n".join(_bubble(entry) for entry in entries)
    head = f"<h2>{html.escape(person.first_name)}</h2><p>{html.escape(role)}</p>"
    return f'<section class="phone"><header>{head}</header>{bubbles}</section>'


def _bubble(entry: dict[str, Any]) -> str:
    side = "me" if entry["direction"] == "in" else "bot"
    media = f'<p class="media">{html.escape(entry["media"])}</p>' if entry["media"] else ""
    text = html.escape(entry["text"]).replace("\n", "<br>")
    buttons = "".join(_row(row) for row in entry["buttons"])
    edited = " · edited" if entry.get("edited") else ""
    return f'<div class="{side}">{media}<p>{text}</p><time>{_moment(entry)}{edited}</time></div>{buttons}'


def _moment(entry: dict[str, Any]) -> str:
    return f"{local(datetime.fromisoformat(entry['at'])):%d.%m.%Y %H:%M}"


def _row(row: Iterable[dict[str, Any]]) -> str:
    cells = "".join(f"<span>{html.escape(button['text'])}</span>" for button in row)
    return f'<div class="row">{cells}</div>'


def write_files(folder: Path, people: Iterable[Person]) -> list[Path]:
    """Every file that somebody or the bot sent, once each, under the name that phones show."""
    documents = folder / "documents"
    documents.mkdir(exist_ok=True)
    written: dict[str, Path] = {}
    for message in (message for person in people for message in person.chat().messages):
        file = message.file
        if file is not None and file.file_id not in written:
            name = file.name or f"{message.kind}-{len(written) + 1}"
            written[file.file_id] = documents / f"{len(written) + 1:02d}-{Path(name).name}"
            written[file.file_id].write_bytes(file.content)
    return list(written.values())
