"""Sheets as files: a workbook (XLSX), or lines for any program (CSV).

People's words may stand in a cell, as the name of an office does; none is ever a formula (OWASP, CSV injection).
"""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO, StringIO
from textwrap import wrap
from typing import Final

from xlsxwriter import Workbook

from participation.messages import Media, MediaKind
from participation.reports.sheets import Form, Part, Sheet

FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How begins what a spreadsheet might reckon."""
BEFORE: Final = " '"
"""What may stand before that; where there is an apostrophe already it gets another one, so that ours can be told."""
AFTER_A_SEPARATOR: Final = re.compile(r"""([,;\t\r\n][\s"']*)(?=[=+\-@])""")
"""Where a spreadsheet that expects another separator than ours would begin a cell, and the cell a formula."""
BYTE_ORDER_MARK: Final = "\ufeff"
"""Without it Excel reads ë and ç as two letters each."""
SEPARATOR: Final = ";"
"""What Excel expects where a comma stands before decimals, as in Albania; a line that names it (`sep=`) would stand in
the sheet of other programs, and lets Excel forget the byte order mark."""
NAME: Final = 31
"""How long the name of a worksheet may be."""
WIDEST: Final = 60
NARROWEST: Final = 60
"""Letters: columns, and the lines of a note above them."""
PAGE: Final = 215
NARROW: Final = 18
"""Letters on the width of a page, and in a column that need not give way."""
NO_TIME: Final = datetime(2000, 1, 1)  # noqa: DTZ001
"""When a workbook says that it was made: the same rows are always the same file."""
LINE: Final = 15
HIGHEST: Final = 400
"""Points: a line, and the row that a spreadsheet still takes."""
A4: Final = 9
UPRIGHT: Final = 4
"""So many columns stand on an upright page."""
NOT_IN_NAMES: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def sheet_file(sheet: Sheet, form: Form, *, name: str) -> Media:
    """The file of a sheet, as one sends it."""
    content = workbook(sheet) if form is Form.XLSX else plain(sheet)
    return Media(MediaKind.DOCUMENT, name=f"{name}.{form.value}", size=len(content), content=content)


def plain(sheet: Sheet) -> bytes:
    """All tables one below the other, as UTF-8 with a mark by which it is known."""
    lines: list[Sequence[str | int]] = [[harmless(line)] for line in (sheet.title, *sheet.notes)]
    for part in sheet.parts:
        rows = ((part.heading,), part.columns, *part.rows)
        lines += [(), *([harmless(cell) for cell in row] for row in rows)]
    return lined(lines)


def lined(lines: Iterable[Sequence[str | int]]) -> bytes:
    """Lines as we write them, to the byte: what another program saved anew is written otherwise."""
    out = StringIO()
    csv.writer(out, delimiter=SEPARATOR).writerows(lines)
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def harmless(cell: str | int) -> str | int:
    """What no program takes for a formula, also where it takes a cell apart: an apostrophe stands before it."""
    if isinstance(cell, int):
        return cell
    apart = AFTER_A_SEPARATOR.sub(r"\1'", cell)
    return f"'{apart}" if cell.lstrip(BEFORE).startswith(FORMULAS) else apart


def workbook(sheet: Sheet) -> bytes:
    """A worksheet for each table, with what the sheet says first above it."""
    out = BytesIO()
    # Text stays text: neither a formula nor a link is made of it.
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with Workbook(out, safe) as book:
        book.set_properties({"created": NO_TIME})
        for number, part in enumerate(sheet.parts, 1):
            _write(book, part, sheet, number)
    return out.getvalue()


HOW: Final[Mapping[bool, Mapping[str, object]]] = {
    True: {"align": "right", "indent": 1},
    False: {"text_wrap": True, "valign": "top"},
}
"""How a column of counts is set, and one of words."""
HEAD: Final[Mapping[str, object]] = {"bold": True, "bg_color": "#D9E2EC"}


def is_counted(part: Part, column: int) -> bool:
    """Whether a column is of counts; a count that is hidden stands there in words."""
    return any(isinstance(row[column], int) for row in part.rows)


def fitted(widths: Sequence[int]) -> list[int]:
    """Columns that can still be read where all of them stand on one page: the wide share what is left."""
    wide = sum(width for width in widths if width > NARROW)
    room = PAGE - sum(widths) + wide
    if sum(widths) <= PAGE:
        return list(widths)
    return [width if width <= NARROW else max(NARROW, width * room // wide) for width in widths]


def height(cells: Sequence[str | int], widths: Sequence[int]) -> int:
    """How many lines a row has, as not every program finds out by itself."""
    return max(
        sum(len(wrap(line, width)) or 1 for line in str(cell).split("\n"))
        for cell, width in zip(cells, widths, strict=True)
    )


def _write(book: Workbook, part: Part, sheet: Sheet, number: int) -> None:
    page = book.add_worksheet(f"{number} {part.heading.translate(NOT_IN_NAMES)}"[:NAME])
    bold = book.add_format({"bold": True})
    aligned = [book.add_format({**HOW[is_counted(part, column)]}) for column in range(len(part.columns))]
    heads = [book.add_format({**HOW[is_counted(part, column)], **HEAD}) for column in range(len(part.columns))]
    widths = [min(max(map(len, map(str, cells))) + 2, WIDEST) for cells in zip(part.columns, *part.rows, strict=True)]
    widths = fitted(widths)
    # Broken by us: a line that runs over the last column would be printed on a page of its own.
    notes = [line for note in sheet.notes for line in wrap(note, max(sum(widths), NARROWEST)) or [""]]
    page.write_string(0, 0, sheet.title, bold)
    for row, note in enumerate(notes, 1):
        page.write_string(row, 0, note)
    first = len(notes) + 2
    page.write_string(first, 0, part.heading, bold)
    for column, (name, width, head) in enumerate(zip(part.columns, widths, heads, strict=True)):
        page.write_string(first + 1, column, name, head)
        page.set_column(column, column, width)
    for row, cells in enumerate(part.rows, first + 2):
        lines = height(cells, widths)
        if lines > 1:
            page.set_row(row, min(lines * LINE, HIGHEST))
        for column, cell in enumerate(cells):
            if isinstance(cell, int):
                page.write_number(row, column, cell, aligned[column])
            else:
                page.write_string(row, column, cell, aligned[column])
    page.freeze_panes(first + 2, 1)
    page.set_paper(A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(first + 1)
    if len(part.columns) > UPRIGHT:
        page.set_landscape()
