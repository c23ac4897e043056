"""Tables out of the lines that are drawn around their cells, on a page or in a picture of one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from documents.opening.piece import Piece, joined, rows

MOST_COMPARED: Final = 3_000_000
"""Words times lines; what has more is a drawing."""


@dataclass(frozen=True)
class Rule:
    """A drawn line, across the page or down it: where it is, and from where to where it goes."""

    at: float
    start: float
    end: float


@dataclass(frozen=True)
class Rules:
    """All lines that are drawn on a page."""

    across: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()


NO_RULES: Final = Rules()


@dataclass(frozen=True)
class Cell:
    """The place between four lines, and the words in it."""

    top: float
    bottom: float
    left: float
    right: float
    pieces: tuple[Piece, ...]

    @property
    def words(self) -> str:
        """What it says, on one line."""
        words = ""
        for row in rows(self.pieces):
            words = joined(words, row.words)
        return words


@dataclass(frozen=True)
class Grid:
    """A table as it is drawn."""

    rows: tuple[tuple[Cell | None, ...], ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Those with words."""
        return tuple(cell for row in self.rows for cell in row if cell)

    @property
    def top(self) -> float:
        """Where it begins."""
        return min(cell.top for cell in self.cells)

    @property
    def words(self) -> list[list[str]]:
        """What its cells say, row by row."""
        return [[cell.words if cell else "" for cell in row] for row in self.rows]


def grids(pieces: Sequence[Piece], rules: Rules, *, near: float) -> tuple[Grid, ...]:
    """The tables among these words, from top to bottom; a frame around text is none."""
    across, down = _whole(rules.across, near), _whole(rules.down, near)
    if len(pieces) * (len(across) + len(down)) > MOST_COMPARED:
        return ()
    cells = list(_cells(pieces, across, down, near))
    return tuple(
        grid for top, bottom in _bands(down, near) if (grid := _grid([c for c in cells if top <= c.top < bottom], near))
    )


def _whole(rules: Iterable[Rule], near: float) -> list[Rule]:
    """What is drawn piece by piece along one line is one."""
    whole: list[Rule] = []
    level = float("-inf")
    flat = []
    for rule in sorted(rules, key=lambda each: each.at):
        level = rule.at if rule.at > level + near else level
        flat.append(Rule(level, rule.start, rule.end))
    for rule in sorted(flat, key=lambda each: (each.at, each.start)):
        last = whole[-1] if whole else None
        if last and last.at == rule.at and rule.start <= last.end + near:
            whole[-1] = Rule(last.at, last.start, max(last.end, rule.end))
        else:
            whole.append(rule)
    return whole


def _cells(pieces: Iterable[Piece], across: Sequence[Rule], down: Sequence[Rule], near: float) -> Iterator[Cell]:
    found: dict[tuple[float, float, float, float], list[Piece]] = {}
    for piece in pieces:
        x, y = piece.centre
        top, bottom = _around(y, (rule.at for rule in across if rule.start - near <= x <= rule.end + near))
        left, right = _around(x, (rule.at for rule in down if rule.start - near <= y <= rule.end + near))
        if top is not None and bottom is not None and left is not None and right is not None:
            found.setdefault((top, bottom, left, right), []).append(piece)
    for (top, bottom, left, right), inside in found.items():
        yield Cell(top, bottom, left, right, tuple(inside))


def _around(at: float, levels: Iterable[float]) -> tuple[float | None, float | None]:
    both = list(levels)
    return max((level for level in both if level <= at), default=None), min(
        (level for level in both if level > at), default=None
    )


def _bands(down: Iterable[Rule], near: float) -> Iterator[tuple[float, float]]:
    """From where to where on the page lines go down without a break: a table each."""
    top = bottom = float("-inf")
    for rule in sorted(down, key=lambda each: each.start):
        if rule.start > bottom + near:
            if bottom > top:
                yield top - near, bottom
            top, bottom = rule.start, rule.end
        bottom = max(bottom, rule.end)
    if bottom > top:
        yield top - near, bottom


def _grid(cells: Sequence[Cell], near: float) -> Grid | None:
    lefts, tops = _levels((cell.left for cell in cells), near), _levels((cell.top for cell in cells), near)
    rows: list[list[Cell | None]] = [[None] * len(lefts) for _ in tops]
    for cell in cells:
        column = max(n for n, left in enumerate(lefts) if left <= cell.left)
        for number, top in enumerate(tops):
            if cell.top - near <= top < cell.bottom - near:
                rows[number][column] = cell
    several = [number for number, row in enumerate(rows) if sum(map(bool, row)) > 1]
    if not several:
        return None
    return Grid(tuple(map(tuple, rows[several[0] : several[-1] + 1])))


def _levels(numbers: Iterable[float], near: float) -> list[float]:
    levels: list[float] = []
    for number in sorted(numbers):
        if not levels or number > levels[-1] + near:
            levels.append(number)
    return levels
