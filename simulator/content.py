"""What a message carries: words, a file or a place, and buttons."""

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from simulator.files import StoredFile

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True)
class Button:
    """A button under a message; `data` goes back to the bot, `url` opens a page."""

    text: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Content:
    """What stands in a message at one time; `text` is the caption where there is a medium."""

    text: str = ""
    entities: tuple[Json, ...] = ()
    kind: str = "text"
    """text, photo, voice, audio, video, document, location, contact, poll …"""
    file: StoredFile | None = None
    body: Json = field(default_factory=dict)
    """What the Bot API shows of the medium, such as {"voice": {…}}."""
    markup: Json | None = None

    @property
    def buttons(self) -> tuple[tuple[Button, ...], ...]:
        """The rows of inline buttons."""
        rows = (self.markup or {}).get("inline_keyboard", ())
        return tuple(tuple(_button(each) for each in row) for row in rows)

    @property
    def replies(self) -> tuple[tuple[str, ...], ...]:
        """The rows of a reply keyboard: words that a press sends as a message."""
        rows = (self.markup or {}).get("keyboard", ())
        return tuple(tuple(each if isinstance(each, str) else each["text"] for each in row) for row in rows)

    def json(self) -> Json:
        """The fields of a Message that say this."""
        words, marks = ("text", "entities") if self.kind == "text" else ("caption", "caption_entities")
        shown: Json = dict(self.body)
        if self.text:
            shown[words] = self.text
        if self.entities:
            shown[marks] = list(self.entities)
        if self.markup and "inline_keyboard" in self.markup:
            shown["reply_markup"] = self.markup
        return shown


def _button(raw: Json) -> Button:
    return Button(text=raw["text"], data=raw.get("callback_data"), url=raw.get("url"))
