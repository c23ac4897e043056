"""The text of pages on which words only have a place: lines, paragraphs, columns and tables as the eye sees them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from statistics import median
from typing import Final

from documents.opening.columns import Run, runs
from documents.opening.grid import NO_RULES, Rules, grids
from documents.opening.lines import between_pipes
from documents.opening.piece import HYPHENS, Piece, Row, joined, rows

SAME_PARAGRAPH: Final = 1.3
"""Lines that are so many times further apart than most do not go on in each other."""
EMPTY_LINE: Final = 1.6
"""Between lines that are so much further apart there is an empty one."""
MARGIN_LINES: Final = 3
"""Lines at the top and at the foot of a page among which is looked for what stands on each."""
LONG_LINE: Final = 0.75
"""Of the width of the sheet; where no line goes further than that, none is broken for want of room."""
NEAR: Final = 0.3
"""Of the height of the letters: drawn lines that are no further apart meet."""
_ITEM: Final = re.compile(r"[-–—•·▪●○*✓➢►☐☒]$|\(?(?:\d{1,2}|[a-z])[.)]$")
"""What an item of a list begins with."""


@dataclass(frozen=True)
class Page:
    """The words on a page, and the lines that are drawn on it."""

    pieces: Sequence[Piece]
    rules: Rules = NO_RULES
    width: float = 0
    """Of the sheet, where that is known."""


@dataclass(frozen=True)
class _Block:
    """A line of text, or the rows of a table."""

    top: float
    lines: tuple[str, ...]
    row: Row | None = None
    edge: float = float("inf")
    """How far to the right it may go."""


@dataclass(frozen=True)
class _Sheet:
    """A page from top to bottom."""

    blocks: tuple[_Block, ...]
    width: float

    @cached_property
    def rows(self) -> list[Row]:
        return [block.row for block in self.blocks if block.row]

    @cached_property
    def edge(self) -> float:
        """Where long lines end: what a page has beyond is a stamp or a number."""
        ends = sorted(row.right for row in self.rows)
        edge = ends[int(len(ends) * 0.9)] if len(ends) > 1 else 0
        return edge if edge > LONG_LINE * self.width else float("inf")

    @cached_property
    def pitch(self) -> float:
        """From one line to the next within a paragraph."""
        steps = sorted(row.middle - before.middle for before, row in pairwise(self.rows))
        return steps[len(steps) // 4] if steps else float("inf")


def laid_out(pages: Iterable[Page]) -> str:
    """The text of pages: what stands at the margin of each is said once, and broken lines are joined again."""
    lines: list[str] = []
    last: _Block | None = None
    for sheet in _without_margins([_Sheet(tuple(_blocks(page)), page.width) for page in pages]):
        for block in sheet.blocks:
            turned = block is sheet.blocks[0]
            if last and _goes_on(last, block, sheet, turned=turned):
                lines[-1] = joined(lines[-1], block.lines[0])
            else:
                lines += [""] if last and _is_apart(last, block, sheet, turned=turned) else []
                lines += block.lines
            last = block
    return "\n".join(lines)


def _goes_on(before: _Block, block: _Block, sheet: _Sheet, *, turned: bool) -> bool:
    """Whether a line was only broken for want of room."""
    above, row = before.row, block.row
    if not above or not row or len(above.parts) > 1 or len(row.parts) > 1:
        return False
    last, first = above.pieces[-1].words, row.pieces[0].words
    if first[0].isupper() and (last[-1] in ".:;!?" or first[-1] == ":"):
        return False
    if turned:
        return first[0].islower()
    if row.middle - above.middle > SAME_PARAGRAPH * sheet.pitch or _ITEM.match(row.pieces[0].words):
        return False
    begins = next((piece.left for piece in above.pieces if not _ITEM.match(piece.words)), above.left)
    if last[-1] in HYPHENS and last[:-1] and first[0].islower():
        return True
    below = row.left < begins + row.height or abs(sum(row.edges) - sum(above.edges)) < row.height
    return below and above.right + 0.2 * row.height + row.pieces[0].width > min(before.edge, sheet.edge)


def _is_apart(before: _Block, block: _Block, sheet: _Sheet, *, turned: bool) -> bool:
    """Whether an empty line stands between them."""
    if turned or not before.row or not block.row:
        return bool(before.row or block.row)
    return block.row.middle - before.row.middle > EMPTY_LINE * sheet.pitch


def _blocks(page: Page) -> Iterator[_Block]:
    """What stands below each other, from top to bottom."""
    near = NEAR * median(piece.height for piece in page.pieces) if page.pieces else 0
    drawn = grids(page.pieces, page.rules, near=near)
    inside = {id(piece) for grid in drawn for cell in grid.cells for piece in cell.pieces}
    free = rows(piece for piece in page.pieces if id(piece) not in inside)
    blocks = [_Block(grid.top, tuple(map(between_pipes, grid.words))) for grid in drawn]
    for run in runs(list(free), breaks=[grid.top for grid in drawn]):
        blocks += _undrawn(run)
    # A column of text keeps its lines together: all of them are where it begins.
    yield from sorted(blocks, key=lambda block: block.top)


def _undrawn(run: Run) -> Iterator[_Block]:
    if run.is_prose:
        for column, (_, right) in zip(run.by_column, run.columns, strict=True):
            for part in chain.from_iterable(column):
                yield _Block(run.top, (part.words,), part, right)
    elif run.is_table:
        cells = run.cells
        write = "\t".join if all(map(all, cells)) else between_pipes
        yield _Block(run.top, tuple(map(write, cells)))
    else:
        for row in run.rows:
            yield _Block(row.middle, ("\t".join(part.words for part in row.parts),), row)


def _without_margins(sheets: Sequence[_Sheet]) -> Iterator[_Sheet]:
    """The pages that have words; of what stands at the margin of several, the first head and the last foot."""
    full = [sheet for sheet in sheets if sheet.blocks]
    heads = _repeated(sheet.blocks[:MARGIN_LINES] for sheet in full)
    feet = _repeated(sheet.blocks[-MARGIN_LINES:] for sheet in full)
    for number, sheet in enumerate(full):
        blocks = sheet.blocks
        size = len(blocks)
        kept = [
            block
            for at, block in enumerate(blocks)
            if not (number and at < MARGIN_LINES and _likeness(block) in heads)
            and not (
                number < len(full) - 1 and at >= max(size - MARGIN_LINES, MARGIN_LINES) and _likeness(block) in feet
            )
        ]
        if kept:
            yield _Sheet(tuple(kept), sheet.width)


def _repeated(margins: Iterable[Sequence[_Block]]) -> frozenset[str]:
    """What is on more than half of the pages, and on two at least."""
    pages = list(margins)
    counted = Counter(likeness for page in pages for likeness in set(map(_likeness, page)))
    return frozenset(each for each, times in counted.items() if times >= max(2, len(pages) // 2 + 1))


def _likeness(block: _Block) -> str:
    """The same for lines that differ in the number of the page only; nothing like a table."""
    return re.sub(r"\d+", "0", block.lines[0]) if block.row else f"table {id(block)}"
