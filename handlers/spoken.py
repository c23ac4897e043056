"""What somebody says over several messages: each kept with its number, so that an edit changes that one only."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from handlers.events import Edited, File, Text
from handlers.turns import Said
from participation.comments.model import Words
from participation.messages import Media
from participation.words import fold

LONGEST_MESSAGE: Final = 4096
"""Characters; Telegram's apps cut what is longer into several messages (Bot API, sendMessage)."""


@dataclass(frozen=True)
class Piece:
    """The words of one message, none beside a bare file, and when they were written, if the messenger told.

    Without a number (0) it cannot be edited.
    """

    message: int
    words: str
    at: datetime | None = None


@dataclass(frozen=True)
class Spoken:
    """Everything said so far, in the order in which it was said."""

    pieces: tuple[Piece, ...] = ()
    media: tuple[Media, ...] = ()

    @property
    def text(self) -> str:
        """The words of all messages, a line or more each; one that Telegram cut in two is whole again."""
        return joined(piece.words for piece in self.pieces)

    @property
    def at(self) -> datetime | None:
        """When the last of it was said, if that is known of any."""
        return max((piece.at for piece in self.pieces if piece.at), default=None)

    def is_empty(self) -> bool:
        """Whether nothing was said at all."""
        return self.words().is_empty()

    def has(self, message: int) -> bool:
        """Whether this message is a part of it."""
        return any(piece.message == message for piece in self.pieces if message)

    def words(self) -> Words:
        """All of it as one comment."""
        return Words(self.text, self.media)

    def with_more(self, said: Said) -> "Spoken | None":
        """All of it and what was just said, or None if that adds nothing.

        A change of a message that is no part of it adds nothing: it may have been meant for something else.
        """
        more = self._and(said)
        return None if more is None or more.is_empty() else more

    def _and(self, said: Said) -> "Spoken | None":
        match said:
            case Text(words, message, at):
                return self._put(Piece(message, words, at))
            case Edited(words, message, at) if self.has(message):
                return self._put(Piece(message, words, at))
            case File(media, words, message, at=at):
                return replace(self._put(Piece(message, words, at)), media=(*self.media, media))
            case _:
                return None

    def before(self, more: "Spoken") -> "Spoken":
        """What was said earlier, and what was said since."""
        return Spoken((*self.pieces, *more.pieces), (*self.media, *more.media))

    def _put(self, said: Piece) -> "Spoken":
        if self.has(said.message):
            return replace(self, pieces=tuple(said if p.message == said.message else p for p in self.pieces))
        return replace(self, pieces=(*self.pieces, said))


NOTHING = Spoken()

SEND: Final = frozenset({"po", "dergo", "dergoje", "yes", "send", "send it"})
YES: Final = frozenset({"po", "yes"})
NO: Final = frozenset({"jo", "no"})


def means_send(words: str) -> bool:
    """Whether somebody writes what the button says, in either language."""
    return bare(words) in SEND


def bare(words: str) -> str:
    """A short answer as it is compared: folded, without the full stop or the exclamation mark."""
    return fold(words).strip(" .!,")


def joined(pieces: Iterable[str]) -> str:
    """The words of several messages; one as long as a message can be was cut there, perhaps within a word."""
    text, cut = "", True
    for words in filter(None, pieces):
        text += words if cut else f"\n{words}"
        cut = len(words) >= LONGEST_MESSAGE
    return text.strip()
