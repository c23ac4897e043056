"""Lists as people write them: items below each other, and the line above that says what holds for all of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents.reading.dates import WEEKDAY, Mention
from documents.reading.tables import is_row
from documents.reading.text import Sheet, Span

_BULLET = re.compile(r"\W{0,3}(?:\d{1,2}\s?[.)]\s|[ivx]{1,4}[.)]\s|[a-z]\)\s|[-•*–·▪◦○✔➤]\s?(?=\S))")
_BELOW = re.compile(r"\b(?:me poshte|si vijon|vijues\w*|ne vijim|meposhtm\w*)\W*$")
_PIN = re.compile(r"[📍📌]")
"""Marks an item that says when; alone it says where."""
_LEAD = re.compile(
    rf"[\W\d]*(?:(?:cikli|grupi|takimi|faza|seanca)\s(?:[ivx]{{1,4}}|\d{{1,2}})\W+)?"
    rf"(?:(?:e|te)\s{WEEKDAY}\W*)?(?:(?:dat\w{{1,2}}|me|dt)\b\W*)*"
)
"""What may stand before the day with which an item begins."""
_LONGEST_INTRO = 400


@dataclass(frozen=True)
class Listing:
    """Items, and the part of the text that introduces them, if any does."""

    items: tuple[Span, ...]
    intro: Span | None


def find_lists(sheet: Sheet, dates: tuple[Mention, ...]) -> tuple[Listing, ...]:
    """All lists of two items or more."""
    return tuple(_lists(sheet, {sheet.line(day.start): day for day in reversed(dates)}))


def list_of(span: Span, lists: tuple[Listing, ...]) -> Listing | None:
    """The list in an item of which a part of the text stands."""
    return next((each for each in lists if any(item.touches(span) for item in each.items)), None)


def _lists(sheet: Sheet, dated: dict[Span, Mention]) -> Iterator[Listing]:
    items: list[Span] = []
    before: Span | None = None
    for line in sheet.lines:
        if _is_item(sheet, line, dated.get(line)):
            items.append(line)
            continue
        if len(items) > 1:
            yield Listing(tuple(items), _intro(sheet, before))
        items, before = [], line
    if len(items) > 1:
        yield Listing(tuple(items), _intro(sheet, before))


def _is_item(sheet: Sheet, line: Span, day: Mention | None) -> bool:
    if _BULLET.match(sheet.folded, line.start, line.end):
        return True
    if day is not None and is_row(sheet.folded[line.start : line.end]):
        return True
    if day is not None and _PIN.match(sheet.folded, line.start):
        return True
    return day is not None and _LEAD.fullmatch(sheet.folded, line.start, day.start) is not None


def _intro(sheet: Sheet, line: Span | None) -> Span | None:
    """The line right above a list, where it introduces it: with a colon, or as its heading."""
    if line is None:
        return None
    words = sheet.matching(line).rstrip()
    is_heading = len(words) < 80 and not words.endswith((".", "!", "?", ";"))
    introduces = words.endswith(":") or is_heading or _BELOW.search(words) is not None
    return Span(max(line.start, line.end - _LONGEST_INTRO), line.end) if introduces else None
