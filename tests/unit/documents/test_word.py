"""Papers as Word files: whole, alike, and harmless whatever people have written."""

from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.writing.lines import lines_of, one_line, plain
from documents.writing.word import Aside, Column, WordPaper
from participation.messages import MediaKind
from participation.paperwork.letterhead import Letterhead, Signatory
from participation.words import is_blank

from .papers import papers
from .wordfiles import cells_of, opened, paragraphs_of, words_of

HEAD = Letterhead("Bashkia Përmet", date(2027, 3, 3), place="Përmet", protocol="12/3")
COLUMNS = (Column("Nr.", 0.5), Column("Fjalët", 3))
WICKED = (
    "\x00nul\x00",
    "\x1b[31mred\x07",
    "\u202egnirts\u202c djathtas",
    "\u200e\u200f",
    "=1+1",
    '=HYPERLINK("http://x.example")',
    "{ INCLUDETEXT \\\\x\\y }",
    "DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe",
    "<w:p/>&amp;<!DOCTYPE x>]]>",
    "\ud800",
    "\ufffe\uffff",
    "a" * 4_000,
    "fjalë " * 700,
    "e" + "\u0323" * 2_000,
    "\u05e9\u05dc\u05d5\u05dd",
    "👩‍👩‍👧 ëËçÇ",
    "a\r\nb\x0bc\x0cd\u2028e\x85f",
)


def paper(words: str, *, wide: bool = False):
    written = WordPaper(Letterhead(words, HEAD.day, words, words), "RAPORT", subject=words, wide=wide)
    written.heading(words)
    written.paragraph(words)
    written.bullets([words], nothing="asgjë")
    written.fields([(words, words)])
    written.box(words, nothing="asgjë")
    written.table(COLUMNS, [(1, words), (2, Aside(words))])
    written.sign(Signatory(words, words))
    return written.file("raport")


@pytest.mark.parametrize("words", WICKED, ids=lambda words: ascii(words[:12]))
def test_people_s_words_break_nothing_and_do_nothing(words):
    media = paper(words)
    with ZipFile(BytesIO(media.content)) as box:
        trees = {name: ElementTree.fromstring(box.read(name)) for name in box.namelist() if name.endswith(".xml")}
    told = ElementTree.tostring(trees["word/document.xml"], encoding="unicode")
    assert "fldSimple" not in told
    assert "instrText" not in told
    assert "hyperlink" not in told
    for mark in "\u202e\u202c\u200e\u200f\x00\x1b":
        assert mark not in words_of(media)


@given(st.text())
@settings(max_examples=40, deadline=None)
def test_any_words_are_written_and_read_back_as_they_stand_in_a_paper(words):
    assert cells_of(opened(paper(words)))[2][0][0] == ("asgjë" if is_blank(words) else plain(words))


@given(st.text())
def test_plain_words_stay_as_they_are(words):
    assert plain(plain(words)) == plain(words)
    assert "\n" not in one_line(words)
    assert lines_of(words)


def test_the_head_names_the_republic_the_institution_and_the_day():
    written = opened(WordPaper(HEAD, "RAPORT", subject="Plani").file("raport"))
    assert paragraphs_of(written) == ["REPUBLIKA E SHQIPËRISË", "BASHKIA PËRMET", "RAPORT", "Plani"]
    assert cells_of(written)[0] == [["Nr. 12/3 Prot.", "Përmet, më 3 mars 2027"]]


def test_a_number_of_protocol_that_is_not_given_yet_stays_blank():
    written = opened(WordPaper(Letterhead("Bashkia Përmet", HEAD.day), "RAPORT").file("raport"))
    assert cells_of(written)[0] == [["Nr. __________ Prot.", "3 mars 2027"]]


def test_whoever_signs_has_a_place_for_it_under_the_office_and_the_name():
    written = WordPaper(HEAD, "RAPORT")
    written.sign(Signatory("Moderimi", "Agim Dërrasa"))
    lines = cells_of(opened(written.file("raport")))[-1][0][-1].split("\n")
    assert lines[:2] == ["MODERIMI", "Agim Dërrasa"]
    assert set(lines[-1]) == {"_"}


