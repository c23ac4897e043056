"""Files: as somebody is shown one, also where Telegram does not give it out again, and what became of an album."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from handlers.turns import Talk, Turn
from handlers.views.errors import noted
from locales.texts import mark
from participation.layout import lines, paragraphs
from participation.messages import Media, MediaKind, Message

MISSING: Final[Mapping[MediaKind, str]] = {
    MediaKind.PHOTO: mark("There is a photo here, but it cannot be opened."),
    MediaKind.VOICE: mark("There is a voice message here, but it cannot be played."),
    MediaKind.AUDIO: mark("There is a recording here, but it cannot be played."),
    MediaKind.VIDEO: mark("There is a video here, but it cannot be played."),
    MediaKind.DOCUMENT: mark("There is a document here, but it cannot be opened."),
}


def file(talk: Talk, media: Media, body: str) -> Message:
    """The file with its caption; it never vanishes without a word."""
    return Message(body=body, media=media, instead=talk.t(MISSING[media.kind]))


def drawn(talk: Talk, make: Callable[[], Awaitable[Media]], body: str) -> Turn:
    """A file that has to be drawn first, with its caption."""

    async def later() -> Sequence[Message]:
        return (file(talk, await make(), body),)

    return Turn((), later=later)


@dataclass(frozen=True)
class Part:
    """A file of an album, and why it was left out, if it was."""

    kind: MediaKind
    left_out: str = ""


def of_album(turn: Turn, talk: Talk, parts: Sequence[Part]) -> Turn:
    """The answer to the last file of an album, beneath what was taken of all of it and what was not, and why."""
    refused = [part for part in parts if part.left_out]
    if len(parts) < 2 or not refused or not turn.screens:
        return turn
    taken = talk.texts.attached([part.kind for part in parts if not part.left_out])
    counts = (
        talk.t("Taken: {what}.", what=taken) if taken else "",
        talk.t("Not taken: {what}.", what=talk.texts.attached([part.kind for part in refused])),
    )
    others = dict.fromkeys(part.left_out for part in refused if part.left_out != turn.left_out)
    return noted(turn, paragraphs(lines(counts), *others))
