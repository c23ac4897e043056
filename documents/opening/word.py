"""The lines and tables of a Word file (DOCX), whoever made it and whatever it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from documents.opening.lines import Line, Pen
from documents.opening.packed import names_in, read_part
from participation.unread import Unread, UnreadFileError

WORDS: Final = ("wordprocessingml/2006/main", "ooxml/wordprocessingml/main")
"""The two name spaces of Word: the usual one and the strict one."""
UNSEEN: Final = frozenset({"Fallback", "moveFrom"})
"""What a page does not show: the second form of a drawing, and what was moved away."""
SYMBOLS: Final = {"F0FE": "☒", "F0FD": "☒", "F052": "☒", "F0A8": "☐", "F06F": "☐", "F0A3": "☐"}
"""Boxes of the font Wingdings, ticked and not."""
OFF: Final = frozenset({"0", "false", "off"})


def word_lines(content: bytes) -> tuple[Line, ...]:
    """All lines of the file; raises UnreadFileError and nothing else."""
    names = sorted(name for name in names_in(content) if is_body(name))
    if not names:
        raise UnreadFileError(Unread.NOT_A_DOCUMENT)
    hand = _Hand()
    read_part(content, names[0], hand)
    return tuple(hand.pen.lines)


def is_body(name: str) -> bool:
    """Whether this part of a packed document is the text of a Word file."""
    return name.startswith("word/document") and name.endswith(".xml")


@dataclass
class _Hand:
    """Writes down what the parser meets."""

    pen: Pen = field(default_factory=Pen)
    _unseen: int = 0
    _in_text: bool = False
    _runs: int = 0
    _box_ticked: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.pen.count()
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
                self.pen.write(" ")
            case "br" | "cr" if self._runs:
                self.pen.write("\n")
            case "sym":
                self.pen.write(SYMBOLS.get(attributes.get("char", "").upper(), ""))
            case "checkBox":
                self._box_ticked = False
            case "default" | "checked":
                self._box_ticked = attributes.get("val", "1") not in OFF
            case _:
                self._open_table(local)

    def _open_table(self, local: str) -> None:
        match local:
            case "tbl":
                self.pen.begin_table()
            case "tr":
                self.pen.begin_row()
            case "tc":
                self.pen.begin_cell()

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
                self.pen.write("☒ " if self._box_ticked else "☐ ")
            case "p":
                self.pen.end_paragraph()
            case "tc":
                self.pen.end_cell()
            case "tr":
                self.pen.end_row()
            case "tbl":
                self.pen.end_table()

    def words(self, text: str) -> None:
        if self._in_text and not self._unseen:
            self.pen.write(text)
