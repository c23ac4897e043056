"""Small numbers hidden: what is shown of a count, so that nobody finds a hidden one by subtraction.

A count below `k` is shown as "fewer than k". A zero is no exception: that nobody reported something in a village says
as much of the village as that one did, and a zero beside a sum would give its neighbours away. Where what is shown
would still leave only one number possible for a hidden one, the next smallest of its table is hidden too.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import inf


@dataclass(frozen=True)
class Cell:
    """What is shown of a count: that it lies between these two, or, without `most`, is no smaller than `least`."""

    least: int = 0
    most: int | None = None

    @property
    def number(self) -> int | None:
        """The count itself, where it is shown."""
        return self.least if self.least == self.most else None


Counts = Mapping[str, Mapping[str, int]]
"""The same reports, counted by this and by that: every table has the same sum."""
Shown = Mapping[str, Mapping[str, Cell]]
Rows = dict[str, Cell]
Open = dict[str, Rows]


def hidden(counts: Counts, k: int, months: Iterable[Shown] = ()) -> Shown:
    """What may be shown of the counts; with `months`, also to somebody who has seen each of those."""
    shown: Open = {table: {row: _first(count, k) for row, count in rows.items()} for table, rows in counts.items()}
    seen = list(months)
    for table, row in [(table, row) for table, rows in shown.items() for row in rows] if seen else ():
        parts = [month[table][row] for month in seen if row in month[table]]
        count = shown[table][row].number
        if count is not None and not _ambiguous(parts, count):
            shown[table][row] = _sum(parts)
    while betrayed := list(_pinned(shown)):
        if not _hide_one_more(betrayed, k) and not _hide_one_more(list(shown.values()), k):
            return {table: dict.fromkeys(rows, Cell()) for table, rows in shown.items()}
    return shown


def together(periods: Iterable[Shown]) -> Shown:
    """The sum of what is shown of several periods: it tells nothing that they do not tell."""
    first, *others = periods
    return {
        table: {row: _sum([cell, *(other[table][row] for other in others)]) for row, cell in rows.items()}
        for table, rows in first.items()
    }


def _first(count: int, k: int) -> Cell:
    """With a `k` of one nothing is hidden, not even a zero."""
    return Cell(count, count) if count >= k or k == 1 else Cell(0, k - 1)


def _sum(cells: Iterable[Cell]) -> Cell:
    parts = list(cells)
    most = sum(_most(cell) for cell in parts)
    return Cell(sum(cell.least for cell in parts), None if most == inf else int(most))


def _most(cell: Cell) -> float:
    return inf if cell.most is None else cell.most


def _ambiguous(parts: list[Cell], count: int) -> bool:
    """Whether a sum leaves more than one number possible for each of its hidden parts."""
    closed = [cell for cell in parts if cell.number is None]
    rest = count - sum(cell.number or 0 for cell in parts)
    least, most = sum(cell.least for cell in closed), sum(_most(cell) for cell in closed)
    return not closed or (len(closed) > 1 and least < rest < most)


def _pinned(shown: Open) -> Iterator[Rows]:
    """The tables with a hidden cell for which only one number is left, if all tables have the same sum."""
    tables = [list(rows.values()) for rows in shown.values() if rows]
    least = max(sum(cell.least for cell in cells) for cells in tables)
    most = min(sum(_most(cell) for cell in cells) for cells in tables)
    for rows in shown.values():
        cells = list(rows.values())
        for place, cell in enumerate(cells):
            if cell.number is None:
                others = cells[:place] + cells[place + 1 :]
                low = max(cell.least, least - sum(_most(other) for other in others))
                high = min(_most(cell), most - sum(other.least for other in others))
                if low >= high:
                    yield rows
                    break


def _hide_one_more(among: list[Rows], k: int) -> bool:
    """Hide the smallest number of the table that says most of the sum; whether there was one."""
    tables = [rows for rows in among if any(cell.number is not None for cell in rows.values())]
    if not tables:
        return False
    rows = min(tables, key=lambda it: (sum(_most(cell) - cell.least for cell in it.values()), len(it)))
    row = min((row for row, cell in rows.items() if cell.number is not None), key=lambda it: rows[it].least)
    rows[row] = Cell(k)
    return True
