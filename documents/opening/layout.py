"""Lines out of words that only have a place on a page: rows, columns and paragraphs as the eye sees them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

COLUMN_GAP: Final = 1.6
"""Wider than so many times the height of the letters, the space between two words parts columns."""
SAME_LINE: Final = 0.5
"""Words share a line where so much of the lower one's height is beside the other."""
NEAR_MARGIN: Final = 4.0
"""A line that ends so near to the right margin, in heights of letters, was broken for want of room."""
LINE_SPACING: Final = 2.2
"""Lines that are further apart, in heights of letters, belong to two paragraphs."""


@dataclass(frozen=True)
class Piece:
    """Words with their place on a page; what is further down has the larger numbers."""

    words: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """Of its letters, roughly."""
        return self.bottom - self.top


@dataclass(frozen=True)
class _Row:
    pieces: tuple[Piece, ...]

    @property
    def left(self) -> float:
        return self.pieces[0].left

    @property
    def right(self) -> float:
        return max(piece.right for piece in self.pieces)

    @property
    def middle(self) -> float:
        return median((piece.top + piece.bottom) / 2 for piece in self.pieces)

    @property
    def height(self) -> float:
        return median(piece.height for piece in self.pieces)

    def columns(self) -> tuple[str, ...]:
        """The words between its wide gaps."""
        cells = [self.pieces[0].words]
        for before, piece in pairwise(self.pieces):
            gap = piece.left - before.right
            if gap > COLUMN_GAP * self.height:
                cells.append(piece.words)
            else:
                cells[-1] += piece.words if gap < 0.08 * self.height else f" {piece.words}"
        return tuple(" ".join(cell.split()) for cell in cells)


def laid_out(pieces: Iterable[Piece]) -> str:
    """The text of a page: what shares a line on it, with tabs between columns; broken lines are joined again."""
    rows = list(_rows(piece for piece in pieces if piece.words.strip()))
    if not rows:
        return ""
    edge = _right_margin(rows)
    text = "\t".join(rows[0].columns())
    for before, row in pairwise(rows):
        text += _between(before, row, edge) + "\t".join(row.columns())
    return text


def _rows(pieces: Iterable[Piece]) -> Iterator[_Row]:
    row: list[Piece] = []
    for piece in sorted(pieces, key=lambda each: (each.top + each.bottom) / 2):
        if row and not _beside(row, piece):
            yield _Row(tuple(sorted(row, key=lambda each: each.left)))
            row = []
        row.append(piece)
    if row:
        yield _Row(tuple(sorted(row, key=lambda each: each.left)))


def _beside(row: Sequence[Piece], piece: Piece) -> bool:
    top, bottom = median(each.top for each in row), median(each.bottom for each in row)
    shared = min(bottom, piece.bottom) - max(top, piece.top)
    return shared > SAME_LINE * min(bottom - top, piece.height)


def _right_margin(rows: Sequence[_Row]) -> float:
    """Where long lines end: what a page has beyond is a stamp or a number."""
    ends = sorted(row.right for row in rows)
    return ends[int(len(ends) * 0.9)] if len(ends) > 1 else float("inf")


def _between(before: _Row, row: _Row, edge: float) -> str:
    """A space where a line only went on for want of room, an empty line where a paragraph ends."""
    height = max(before.height, row.height)
    if row.middle - before.middle > LINE_SPACING * height:
        return "\n\n"
    is_prose = len(before.columns()) == len(row.columns()) == 1
    went_on = before.right > edge - NEAR_MARGIN * height and row.left < before.left + height
    fits = row.pieces[0].right - row.left < edge - before.right
    return " " if is_prose and went_on and not fits else "\n"
