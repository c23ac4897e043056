"""Hours that hold no longer, and those in their place: "ora 17:30, jo 17:00", "Është: ora 13:00. Duhet: ora 10:00"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from documents.reading.hours import Hour
from documents.reading.text import Sheet

_WORD = r"(?:(?:ne|nga|me|prej|te)\s)?(?:or\w{1,2}\s)?$"
_DENIED = re.compile(rf"\b(?:jo|ne vend te|ne vend se|nuk (?:fillon|nis|mbahet|zhvillohet|behet|eshte))\s{_WORD}")
_WAS = re.compile(rf"\b(?:eshte|ishte|gabim\w*|shkruar|shkruhe[tj]|ka qene|vjeter)\W{{1,4}}{_WORD}")
_IS = re.compile(
    rf"\b(?:lexohet|lexoni|duhet|sakte|korrekt\w*|e re|i ri|tani|behet|do te jete)\W{{1,4}}(?:te jete\s)?{_WORD}"
)
_NEAR = 90
"""Characters between an hour and the one that it stands for."""
_LOOK_BACK = 40


@dataclass(frozen=True)
class Changed:
    """The hours that hold, and pairs of what was said and what holds instead."""

    hours: tuple[Hour, ...]
    instead: tuple[tuple[Hour, Hour], ...] = ()


def changed_hours(sheet: Sheet, hours: Sequence[Hour]) -> Changed:
    """What a text says of its hours: which of them hold no longer, and what stands for them."""
    pairs = tuple(pair for before, after in pairwise(hours) if (pair := _pair(sheet, before, after)))
    void = [*(old for old, _ in pairs), *(hour for hour in hours if _said_before(_DENIED, sheet, hour))]
    return Changed(tuple(hour for hour in hours if hour not in void), pairs)


def _pair(sheet: Sheet, first: Hour, second: Hour) -> tuple[Hour, Hour] | None:
    """The old and the new one of two hours beside each other."""
    if second.start - first.end > _NEAR:
        return None
    denied = [_said_before(_DENIED, sheet, hour) for hour in (first, second)]
    if denied == [False, True]:
        return second, first
    corrected = _said_before(_WAS, sheet, first) and _said_before(_IS, sheet, second)
    return (first, second) if denied == [True, False] or corrected else None


def _said_before(words: re.Pattern[str], sheet: Sheet, hour: Hour) -> bool:
    """Whether these words stand before the number of the hour."""
    number = re.compile(r"\d|[a-z]+$").search(sheet.folded, hour.start, hour.end)
    at = number.start() if number else hour.start
    return words.search(sheet.folded[max(0, at - _LOOK_BACK) : at]) is not None
