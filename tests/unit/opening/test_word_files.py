"""What a Word file shows is read as it is shown, in the order in which a person reads it."""

import pytest

from .files import cell, linked, par, run, table, word, words_of

INSERTED = '<w:ins w:id="1" w:author="a">{}</w:ins>'
DELETED = '<w:del w:id="2" w:author="a"><w:r><w:delText>12 mars</w:delText></w:r></w:del>'
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></mc:Choice>"
    "<mc:Fallback><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r>"
)
MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
TOLD = "<w:r><w:instrText> {} </w:instrText></w:r>"
PAGE = MARK.format("begin") + TOLD.format("PAGE") + MARK.format("separate") + run("1") + MARK.format("end")


def test_paragraphs_are_lines() -> None:
    assert words_of(word(par("NJOFTIM") + par() + par("Takimi, ", "ora 10:00"))) == "NJOFTIM\n\nTakimi, ora 10:00"


def test_rows_stand_between_pipes() -> None:
    found = words_of(word(table(["Data", "Vendi"], ["12 mars", "Salla e\nmadhe"])))
    assert found == "| Data | Vendi |\n| 12 mars | Salla e madhe |"


def test_a_frame_of_one_cell_is_no_table() -> None:
    assert words_of(word(table(["NJOFTIM PËR TAKIM"]) + par("Ftoheni"))) == "NJOFTIM PËR TAKIM\nFtoheni"


def test_what_was_deleted_is_gone_and_what_was_inserted_is_there() -> None:
    found = words_of(word(par(run("Takimi: "), DELETED, INSERTED.format(run("14 mars")))))
    assert found == "Takimi: 14 mars"


def test_what_was_moved_is_where_it_was_moved_to() -> None:
    moved = f'<w:moveFrom w:id="1">{run("12 mars")}</w:moveFrom>'
    assert words_of(word(par(moved) + par("Takimi") + par(f'<w:moveTo w:id="1">{run("12 mars")}</w:moveTo>'))) == (
        "Takimi\n12 mars"
    )


def test_hidden_words_are_not_read() -> None:
    hidden = run("12 mars", "<w:vanish/>")
    shown = run("14 mars", '<w:vanish w:val="0"/>')
    assert words_of(word(par(run("Takimi: "), hidden, shown))) == "Takimi: 14 mars"


def test_a_letterhead_comes_first_and_a_foot_last() -> None:
    found = words_of(
        word(par("Njoftim për takim"), header1=par("BASHKIA BERAT"), footer1=par("Tel. 032 200 000"), header2=par())
    )
    assert found == "BASHKIA BERAT\nNjoftim për takim\nTel. 032 200 000"


def test_a_letterhead_that_is_on_all_kinds_of_pages_is_said_once() -> None:
    found = words_of(word(par("Njoftim"), header1=par("BASHKIA BERAT"), header2=par("BASHKIA BERAT")))
    assert found == "BASHKIA BERAT\nNjoftim"


def test_the_number_of_a_page_is_no_word_of_it() -> None:
    found = words_of(word(par("Njoftim"), footer1=par(run("Faqe "), PAGE) + par("info@berat.example")))
    assert found == "Njoftim\ninfo@berat.example"


def test_footnotes_are_read_below() -> None:
    notes = f"<w:footnote>{par()}</w:footnote><w:footnote>{par('Ligji 146/2014')}</w:footnote>"
    assert words_of(word(par("Sipas ligjit"), footnotes=notes)) == "Sipas ligjit\nLigji 146/2014"


def test_a_text_box_is_read_once_and_beside_its_paragraph() -> None:
    found = words_of(word(par(run("Takimi mbahet "), BOX.format(par("Nr. 12 Prot.")), run("nesër."))))
    assert found == "Nr. 12 Prot.\nTakimi mbahet nesër."


def test_a_table_in_a_text_box_is_a_table() -> None:
    found = words_of(word(par("Kalendari", BOX.format(table(["Data", "Ora"], ["12 mars", "10:00"])))))
    assert found == "| Data | Ora |\n| 12 mars | 10:00 |\nKalendari"


def test_a_merged_cell_is_as_wide_as_its_columns() -> None:
    wide = cell("Dita dhe ora", '<w:gridSpan w:val="2"/>')
    found = words_of(word(table([wide, "Vendi"], ["12 mars", "10:00", "Salla"])))
    assert found == "| Dita dhe ora |  | Vendi |\n| 12 mars | 10:00 | Salla |"


def test_a_merged_cell_says_no_width_that_nobody_draws() -> None:
    wide = cell("a", '<w:gridSpan w:val="100000000"/>')
    assert len(words_of(word(table([wide, "b"], ["c", "d"])))) < 1_000


def test_a_cell_that_goes_over_several_rows_holds_for_each() -> None:
    first, rest = cell("12 mars", '<w:vMerge w:val="restart"/>'), cell("", "<w:vMerge/>")
    found = words_of(word(table(["Data", "Ora"], [first, "10:00"], [rest, "12:00"])))
    assert found == "| Data | Ora |\n| 12 mars | 10:00 |\n| 12 mars | 12:00 |"