def test_the_head_of_a_table_stands_again_on_each_page_and_is_never_alone():
    table = opened(paper("fjalë")).tables[3]
    head = table.rows[0]._tr
    assert head.trPr.find(qn("w:tblHeader")) is not None
    assert all(each.pPr.find(qn("w:keepNext")) is not None for each in head.iter(qn("w:p")))
    assert table.rows[1]._tr.trPr.find(qn("w:tblHeader")) is None


def test_a_long_row_may_be_broken_between_pages_and_a_short_one_not():
    written = WordPaper(HEAD, "RAPORT")
    written.table(COLUMNS, [(1, "fjalë"), (2, "fjalë " * 300)])
    _, short, long = opened(written.file("raport")).tables[1].rows
    assert short._tr.trPr is not None
    assert long._tr.trPr is None


@pytest.mark.parametrize("wide", [False, True])
def test_columns_share_the_width_of_an_a4_page(wide):
    written = opened(paper("fjalë", wide=wide))
    section = written.sections[0]
    assert section.orientation == (WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT)
    assert sorted(round(side.cm, 1) for side in (section.page_width, section.page_height)) == [21.0, 29.7]
    room = section.page_width - section.left_margin - section.right_margin
    for table in written.tables:
        widths = [int(column.get(qn("w:w"))) * 635 for column in table._tbl.tblGrid]
        assert 0.99 * room <= sum(widths) <= room + 635 * 3


def test_every_page_has_its_number():
    footer = opened(paper("fjalë")).sections[0].footer._element
    assert [each.get(qn("w:instr")).strip() for each in footer.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_the_language_is_albanian():
    written = opened(paper("fjalë"))
    assert written.core_properties.language == "sq-AL"
    languages = written.styles.element.xpath("./w:docDefaults//w:lang")
    assert [each.get(qn("w:val")) for each in languages] == ["sq-AL"]


def test_a_file_tells_nothing_of_the_machine_that_wrote_it():
    media = paper("fjalë")
    told = opened(media).core_properties
    assert (told.author, told.last_modified_by, told.comments) == ("fjalë", "", "")
    assert told.created.date() == told.modified.date() == HEAD.day
    with ZipFile(BytesIO(media.content)) as box:
        names = box.namelist()
        assert {part.date_time for part in box.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        everything = b"".join(box.read(name) for name in names)
    assert not [name for name in names if "thumbnail" in name or "app.xml" in name]
    assert b"python-docx" not in everything
    assert b"Macintosh" not in everything


def test_a_very_long_title_is_cut_only_where_the_file_tells_of_itself():
    long = "Projektvendim për " + "rrugën " * 570
    media = paper(long)
    assert len(opened(media).core_properties.title) <= 200
    assert one_line(long) in words_of(media)


@cache
def once_more():
    return papers.__wrapped__()


@pytest.mark.parametrize("name", sorted(papers()))
def test_the_same_values_give_the_same_bytes(name):
    assert papers()[name].content == once_more()[name].content


@pytest.mark.parametrize("name", sorted(papers()))
def test_a_paper_is_a_file_that_can_be_sent(name):
    media = papers()[name]
    assert media.size == len(media.content) < 500_000
    assert media.kind is (MediaKind.PHOTO if name.startswith("chart") else MediaKind.DOCUMENT)
    assert media.name.isascii()


DOCX = sorted(name for name, media in papers().items() if media.name.endswith(".docx"))


@pytest.mark.parametrize("name", DOCX)
def test_no_cell_of_a_paper_is_empty(name):
    """But the place beside a signature."""
    rows = [row for table in cells_of(opened(papers()[name])) for row in table]
    assert [row for row in rows if not all(cell.strip() for cell in row) and "____" not in row[-1]] == []


@pytest.mark.parametrize("name", DOCX)
def test_every_letter_is_there(name):
    words = words_of(papers()[name])
    assert "ë" in words
    assert "Ë" in words
    assert "\ufffd" not in words


def test_each_paper_has_its_picture_which_is_small():
    folder = Path(__file__).parents[3] / "docs" / "pictures"
    assert {picture.stem for picture in folder.glob("*.png")} == papers().keys()
    assert all(picture.stat().st_size < 150_000 for picture in folder.glob("*.png"))
