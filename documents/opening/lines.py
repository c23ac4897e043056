"""What is written down of a file: lines, and the cells of tables; no more of it than a notice or a plan can have."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from participation.unread import Unread, UnreadFileError

MOST_LETTERS: Final = 400_000
MOST_LINES: Final = 6_000
MOST_ELEMENTS: Final = 120_000


@dataclass(frozen=True)
class Line:
    """A paragraph, or the cells of a row; `table` is the number of its table, where it stands in one."""

    cells: tuple[str, ...]
    table: int | None = None


@dataclass
class Pen:
    """Writes down what a reader of files meets; raises UnreadFileError where that is more than anybody wrote."""

    lines: list[Line] = field(default_factory=list)
    _elements: int = 0
    _letters: int = 0
    _tables: int = 0
    _depth: int = 0
    _paragraph: list[str] = field(default_factory=list)
    _cell: list[str] = field(default_factory=list)
    _cells: list[str] = field(default_factory=list)

    def count(self) -> None:
        """One more element is there."""
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise UnreadFileError(Unread.TOO_LARGE)

    def write(self, words: str) -> None:
        """Words of the paragraph that is being written."""
        self._letters += len(words)
        if self._letters > MOST_LETTERS:
            raise UnreadFileError(Unread.TOO_LARGE)
        self._paragraph.append(words)

    def end_paragraph(self) -> None:
        """What was written since is a line, even an empty one, or a line of a cell."""
        text = "".join(self._paragraph)
        self._paragraph = []
        if self._depth:
            self._cell.append(text)
        else:
            self._put(Line((text.strip(),)))

    def end_line(self) -> None:
        """The same, where anything was written."""
        if "".join(self._paragraph).strip():
            self.end_paragraph()

    def begin_table(self) -> None:
        """A table in a cell of another is only more words of that cell."""
        self._depth += 1
        self._tables += self._depth == 1

    def begin_row(self) -> None:
        """Cells that come now stand beside each other."""
        if self._depth == 1:
            self._cells = []

    def begin_cell(self) -> None:
        """What is written now stands in one cell."""
        if self._depth == 1:
            self._cell = []

    def end_cell(self) -> None:
        """The cell is full."""
        if self._depth == 1:
            self._cells.append("\n".join(self._cell).strip())

    def end_row(self) -> None:
        """The row is full."""
        if self._depth == 1:
            self._put(Line(tuple(self._cells), self._tables))

    def end_table(self) -> None:
        """What is written now stands below it."""
        self._depth -= 1

    def _put(self, line: Line) -> None:
        self.lines.append(line)
        if len(self.lines) > MOST_LINES:
            raise UnreadFileError(Unread.TOO_LARGE)


def text_of(lines: Iterable[Line]) -> str:
    """The lines as one would paste them: a row between pipes; what only frames its words in a table is no table."""
    return "\n".join(part for _, group in groupby(lines, key=lambda line: line.table) for part in _written(list(group)))


def _written(group: Sequence[Line]) -> Iterator[str]:
    is_frame = len(group) == 1 or all(sum(map(bool, line.cells)) < 2 for line in group)
    for line in group:
        if line.table is None:
            yield line.cells[0]
        elif is_frame:
            yield from filter(None, line.cells)
        else:
            yield between_pipes(" ".join(cell.split()) for cell in line.cells)


def between_pipes(cells: Iterable[str]) -> str:
    """A row of a table as a line of text."""
    return f"| {' | '.join(cells)} |"
