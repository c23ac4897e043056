"""The lines and tables of a web page (HTML), without what stands around its article."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from documents.opening.lines import MOST_LINES, Line, Pen, number_in
from participation.unread import Unread, UnreadFileError

LARGEST_PAGE: Final = 5_000_000
UNSEEN: Final = frozenset(
    {"script", "style", "noscript", "template", "nav", "aside", "footer", "svg", "select", "button", "head", "iframe"}
)
"""What a page does not show, or shows on all pages."""
BLOCKS: Final = frozenset(
    {"div", "li", "section", "article", "main", "header", "pre", "form", "dl", "dt", "dd"}
    | {"hr", "caption", "address", "figcaption", "body", "center"}
)
PARAGRAPHS: Final = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol"})
"""Blocks with an empty line below them."""
EMPTY: Final = frozenset({"br", "hr", "img", "input", "meta", "link", "col", "area", "base", "embed", "source", "wbr"})
"""Elements without an end."""
CELLS: Final = frozenset({"td", "th"})
ARTICLE: Final = frozenset({"main", "article"})
FEWEST: Final = 200
"""An article with fewer letters is only the beginning of another one."""
_MARKUP: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|div|p|table|br|h1)\b", re.IGNORECASE)
_TIGHT: Final = re.compile(r"margin(?:-bottom)?:\s*0")
"""Paragraphs that a word processor set without an empty line between them."""
_LOOK: Final = 2_000


def is_page(content: bytes) -> bool:
    """Whether it is a web page."""
    return content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and bool(_MARKUP.search(content, 0, _LOOK))


def page_lines(content: bytes) -> tuple[Line, ...]:
    """The lines of its article, or all where it has none; raises UnreadFileError and nothing else."""
    if len(content) > LARGEST_PAGE:
        raise UnreadFileError(Unread.TOO_LARGE)
    hand = _Hand()
    parser = etree.HTMLParser(target=hand, encoding=_encoding(content), no_network=True, huge_tree=False)
    try:
        parser.feed(content)
        lines: tuple[Line, ...] = parser.close()
    except (etree.LxmlError, LookupError, ValueError) as error:
        raise UnreadFileError(Unread.BROKEN) from error
    return lines


def _encoding(content: bytes) -> str | None:
    """UTF-8 where it is that; else what the page says of itself."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return None if b"charset" in content[:_LOOK].lower() else "cp1252"
    return "utf-8"


@dataclass
class _Hand:
    """Writes down what the parser meets."""

    pen: Pen = field(default_factory=Pen)
    _unseen: list[str] = field(default_factory=list)
    _open: list[Mapping[str, str]] = field(default_factory=list)
    """What the cells and paragraphs that are being written say of themselves."""
    _articles: int = 0
    _inside: list[Line] = field(default_factory=list)
    _before: int = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.pen.count()
        if self._unseen or tag in UNSEEN or _is_hidden(attributes):
            self._unseen += [tag] if tag not in EMPTY else []
            return
        if tag in CELLS | PARAGRAPHS:
            self._open.append(attributes)
        match tag:
            case "br":
                self.pen.write("\n")
            case "a":
                self.pen.begin_link(self._leads_to(attributes.get("href", "")))
            case "table":
                self.pen.end_line()
                self.pen.begin_table()
            case "tr":
                self.pen.begin_row()
            case "td" | "th":
                self._add_held()
                self.pen.begin_cell()
            case "li":
                self.pen.end_line()
                self.pen.begin_item()
            case _ if tag in BLOCKS | PARAGRAPHS:
                self.pen.end_line()
        self._begin_article(tag)

    def _begin_article(self, tag: str) -> None:
        if tag in ARTICLE:
            self._before = self._before if self._articles else len(self.pen.lines)
            self._articles += 1

    def _leads_to(self, target: str) -> str:
        """Where a link leads; one that stands alone leads to other pages, and is none of the article."""
        return target if self.pen.is_within_line or target.startswith("mailto:") else ""

    def _add_held(self) -> None:
        while self.pen.is_held:
            self.pen.add_covered()

    def end(self, tag: str) -> None:
        if self._unseen:
            if tag in self._unseen:
                while self._unseen.pop() != tag:
                    pass
            return
        self._close(tag, self._open.pop() if tag in CELLS | PARAGRAPHS else {})
        if tag in ARTICLE and self._articles:
            self._articles -= 1
            self._inside += [] if self._articles else self.pen.lines[self._before :]

    def _close(self, tag: str, said: Mapping[str, str]) -> None:
        match tag:
            case "a":
                self.pen.end_link()
            case "table":
                self.pen.end_table()
            case "tr":
                self._add_held()
                self.pen.end_row()
            case "td" | "th":
                self.pen.end_line()
                across, down = (number_in(said.get(name, ""), at_most=MOST_LINES) for name in ("colspan", "rowspan"))
                self.pen.end_cell(across=across, down=down)
            case _ if tag in PARAGRAPHS:
                self.pen.end_line()
                if not _TIGHT.search(said.get("style", "")):
                    self.pen.end_paragraph()
            case _ if tag in BLOCKS:
                self.pen.end_line()

    def data(self, text: str) -> None:
        if not self._unseen:
            self.pen.write(re.sub(r"\s+", " ", text))

    def close(self) -> tuple[Line, ...]:
        self.pen.end_line()
        letters = sum(len(cell) for line in self._inside for cell in line.cells)
        return tuple(self._inside if letters >= FEWEST else self.pen.lines)


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    return "hidden" in attributes or "display:none" in attributes.get("style", "").replace(" ", "")
