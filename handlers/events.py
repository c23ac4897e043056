"""What came in, in no messenger's terms."""

from dataclasses import dataclass
from datetime import datetime

from participation.messages import Media
from participation.packing import Action


@dataclass(frozen=True)
class Text:
    """Somebody wrote, by the messenger's clock `at`; `message` is the number by which an edit finds it, 0 if none.

    `about` is the consultation of the announcement that they replied to, 0 if it was none.
    """

    words: str
    message: int = 0
    at: datetime | None = None
    about: int = 0


@dataclass(frozen=True)
class Edited:
    """Somebody changed what they had written in that message."""

    words: str
    message: int = 0
    at: datetime | None = None


@dataclass(frozen=True)
class File:
    """Somebody sent a photo, a recording or a file, perhaps with words; `plain` is what a text file says.

    `about` is the consultation of the announcement that they replied to; `content` is what is in a Word file that an
    officer was asked for.
    """

    media: Media
    words: str = ""
    message: int = 0
    plain: str = ""
    at: datetime | None = None
    about: int = 0
    content: bytes | None = None


@dataclass(frozen=True)
class Pin:
    """Somebody sent a place on the map; a `live` one goes on to tell where they are."""

    latitude: float
    longitude: float
    live: bool = False


@dataclass(frozen=True)
class Odd:
    """Somebody sent a thing we have no use for: a sticker, a contact, a poll."""

    kind: str


@dataclass(frozen=True)
class Command:
    """Somebody sent a command, its name folded to plain small letters; `said` is all of it as it was written."""

    name: str
    argument: str = ""
    said: Text = Text("")


@dataclass(frozen=True)
class Pressed:
    """Somebody pressed a button of the message `on`; `query` is what has to be acknowledged."""

    action: Action
    on: int | None
    query: str


@dataclass(frozen=True)
class Left:
    """Somebody blocked us."""


@dataclass(frozen=True)
class Returned:
    """Somebody unblocked us."""


@dataclass(frozen=True)
class Chose:
    """Inside a dialog: the button that was pressed."""

    name: str
    value: str = ""


@dataclass(frozen=True)
class Migrated:
    """A group lives under another number now."""

    to: int


Content = Text | Edited | File | Pin | Odd | Command | Pressed | Left | Returned


@dataclass(frozen=True)
class Event:
    """One thing one person did, in the private chat `chat` with the bot: when we read it, and when they did it."""

    chat: int
    content: Content
    at: datetime
    said_at: datetime
    language_hint: str | None = None


@dataclass(frozen=True)
class Elsewhere:
    """Something in a group or channel, or behind a mask: only a group of officers has more in it than the way home.

    `addressed` is whether it was meant for the bot; `masked` whether the speaker hides behind a chat. The `speaker` is
    whoever is found under that number in private, the `thread` the topic it was said in, if any.
    """

    chat: int
    addressed: bool
    masked: bool
    thread: int | None = None
    speaker: int | None = None
    content: Content | Migrated | None = None
    language_hint: str | None = None
