"""The meetings that a table lists: a row each, with what is said once for several rows carried down."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from documents.reading import cues
from documents.reading.dates import Mention
from documents.reading.hours import Hour, find_hours
from documents.reading.items import listed_place, place_in_area
from documents.reading.places import building_in
from documents.reading.tables import HOLDS_NO_LONGER, Cell, Column, Row, Table
from documents.reading.text import Sheet, Span

T = TypeVar("T", bound=Span)

MOST_ROWS = 200
"""Of a table; no notice has more meetings."""
_DAY = re.compile(
    r"\b(?:dat|dit)\w*(?! e (?:vendim|leje|kerkes|lindj|aplik|regjistr|protokoll|miratim|leshim))"
    r"|\bkur\b|\bkoha|\bsivjet"
)
_HOUR = re.compile(r"\bor[ae]|\bkoha|\bsahat")
_BARE_HOUR = re.compile(r"\d{1,2}(?:\se\s(?:15|30|45))?(?:\s?-\s?\d{1,2})?")
_PLACE = re.compile(r"\bvend(?!ban)|\bku\b|\bsall|\badres|\blokacion|\bobjekt|\bmjedis|\bambient")
_AREA = re.compile(
    r"\bnjesi|\bfshat|\blagj|\bzon|\bqytet|\blokalitet|\bkomunitet|\bbashkesi|\bterritor|\bkomun|\bvendban"
)
_WHAT = re.compile(r"\bhap|\bmas[ae]\b|\baktivitet|\bveprim|\bfaz|\betap|\bproces|\bdetyr|\bcfare|\bpershkrim|\btakim")
_NEW = re.compile(r"\b(?:behet|ri|re|sakte|duhet|do te jete|korrekt\w*)\b")
_AS_IT_WAS = re.compile(r"\b(?:pa ndryshim|njelloj|nuk ndrysho\w*|mbetet|e njejta|i njejti)\b")
_OFF = re.compile(
    r"\banul\w+|\bnuk (?:do te )?(?:mba|zhvillo|organizo)\w*|\bshtyhe\w*|\bu (?:shty|krye|mbajt|zhvillua"
    r"|anulua)\w*|\bperfunduar\b"
)
_PEOPLE_MEET = re.compile(r"[\W\d]*(?:takim|degj(?:es|im)|tryez|seanc|forum|debat|sesion|prezantim|konferenc)\w*")
_OPEN_TO_ALL = re.compile(r"\b(?:publik|qytetar|banor|komunitet|i hapur|e hapur|te hapur|informues|degj(?:es|im))\w*")
_STATUS = re.compile(r"\b(?:status|gjendj|shenim|verejtj|ndryshim)")
_LIMIT = re.compile(r"\W*(?:\d{1,2}\W+)?(?:afati?\b|(?:mbyllj|dorezim|dergim|pranim|skadim)\w* (?:i|e)\b)")
"""How a row begins that is no meeting: "Afati për propozime", "Mbyllja e aplikimeve"."""
_ABOVE = 3
"""Lines above its first row in which a table is introduced; its heads are one of them."""
_ARROW = re.compile(r"\s*(?:→|->|=>|➜|➡)\s*")


@dataclass(frozen=True)
class Scheduled:
    """A meeting of which a row tells; the day may stand in a row above it."""

    day: Mention
    hour: Hour | None
    place: str | None
    is_a_step: bool = False
    """Whether its row is a step of a calendar, to which no hour is lent."""


def scheduled(
    tables: Sequence[Table], dates: Sequence[Mention], hours: Sequence[Hour], sheet: Sheet
) -> tuple[Scheduled, ...]:
    """All meetings that the tables of a text list, in their order."""
    return tuple(meeting for table in tables for meeting in _Reader(table, dates, hours, sheet).meetings())


def is_schedule(table: Table) -> bool:
    """Whether its rows are meetings: they have a day and an hour or a place, and no step that is done by then."""
    has_day = table.column(_DAY) is not None
    where = any(table.column(kind) is not None for kind in (_PLACE, _AREA))
    at = table.column(_HOUR) is not None
    return (has_day and (where or at) and table.column(_WHAT) is None) or _is_corrected(table)


def _is_corrected(table: Table) -> bool:
    old, new = table.column(HOLDS_NO_LONGER), table.column(_NEW)
    return old is not None and new is not None and old != new


@dataclass(frozen=True)
class _Reader:
    table: Table
    dates: Sequence[Mention]
    hours: Sequence[Hour]
    sheet: Sheet

    def meetings(self) -> Iterator[Scheduled]:
        for row in self.table.rows[:MOST_ROWS]:
            if _is_corrected(self.table):
                yield from self._corrected(row)
            elif self._is_on(row):
                yield from self._in(row)

    def _in(self, row: Row) -> Iterator[Scheduled]:
        hours = [hour for hour in self.hours if row.touches(hour)]
        hour = self._said_last(row, self.hours) or self._last(hours) or self._bare(row)
        held = is_schedule(self.table) or hour is not None or self._tells_of_a_meeting(row)
        moved = self._said_last(row, self.dates)
        days = () if not held else (moved,) if moved else self._days(row, has_hour=hour is not None)
        for day in days:
            yield Scheduled(day, hour, self._place(row), is_a_step=not is_schedule(self.table))

    def _is_on(self, row: Row) -> bool:
        """Whether people meet, perhaps on another day than was planned: "shtyhet, mbahet më 23.09.2025"."""
        is_off = _OFF.search(self.sheet.matching(row)) is not None and self._said_last(row, self.dates) is None
        return not (is_off or self._holds_no_longer(row) or _LIMIT.match(self.sheet.matching(row)))

    def _said_last(self, row: Row, spans: Sequence[T]) -> T | None:
        """The day or the hour that the column of remarks tells, which holds now."""
        return _first_in(row.cell(self.table.column(_STATUS)), spans)

    def _holds_no_longer(self, row: Row) -> bool:
        return isinstance(row, Column) and HOLDS_NO_LONGER.search(self.sheet.matching(row.cells[0])) is not None

    def _tells_of_a_meeting(self, row: Row) -> bool:
        what = row.cell(self.table.column(_WHAT))
        said = self.sheet.matching(what) if what else ""
        return bool(_PEOPLE_MEET.match(said) and _OPEN_TO_ALL.search(said))

    def _days(self, row: Row, *, has_hour: bool) -> Sequence[Mention]:
        """The days of the row; of one with an hour only, those of the row above."""
        own = [day for day in self.dates if self._counts(row, day)]
        column = row.cell(self.table.column(_DAY))
        if own or not has_hour or (column is not None and self.sheet.words(column).strip('-"/ ')):
            return own if not own or not self._arrow(own) else own[-1:]
        above = self.table.above(row, lambda each: any(each.touches(day) for day in self.dates))
        return [day for day in self.dates if above and above.touches(day)][:1]

    def _counts(self, row: Row, day: Mention) -> bool:
        """Whether a day stands in the column of days, or anywhere but among those that hold no longer."""
        column, old = row.cell(self.table.column(_DAY)), row.cell(self.table.column(HOLDS_NO_LONGER))
        if column is not None and any(column.touches(other) for other in self.dates):
            return column.touches(day)
        return row.touches(day) and not (old is not None and old.touches(day))

    def _last(self, spans: Sequence[Hour]) -> Hour | None:
        """The hour that counts: behind an arrow it is the new one."""
        if not spans:
            return None
        return spans[-1] if self._arrow(spans) else spans[0]

    def _bare(self, row: Row) -> Hour | None:
        """The number alone in the column of hours."""
        cell = row.cell(self.table.column(_HOUR))
        if cell is None or not _BARE_HOUR.fullmatch(self.sheet.matching(cell).strip()):
            return None
        found = find_hours(Sheet(f"ora {cell.words(self.sheet)}"), apart_from=())
        return replace(found[0], start=cell.start, end=cell.end) if found else None

    def _arrow(self, spans: Sequence[Span]) -> bool:
        return len(spans) > 1 and _ARROW.fullmatch(self.sheet.text, spans[0].end, spans[1].start) is not None

    def _place(self, row: Row) -> str | None:
        area = self.table.column(_AREA)
        column = self.table.column(_PLACE, but=area)
        named = self.table.said(row, column, self.sheet)
        cell = row.cell(area)
        within = cell.words(self.sheet).strip("-– ") or None if cell else None
        if column is None and area is None:
            what = row.cell(self.table.column(_WHAT))
            return (self._place_in(what) if what else self._introduced()) or self._beside_the_day(row)
        return place_in_area(named, within)

    def _introduced(self) -> str | None:
        """The house that the heading of the table names, also in brackets: "Komisionet (salla e vogël)"."""
        first = self.table.rows[0].start
        above = [line for line in self.sheet.lines if line.end <= first][-_ABOVE:]
        places = (building_in(self.sheet, line) for line in reversed(above))
        return next(filter(None, places), None)

    def _place_in(self, cell: Cell) -> str | None:
        """What stands behind the first comma of a cell that says who meets: "Tryezë e hapur, Korçë, Teatri …"."""
        _, comma, rest = cell.words(self.sheet).partition(", ")
        return rest.strip() or None if comma else None

    def _beside_the_day(self, row: Row) -> str | None:
        """The house that stands in one cell with the day: "15.03.2023, ora 11:00, Pallati i Kulturës"."""
        cell = row.cell(self.table.column(_DAY))
        return listed_place(self.sheet, cell, mentions=self._said_in(cell), surely=True) if cell else None

    def _said_in(self, cell: Cell) -> tuple[Span, ...]:
        """The days and hours in a cell."""
        return tuple(span for span in (*self.dates, *self.hours) if cell.touches(span))

    def _corrected(self, row: Row) -> Iterator[Scheduled]:
        """The meeting of a row that says what was announced, and what holds now."""
        old, new = row.cell(self.table.column(HOLDS_NO_LONGER)), row.cell(self.table.column(_NEW))
        if old is None or new is None:
            return
        said = self.sheet.matching(new)
        cell = old if _AS_IT_WAS.search(said) and not any(new.touches(day) for day in self.dates) else new
        if cell is new and cues.CALLED_OFF.search(said):
            return
        day = _first_in(cell, self.dates)
        if day is not None:
            yield Scheduled(day, self._hour_of(row, cell), self._place_of(row, cell))

    def _hour_of(self, row: Row, cell: Cell) -> Hour | None:
        """The hour beside a day that holds now, in its own cell or in the column of hours."""
        return _first_in(cell, self.hours) or _first_in(row.cell(self.table.column(_HOUR)), self.hours)

    def _place_of(self, row: Row, cell: Cell) -> str | None:
        beside = listed_place(self.sheet, cell, mentions=self._said_in(cell))
        told = beside or self.table.said(row, self.table.column(_PLACE), self.sheet)
        return place_in_area(told, self.sheet.words(row.cells[0]) or None)


def _first_in(cell: Cell | None, spans: Sequence[T]) -> T | None:
    return next((span for span in spans if cell is not None and cell.touches(span)), None)
