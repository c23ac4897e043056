"""What a file that somebody sent says, or why it cannot be read."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LARGEST: Final = 20_000_000
"""Bytes of a file that is looked at; a bot is given no larger ones (Bot API, getFile)."""


class Unread(StrEnum):
    """Why a file is not read."""

    TOO_LARGE = "too_large"
    NOT_A_DOCUMENT = "not_a_document"
    """It is of no kind that we read: a recording, a table, a program."""

    OLD_WORD = "old_word"
    """Word wrote it before 2007 (DOC), or it is RTF."""

    BROKEN = "broken"
    LOCKED = "locked"
    """It opens with a password only."""

    NO_WORDS = "no_words"
    UNCLEAR = "unclear"
    """There are words in the picture, and they cannot be made out."""

    NO_SCANNER = "no_scanner"
    """It is a picture, and nothing that reads pictures in Albanian is installed here."""

    TOO_SLOW = "too_slow"
    SOMETHING_ELSE = "something_else"
    """It was read, and is not what was asked for."""


class UnreadFileError(Exception):
    """A file that cannot be read, or need not be."""

    def __init__(self, why: Unread) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True)
class FileText:
    """The words of a file, lines as they stood, the cells of a row between pipes.

    `scanned` are those that were made out in a picture; of `left_out` pages nothing was read.
    """

    words: str
    scanned: bool = False
    left_out: int = 0
