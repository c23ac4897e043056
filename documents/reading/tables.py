"""Tables as they arrive in a message: cells between pipes or tabs, a heading row, rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents.reading.text import Sheet, Span

AT_MOST = 400
"""Lines among which tables are looked for."""

_FRAME = re.compile(r"\s*\|?(?P<inner>.*?)\|?\s*")
_RULE = re.compile(r"[\s|:\-=+_]*")


@dataclass(frozen=True)
class Row(Span):
    """A row of a table with its cells."""

    cells: tuple[Span, ...]


@dataclass(frozen=True)
class Table:
    """A heading row and the rows under it."""

    head: tuple[str, ...]
    """The headings, folded."""
    rows: tuple[Row, ...]

    def column(self, pattern: re.Pattern[str]) -> int | None:
        """The first column whose heading is of this kind."""
        return next((n for n, title in enumerate(self.head) if pattern.search(title)), None)


def find_tables(sheet: Sheet) -> tuple[Table, ...]:
    """All tables of a text that have a heading row and at least one more."""
    tables = (_table(sheet, lines) for lines in _runs(sheet))
    return tuple(table for table in tables if table is not None)


def _runs(sheet: Sheet) -> Iterator[list[Span]]:
    run: list[Span] = []
    for line in sheet.lines[:AT_MOST]:
        if _is_row(sheet.folded[line.start : line.end]):
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_row(line: str) -> bool:
    return line.count("|") >= 2 or "\t" in line.strip() or (line.count("|") == 1 and line.strip()[0] != "|")


def _table(sheet: Sheet, lines: list[Span]) -> Table | None:
    rows = [_row(sheet, line) for line in lines if not _RULE.fullmatch(sheet.folded[line.start : line.end])]
    if len(rows) < 2:
        return None
    head = tuple(sheet.matching(cell).strip() for cell in rows[0].cells)
    return Table(head=head, rows=tuple(rows[1:]))


def _row(sheet: Sheet, line: Span) -> Row:
    inner = _FRAME.fullmatch(sheet.folded, line.start, line.end)
    start, end = inner.span("inner") if inner else (line.start, line.end)
    edges = [at for at in range(start, end) if sheet.folded[at] in "|\t"]
    cells = tuple(map(Span, [start, *(at + 1 for at in edges)], [*edges, end]))
    return Row(start=line.start, end=line.end, cells=cells)
