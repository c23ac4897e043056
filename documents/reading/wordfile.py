"""The lines and tables of a Word file (DOCX), whoever made it and whatever it is.

Only the text of the file is opened, piece by piece, and no more of it than a plan can have: a bomb is let go before it
swells. No entity is resolved, no link is followed, and nothing outside the file is asked for.
"""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from participation.paperwork.reading import LARGEST_PLAN, UnreadPlan

MOST_BYTES: Final = LARGEST_PLAN
MOST_PARTS: Final = 2_000
MOST_XML: Final = 12_000_000
MOST_ELEMENTS: Final = 120_000
MOST_LETTERS: Final = 400_000
MOST_LINES: Final = 6_000
PIECE: Final = 65_536
FOREIGN: Final = (BadZipFile, RuntimeError, ValueError, OSError, EOFError, KeyError, struct.error, zlib.error)
"""What the library raises over a file that is none, or half of one."""
WORDS: Final = ("wordprocessingml/2006/main", "ooxml/wordprocessingml/main")
"""The two name spaces of Word: the usual one and the strict one."""
UNSEEN: Final = frozenset({"Fallback", "moveFrom"})
"""What a page does not show: the second form of a drawing, and what was moved away."""
SYMBOLS: Final = {"F0FE": "☒", "F0FD": "☒", "F052": "☒", "F0A8": "☐", "F06F": "☐", "F0A3": "☐"}
"""Boxes of the font Wingdings, ticked and not."""
OFF: Final = frozenset({"0", "false", "off"})


class UnreadFileError(Exception):
    """A file that cannot be read, or need not be."""

    def __init__(self, why: UnreadPlan) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True)
class Line:
    """A paragraph, or the cells of a row; `table` is the number of its table, where it stands in one."""

    cells: tuple[str, ...]
    table: int | None = None


def is_zip(content: bytes) -> bool:
    """Whether it begins as a Word file does."""
    return content.startswith(b"PK\x03\x04")


def word_lines(content: bytes) -> tuple[Line, ...]:
    """All lines of the file; raises UnreadFileError and nothing else."""
    if len(content) > MOST_BYTES or content.count(b"PK\x01\x02") > MOST_PARTS:
        raise UnreadFileError(UnreadPlan.TOO_LARGE)
    try:
        with ZipFile(BytesIO(content)) as box:
            return _lines(box)
    except FOREIGN as error:
        raise UnreadFileError(UnreadPlan.BROKEN) from error


def _lines(box: ZipFile) -> tuple[Line, ...]:
    names = sorted(name for name in box.namelist() if name.startswith("word/document") and name.endswith(".xml"))
    if not names:
        raise UnreadFileError(UnreadPlan.NOT_A_DOCUMENT)
    part = box.getinfo(names[0])
    if part.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise UnreadFileError(UnreadPlan.BROKEN)
    hand = _Hand()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = hand.start, hand.end
    parser.CharacterDataHandler = hand.words
    parser.StartDoctypeDeclHandler = _refuse_doctype
    read = 0
    try:
        with box.open(part) as text:
            while piece := text.read(PIECE):
                read += len(piece)
                if read > MOST_XML:
                    raise UnreadFileError(UnreadPlan.TOO_LARGE)
                parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise UnreadFileError(UnreadPlan.BROKEN) from error
    return tuple(hand.lines)


def _refuse_doctype(*_: object) -> None:
    """No Word file declares one; whoever does wants to have something expanded."""
    raise UnreadFileError(UnreadPlan.BROKEN)


@dataclass
class _Hand:
    """Writes down what the parser meets."""

    lines: list[Line] = field(default_factory=list)
    _elements: int = 0
    _letters: int = 0
    _tables: int = 0
    _depth: int = 0
    _unseen: int = 0
    _in_text: bool = False
    _runs: int = 0
    _box_ticked: bool = False
    _paragraph: list[str] = field(default_factory=list)
    _cell: list[str] = field(default_factory=list)
    _cells: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        if self._elements > MOST_ELEMENTS:
            raise UnreadFileError(UnreadPlan.TOO_LARGE)
        space, _, local = name.rpartition(" ")
        if local in UNSEEN or self._unseen:
            self._unseen += 1
        elif space.endswith(WORDS):
            self._open(local, {key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def _open(self, local: str, attributes: Mapping[str, str]) -> None:
        match local:
            case "t":
                self._in_text = True
            case "r":
                self._runs += 1
            case "tab" if self._runs:
                self._add(" ")
            case "br" | "cr" if self._runs:
                self._add("\n")
            case "sym":
                self._add(SYMBOLS.get(attributes.get("char", "").upper(), ""))
            case "checkBox":
                self._box_ticked = False
            case "default" | "checked":
                self._box_ticked = attributes.get("val", "1") not in OFF
            case "tbl" | "tr" | "tc":
                self._open_table(local)

    def _open_table(self, local: str) -> None:
        """A table in a cell of another is only more words of that cell."""
        if local == "tbl":
            self._depth += 1
            self._tables += self._depth == 1
        elif self._depth == 1 and local == "tr":
            self._cells = []
        elif self._depth == 1:
            self._cell = []

    def end(self, name: str) -> None:
        if self._unseen:
            self._unseen -= 1
            return
        space, _, local = name.rpartition(" ")
        if space.endswith(WORDS):
            self._close(local)

    def _close(self, local: str) -> None:
        match local:
            case "t":
                self._in_text = False
            case "r":
                self._runs -= 1
            case "checkBox":
                self._add("☒ " if self._box_ticked else "☐ ")
            case "p":
                self._finish_paragraph()
            case "tc" if self._depth == 1:
                self._cells.append("\n".join(self._cell).strip())
            case "tr" if self._depth == 1:
                self._put(Line(tuple(self._cells), self._tables))
            case "tbl":
                self._depth -= 1

    def words(self, text: str) -> None:
        if self._in_text and not self._unseen:
            self._add(text)

    def _add(self, text: str) -> None:
        self._letters += len(text)
        if self._letters > MOST_LETTERS:
            raise UnreadFileError(UnreadPlan.TOO_LARGE)
        self._paragraph.append(text)

    def _finish_paragraph(self) -> None:
        text = "".join(self._paragraph)
        self._paragraph = []
        if self._depth:
            self._cell.append(text)
        elif text.strip():
            self._put(Line((text.strip(),)))

    def _put(self, line: Line) -> None:
        self.lines.append(line)
        if len(self.lines) > MOST_LINES:
            raise UnreadFileError(UnreadPlan.TOO_LARGE)
