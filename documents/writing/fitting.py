"""Whether words fit where there is only so much room, and in which size: reckoned, since no font need be here.

The widths are those of Arial, each rounded up to its class: what fits here fits on paper.
"""

from dataclasses import dataclass
from math import ceil
from typing import Final

from documents.writing.lines import one_line
from participation.words import quote

POINTS_IN_CM: Final = 28.35
LINE: Final = 1.17
"""The height of a line, in sizes of its letters."""
NARROW: Final = frozenset("ijlIftr.,;:'’!|()[]/\\- ")
WIDE: Final = frozenset("mwMWOQGCÇ@%—…&")
BOLD: Final = 1.08
"""So much wider are bold letters."""
SHORTEST: Final = 20
"""Letters: fewer of them would say nothing."""


@dataclass(frozen=True)
class Room:
    """What is free for some words: centimetres, and between which sizes their letters may be."""

    width: float
    height: float
    largest: float
    smallest: float
    bold: bool = False


def fitted(text: str, room: Room) -> tuple[str, float]:
    """The words in the largest size in which they fit; what does not fit even in the smallest is cut at a word."""
    words = one_line(text)
    size = room.largest
    while size > room.smallest and not _fits(words, size, room):
        size -= 0.5
    longest = len(words)
    while longest > SHORTEST and not _fits(words, size, room):
        longest = longest * 9 // 10
        words = quote(words, longest)
    return words, size


def _fits(words: str, size: float, room: Room) -> bool:
    lines = lines_in(words, size, room.width * POINTS_IN_CM, bold=room.bold)
    return lines * size * LINE <= room.height * POINTS_IN_CM


def lines_in(text: str, size: float, width: float, *, bold: bool = False) -> int:
    """How many lines the words take up; a word that is longer than a line is broken."""
    lines, taken, gap = 1, 0.0, _width(" ", size, bold=bold)
    for word in text.split():
        wide = _width(word, size, bold=bold)
        if taken and taken + gap + wide > width:
            lines, taken = lines + 1, 0.0
        more = max(0, ceil(wide / width) - 1)
        lines, taken = lines + more, (taken + gap if taken else 0.0) + wide - more * width
    return lines


def _width(word: str, size: float, *, bold: bool) -> float:
    return sum(map(_share, word)) * size * (BOLD if bold else 1)


def _share(letter: str) -> float:
    """How wide a letter is, in sizes of it; what we do not know may be as wide as it is high."""
    if letter in NARROW:
        return 0.34
    if letter in WIDE:
        return 1.0 if letter in "—…@%" else 0.9
    if letter.isupper():
        return 0.73
    return 0.57 if letter.isascii() or letter in "ëç–“”«»" else 1.0
