"""What somebody says over several messages: each kept with its number, so that an edit changes that one only."""

from dataclasses import dataclass, replace

from handlers.events import Edited, File, Text
from handlers.turns import Said
from participation.comments.model import Words
from participation.messages import Media


@dataclass(frozen=True)
class Piece:
    """The words of one message; without a number (0) it cannot be edited."""

    message: int
    words: str


@dataclass(frozen=True)
class Spoken:
    """Everything said so far, in the order in which it was said."""

    pieces: tuple[Piece, ...] = ()
    media: tuple[Media, ...] = ()

    @property
    def text(self) -> str:
        """The words of all messages, a line or more each."""
        return "\n".join(piece.words for piece in self.pieces).strip()

    def is_empty(self) -> bool:
        """Whether nothing was said at all."""
        return not self.text and not self.media

    def has(self, message: int) -> bool:
        """Whether this message is a part of it."""
        return any(piece.message == message for piece in self.pieces if message)

    def words(self) -> Words:
        """All of it as one comment."""
        return Words(self.text, self.media)

    def with_more(self, said: Said) -> "Spoken | None":
        """All of it and what was just said, or None if that adds nothing."""
        match said:
            case Text(words, message) | Edited(words, message):
                return self._put(message, words)
            case File(media, words, message):
                return replace(self._put(message, words) if words else self, media=(*self.media, media))
            case _:
                return None

    def _put(self, message: int, words: str) -> "Spoken":
        said = Piece(message, words.strip())
        if self.has(message):
            return replace(self, pieces=tuple(said if p.message == message else p for p in self.pieces))
        return replace(self, pieces=(*self.pieces, said))


NOTHING = Spoken()
