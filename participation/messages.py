"""What a person is shown, in no messenger's terms: a title, words, buttons, perhaps a file or a place on the map."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from participation.ids import ReportId


class MediaKind(StrEnum):
    """How a file is shown."""

    PHOTO = "photo"
    VOICE = "voice"
    AUDIO = "audio"
    VIDEO = "video"
    DOCUMENT = "document"


@dataclass(frozen=True)
class Media:
    """A file that is with the messenger already, or the bytes of one that is not.

    `ref` is the messenger's own handle and whose it is (see `ref_of`); `size` is in bytes; `seconds` is how long a
    recording lasts; `type` is what the sender's app says is in it. What is `anew` is never shown as it came: a new
    picture is made of it.
    """

    kind: MediaKind
    ref: str | None = None
    name: str | None = None
    size: int | None = None
    seconds: int | None = None
    content: bytes | None = None
    type: str | None = None
    anew: bool = False

    @property
    def is_picture(self) -> bool:
        """Whether it was sent as a photo, or as a file that says it is one."""
        return self.kind is MediaKind.PHOTO or (self.kind is MediaKind.DOCUMENT and self.type in PICTURES)


PICTURES: Final = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"})
LARGEST_PICTURE: Final = 20 << 20
"""Bytes; Telegram gives a bot no more than that."""


def pictures_anew(media: Iterable[Media]) -> tuple[Media, ...]:
    """The same files, but of its pictures nothing is kept save the handle, and that they are to be made anew."""
    return tuple(Media(MediaKind.PHOTO, ref=m.ref, content=m.content, anew=True) if m.is_picture else m for m in media)


def ref_of(bot: int, handle: str) -> str:
    """A file as the bot that got it can name it: the handle means nothing to any other bot."""
    return f"{bot}:{handle}"


def parts_of_ref(ref: str) -> tuple[int, str]:
    """The bot that got a file, 0 where it is not said, and its handle of it."""
    bot, colon, handle = ref.rpartition(":")
    return int(bot) if colon and bot.isdecimal() else 0, handle


@dataclass(frozen=True)
class Point:
    """A place on the map, right to `within` so many metres."""

    latitude: float
    longitude: float
    within: int


@dataclass(frozen=True)
class Button:
    """One tap: `press` is what it asks of us, packed; `url` is where it leads outside.

    `start` leads from a group into the private chat, to where such a link leads.
    """

    label: str
    press: str | None = None
    url: str | None = None
    start: str | None = None


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class Topic:
    """Where in a group a report is spoken of: the topic of this number, or a new one of this name.

    How the report stands was `told` there; it began with the message `card`, and is `shut` or not. What `turns` is
    opened or closed now, what is `gone` is deleted.
    """

    report: ReportId
    name: str
    thread: int | None = None
    card: int | None = None
    told: str = ""
    shut: bool = False
    turns: bool = False
    gone: bool = False


@dataclass(frozen=True)
class Message:
    """One thing to read: the title stands out, the body is plain, the buttons are below.

    People's words go into the body as they are: nothing in it is ever read as markup. `instead` is what is said where
    the messenger does not give the file out. In a group it belongs in a `topic`; what stands `above` is said with it
    where that has to be made.
    """

    body: str
    title: str = ""
    buttons: Rows = ()
    media: Media | None = None
    instead: str = ""
    quiet: bool = False
    point: Point | None = None
    topic: Topic | None = None
    above: str = ""
