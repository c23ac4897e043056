"""What was written, in the order it was written."""

from dataclasses import dataclass
from datetime import datetime

from simulator.chats import SharedChat
from simulator.content import Button, Json
from simulator.files import StoredFile
from simulator.messages import Direction, Message


@dataclass(frozen=True)
class Entry:
    """A message, or an edit of one, at the moment it happened."""

    at: datetime
    chat_id: int
    direction: Direction
    text: str
    buttons: tuple[tuple[Button, ...], ...]
    media: str | None
    message_id: int
    edited: bool
    file: StoredFile | None = None
    """The file it carries; what it is called in a transcript is for whoever writes one."""
    bold: tuple[str, ...] = ()
    """Those of its words that phones show in bold."""
    topic: str = ""
    """What the topic is called in which it stands, in a forum."""

    @classmethod
    def of(cls, message: Message) -> "Entry":
        """What the message says now."""
        return cls(
            at=message.versions[-1].at,
            chat_id=message.chat.id,
            direction=message.direction,
            text=message.text,
            buttons=message.buttons,
            media=message.media,
            message_id=message.message_id,
            edited=message.edited_at is not None,
            file=message.file,
            bold=tuple(_words(message.text, each) for each in message.content.entities if each["type"] == "bold"),
            topic=_topic(message),
        )

    def json(self) -> Json:
        """The entry as it stands in a transcript file."""
        shown: Json = {
            "at": self.at.isoformat(),
            "chat_id": self.chat_id,
            "direction": self.direction,
            "text": self.text,
            "buttons": shown_rows(self.buttons),
            "media": self.media,
            "message_id": self.message_id,
        }
        return shown | ({"topic": self.topic} if self.topic else {}) | ({"edited": True} if self.edited else {})


def _topic(message: Message) -> str:
    thread = message.extra.get("message_thread_id")
    forum = message.chat if isinstance(message.chat, SharedChat) else None
    return forum.topics[thread].name if forum and thread in forum.topics else ""


def _words(text: str, entity: Json) -> str:
    """The words of an entity, which counts in UTF-16."""
    start, length = 2 * entity["offset"], 2 * entity["length"]
    return text.encode("utf-16-le")[start : start + length].decode("utf-16-le")


def shown_rows(buttons: tuple[tuple[Button, ...], ...]) -> list[list[Json]]:
    """Rows of buttons as they stand in a transcript file."""
    return [[_shown(button) for button in row] for row in buttons]


def _shown(button: Button) -> Json:
    shown = {"text": button.text, "data": button.data, "url": button.url}
    return {key: value for key, value in shown.items() if value is not None}
