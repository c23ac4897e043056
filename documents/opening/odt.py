"""The lines and tables of an OpenDocument text (ODT), as LibreOffice writes it (OASIS OpenDocument 1.3)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from documents.opening.lines import MOST_LINES, Line, Pen, number_in, said_at_margin
from documents.opening.packed import names_in, read_part
from participation.unread import Unread, UnreadFileError

BODY: Final = "content.xml"
STYLES: Final = "styles.xml"
TEXT, TABLE, OFFICE, STYLE, DRAW, SVG = (
    f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
    for name in ("text", "table", "office", "style", "drawing", "svg-compatible")
)
LINK: Final = "http://www.w3.org/1999/xlink href"
UNSEEN: Final = frozenset(
    {(OFFICE, "annotation"), (TEXT, "tracked-changes"), (TEXT, "note-citation"), (SVG, "title"), (SVG, "desc")}
)
"""What is not the notice's own words: remarks, what was deleted, what a picture is called."""
BOX: Final = (DRAW, "text-box")
MOST_SPACES: Final = 40


def odt_lines(content: bytes) -> tuple[Line, ...]:
    """All lines of the file; raises UnreadFileError and nothing else."""
    names = names_in(content)
    if BODY not in names:
        raise UnreadFileError(Unread.NOT_A_DOCUMENT)
    hand = _Hand()
    read_part(content, BODY, hand)
    if not hand.is_text:
        raise UnreadFileError(Unread.NOT_A_DOCUMENT)
    margins = _Hand()
    if STYLES in names:
        read_part(content, STYLES, margins)
    return (
        *said_at_margin(margins.heads.lines),
        *hand.pen.lines,
        *hand.notes.lines,
        *said_at_margin(margins.feet.lines),
    )


@dataclass
class _Hand:
    """Writes down what the parser meets."""

    pen: Pen = field(default_factory=Pen)
    notes: Pen = field(default_factory=Pen)
    heads: Pen = field(default_factory=Pen)
    feet: Pen = field(default_factory=Pen)
    is_text: bool = False
    _laid_aside: list[Pen] = field(default_factory=list)
    _down: list[int] = field(default_factory=list)
    """Over how many rows each of the cells goes that are being written."""
    _unseen: int = 0
    _paragraphs: int = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.pen.count()
        space, _, local = name.rpartition(" ")
        if (space, local) in UNSEEN or self._unseen:
            self._unseen += 1
        elif space == OFFICE and local == "text":
            self.is_text = True
        elif apart := self._apart(space, local):
            self._laid_aside.append(self.pen)
            self.pen = apart
        elif space == TEXT:
            self._open_text(local, attributes)
        elif space == TABLE:
            self._open_table(local, attributes)
        elif (space, local) == BOX:
            self.pen.begin_aside()

    def _apart(self, space: str, local: str) -> Pen | None:
        """Who writes down what stands apart from the text."""
        match local:
            case "note" if space == TEXT:
                return self.notes
            case "header" if space == STYLE:
                return self.heads
            case "footer" if space == STYLE:
                return self.feet
        return None

    def _open_text(self, local: str, attributes: Mapping[str, str]) -> None:
        match local:
            case "p" | "h":
                self._paragraphs += 1
            case "list-item":
                self.pen.begin_item()
            case "s":
                self.pen.write(" " * number_in(attributes.get(f"{TEXT} c", "1"), at_most=MOST_SPACES))
            case "tab":
                self.pen.write(" ")
            case "line-break":
                self.pen.write("\n")
            case "a":
                self.pen.begin_link(attributes.get(LINK, ""))

    def _open_table(self, local: str, attributes: Mapping[str, str]) -> None:
        match local:
            case "table":
                self.pen.begin_table()
            case "table-row":
                self.pen.begin_row()
            case "table-cell" | "covered-table-cell":
                self.pen.begin_cell()
                self._down.append(number_in(attributes.get(f"{TABLE} number-rows-spanned", "1"), at_most=MOST_LINES))

    def end(self, name: str) -> None:
        if self._unseen:
            self._unseen -= 1
            return
        space, _, local = name.rpartition(" ")
        if self._apart(space, local):
            self.pen = self._laid_aside.pop()
        elif space == TEXT:
            self._close_text(local)
        elif space == TABLE:
            self._close_table(local)
        elif (space, local) == BOX:
            self.pen.end_aside()

    def _close_text(self, local: str) -> None:
        match local:
            case "p" | "h":
                self._paragraphs -= 1
                self.pen.end_paragraph()
            case "a":
                self.pen.end_link()

    def _close_table(self, local: str) -> None:
        match local:
            case "table":
                self.pen.end_table()
            case "table-row":
                self.pen.end_row()
            case "table-cell":
                self.pen.end_cell(down=self._down.pop())
            case "covered-table-cell":
                self._down.pop()
                self.pen.add_covered()

    def words(self, text: str) -> None:
        if self._paragraphs and not self._unseen:
            self.pen.write(" ".join(text.split("\n")))
