"""The lines and tables of a Word file (DOCX), whoever made it and whatever it is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from documents.opening.lines import MOST_COLUMNS, MOST_LINES, Line, Pen, number_in, said_at_margin
from documents.opening.packed import names_in, read_part
from participation.unread import Unread, UnreadFileError

WORDS: Final = ("wordprocessingml/2006/main", "ooxml/wordprocessingml/main")
"""The two name spaces of Word: the usual one and the strict one."""
UNSEEN: Final = frozenset({"Fallback", "moveFrom", "pPrChange"})
"""What a page does not show: the second form of a drawing, what was moved away, how a paragraph looked before."""
ITEM_STYLES: Final = ("ListBullet", "ListNumber")
SYMBOLS: Final = {"F0FE": "☒", "F0FD": "☒", "F052": "☒", "F0A8": "☐", "F06F": "☐", "F0A3": "☐"}
"""Boxes of the font Wingdings, ticked and not."""
LETTERS: Final = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
"""Elements that stand for a letter."""
OFF: Final = frozenset({"0", "false", "off"})
LONGEST_INSTRUCTION: Final = 2_000
WITHOUT_END: Final = MOST_LINES
"""Rows that a cell goes over until another one begins."""
_HEADER, _FOOTER, _NOTES = (re.compile(rf"word/{name}\d*\.xml") for name in ("header", "footer", "footnotes"))
_LINK: Final = re.compile(r'\s*HYPERLINK\s+"(?P<target>[^"]+)"')


def word_lines(content: bytes) -> tuple[Line, ...]:
    """All lines of the file; raises UnreadFileError and nothing else."""
    names = names_in(content)
    body = min(filter(is_body, names), default=None)
    if body is None:
        raise UnreadFileError(Unread.NOT_A_DOCUMENT)

    around = {
        kind: said_at_margin(
            line for name in sorted(filter(kind.fullmatch, names)) for line in _lines(content, name, names)
        )
        for kind in (_HEADER, _NOTES, _FOOTER)
    }
    lines = (*around[_HEADER], *_lines(content, body, names), *around[_NOTES], *around[_FOOTER])
    if len(lines) > MOST_LINES:
        raise UnreadFileError(Unread.TOO_LARGE)
    return lines


def is_body(name: str) -> bool:
    """Whether this part of a packed document is the text of a Word file."""
    return name.startswith("word/document") and name.endswith(".xml")


def _lines(content: bytes, name: str, names: frozenset[str]) -> list[Line]:
    folder, _, file = name.rpartition("/")
    links = _Links()
    if (relations := f"{folder}/_rels/{file}.rels") in names:
        read_part(content, relations, links)
    hand = _Hand(links.targets)
    read_part(content, name, hand)
    return hand.pen.lines


@dataclass
class _Links:
    """The addresses that the links of a part lead to."""

    targets: dict[str, str] = field(default_factory=dict)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name.endswith(" Relationship") and attributes.get("TargetMode") == "External":
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def end(self, name: str) -> None:
        pass

    def words(self, text: str) -> None:
        pass


@dataclass
class _Hand:
    """Writes down what the parser meets."""

    targets: Mapping[str, str]
    pen: Pen = field(default_factory=Pen)
    _unseen: int = 0
    _text: str = ""
    """The element whose words are meant: a text, or the instruction of a field."""
    _runs: int = 0
    _is_hidden: bool = False
    _box_ticked: bool = False
    _instruction: str = ""
    _fields: int = 0
    """Fields whose words are being written."""
    _across: int = 1
    _merge: str = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.pen.count()
        space, _, local = name.rpartition(" ")
        if local in UNSEEN or self._unseen:
            self._unseen += 1
        elif space.endswith(WORDS):
            self._open(local, {key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def _open(self, local: str, attributes: Mapping[str, str]) -> None:
        match local:
            case "t" | "instrText":
                self._text = local
            case "r":
                self._runs += 1
                self._is_hidden = False
            case "vanish" if self._runs:
                self._is_hidden = attributes.get("val", "1") not in OFF
            case _ if self._runs and local in LETTERS:
                self._write(LETTERS[local])
            case "sym":
                self._write(SYMBOLS.get(attributes.get("char", "").upper(), ""))
            case "checkBox":
                self._box_ticked = False
            case "default" | "checked":
                self._box_ticked = attributes.get("val", "1") not in OFF
            case "hyperlink":
                self.pen.begin_link(self.targets.get(attributes.get("id", ""), ""))
            case "fldChar":
                self._pass_mark(attributes.get("fldCharType", ""))
            case _:
                self._open_box(local, attributes.get("val", ""))

    def _open_box(self, local: str, value: str) -> None:
        match local:
            case "txbxContent":
                self.pen.begin_aside()
            case "numId" | "pStyle" if _is_of_a_list(local, value):
                self.pen.begin_item()
            case "tbl":
                self.pen.begin_table()
            case "tr":
                self.pen.begin_row()
            case "gridBefore":
                for _ in range(number_in(value, at_most=MOST_COLUMNS)):
                    self.pen.add_covered()
            case "tc":
                self.pen.begin_cell()
                self._across, self._merge = 1, ""
            case "gridSpan":
                self._across = number_in(value, at_most=MOST_COLUMNS)
            case "vMerge":
                self._merge = value or "continue"

    def _pass_mark(self, kind: str) -> None:
        """A mark of a field: where it begins, where its instruction ends and its words begin, and where they end."""
        if kind == "begin":
            self._instruction = ""
        elif kind == "separate":
            link = _LINK.match(self._instruction)
            self.pen.begin_link(link["target"] if link else "")
            self._fields += 1
        elif kind == "end" and self._fields:
            self.pen.end_link()
            self._fields -= 1

    def end(self, name: str) -> None:
        if self._unseen:
            self._unseen -= 1
            return
        space, _, local = name.rpartition(" ")
        if space.endswith(WORDS):
            self._close(local)

    def _close(self, local: str) -> None:
        match local:
            case "t" | "instrText":
                self._text = ""
            case "r":
                self._runs -= 1
                self._is_hidden = False
            case "checkBox":
                self._write("☒ " if self._box_ticked else "☐ ")
            case "hyperlink":
                self.pen.end_link()
            case "p":
                self.pen.end_paragraph()
            case _:
                self._close_box(local)

    def _close_box(self, local: str) -> None:
        match local:
            case "txbxContent":
                self.pen.end_aside()
            case "tc" if self._merge == "continue":
                self.pen.add_covered()
            case "tc":
                self.pen.end_cell(across=self._across, down=WITHOUT_END if self._merge else 1)
            case "tr":
                self.pen.end_row()
            case "tbl":
                self.pen.end_table()

    def words(self, text: str) -> None:
        if self._unseen:
            return
        if self._text == "t":
            self._write(text)
        elif self._text == "instrText":
            self._instruction = (self._instruction + text)[:LONGEST_INSTRUCTION]

    def _write(self, words: str) -> None:
        if not self._is_hidden:
            self.pen.write(words)


def _is_of_a_list(local: str, value: str) -> bool:
    """Whether a property of a paragraph makes it an item of a list."""
    return value != "0" if local == "numId" else value.startswith(ITEM_STYLES)
