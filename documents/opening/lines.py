"""What is written down of a file: lines, and the cells of tables; no more of it than a notice or a plan can have."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from participation.unread import Unread, UnreadFileError

MOST_LETTERS: Final = 400_000
MOST_LINES: Final = 6_000
MOST_ELEMENTS: Final = 120_000
MOST_COLUMNS: Final = 40
ITEM: Final = "• "
_NUMBER_OF_PAGE: Final = re.compile(r"(?:faqe|faqja|page)?[\W\d]*(?:(?:nga|prej|of)[\W\d]*)?", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]{4,300}|[\w.+-]{1,80}@[\w.-]{3,120}", re.IGNORECASE)


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
    _is_item: bool = False
    """Whether the mark of an item is still to be written."""
    _paragraph: list[str] = field(default_factory=list)
    _asides: list[list[str]] = field(default_factory=list)
    _links: list[tuple[str, int]] = field(default_factory=list)
    _cell: list[str] = field(default_factory=list)
    _cells: list[str] = field(default_factory=list)
    _held: dict[int, tuple[str, int]] = field(default_factory=dict)
    """By its column what a cell says that goes over several rows, and over how many more."""

    def count(self) -> None:
        """One more element is there."""
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise UnreadFileError(Unread.TOO_LARGE)

    def begin_item(self) -> None:
        """The paragraph is an item of a list, which a page shows by a mark before it; in a table nothing needs one."""
        self._is_item = not self._depth

    def write(self, words: str) -> None:
        """Words of the paragraph that is being written."""
        self._weigh(words)
        if self._is_item and words.strip():
            self._paragraph.append(ITEM)
            self._is_item = False
        self._paragraph.append(words)

    def end_paragraph(self) -> None:
        """What was written since is a line, even an empty one, or a line of a cell."""
        text = "".join(self._paragraph)
        self._paragraph = []
        self._is_item = False
        if self._depth:
            self._cell.append(text)
        else:
            self._put(Line((text.strip(),)))

    def end_line(self) -> None:
        """The same, where anything was written."""
        if self.is_within_line:
            self.end_paragraph()

    @property
    def is_within_line(self) -> bool:
        """Whether anything was written since the last line ended."""
        return any(map(str.strip, self._paragraph))

    def begin_aside(self) -> None:
        """What is written now stands in a box, and before the paragraph that is being written."""
        self._asides.append(self._paragraph)
        self._paragraph = []

    def end_aside(self) -> None:
        """The paragraph goes on."""
        self.end_line()
        self._paragraph = self._asides.pop()

    def begin_link(self, target: str) -> None:
        """Words that lead to an address begin."""
        self._links.append((target, len(self._paragraph)))

    def end_link(self) -> None:
        """The words have been written, and their address is, where they do not say it."""
        target, start = self._links.pop()
        address = unsaid_address(target, "".join(self._paragraph[start:]))
        if address:
            self.write(f" ({address})")

    def begin_table(self) -> None:
        """A table in a cell of another is only more words of that cell."""
        self._depth += 1
        if self._depth == 1:
            self._tables += 1
            self._held = {}

    def begin_row(self) -> None:
        """Cells that come now stand beside each other."""
        if self._depth == 1:
            self._cells = []

    def begin_cell(self) -> None:
        """What is written now stands in one cell."""
        if self._depth == 1:
            self._cell = []

    def end_cell(self, *, across: int = 1, down: int = 1) -> None:
        """The cell is full; it goes over so many columns and rows."""
        if self._depth == 1:
            words = "\n".join(self._cell).strip()
            self._held[len(self._cells)] = (words, down - 1)
            self._cells += [words, *[""] * (min(across, MOST_COLUMNS) - 1)]

    @property
    def is_held(self) -> bool:
        """Whether a cell from above goes on in the next column."""
        return self._depth == 1 and self._held.get(len(self._cells), ("", 0))[1] > 0

    def add_covered(self) -> None:
        """In the next column a cell from above or from the left goes on: from above, it says the same here."""
        if self._depth == 1:
            words, more = self._held.get(len(self._cells), ("", 0))
            said = words if more > 0 else ""
            self._weigh(said)
            self._held[len(self._cells)] = (words, more - 1)
            self._cells.append(said)

    def end_row(self) -> None:
        """The row is full."""
        if self._depth == 1:
            self._put(Line(tuple(self._cells), self._tables))

    def end_table(self) -> None:
        """What is written now stands below it."""
        self._depth -= 1

    def _weigh(self, words: str) -> None:
        self._letters += len(words)
        if self._letters > MOST_LETTERS:
            raise UnreadFileError(Unread.TOO_LARGE)

    def _put(self, line: Line) -> None:
        self.lines.append(line)
        if len(self.lines) > MOST_LINES:
            raise UnreadFileError(Unread.TOO_LARGE)


def unsaid_address(target: str, words: str) -> str | None:
    """The address behind words, where it is one that a person can use, and they do not say it."""
    target = target.strip()
    address = target[7:].partition("?")[0] if target.lower().startswith("mailto:") else target
    if not _ADDRESS.fullmatch(address) or not words.strip():
        return None
    return None if _bare(address) in _bare(words) else address


def _bare(address: str) -> str:
    return re.sub(r"^https?://|www\.|[\s/]+", "", address.lower())


def said_at_margin(lines: Iterable[Line]) -> Iterator[Line]:
    """What stands around the text, once: the first page, the even and the odd ones often say the same there."""
    said = dict.fromkeys(cell for line in lines for cell in line.cells)
    return (Line((words,)) for words in said if not _NUMBER_OF_PAGE.fullmatch(words))


def number_in(value: str, *, at_most: int) -> int:
    """How often, or over how many columns or rows; 1 where that is not said."""
    return max(min(int(value), at_most), 1) if re.fullmatch(r"[0-9]{1,9}", value) else 1


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
