"""A file as somebody is shown it, with the sentence that stands there if Telegram does not give it out again."""

from collections.abc import Mapping
from typing import Final

from handlers.turns import Talk
from locales.texts import mark
from participation.messages import Media, MediaKind, Message

MISSING: Final[Mapping[MediaKind, str]] = {
    MediaKind.PHOTO: mark("There is a photo here, but Telegram cannot show it."),
    MediaKind.VOICE: mark("There is a voice message here, but Telegram cannot play it."),
    MediaKind.AUDIO: mark("There is a recording here, but Telegram cannot play it."),
    MediaKind.VIDEO: mark("There is a video here, but Telegram cannot show it."),
    MediaKind.DOCUMENT: mark("There is a document here, but Telegram cannot open it."),
}


def file(talk: Talk, media: Media, body: str) -> Message:
    """The file with its caption; it never vanishes without a word."""
    return Message(body=body, media=media, instead=talk.t(MISSING[media.kind]))
