"""The transcript as a page: the phones of those who play a part, side by side; it needs nothing but `documents/`."""

import html
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from bot.demo.records import Record
from bot.demo.transcript import Files
from participation.clock import local
from simulator.content import Button
from simulator.people import Person
from simulator.transcript import Entry

PAGE = Path(__file__).parent / "page.html"
MEDIA = {
    "photo": '<a href="{src}"><img src="{src}" alt="{name}"></a>',
    "voice": '<audio controls preload="none" src="{src}"></audio>',
    "audio": '<audio controls preload="none" src="{src}"></audio>',
    "video": '<video controls preload="none" src="{src}"></video>',
}
FILE = '<a class="file" href="{src}">{name}</a>'
"""How any other file is shown."""

Press = tuple[int, int, str]
"""A button that was pressed: chat, message, and what the button carries."""


@dataclass(frozen=True)
class Page:
    """All that the page is made of."""

    records: Sequence[Record]
    files: Files
    folder: Path
    presses: Collection[Press]

    def write(self, parts: Iterable[tuple[Person, str]], *, title: str, last_line: str) -> Path:
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

    def phone(self, person: Person, role: str) -> str:
        """Everything that stands on one phone, a line for each new day."""
        inside: list[str] = []
        day = ""
        for record in self.records:
            if record.sent.chat_id == person.id:
                today = f"{local(record.sent.at):%d.%m.%Y}"
                inside += [f'<p class="day">{today}</p>'] if today != day else []
                inside.append(self.message(record))
                day = today
        language = html.escape(person.language_code or "sq")
        head = f"<h2>{html.escape(person.first_name)}</h2><p>{html.escape(role)}</p>"
        return f'<section class="phone" lang="{language}"><header>{head}</header>{"".join(inside)}</section>'

    def message(self, record: Record) -> str:
        """A message as it stands at the end; what it said before can be unfolded."""
        before = "".join(self.version(entry) for entry in record.versions[:-1])
        count = len(record.versions) - 1
        folded = f"<details><summary>{count} × edited</summary>{before}</details>" if count else ""
        return f"{folded}{self.version(record.final)}"

    def version(self, entry: Entry) -> str:
        """A bubble with its buttons."""
        side = "me" if entry.direction == "in" else "bot"
        text = f"<p>{html.escape(entry.text)}</p>" if entry.text else ""
        hour = f"<time>{local(entry.at):%H:%M}</time>"
        return f'<div class="{side}">{self.media(entry)}{text}{hour}</div>{self.buttons(entry)}'

    def media(self, entry: Entry) -> str:
        """A picture to be seen, a voice to be heard, any other file to be opened."""
        if entry.file is None:
            return f'<p class="media">{html.escape(entry.media)}</p>' if entry.media else ""
        path = self.files[entry.file.file_id]
        src = quote(path.relative_to(self.folder).as_posix())
        return MEDIA.get(entry.media or "", FILE).format(src=src, name=html.escape(entry.file.name or path.name))

    def buttons(self, entry: Entry) -> str:
        """The rows of buttons; those that were pressed are filled."""
        rows = ("".join(self.button(entry, button) for button in row) for row in entry.buttons)
        return "".join(f'<div class="row">{row}</div>' for row in rows)

    def button(self, entry: Entry, button: Button) -> str:
        """One button."""
        pressed = (entry.chat_id, entry.message_id, button.data or "") in self.presses
        kind = "pressed" if pressed else "key"
        return f'<span class="{kind}">{html.escape(button.text)}</span>'
