"""The transcript as a page: the phones of those who play a part, side by side; it needs nothing but `documents/`."""

import html
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from bot.demo.records import Record
from bot.demo.show import name_of
from bot.demo.transcript import Files
from participation.clock import local
from simulator.content import Button
from simulator.groups import Group
from simulator.people import Person
from simulator.transcript import Entry
from simulator.world import Query

PAGE = Path(__file__).parent / "page.html"
MEDIA = {
    "photo": '<a href="{src}"><img src="{src}" alt="{name}"></a>',
    "voice": '<audio controls preload="metadata" src="{src}"></audio>',
    "audio": '<audio controls preload="metadata" src="{src}"></audio>',
    "video": '<video controls preload="metadata" src="{src}"></video>',
}
FILE = '<a class="file" href="{src}">{name}</a>'
"""How any other file is shown."""

Press = tuple[int, int, int, str]
"""A button that was pressed: chat, message, its version, and what the button carries."""


def presses_of(queries: Iterable[Query]) -> frozenset[Press]:
    """Every press of everybody."""
    return frozenset((query.message.chat.id, query.message.message_id, query.version, query.data) for query in queries)


def words_of(entry: Entry) -> str:
    """Its words, with those in bold that phones show so."""
    words = html.escape(entry.text)
    for bold in map(html.escape, entry.bold):
        words = words.replace(bold, f"<b>{bold}</b>", 1)
    return words


@dataclass(frozen=True)
class Bubble:
    """What a message said at one time."""

    entry: Entry
    version: int

    def names(self, button: Button) -> Press:
        """What a press of this button would be called."""
        return self.entry.chat_id, self.entry.message_id, self.version, button.data or ""


@dataclass(frozen=True)
class Page:
    """All that the page is made of."""

    records: Sequence[Record]
    files: Files
    folder: Path
    presses: Collection[Press]

    def write(self, parts: Iterable[tuple[Person | Group, str]], *, title: str, last_line: str) -> Path:
        """Write it."""
        blanks = {
            "TITLE": html.escape(title),
            "PHONES": "\n".join(self.phone(person, role) for person, role in parts),
            "LAST": html.escape(last_line),
        }
        page = PAGE.read_text(encoding="utf-8")
        for blank, value in blanks.items():
            page = page.replace(f"<!--{blank}-->", value)
        path = self.folder / "transcript.html"
        path.write_text(page, encoding="utf-8")
        return path

    def phone(self, whose: Person | Group, role: str) -> str:
        """Everything that stands on one phone, a line for each new day; in a forum one topic after the other."""
        inside: list[str] = []
        where = ("", "")
        mine = [record for record in self.records if record.sent.chat_id == whose.id]
        for record in sorted(mine, key=lambda record: record.sent.topic):
            day, topic = f"{local(record.sent.at):%d.%m.%Y}", record.sent.topic
            inside += [f'<p class="day">{" · ".join(filter(None, (topic, day)))}</p>'] if where != (topic, day) else []
            inside.append(self.message(record))
            where = (topic, day)
        language = "sq" if isinstance(whose, Group) else html.escape(whose.language_code or "sq")
        head = f"<h2>{html.escape(name_of(whose))}</h2><p>{html.escape(role)}</p>"
        return f'<section class="phone" lang="{language}"><header>{head}</header>{"".join(inside)}</section>'

    def message(self, record: Record) -> str:
        """A message as it stands at the end; what it said before can be unfolded."""
        *former, final = (Bubble(entry, version) for version, entry in enumerate(record.versions))
        if not former:
            return self.bubble(final)
        pressed = [button.text for bubble in former for button in self.pressed(bubble)]
        summary = html.escape(" → ".join(pressed)) or f"{len(former)} ×"
        before = "".join(map(self.bubble, former))
        return f"<details><summary>{summary}</summary>{before}</details>{self.bubble(final)}"

    def pressed(self, bubble: Bubble) -> list[Button]:
        """The buttons of a bubble that somebody pressed."""
        return [button for row in bubble.entry.buttons for button in row if bubble.names(button) in self.presses]

    def bubble(self, bubble: Bubble) -> str:
        """A bubble with its buttons."""
        entry = bubble.entry
        side = "me" if entry.direction == "in" else "bot"
        text = f"<p>{words_of(entry)}</p>" if entry.text else ""
        hour = f"<time>{local(entry.at):%H:%M}</time>"
        return f'<div class="{side}">{self.media(entry)}{text}{hour}</div>{self.buttons(bubble)}'

    def media(self, entry: Entry) -> str:
        """A picture to be seen, a voice to be heard, any other file to be opened."""
        if entry.file is None:
            return f'<p class="media">{html.escape(entry.media)}</p>' if entry.media else ""
        path = self.files[entry.file.file_id]
        src = quote(path.relative_to(self.folder).as_posix())
        return MEDIA.get(entry.media or "", FILE).format(src=src, name=html.escape(entry.file.name or path.name))

    def buttons(self, bubble: Bubble) -> str:
        """The rows of buttons; those that were pressed are filled."""
        pressed = self.pressed(bubble)
        rows = (
            "".join(
                f'<span class="{"pressed" if button in pressed else "key"}">{html.escape(button.text)}</span>'
                for button in row
            )
            for row in bubble.entry.buttons
        )
        return "".join(f'<div class="row">{row}</div>' for row in rows)
