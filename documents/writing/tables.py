"""Sheets as files: a workbook (XLSX), or lines for any program (CSV).

People's words may stand in a cell, as the name of an office does; none is ever a formula (OWASP, CSV injection).
"""

import csv
import re
from io import BytesIO, StringIO
from typing import Final

from xlsxwriter import Workbook

from participation.messages import Media, MediaKind
from participation.reports.sheets import Form, Part, Sheet

FORMULAS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How begins what a spreadsheet might reckon."""
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
NOT_IN_NAMES: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


def sheet_file(sheet: Sheet, form: Form, *, name: str) -> Media:
    """The file of a sheet, as one sends it."""
    content = workbook(sheet) if form is Form.XLSX else plain(sheet)
    return Media(MediaKind.DOCUMENT, name=f"{name}.{form.value}", size=len(content), content=content)


def plain(sheet: Sheet) -> bytes:
    """All tables one below the other, as UTF-8 with a mark by which it is known."""
    out = StringIO()
    writer = csv.writer(out, delimiter=SEPARATOR)
    writer.writerows([harmless(line)] for line in (sheet.title, *sheet.notes))
    for part in sheet.parts:
        rows = ((part.heading,), part.columns, *part.rows)
        writer.writerows([(), *([harmless(cell) for cell in row] for row in rows)])
    return (BYTE_ORDER_MARK + out.getvalue()).encode()


def harmless(cell: str | int) -> str | int:
    """What no program takes for a formula, also where it takes a cell apart: an apostrophe stands before it."""
    if isinstance(cell, int):
        return cell
    apart = AFTER_A_SEPARATOR.sub(r"\1'", cell)
    return f"'{apart}" if cell.lstrip(" ").startswith(FORMULAS) else apart


def workbook(sheet: Sheet) -> bytes:
    """A worksheet for each table, with what the sheet says first above it."""
    out = BytesIO()
    # Text stays text: neither a formula nor a link is made of it.
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with Workbook(out, safe) as book:
        for number, part in enumerate(sheet.parts, 1):
            _write(book, part, sheet, number)
    return out.getvalue()


def _write(book: Workbook, part: Part, sheet: Sheet, number: int) -> None:
    page = book.add_worksheet(f"{number} {part.heading.translate(NOT_IN_NAMES)}"[:NAME])
    bold, grey = book.add_format({"bold": True}), book.add_format({"bold": True, "bg_color": "#D9E2EC"})
    page.write_string(0, 0, sheet.title, bold)
    for row, note in enumerate(sheet.notes, 1):
        page.write_string(row, 0, note)
    first = len(sheet.notes) + 2
    page.write_string(first, 0, part.heading, bold)
    for column, name in enumerate(part.columns):
        page.write_string(first + 1, column, name, grey)
        longest = max([len(name), *(len(str(row[column])) for row in part.rows)])
        page.set_column(column, column, min(longest + 2, WIDEST))
    for row, cells in enumerate(part.rows, first + 2):
        for column, cell in enumerate(cells):
            if isinstance(cell, int):
                page.write_number(row, column, cell)
            else:
                page.write_string(row, column, cell)
    page.freeze_panes(first + 2, 1)
