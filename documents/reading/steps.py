"""The steps of a work calendar, with the days that are still open ("TBD")."""

import re
from collections.abc import Iterator

from documents.reading.dates import Mention
from documents.reading.tables import Cell, Table
from documents.reading.text import Sheet, Span
from documents.reading.years import When, Years
from participation.consultations.notice import ReadStep

AT_MOST = 60
"""Steps that are taken: as many as an announcement can show, and as many as the dates that are read."""
_WHAT = re.compile(r"\baktivitet|\bhap|\bveprim|\bfaz|\bpershkrim|\betap|\bproces|\bdetyr|\bcfare")
_BY_WHEN = re.compile(r"\bafat|\bdat|\bkoh|\bkur|\bperiudh")
_HOUR_COLUMN = re.compile(r"\bora\b|\borari\b|\bvendi\b")
_OPEN = re.compile(
    r"\b(?:tbd|tba|per t.?u (?:caktuar|percaktuar|vendosur)|do te (?:njoftohet|caktohet"
    r"|percaktohet)|n/a)\b|[?…]|\.\.\.|^[\s\-_]*$"
)
_HEADING = re.compile(
    r"\b(?:kalendari?|hapat|afatet|etapat|plani i punes|fazat)\b(?!.*\b(?:takim|degj(?:es|im)|seanc|mbledhj))"
)
_LONGEST_HEADING = 100
_ITEM = re.compile(r"\s*(?:[-•*]|\d{1,2}[.)\-]|hapi \d{1,2}[.:]?)?\s*(?P<what>[^\n]{4,180}?)\s*[:\-,]\s*$")
_NUMBER = re.compile(r"^\s*(?:[-•*]\s*)?(?:hapi\s*)?\d{1,2}\s?[.):\-]\s*", re.IGNORECASE)


def step_tables(tables: tuple[Table, ...]) -> tuple[Table, ...]:
    """The tables that say what is done by when, and not where people meet at what hour."""
    return tuple(table for table in tables if _is_a_calendar(table))


def read_steps(
    sheet: Sheet, dates: tuple[Mention, ...], years: Years, tables: tuple[Table, ...]
) -> tuple[ReadStep, ...]:
    """The steps of the calendar, from its table or from the list under its heading."""
    calendars = step_tables(tables)
    steps = [step for table in calendars for step in _steps_of(table, sheet, dates, years)]
    return tuple(steps or _listed(sheet, dates, years))


def listed_step_lines(sheet: Sheet, dates: tuple[Mention, ...]) -> tuple[Span, ...]:
    """The lines under a heading like "Kalendari" that hold a step each."""
    return tuple(line for line, _, _ in _items(sheet, dates))


def _is_a_calendar(table: Table) -> bool:
    has_steps = table.column(_WHAT) is not None and table.column(_BY_WHEN) is not None
    return has_steps and table.column(_HOUR_COLUMN) is None


def _steps_of(table: Table, sheet: Sheet, dates: tuple[Mention, ...], years: Years) -> Iterator[ReadStep]:
    what, when = table.column(_WHAT), table.column(_BY_WHEN)
    for row in table.rows:
        cells = row.cell(what), row.cell(when)
        if cells[0] is not None and cells[1] is not None:
            yield _step(cells[0], cells[1], sheet, dates, years)


def _step(what: Cell, cell: Cell, sheet: Sheet, dates: tuple[Mention, ...], years: Years) -> ReadStep:
    # Of "1 deri 20 tetor" a step is due on the last day.
    day = next((day for day in reversed(dates) if cell.touches(day)), None)
    known = years.when(day) if day else When(day=None, month_day=None)
    return ReadStep(
        what=_NUMBER.sub("", what.words(sheet)), day=known.day, month_day=known.month_day, words=cell.words(sheet)
    )


def _listed(sheet: Sheet, dates: tuple[Mention, ...], years: Years) -> Iterator[ReadStep]:
    for line, what, day in _items(sheet, dates):
        known = years.when(day) if day else When(day=None, month_day=None)
        words = sheet.words(Span(what.end, line.end)).strip(" :-–—,")
        yield ReadStep(what=_NUMBER.sub("", sheet.words(what)), day=known.day, month_day=known.month_day, words=words)


def _items(sheet: Sheet, dates: tuple[Mention, ...]) -> Iterator[tuple[Span, Span, Mention | None]]:
    inside = False
    for line in sheet.lines:
        text = sheet.matching(line)
        if _HEADING.search(text) and len(text) < _LONGEST_HEADING and not any(line.touches(day) for day in dates):
            inside = True
            continue
        item = _item(sheet, line, dates) if inside else None
        if item is not None:
            yield line, *item
        elif inside and not text.strip().startswith("("):
            inside = False


def _item(sheet: Sheet, line: Span, dates: tuple[Mention, ...]) -> tuple[Span, Mention | None] | None:
    day = next((day for day in dates if line.touches(day)), None)
    blank = _OPEN.search(sheet.folded, line.start, line.end)
    at = day.start if day else blank.start() if blank else None
    if at is None or at <= line.start or re.search(r"\bora\b|\d:\d\d", sheet.matching(line)):
        return None
    match = _ITEM.match(re.sub(r"\b(?:me|deri me|dat[ae]n?|ne)\s*$", "", sheet.folded[line.start : at]))
    return (Span(line.start + match.start("what"), line.start + match.end("what")), day) if match else None
