"""The timetable of a consultation plan: a table, or a sentence for each activity."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from documents.opening.lines import Line
from documents.reading.dates import Mention, find_dates
from documents.reading.text import Sheet, fold
from documents.writing.lines import one_line, plain
from documents.writing.said import ASIDES
from participation.paperwork.plan import Activity
from participation.paperwork.reading import PlanDoubt, PlanDoubtKind

_COLUMNS: Final = (
    ("day", re.compile(r"\bdat|\bdit|\bkur\b|\bkoh|\bafat")),
    ("place", re.compile(r"\bvend|\bku\b")),
    ("organisations", re.compile(r"organizat|pjesemarr|\bpal[ae]|institucion")),
)
_USUAL: Final = ("day", "place", "text", "organisations")
_PLACE: Final = re.compile(
    r"\btakim\w*\s(?:publik\s)?n[ëe]\s(?P<place>[A-ZËÇ][\w’'-]*(?:\s(?:e\s|i\s)?[A-ZËÇ][\w’'-]*){0,4})"
)
_FROM: Final = re.compile(r"\bpërfaqësues\w*\s(?:nga|të)\s", re.IGNORECASE)
_BETWEEN: Final = re.compile(r",\s*|\s+dhe\s+")
QUOTED: Final = 120


@dataclass(frozen=True)
class _Read:
    activity: Activity
    words: str
    mention: Mention | None


def read_timetable(lines: Iterable[Line]) -> tuple[tuple[Activity, ...], tuple[PlanDoubt, ...]]:
    """All activities, with doubts where a day is not sure; a year that is missing is taken from the days around it."""
    found = [each for each in _found(lines) if each.words]
    known = [each.activity.day for each in found]
    activities, doubts = [], []
    for number, each in enumerate(found):
        activity, kind = each.activity, None
        if each.mention is not None and activity.day is None and each.mention.month_day is not None:
            year = _year_around(known, number)
            day = None if year is None else _day(year, each.mention.month_day)
            activity = replace(activity, day=day)
            kind = PlanDoubtKind.NO_YEAR if day is None else PlanDoubtKind.YEAR_TAKEN
        elif activity.day is None:
            kind = PlanDoubtKind.NO_DAY
        activities.append(activity)
        if kind is not None:
            doubts.append(PlanDoubt(kind, one_line(each.words)[:QUOTED]))
    return tuple(activities), tuple(doubts)


def _found(lines: Iterable[Line]) -> Iterator[_Read]:
    columns: Sequence[str] = ()
    table: int | None = None
    for line in lines:
        if line.table is None:
            yield _sentence(line.cells[0])
        elif line.table != table:
            table, columns = line.table, _columns(line.cells)
            if not columns:
                columns = _USUAL
                yield _row(line.cells, columns)
        else:
            yield _row(line.cells, columns)


def _columns(cells: Sequence[str]) -> tuple[str, ...]:
    """What each column is, by its heading; none, where the first row is no row of headings."""
    names = [next((name for name, pattern in _COLUMNS if pattern.search(fold(cell))), "text") for cell in cells]
    once = [name if name not in names[:number] else "text" for number, name in enumerate(names)]
    is_head = "day" in once and all(len(cell) < 60 and not find_dates(Sheet(cell)) for cell in cells)
    return tuple(once) if is_head else ()


def _row(cells: Sequence[str], columns: Sequence[str]) -> _Read:
    values: dict[str, list[str]] = {}
    for name, cell in zip(columns, cells, strict=False):
        words = plain(cell)
        if words and words not in ASIDES:
            values.setdefault(name, []).append(words)
    told = {name: "\n".join(words) for name, words in values.items()}
    mention = _mention(told.get("day", ""))
    organisations = tuple(filter(None, map(str.strip, told.get("organisations", "").split("\n"))))
    activity = Activity(
        text=told.get("text", ""),
        day=mention.day if mention else None,
        place=told.get("place", ""),
        organisations=organisations,
    )
    return _Read(activity, " ".join(told.values()), mention)


def _sentence(words: str) -> _Read:
    text = plain(words)
    mention = _mention(text)
    place = _PLACE.search(text)
    activity = Activity(
        text=text,
        day=mention.day if mention else None,
        place=place["place"] if place else "",
        organisations=tuple(_organisations(text)),
    )
    return _Read(activity, text, mention)


def _mention(text: str) -> Mention | None:
    return next(iter(find_dates(Sheet(text))), None)


def _organisations(text: str) -> Iterator[str]:
    begins = _FROM.search(text)
    if begins:
        for name in _BETWEEN.split(text[begins.end() :].rstrip(" .;")):
            if name.strip():
                yield name.strip()


def _year_around(known: Sequence[date | None], number: int) -> int | None:
    """The year of the nearest days before and after it, where they do not disagree."""
    before = next((day.year for day in reversed(known[:number]) if day), None)
    after = next((day.year for day in known[number + 1 :] if day), None)
    years = {year for year in (before, after) if year is not None}
    return years.pop() if len(years) == 1 else None


def _day(year: int, month_day: tuple[int, int]) -> date | None:
    try:
        return date(year, *month_day)
    except ValueError:
        return None
