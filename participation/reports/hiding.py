"""Small numbers hidden: what is shown of a count, so that nobody finds a hidden one by subtraction.

A count below `k` is shown as "fewer than k". A zero is no exception: that nobody reported something in a village says
as much of the village as that one did, and a zero beside a sum would give its neighbours away. Where what is shown
would still leave only one number possible for a hidden one, the next smallest of its table is hidden too.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Final


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


def hidden(counts: Counts, k: int, months: Sequence[Shown] = ()) -> Shown:
    """What may be shown of the counts; with `months`, also to somebody who has seen what is shown of each of those."""
    shown: Open = {table: {row: _first(count, k) for row, count in rows.items()} for table, rows in counts.items()}
    # What the months tell already gives nothing away.
    spare = together(months) if months else {table: dict.fromkeys(rows, Cell(k)) for table, rows in shown.items()}
    while betrayed := next(_betrayed([shown, *months]), None):
        found = _next_to_hide(shown, spare, *betrayed)
        if found is None:
            return spare if months else {table: dict.fromkeys(rows, Cell()) for table, rows in shown.items()}
        table, row = found
        shown[table][row] = spare[table][row]
    return shown


def _next_to_hide(shown: Open, spare: Shown, table: str, row: str) -> tuple[str, str] | None:
    """The number that gives a hidden one away in its own row, else the smallest of its table, else of any."""
    for among in (
        [(table, row)],
        [(table, each) for each in shown[table]],
        [(it, each) for it in shown for each in shown[it]],
    ):
        numbers = [
            (shown[it][each].least, it, each)
            for it, each in among
            if shown[it][each].number is not None and shown[it][each] != spare[it][each]
        ]
        if numbers:
            return min(numbers)[1:]
    return None


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


Name = tuple[int, str, str]
"""Of which of several times, by which table, in which row."""
Sum = tuple[Name, Sequence[Name]]
PASSES: Final = 100


def _betrayed(times: Sequence[Shown]) -> Iterator[tuple[str, str]]:
    """Where somebody who reckons finds a hidden number.

    The tables of a time have one sum; what is in the first time is in the others together. Each sum narrows what is
    possible for its parts, and they narrow the sum, until nothing moves any more.
    """
    bounds = {
        (time, table, row): (float(cell.least), _most(cell))
        for time, tables in enumerate(times)
        for table, rows in tables.items()
        for row, cell in rows.items()
    }
    sums = list(_sums(times))
    bounds |= {whole: (0.0, inf) for whole, _ in sums if whole not in bounds}
    for _ in range(PASSES):
        before = dict(bounds)
        for whole, parts in sums:
            _narrow(bounds, whole, parts)
        if bounds == before:
            break
    for (time, table, row), (least, most) in bounds.items():
        if table and least >= most and times[time][table][row].number is None:
            yield table, row


def _sums(times: Sequence[Shown]) -> Iterator[Sum]:
    first, *others = times
    for time, tables in enumerate(times):
        for table, rows in tables.items():
            yield (time, "", ""), [(time, table, row) for row in rows]
    if others:
        for table, rows in first.items():
            for row in rows:
                yield (0, table, row), [(time, table, row) for time in range(1, len(times))]


def _narrow(bounds: dict[Name, tuple[float, float]], whole: Name, parts: Sequence[Name]) -> None:
    low, high = bounds[whole]
    least, most = sum(bounds[part][0] for part in parts), sum(bounds[part][1] for part in parts)
    bounds[whole] = low, high = max(low, least), min(high, most)
    unbounded = [part for part in parts if bounds[part][1] == inf]
    for part in parts:
        its_least, its_most = bounds[part]
        others_most = inf if unbounded and unbounded != [part] else sum(bounds[it][1] for it in parts if it != part)
        bounds[part] = max(its_least, low - others_most), min(its_most, high - (least - its_least))
