"""What an OpenDocument text shows is read as it is shown."""

import pytest

from participation.unread import Unread, UnreadFileError

from .files import ODT_SPACES, odt, words_of, zipped

NOTE = (
    "<text:note><text:note-citation>1</text:note-citation>"
    "<text:note-body><text:p>{}</text:p></text:note-body></text:note>"
)
BOX = "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
DELETED = (
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>12 mars</text:p>'
    "</text:deletion></text:changed-region></text:tracked-changes>"
)


def cell(words: str, looks: str = "") -> str:
    return f"<table:table-cell {looks}><text:p>{words}</text:p></table:table-cell>"


def rows(*rows: str) -> str:
    return f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in rows)}</table:table>"


COVERED = "<table:covered-table-cell/>"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<text:h>NJOFTIM</text:h><text:p/><text:p>Takimi</text:p>", "NJOFTIM\n\nTakimi"),
        ("<text:p>Ora<text:s text:c='2'/>10<text:tab/>deri<text:line-break/>në 12</text:p>", "Ora  10 deri\nnë 12"),
        ("<text:p>Takimi <text:span>më 12</text:span> mars</text:p>", "Takimi më 12 mars"),
        ("<text:list><text:list-item><text:p>një</text:p></text:list-item></text:list>", "• një"),
        (DELETED + '<text:p>Takimi<text:change text:change-id="c1"/></text:p>', "Takimi"),
        ("<text:p>Takimi<office:annotation><text:p>Kur?</text:p></office:annotation></text:p>", "Takimi"),
        (rows(cell("Data") + cell("Ora"), cell("12") + cell("10")), "| Data | Ora |\n| 12 | 10 |"),
        (
            rows(
                cell("Kur", 'table:number-columns-spanned="2"') + COVERED + cell("Ku"),
                cell("a") + cell("b") + cell("c"),
            ),
            "| Kur |  | Ku |\n| a | b | c |",
        ),
        (
            rows(cell("12 mars", 'table:number-rows-spanned="2"') + cell("10:00"), COVERED + cell("12:00")),
            "| 12 mars | 10:00 |\n| 12 mars | 12:00 |",
        ),
        (
            "<text:p>Sipas ligjit" + NOTE.format("Ligji 146/2014") + ", pika 2</text:p>",
            "Sipas ligjit, pika 2\nLigji 146/2014",
        ),
        (
            f"<text:p>Takimi {BOX.format('Nr. 12 Prot.')}nesër</text:p>",
            "Nr. 12 Prot.\nTakimi nesër",
        ),
        (
            '<text:p>Drafti: <text:a xlink:href="https://berat.example/d">këtu</text:a>.</text:p>',
            "Drafti: këtu (https://berat.example/d).",
        ),
    ],
)
def test_it_says(body: str, said: str) -> None:
    assert words_of(odt(body)) == said


def test_a_letterhead_comes_first_and_a_foot_last() -> None:
    styles = (
        "<office:master-styles><style:master-page><style:header><text:p>BASHKIA BERAT</text:p></style:header>"
        "<style:footer><text:p>Tel. 032 200 000</text:p><text:p>Faqe <text:page-number>1</text:page-number></text:p>"
        "</style:footer></style:master-page></office:master-styles>"
    )
    assert words_of(odt("<text:p>Njoftim</text:p>", styles=styles)) == "BASHKIA BERAT\nNjoftim\nTel. 032 200 000"


@pytest.mark.parametrize("kind", ["spreadsheet", "presentation", "drawing"])
def test_what_is_no_text_is_no_document(kind: str) -> None:
    body = (
        f"<office:document-content {ODT_SPACES}><office:body><office:{kind}/></office:body></office:document-content>"
    )
    with pytest.raises(UnreadFileError) as refused:
        words_of(zipped({"content.xml": body}))
    assert refused.value.why is Unread.NOT_A_DOCUMENT
