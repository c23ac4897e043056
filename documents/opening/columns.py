"""Tables and columns of text that no lines are drawn around: what stands below each other belongs together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import Final

from documents.opening.piece import Row, joined

TIGHT: Final = 0.85
"""Of the distance between whole rows of a table: a line that is nearer only goes on in some of their cells."""
PROSE_WORDS: Final = 4
PROSE_LINES: Final = 6
"""Columns of so many lines with so many words are no table."""


@dataclass(frozen=True)
class Run:
    """Rows below each other that have columns, or one that has none."""

    rows: tuple[Row, ...]

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.rows[0].middle

    @cached_property
    def columns(self) -> list[tuple[float, float]]:
        """From where to where its columns go."""
        columns: list[tuple[float, float]] = []
        for left, right in sorted(part.edges for row in self.rows for part in row.parts):
            if columns and left <= columns[-1][1]:
                columns[-1] = (columns[-1][0], max(columns[-1][1], right))
            else:
                columns.append((left, right))
        return columns

    @cached_property
    def by_column(self) -> tuple[tuple[tuple[Row, ...], ...], ...]:
        """For each column what of each row stands in it."""
        return tuple(tuple(_inside(row, *column) for row in self.rows) for column in self.columns)

    @property
    def is_table(self) -> bool:
        """Whether its rows share columns."""
        return len(self.rows) > 1 and len(self.columns) > 1

    @property
    def is_prose(self) -> bool:
        """Whether its columns are texts, each to be read to its end."""
        return self.is_table and len(self.rows) >= PROSE_LINES and all(map(_is_prose, self.by_column))

    @property
    def cells(self) -> list[list[str]]:
        """The words row by row; a line that only goes on in some of the cells above is no row."""
        written = [[" ".join(part.words for part in cell) for cell in row] for row in zip(*self.by_column, strict=True)]
        steps = [row.middle - before.middle for before, row in pairwise(self.rows)]
        whole = min((step for step, row in zip(steps, written[1:], strict=True) if all(row)), default=0.0)
        merged = written[:1]
        for step, row in zip(steps, written[1:], strict=True):
            if step < TIGHT * whole and not all(row):
                merged[-1] = [joined(*pair) for pair in zip(merged[-1], row, strict=True)]
            else:
                merged.append(row)
        return merged


def runs(rows: Iterable[Row], *, breaks: Sequence[float]) -> Iterator[Run]:
    """The rows that have columns as long as they follow each other, any other row alone; nothing goes over a break."""
    run: list[Row] = []
    for row in rows:
        if run and not (_belongs(run, row) and not any(run[-1].middle < at < row.middle for at in breaks)):
            yield Run(tuple(run))
            run = []
        run.append(row)
    if run:
        yield Run(tuple(run))


def _belongs(run: Sequence[Row], row: Row) -> bool:
    """Whether a row has columns as those above have, or goes on in one of theirs that is not the first."""
    if len(run[0].parts) == 1:
        return False
    if len(row.parts) > 1:
        return True
    is_near = row.middle - run[-1].middle < 2 * row.height
    return is_near and any(abs(part.left - row.left) < row.height for part in run[-1].parts[1:])


def _inside(row: Row, start: float, end: float) -> tuple[Row, ...]:
    return tuple(part for part in row.parts if start <= part.left <= end)


def _is_prose(column: Sequence[Sequence[Row]]) -> bool:
    return median(sum(len(part.pieces) for part in cell) for cell in column) >= PROSE_WORDS
