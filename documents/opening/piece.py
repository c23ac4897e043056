"""Words with their place on a page, and the lines of it that they stand in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import Final

SAME_LINE: Final = 0.5
"""Words share a line where so much of the lower one's height is beside the other."""
COLUMN_GAP: Final = 1.6
"""Wider than so many times the height of the letters, the space between two words parts columns."""
HYPHENS: Final = "-\u2010"
SOFT_HYPHENS: Final = "\u00ad"
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S*[/=&?_]$|[\w.+-]+@$")
"""What is broken off here goes on in the next line without a space."""


@dataclass(frozen=True)
class Piece:
    """A word with its place on a page; what is further down has the larger numbers."""

    words: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """Of its letters, roughly."""
        return self.bottom - self.top

    @property
    def width(self) -> float:
        """From its first letter to its last."""
        return self.right - self.left

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle: how far to the right, and how far down."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Row:
    """Words that stand side by side, from the left to the right."""

    pieces: tuple[Piece, ...]

    @cached_property
    def left(self) -> float:
        """Where it begins."""
        return self.pieces[0].left

    @cached_property
    def right(self) -> float:
        """Where it ends."""
        return max(piece.right for piece in self.pieces)

    @property
    def edges(self) -> tuple[float, float]:
        """Where it begins and ends."""
        return self.left, self.right

    @cached_property
    def middle(self) -> float:
        """How far down it is."""
        return median(piece.centre[1] for piece in self.pieces)

    @cached_property
    def height(self) -> float:
        """Of its letters, roughly."""
        return median(piece.height for piece in self.pieces)

    @cached_property
    def words(self) -> str:
        """What it says."""
        return " ".join(piece.words for piece in self.pieces)

    @cached_property
    def parts(self) -> tuple["Row", ...]:
        """What stands between its wide gaps."""
        edges = [
            number
            for number, (before, piece) in enumerate(pairwise(self.pieces), 1)
            if piece.left - before.right > COLUMN_GAP * self.height
        ]
        return tuple(Row(self.pieces[start:end]) for start, end in pairwise([0, *edges, len(self.pieces)]))


def joined(before: str, after: str) -> str:
    """Two lines as one; a word or an address that was parted at their end is whole again."""
    if not before or not after:
        return before + after
    last, first = before.rsplit(maxsplit=1)[-1], after.split(maxsplit=1)[0]
    if last[-1] in SOFT_HYPHENS:
        return before[:-1] + after
    if last[-1] in HYPHENS and len(last) > 1:
        return (before if _keeps_hyphen(last[:-1], first) else before[:-1]) + after
    return before + after if _ADDRESS.match(last) else f"{before} {after}"


def _keeps_hyphen(last: str, first: str) -> bool:
    """Whether it is more than the sign of a parted word: in "9-vjeçare", "OJF-të", in an address."""
    is_word = last.isalpha() and len(last) > 1 and not last[-1].isupper() and first[0].islower()
    return not is_word or "@" in first or "." in first[:-1]


def rows(pieces: Iterable[Piece]) -> Iterator[Row]:
    """The words line by line, from top to bottom."""
    row: list[Piece] = []
    top = bottom = 0.0
    for piece in sorted(pieces, key=lambda each: each.centre[1]):
        if row and not _beside(top / len(row), bottom / len(row), piece):
            yield _row(row)
            row, top, bottom = [], 0.0, 0.0
        row.append(piece)
        top, bottom = top + piece.top, bottom + piece.bottom
    if row:
        yield _row(row)


def _beside(top: float, bottom: float, piece: Piece) -> bool:
    shared = min(bottom, piece.bottom) - max(top, piece.top)
    return shared > SAME_LINE * min(bottom - top, piece.height)


def _row(pieces: Sequence[Piece]) -> Row:
    return Row(tuple(sorted(pieces, key=lambda each: each.left)))
