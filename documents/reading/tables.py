"""Tables as they arrive in a message: cells between pipes or tabs, a heading row, rows, cells that go on below."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from documents.reading.dates import WEEKDAY
from documents.reading.text import Sheet, Span

AT_MOST = 6_000
"""Lines among which tables are looked for."""

HOLDS_NO_LONGER = re.compile(
    r"\b(?:ishte|viti i kaluar|vjeter|gabim|me pare|meparsh\w+|njoftimi i pare|fillestar|parashikuar|shpallur)"
)
"""How the old one of two columns is headed."""
_WHEN_OR_WHERE = re.compile(r"(?:data|dita|ora|orari|koha|vendi|salla|adresa)(?: (?:e|i) \w+)?")
_AREA = "njesia"
"""What the names above the columns are taken for, where nothing says it."""
_FRAME = re.compile(r"\s*\|?(?P<inner>.*?)\|?\s*")
_RULE = re.compile(r"[\s|:\-=+_]*")
_NUMBERS = re.compile(r"\d{1,2}\s?[./]\s?\d{1,2}\b|\d{1,2}[:.]\d\d|\b\d{1,2}\s[a-z]+\s20\d\d|\bora\s\d")
"""What no heading has: a day or an hour."""
_WEEKDAY_BEGINS = re.compile(rf"(?<=\S) (?:e|te) {WEEKDAY}")
_LABELLED = re.compile(r"\W{0,3}[^|\t\n:]{2,50}:\s?[|\t]")
_NOTHING = re.compile(r"\s*[-–—]\s*")
"""A cell that says that there is nothing to say."""
_DITTO = re.compile(r"[\s\-–—/.]*(?:\"|''|,,|//|idem|po aty|po ashtu|po ai|po ajo|e njejta|i njejti)[\s\-–—/.\"']*")


@dataclass(frozen=True)
class Cell(Span):
    """A cell, and what of it stands on the lines below."""

    more: tuple[Span, ...] = ()

    def touches(self, other: Span) -> bool:
        """Whether one of its lines shares a letter with the other part."""
        return super().touches(other) or any(part.touches(other) for part in self.more)

    def words(self, sheet: Sheet) -> str:
        """All that is written in it."""
        return " ".join(filter(None, (sheet.words(part) for part in (Span(self.start, self.end), *self.more))))


@dataclass(frozen=True)
class Row(Span):
    """A row of a table with its cells."""

    cells: tuple[Cell, ...]

    def cell(self, column: int | None) -> Cell | None:
        """The cell in a column, if the row has it."""
        return self.cells[column] if column is not None and column < len(self.cells) else None


@dataclass(frozen=True)
class Column(Row):
    """A row of a table that was written the other way round; its cells stand in lines of their own."""

    def touches(self, other: Span) -> bool:
        """Whether one of its cells shares a letter with the other part."""
        return any(cell.touches(other) for cell in self.cells)


@dataclass(frozen=True)
class Table:
    """A heading row and the rows under it."""

    head: tuple[str, ...]
    """The headings, folded."""
    rows: tuple[Row, ...]

    def column(self, pattern: re.Pattern[str], *, but: int | None = None) -> int | None:
        """The first column whose heading is of this kind; one is taken only where there is no other."""
        found = [n for n, title in enumerate(self.head) if pattern.search(title)]
        return next((n for n in found if n != but), found[0] if found else None)

    def above(self, row: Row, holds: Callable[[Row], object]) -> Row | None:
        """The row itself or the nearest one above it of which something holds: merged cells are said once."""
        upward = reversed(self.rows[: self.rows.index(row) + 1])
        return next((each for each in upward if holds(each)), None)

    def said(self, row: Row, column: int | None, sheet: Sheet) -> str | None:
        """What a cell says; where it is empty or only says "the same", what the one above it says."""

        def says(each: Row) -> str | None:
            cell = each.cell(column)
            words = cell.words(sheet) if cell else ""
            if each is row and _NOTHING.fullmatch(words):
                return ""
            return None if _DITTO.fullmatch(Sheet(words).folded) else words.strip("-–— ") or None

        found = self.above(row, lambda each: says(each) is not None)
        return (says(found) if found else None) or None


def find_tables(sheet: Sheet) -> tuple[Table, ...]:
    """All tables of a text that have a heading row and at least one more."""
    tables = (_table(sheet, lines) for lines in _runs(sheet))
    return tuple(table for table in tables if table is not None)


def is_row(line: str) -> bool:
    """Whether a line, folded, has cells."""
    return line.count("|") >= 2 or "\t" in line.strip(" ") or (line.count("|") == 1 and line.strip()[0] != "|")


def is_rule(line: str) -> bool:
    """Whether a line is only drawn."""
    return len(line.strip()) > 2 and _RULE.fullmatch(line) is not None


def _runs(sheet: Sheet) -> Iterator[list[Span]]:
    run: list[Span] = []
    for line in sheet.lines[:AT_MOST]:
        folded = sheet.folded[line.start : line.end]
        if is_rule(folded):
            continue
        if is_row(folded):
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _table(sheet: Sheet, lines: Sequence[Span]) -> Table | None:
    turned = _turned([_row(sheet, line) for line in lines], sheet)
    if turned is not None:
        return turned
    if len(lines) < 2 or _NUMBERS.search(sheet.matching(lines[0])) or _is_a_form(lines, sheet):
        return None
    head, *rows = (_row(sheet, line) for line in lines)
    rows = [_of_width(row, len(head.cells), sheet) for row in rows]
    return Table(head=tuple(sheet.matching(cell).strip() for cell in head.cells), rows=tuple(_joined(rows, sheet)))


def _turned(rows: Sequence[Row], sheet: Sheet) -> Table | None:
    """A table of which each column is a meeting: its lines begin with "Data", "Ora", "Vendi"."""
    labels = [sheet.matching(row.cells[0]).strip(" :") for row in rows]
    width = len(rows[0].cells)
    if width < 3 or any(len(row.cells) != width for row in rows) or sum(map(_asks_when_or_where, labels)) < 2:
        return None
    columns = [[row.cells[at] for row in rows] for at in range(1, width)]
    names = [sheet.matching(cells[0]) for cells in columns]
    head = ("" if any(map(HOLDS_NO_LONGER.search, names)) else _AREA, *labels[1:]) if not labels[0] else tuple(labels)
    return Table(head, tuple(Column(cells[0].start, cells[0].end, tuple(cells)) for cells in columns))


def _asks_when_or_where(label: str) -> bool:
    return _WHEN_OR_WHERE.fullmatch(label) is not None


def _is_a_form(lines: Sequence[Span], sheet: Sheet) -> bool:
    """Whether most lines are a label with a colon and what is filled in: a form has no heading row."""
    labelled = [line for line in lines if _LABELLED.match(sheet.folded, line.start, line.end)]
    return len(labelled) > len(lines) / 2


def _row(sheet: Sheet, line: Span) -> Row:
    inner = _FRAME.fullmatch(sheet.folded, line.start, line.end)
    start, end = inner.span("inner") if inner else (line.start, line.end)
    if sheet.folded[line.start] == "\t":
        start = line.start  # the first cell is empty, and no frame
    edges = [at for at in range(start, end) if sheet.folded[at] in "|\t"]
    cells = tuple(map(Cell, [start, *(at + 1 for at in edges)], [*edges, end]))
    return Row(start=line.start, end=line.end, cells=cells)


def _of_width(row: Row, width: int, sheet: Sheet) -> Row:
    """The row, where its first cell ran into the weekday of the second."""
    first = row.cells[0]
    weekday = _WEEKDAY_BEGINS.search(sheet.folded, first.start, first.end) if len(row.cells) == width - 1 else None
    if weekday is None:
        return row
    parts = Cell(first.start, weekday.start()), Cell(weekday.start(), first.end)
    return replace(row, cells=(*parts, *row.cells[1:]))


def _joined(rows: Sequence[Row], sheet: Sheet) -> Iterator[Row]:
    """The rows, where one that begins with an empty cell and has no day or hour goes on with the one above."""
    kept: Row | None = None
    for row in rows:
        if kept is not None and _goes_on(row, kept, sheet):
            pairs = zip(kept.cells, row.cells, strict=True)
            joined = tuple(replace(cell, more=(*cell.more, Span(more.start, more.end))) for cell, more in pairs)
            kept = Row(kept.start, row.end, joined)
            continue
        if kept is not None:
            yield kept
        kept = row
    if kept is not None:
        yield kept


def _goes_on(row: Row, above: Row, sheet: Sheet) -> bool:
    return (
        len(row.cells) == len(above.cells) > 1
        and not sheet.words(row.cells[0])
        and not _NUMBERS.search(sheet.matching(row))
        and sum(bool(sheet.words(cell)) for cell in row.cells) < len(row.cells) - 1
    )
