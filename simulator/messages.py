"""A message in a chat, with everything it ever said."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from simulator.content import Button, Content, Json
from simulator.files import StoredFile

if TYPE_CHECKING:
    from simulator.chats import Chat

Direction = Literal["in", "out"]
"""in: to the bot; out: from it."""


@dataclass(frozen=True)
class Version:
    """What the message said from this moment on."""

    at: datetime
    content: Content


@dataclass(eq=False)
class Message:
    """A message; edits change it in place and `versions` keeps what it said before."""

    message_id: int
    chat: "Chat"
    direction: Direction
    sender: Json | None
    """The User who sent it; None in a channel."""
    versions: list[Version]
    extra: Json = field(default_factory=dict)
    """Other fields the Bot API shows: reply_to_message, forward_origin, sender_chat …"""
    bot_id: int | None = None
    """The bot that sent it."""
    deleted: bool = False
    silent: bool = False

    @property
    def content(self) -> Content:
        """What it says now."""
        return self.versions[-1].content

    @property
    def text(self) -> str:
        """Its words now; the caption where there is a medium."""
        return self.content.text

    @property
    def buttons(self) -> tuple[tuple[Button, ...], ...]:
        """The rows of inline buttons it has now."""
        return self.content.buttons

    @property
    def labels(self) -> list[str]:
        """The words on its inline buttons, row after row."""
        return [button.text for row in self.buttons for button in row]

    @property
    def kind(self) -> str:
        """text, photo, voice, document, location …"""
        return self.content.kind

    @property
    def media(self) -> str | None:
        """The kind of its medium; None for a text."""
        return None if self.kind == "text" else self.kind

    @property
    def file(self) -> StoredFile | None:
        """The file it carries."""
        return self.content.file

    @property
    def at(self) -> datetime:
        """When it was sent."""
        return self.versions[0].at

    @property
    def edited_at(self) -> datetime | None:
        """When it was edited last."""
        return self.versions[-1].at if len(self.versions) > 1 else None

    def json(self) -> Json:
        """The Message object of the Bot API, as it is now."""
        shown: Json = {
            "message_id": self.message_id,
            "date": int(self.at.timestamp()),
            "chat": self.chat.json(),
        }
        if self.sender is not None:
            shown["from"] = self.sender
        if self.edited_at is not None:
            shown["edit_date"] = int(self.edited_at.timestamp())
        return shown | self.extra | self.content.json()
