"""Whatever file is sent as a plan, there is a plan or a reason, soon, and never an error."""

import tracemalloc
from io import BytesIO
from time import perf_counter
from xml.sax.saxutils import escape
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.opening.word import word_lines
from documents.reading.plan import read_plan, read_plan_file
from documents.writing.papers.plan import plan_paper
from participation.consultations.model import Kind
from participation.paperwork.plan import AudienceRow, ConsultationPlan
from participation.paperwork.reading import LARGEST_PLAN, PlanDoubtKind, PlanReading
from participation.unread import Unread, UnreadFileError
from tests.unit.documents.papers import HEAD, PLAN

from .plans import FILLED

OURS = plan_paper(PLAN, HEAD).content
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
PART = "word/document.xml"


def zipped(text: str | bytes, name: str = PART, how: int = ZIP_DEFLATED, **others: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", how) as box:
        box.writestr(name, text)
        for other, content in others.items():
            box.writestr(other, content)
    return out.getvalue()


def body(inner: str, space: str = WORD) -> str:
    return f'<w:document xmlns:w="{space}"><w:body>{inner}</w:body></w:document>'


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{escape(words)}</w:t></w:r></w:p>"


def form(space: str = WORD, inner: str = "") -> str:
    lines = [line for line in FILLED.splitlines() if "\t" not in line]
    return body("".join(map(paragraph, lines)) + inner, space)


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefghi", "bcdefghij", strict=True))
    + f']><w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>'
)
FETCHING = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>'
)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", Unread.SOMETHING_ELSE),
        (b"x" * (LARGEST_PLAN + 1), Unread.TOO_LARGE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Unread.NOT_A_DOCUMENT),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", Unread.NOT_A_DOCUMENT),
        (b"\x89PNG\r\n\x1a\n", Unread.NOT_A_DOCUMENT),
        (b"nul\x00byte", Unread.NOT_A_DOCUMENT),
        (b"\xff\xfe\x00", Unread.NOT_A_DOCUMENT),
        ("Përshëndetje, a keni një plan?".encode(), Unread.SOMETHING_ELSE),
        (b"PK\x03\x04", Unread.BROKEN),
        (OURS[: len(OURS) // 2], Unread.BROKEN),
        (zipped("x", "hello.txt"), Unread.NOT_A_DOCUMENT),
        (zipped("x", "xl/workbook.xml"), Unread.NOT_A_DOCUMENT),
        (zipped("<w:document"), Unread.BROKEN),
        (zipped(b"\xff\xfe\xfa"), Unread.BROKEN),
        (zipped(body("")), Unread.SOMETHING_ELSE),
        (zipped("<html/>"), Unread.SOMETHING_ELSE),
        (zipped(form(), how=ZIP_BZIP2), Unread.BROKEN),
        (zipped(BOMB), Unread.BROKEN),
        (zipped(FETCHING), Unread.BROKEN),
        (zipped(form(), how=ZIP_STORED, **{f"part{n}": "" for n in range(2_500)}), Unread.TOO_LARGE),
        (zipped(body(paragraph("a" * 500_000))), Unread.TOO_LARGE),
        (zipped(body(paragraph("a") * 7_000)), Unread.TOO_LARGE),
        (zipped(body("<w:p/>" * 200_000)), Unread.TOO_LARGE),
        (zipped(body("<w:p>" * 100_000)), Unread.BROKEN),
        (zipped(body(" " * 50_000_000)), Unread.TOO_LARGE),
    ],
    ids=[
        *("empty", "20 MB", "old Word", "PDF", "PNG", "NUL", "half a UTF-16", "other text", "half a zip", "cut off"),
        *("other zip", "Excel", "broken XML", "no UTF-8", "empty document", "HTML", "bzip2", "laughs", "entity"),
        *("parts", "letters", "lines", "elements", "nested", "zip bomb"),
    ],
)
def test_what_is_no_plan_is_refused_soon_and_in_little_room(content, why):
    begun = perf_counter()
    found = read_plan_file(content)
    took = perf_counter() - begun
    tracemalloc.start()
    read_plan_file(content)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found is why
    assert took < 5, "seconds, on a busy machine"
    assert most < 40_000_000


def test_a_file_of_twenty_megabytes_is_refused_without_being_opened():
    assert read_plan_file(OURS + bytes(20_000_000)) is Unread.TOO_LARGE


@pytest.mark.parametrize("space", [WORD, STRICT])
def test_both_kinds_of_word_files_are_read(space):
    found = read_plan_file(zipped(form(space)))
    assert len(found.plan.activities) == 4
    assert found.plan.resources.equipment == "Laptop, projektor."


def test_the_main_part_may_have_another_name():
    assert isinstance(read_plan_file(zipped(form(), "word/document2.xml")), PlanReading)