def test_cells_that_a_row_leaves_out_are_empty() -> None:
    found = words_of(
        word(
            "<w:tbl><w:tr><w:tc><w:p/></w:tc>" + cell("a") + cell("b") + "</w:tr>"
            '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("c") + cell("d") + "</w:tr></w:tbl>"
        )
    )
    assert found == "|  | a | b |\n|  | c | d |"


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ("<w:r><w:t>9</w:t><w:noBreakHyphen/><w:t>vjeçare</w:t></w:r>", "9-vjeçare"),
        ("<w:r><w:t>kon</w:t><w:softHyphen/><w:t>sultim</w:t></w:r>", "konsultim"),
        ("<w:r><w:t>Data:</w:t><w:tab/><w:t>12 mars</w:t></w:r>", "Data: 12 mars"),
        ("<w:r><w:t>Data:</w:t><w:ptab/><w:t>12 mars</w:t></w:r>", "Data: 12 mars"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><w:r><w:t> po</w:t></w:r>', "☒ po"),
        ("<w:smartTag><w:r><w:t>12 mars</w:t></w:r></w:smartTag>", "12 mars"),
        ("<w:sdt><w:sdtContent><w:r><w:t>12 mars</w:t></w:r></w:sdtContent></w:sdt>", "12 mars"),
        ('<w:r><w:t>A</w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:t>B</w:t></w:r>', "AB"),
        ("<w:r><w:t>ﬁllimi, ﬂutura</w:t></w:r>", "fillimi, flutura"),
    ],
)
def test_it_says(inner: str, said: str) -> None:
    assert words_of(word(f"<w:p>{inner}</w:p>")) == said


def test_remarks_are_not_read() -> None:
    assert words_of(word(par("Takimi"), comments=par("a e ndryshojmë?"))) == "Takimi"


def test_the_address_behind_a_word_is_said_after_it() -> None:
    body = par(run("Drafti është "), f'<w:hyperlink r:id="rId4">{run("këtu")}</w:hyperlink>', run("."))
    found = words_of(linked(body, {"rId4": "https://berat.example/drafti?a=1&b=2"}))
    assert found == "Drafti është këtu (https://berat.example/drafti?a=1&b=2)."


@pytest.mark.parametrize(
    ("shown", "target"),
    [
        ("info@berat.example", "mailto:info@berat.example"),
        ("www.berat.example", "http://www.berat.example/"),
        ("https://berat.example/a", "https://berat.example/a"),
        ("këtu", "file:///drafti.docx"),
        ("këtu", "javascript:alert(1)"),
    ],
)
def test_an_address_that_is_shown_or_leads_nowhere_is_not_said_again(shown: str, target: str) -> None:
    body = par(f'<w:hyperlink r:id="rId4">{run(shown)}</w:hyperlink>')
    assert words_of(linked(body, {"rId4": target})) == shown


def test_a_field_leads_to_an_address_as_a_link_does() -> None:
    link = MARK.format("begin") + TOLD.format('HYPERLINK "https://berat.example/d"') + MARK.format("separate")
    found = words_of(word(par(run("Drafti është "), link + run("këtu") + MARK.format("end"), run("."))))
    assert found == "Drafti është këtu (https://berat.example/d)."


def test_an_address_to_write_to_is_said_as_such() -> None:
    body = par(f'<w:hyperlink r:id="rId4">{run("na shkruani")}</w:hyperlink>')
    assert words_of(linked(body, {"rId4": "mailto:info@berat.example?subject=x"})) == "na shkruani (info@berat.example)"


NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr></w:pPr>'
WAS_NUMBERED = f'<w:pPr><w:pPrChange w:id="1">{NUMBERED.format(3)}</w:pPrChange></w:pPr>'


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        (NUMBERED.format(3), "• Tërbuf, 5 tetor"),
        ('<w:pPr><w:pStyle w:val="ListBullet2"/></w:pPr>', "• Tërbuf, 5 tetor"),
        (NUMBERED.format(0), "Tërbuf, 5 tetor"),
        (WAS_NUMBERED, "Tërbuf, 5 tetor"),
        ('<w:pPr><w:pStyle w:val="ListParagraph"/></w:pPr>', "Tërbuf, 5 tetor"),
    ],
)
def test_an_item_of_a_list_has_its_mark(before: str, shown: str) -> None:
    assert words_of(word(par(before, run("Tërbuf, "), run("5 tetor")) + par("fund"))) == f"{shown}\nfund"


def test_an_empty_item_has_none_and_neither_has_what_follows() -> None:
    assert words_of(word(par(NUMBERED.format(3)) + par("fund"))) == "fund"


def test_in_a_table_an_item_needs_no_mark() -> None:
    cell_with_item = f"<w:tc>{par(NUMBERED.format(3), run('Salla'))}</w:tc>"
    row = f"<w:tr>{cell_with_item}<w:tc>{par('5 tetor')}</w:tc></w:tr>"
    assert words_of(word(f"<w:tbl>{row}{row}</w:tbl>")) == "| Salla | 5 tetor |\n| Salla | 5 tetor |"
