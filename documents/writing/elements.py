"""Small parts of a Word file, as elements: what python-docx has no words for, or no fast ones."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from documents.writing.lines import lines_of

Cell = str | int
"""What stands in a table; a count is set to the right."""

SHORT: Final = 600
"""Letters: a row with no longer cell is kept on one page."""
HEAD: Final = "E7ECF2"
GREY: Final = "595959"


def element(tag: str, attributes: Mapping[str, object] | None = None, *children: Any) -> Any:
    """An element with its attributes and what is in it, in the order of the schema."""
    made: Any = OxmlElement(tag)
    for name, value in (attributes or {}).items():
        made.set(qn(name), str(value))
    for child in children:
        made.append(child)
    return made


def run(text: str, *, bold: bool = False, italic: bool = False, size: float | None = None, grey: bool = False) -> Any:
    """Some words in one look."""
    looks = [element("w:b")] if bold else []
    looks += [element("w:i")] if italic else []
    looks += [element("w:color", {"w:val": GREY})] if grey else []
    looks += [element("w:sz", {"w:val": round(size * 2)})] if size else []
    words = element("w:t", {"xml:space": "preserve"})
    words.text = text
    return element("w:r", None, *([element("w:rPr", None, *looks)] if looks else []), words)


def field(code: str, *, size: float) -> Any:
    """What Word itself reckons: the number of the page."""
    return element("w:fldSimple", {"w:instr": f" {code} "}, run("1", size=size))


def cell(
    text: Cell,
    width: int,
    *,
    size: float,
    bold: bool = False,
    fill: str = "",
    aside: bool = False,
    align: str = "",
) -> Any:
    """A cell of a table; `aside` is said by us and not by people, in grey."""
    properties = [element("w:tcW", {"w:w": width, "w:type": "dxa"})]
    if fill:
        properties.append(element("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": fill}))
    paragraphs = []
    for line in lines_of(str(text)):
        tight = element("w:spacing", {"w:before": 30, "w:after": 30, "w:line": 240, "w:lineRule": "auto"})
        aligned = [element("w:jc", {"w:val": align})] if align else []
        words = run(line, bold=bold, italic=aside, size=size, grey=aside)
        paragraphs.append(element("w:p", None, element("w:pPr", None, tight, *aligned), words))
    return element("w:tc", None, element("w:tcPr", None, *properties), *paragraphs)


def row(cells: Sequence[Any], *, head: bool = False, whole: bool = True, height: int = 0) -> Any:
    """A row; the head stands again on each page, and a `whole` one is not broken between pages.

    With a `height`, in twentieths of a point, it is as high as that whatever stands in it.
    """
    properties = [element("w:cantSplit")] if whole else []
    properties += [element("w:trHeight", {"w:val": height, "w:hRule": "exact"})] if height else []
    properties += [element("w:tblHeader")] if head else []
    return element("w:tr", None, *([element("w:trPr", None, *properties)] if properties else []), *cells)


def hold(paragraphs: Iterable[Any]) -> None:
    """Keep paragraphs on the page of what comes next."""
    for paragraph in paragraphs:
        paragraph.get_or_add_pPr().get_or_add_keepNext()


def table(widths: Sequence[int], rows: Iterable[Any], *, borders: bool = True) -> Any:
    """A table with columns of these widths, in twentieths of a point."""
    line = {"w:val": "single", "w:sz": 4, "w:space": 0, "w:color": "7F7F7F"}
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    drawn = [element("w:tblBorders", None, *(element(f"w:{side}", line) for side in sides))] if borders else []
    margin = {"w:w": 80, "w:type": "dxa"}
    properties = element(
        "w:tblPr",
        None,
        element("w:tblW", {"w:w": sum(widths), "w:type": "dxa"}),
        *drawn,
        element("w:tblLayout", {"w:type": "fixed"}),
        element("w:tblCellMar", None, *(element(f"w:{side}", margin) for side in ("left", "right"))),
    )
    grid = element("w:tblGrid", None, *(element("w:gridCol", {"w:w": width}) for width in widths))
    return element("w:tbl", None, properties, grid, *rows)


def is_short(cells: Iterable[Cell]) -> bool:
    """Whether a row is short enough to stand whole on a page."""
    return all(len(str(each)) <= SHORT for each in cells)