def cells(inner: str) -> tuple[str, ...]:
    table = f"<w:tbl><w:tr><w:tc>{inner}</w:tc></w:tr></w:tbl>"
    (line,) = word_lines(zipped(body(table)))
    return line.cells


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (paragraph("a") + paragraph("b"), "a\nb"),
        ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>", "a\nb c"),
        ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", "a"),
        ("<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins>NEW</w:ins></w:p>", "new"),
        ("<w:p><w:moveFrom><w:r><w:t>old</w:t></w:r></w:moveFrom>NEW</w:p>", "new"),
        ('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> po</w:t></w:r></w:p>', "☒ po"),
        ('<w:p><w:r><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:r></w:p>', "☒"),
        ('<w:p><w:r><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData></w:r></w:p>', "☐"),
        ("<w:p><w:r><w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox></w:ffData></w:r></w:p>", "☒"),
        (f"<w:tbl><w:tr><w:tc>{paragraph('inner')}</w:tc></w:tr></w:tbl>{paragraph('outer')}", "inner\nouter"),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>a</w:t></w:r></w:p></w:sdtContent></w:sdt>", "a"),
        ("<w:p><w:r><w:t>a</w:t><w:t>&amp;b</w:t></w:r></w:p>", "a&b"),
    ],
)  # fmt: skip
def test_a_cell_is_read_as_it_is_seen(inner, text):
    assert cells(inner.replace("NEW", "<w:r><w:t>new</w:t></w:r>")) == (text,)


def test_headings_may_stand_in_frames():
    lines = [line for line in FILLED.splitlines() if "\t" not in line]
    framed = "".join(f"<w:tbl><w:tr><w:tc>{paragraph(line)}</w:tc></w:tr></w:tbl>" for line in lines)
    found = read_plan_file(zipped(body(framed)))
    assert found == read_plan_file(zipped(form()))


def test_two_hundred_audiences_are_read():
    rows = tuple(AudienceRow(f"Grupi {number}", (Kind.PRIOR,), "Takim", "E-mail") for number in range(200))
    found = read_plan_file(plan_paper(ConsultationPlan("Plani", audience=rows), HEAD).content)
    assert found.plan.audience == rows


def test_a_text_that_is_too_long_is_refused():
    assert read_plan("a" * 500_000) is Unread.TOO_LARGE
    assert read_plan("\n" * 7_000) is Unread.TOO_LARGE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_file_is_read(encoding):
    assert read_plan_file(FILLED.encode(encoding)) == read_plan(FILLED)


@pytest.mark.parametrize("separator", ["|", " | "])
def test_cells_may_stand_between_pipes(separator):
    text = "\n".join(
        f"|{separator.join(line.split(chr(9)))}|" if "\t" in line else line for line in FILLED.splitlines()
    )
    assert len(read_plan(text).plan.audience) == 3


def test_a_long_timetable_is_read_in_time():
    lines = "\n".join(f"- Më datë {1 + n % 28} tetor, takim në Kroi." for n in range(3_000))
    begun = perf_counter()
    found = read_plan(FILLED.replace("- Publikimi i përmbledhjes.", lines))
    assert len(found.plan.activities) == 3_003
    assert perf_counter() - begun < 20, "seconds, on a busy machine"
    assert len([doubt for doubt in found.doubts if doubt.kind is PlanDoubtKind.YEAR_TAKEN]) == 3_001


def answered(found: object) -> bool:
    return isinstance(found, PlanReading | Unread)


@given(st.binary(max_size=300))
@settings(max_examples=150)
def test_any_bytes_have_an_answer(content):
    assert answered(read_plan_file(content))
    assert answered(read_plan_file(b"PK\x03\x04" + content))


@given(st.binary(max_size=200))
@settings(max_examples=80)
def test_any_bytes_in_the_place_of_the_text_have_an_answer(content):
    assert answered(read_plan_file(zipped(content)))
    assert answered(read_plan_file(zipped(body("").encode()[:-20] + content)))


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_a_damaged_file_has_an_answer(data):
    place = data.draw(st.integers(0, len(OURS) - 1))
    until = data.draw(st.integers(place, min(place + 40, len(OURS))))
    put = data.draw(st.binary(max_size=12))
    assert answered(read_plan_file(OURS[:place] + put + OURS[until:]))


PIECES = st.sampled_from(
    [
        *("<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>"),
        *("<w:tc>", "</w:tc>", "<w:tab/>", "<w:checkBox>", "</w:checkBox>", "<w:sym w:char='F0FE'/>", "x", "☒ po ☐ jo"),
        *("1. Emri i ligjit", "Treguesit sasiorë", "Mjetet për matjen", "tjetër:", "5. Monitorimi i procesit"),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
@settings(max_examples=150)
def test_any_heap_of_elements_has_an_answer(inner):
    assert answered(read_plan_file(zipped(form(inner=inner))))


FORM_WORDS = st.sampled_from(
    [
        *("\n", "\t", "|", "☒", "☐", "x ", "po", "jo", "1. Emri i ligjit\n", "Audienca e synuar\n", "2. Afati kohor\n"),
        *("30 tetor", "26.09.2027", "3. Burimet e nevojshme\n", "Burime njerëzore:", "4. Mbledhja e përgjigjeve\n"),
        *("5. Monitorimi i procesit\n", "A u realizuan sipas afatit", "numri i metodave", "Treguesit cilësorë\n"),
        *(
            "cilësia e metodave",
            "Mjetet për matjen\n",
            "tjetër:",
            "<input type=checkbox checked>",
            "(1)",
            "\x0b",
            "\u202e",
        ),
    ]
)


@given(st.lists(FORM_WORDS | st.text(max_size=5), max_size=80).map("".join))
@settings(max_examples=200)
def test_any_heap_of_the_form_s_words_has_an_answer(text):
    assert answered(read_plan(text))


def test_only_our_own_error_leaves_the_reader_of_word_files():
    with pytest.raises(UnreadFileError) as refused:
        word_lines(b"PK\x03\x04")
    assert refused.value.why is Unread.BROKEN
