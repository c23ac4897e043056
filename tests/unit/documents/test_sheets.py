"""Sheets as files, read back by their bytes: what people wrote is never a formula."""

import csv
from io import BytesIO, StringIO
from typing import Final
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from documents.writing.tables import sheet_file
from participation.reports.sheets import Form, Part, Sheet

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WICKED = ("=1+1", '=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1", "http://x.example")
SHEET = Sheet(
    "Shifrat",
    ("Bashkia Përmet", "=2+2"),
    (
        Part("Sipas [kategorisë]: / një shumë e gjatë", ("", "Numri"), (("Dhunë", 12), ("Zhurmë", "më pak se 5"))),
        Part("Të tjera", ("", "Fjalë"), tuple((str(number), said) for number, said in enumerate(WICKED))),
    ),
)


def opened(content: bytes) -> list[list[list[str | float]]]:
    """The cells of each worksheet, as a spreadsheet would read them."""
    with ZipFile(BytesIO(content)) as box:
        strings = [
            "".join(part.text or "" for part in each.iter(f"{MAIN}t"))
            for each in ElementTree.fromstring(box.read("xl/sharedStrings.xml"))
        ]
        names = sorted(name for name in box.namelist() if name.startswith("xl/worksheets/sheet"))
        trees = [ElementTree.fromstring(box.read(name)) for name in names]
    assert not [tree for tree in trees if list(tree.iter(f"{MAIN}f")) or list(tree.iter(f"{MAIN}hyperlink"))]
    return [
        [
            [
                strings[int(cell.findtext(f"{MAIN}v"))] if cell.get("t") == "s" else float(cell.findtext(f"{MAIN}v"))
                for cell in row
            ]
            for row in tree.iter(f"{MAIN}row")
        ]
        for tree in trees
    ]


def test_a_workbook_has_a_page_for_each_table_and_says_of_what_it_is():
    first, second = opened(sheet_file(SHEET, Form.XLSX, name="shifrat").content)
    assert first[:3] == [["Shifrat"], ["Bashkia Përmet"], ["=2+2"]]
    assert first[-2:] == [["Dhunë", 12.0], ["Zhurmë", "më pak se 5"]]
    assert len(second) == 3 + 2 + len(WICKED)


def pages_of(content: bytes) -> list[ElementTree.Element]:
    with ZipFile(BytesIO(content)) as box:
        names = sorted(name for name in box.namelist() if name.startswith("xl/worksheets/sheet"))
        return [ElementTree.fromstring(box.read(name)) for name in names]


def test_each_table_is_printed_on_the_width_of_one_page_and_a_wide_one_lying():
    wide = Part("E gjerë", tuple("abcdefgh"), (tuple(range(8)),))
    upright, lying = pages_of(sheet_file(Sheet("T", (), (SHEET.parts[0], wide)), Form.XLSX, name="x").content)
    for page in (upright, lying):
        assert page.find(f"{MAIN}sheetPr/{MAIN}pageSetUpPr").get("fitToPage") == "1"
        assert page.find(f"{MAIN}pageSetup").get("fitToHeight") == "0"
    assert upright.find(f"{MAIN}pageSetup").get("orientation") == "portrait"
    assert lying.find(f"{MAIN}pageSetup").get("orientation") == "landscape"


def test_a_note_runs_over_no_column_that_is_there():
    note = "Numrat nën pesë nuk shfaqen, që askush të mos njihet; as ata nga të cilët do të nxirreshin. " * 3
    (page,) = opened(sheet_file(Sheet("T", (note,), SHEET.parts[:1]), Form.XLSX, name="x").content)
    told = [row[0] for row in page[1:-4]]
    assert " ".join(told) == note.strip()
    assert max(map(len, told)) <= 70


def test_no_cell_of_a_workbook_is_a_formula_or_a_link():
    cells = [row[1] for row in opened(sheet_file(SHEET, Form.XLSX, name="x").content)[1][-len(WICKED) :]]
    assert [str(cell).replace("_x000D_", "\r") for cell in cells] == list(WICKED)


def test_lines_are_read_by_excel_with_all_their_letters():
    media = sheet_file(SHEET, Form.CSV, name="shifrat")
    assert media.name == "shifrat.csv"
    assert media.content.startswith(b"\xef\xbb\xbf")
    assert ["Dhunë", "12"] in lines_of(media.content)


def lines_of(content: bytes, separator: str = ";") -> list[list[str]]:
    """The cells of each line; Excel in Albania expects a semicolon between them."""
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))


AMID: Final = ("x,=1+1", "x;=1+1", "x, =1+1", 'x,"=1+1', "x\t@SUM(A1)", "x\n=1", ",=1", "5, -1")


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("said", AMID)
def test_nor_does_what_stands_amid_a_cell_where_another_separator_is_expected(said, separator):
    """Whoever has set Excel to English sees our lines taken apart at their commas."""
    sheet = Sheet("Shifrat", (), (Part("Të tjera", ("", "Fjalë"), ((1, said), (2, "Drejtoria, zyra 3"))),))
    content = sheet_file(sheet, Form.CSV, name="x").content
    cells = [cell.lstrip(' "') for row in lines_of(content, separator) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert "Drejtoria, zyra 3" in content.decode(), "what is no formula stays as it was"


@pytest.mark.parametrize("said", WICKED[:-1])
def test_no_line_begins_a_formula(said):
    content = sheet_file(SHEET, Form.CSV, name="x").content
    cells = [cell for row in lines_of(content) for cell in row]
    assert said in [cell.replace("'", "") for cell in cells]
    assert said not in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
