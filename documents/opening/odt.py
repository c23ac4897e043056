"""The lines and tables of an OpenDocument text (ODT), as LibreOffice writes it (OASIS OpenDocument 1.3)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from documents.opening.lines import Line, Pen
from documents.opening.packed import names_in, read_part
from participation.unread import Unread, UnreadFileError

BODY: Final = "content.xml"
TEXT, TABLE, OFFICE = (f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("text", "table", "office"))
UNSEEN: Final = frozenset({(OFFICE, "annotation"), (TEXT, "tracked-changes"), (TEXT, "note")})
"""What is not the notice's own words: remarks, what was deleted, footnotes."""
MOST_SPACES: Final = 40


def odt_lines(content: bytes) -> tuple[Line, ...]:
    """All lines of the file; raises UnreadFileError and nothing else."""
    if BODY not in names_in(content):
        raise UnreadFileError(Unread.NOT_A_DOCUMENT)
    hand = _Hand()
    read_part(content, BODY, hand)
    if not hand.is_text:
        raise UnreadFileError(Unread.NOT_A_DOCUMENT)
    return tuple(hand.pen.lines)


@dataclass
class _Hand:
    """Writes down what the parser meets."""

    pen: Pen = field(default_factory=Pen)
    is_text: bool = False
    _unseen: int = 0
    _paragraphs: int = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.pen.count()
        space, _, local = name.rpartition(" ")
        if (space, local) in UNSEEN or self._unseen:
            self._unseen += 1
        elif space == OFFICE and local == "text":
            self.is_text = True
        elif space == TEXT:
            self._open_text(local, attributes)
        elif space == TABLE:
            self._open_table(local)

    def _open_text(self, local: str, attributes: Mapping[str, str]) -> None:
        match local:
            case "p" | "h":
                self._paragraphs += 1
            case "s":
                count = attributes.get(f"{TEXT} c", "1")
                self.pen.write(" " * min(int(count) if count.isdecimal() else 1, MOST_SPACES))
            case "tab":
                self.pen.write(" ")
            case "line-break":
                self.pen.write("\n")

    def _open_table(self, local: str) -> None:
        match local:
            case "table":
                self.pen.begin_table()
            case "table-row":
                self.pen.begin_row()
            case "table-cell" | "covered-table-cell":
                self.pen.begin_cell()

    def end(self, name: str) -> None:
        if self._unseen:
            self._unseen -= 1
            return
        space, _, local = name.rpartition(" ")
        if space == TEXT and local in {"p", "h"}:
            self._paragraphs -= 1
            self.pen.end_paragraph()
        elif space == TABLE:
            self._close_table(local)

    def _close_table(self, local: str) -> None:
        match local:
            case "table":
                self.pen.end_table()
            case "table-row":
                self.pen.end_row()
            case "table-cell" | "covered-table-cell":
                self.pen.end_cell()

    def words(self, text: str) -> None:
        if self._paragraphs and not self._unseen:
            self.pen.write(" ".join(text.split("\n")))
