"""What a PDF shows is read as the eye reads it: tables by row, columns one after the other, paragraphs whole."""

import pytest

from documents.opening.file import open_file
from participation.unread import Unread, UnreadFileError

from .files import assembled, at, lines_at, pdf, ruled, words_of

LONG = (
    "Bashkia Berat fton të gjithë qytetarët dhe palët e interesuara të",
    "marrin pjesë në dëgjesën publike për projektbuxhetin, e cila do të",
    "mbahet në sallën e madhe.",
)
WHOLE = " ".join(LONG)


def at_columns(top: float, *cells: str, lefts: tuple[float, ...] = (72, 200, 300, 420)) -> str:
    return "".join(at(left, top, cell) for left, cell in zip(lefts, cells, strict=False) if cell)


def test_a_paragraph_is_one_line_and_others_stand_apart() -> None:
    drawn = lines_at(150, 100, *LONG) + lines_at(150, 160, "Data: 12 mars 2027", "Ora: 10:00")
    assert words_of(pdf(drawn)) == f"{WHOLE}\n\nData: 12 mars 2027\nOra: 10:00"


def test_short_lines_stay_lines() -> None:
    lines = ("NJOFTIM", "Shkolla Naim Frashëri", "Salla e madhe e bashkisë", "Ora 10:00", "Berat")
    assert words_of(pdf(lines_at(72, 100, *lines))) == "\n".join(lines)


def test_a_line_that_the_next_word_would_not_fit_in_goes_on_and_one_with_room_does_not() -> None:
    items = ("1. Hapja e takimit publik", "2. Projektbuxheti i vitit 2027")
    drawn = lines_at(150, 100, *LONG, *items)
    assert words_of(pdf(drawn)) == "\n".join((WHOLE, *items))


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        (("të gjithë qytetarët dhe palët e interesuara në konsul-", "timin publik"), "në konsultimin publik"),
        (("takimi mbahet në sallën e madhe të shkollës 9-", "vjeçare"), "shkollës 9-vjeçare"),
        (("marrin pjesë qytetarët, bizneset vendore dhe OJF-", "të"), "dhe OJF-të"),
        (("komentet dërgohen deri më 12 mars te info@bashkia-", "berat.example"), "te info@bashkia-berat.example"),
        (
            ("drafti është në faqen https://www.bashkia.example/", "konsultime/12"),
            "https://www.bashkia.example/konsultime/12",
        ),
    ],
)
def test_a_parted_word_is_whole_again_and_keeps_the_hyphen_that_is_its_own(broken: tuple[str, str], whole: str) -> None:
    filled = "Bashkia Berat fton të gjithë qytetarët e saj në takimin publik për"
    assert words_of(pdf(lines_at(150, 100, filled, *broken))).endswith(whole)


@pytest.mark.parametrize("thin", [True, False])
def test_a_drawn_table_is_read_by_its_cells(thin: bool) -> None:
    drawn = ruled((70, 180, 260, 400), (90, 110, 140, 170), thin=thin)
    drawn += at_columns(104, "Data", "Ora", "Vendi", lefts=(72, 182, 262))
    drawn += at_columns(122, "12 mars", "10:00", "Salla e madhe", lefts=(72, 182, 262)) + at(262, 136, "e bashkisë")
    drawn += at_columns(152, "13 mars", "11:00", "Shkolla 9-", lefts=(72, 182, 262)) + at(262, 166, "vjeçare")
    assert words_of(pdf(at(72, 70, "Kalendari") + drawn + at(72, 200, "Mirë se vini"))) == (
        "Kalendari\n\n| Data | Ora | Vendi |\n| 12 mars | 10:00 | Salla e madhe e bashkisë |\n"
        "| 13 mars | 11:00 | Shkolla 9-vjeçare |\n\nMirë se vini"
    )


def test_a_drawn_cell_over_several_rows_holds_for_each() -> None:
    drawn = ruled((70, 180, 260), (90, 110)) + ruled((180, 260), (110, 130, 150)) + ruled((70, 180), (110, 150))
    drawn += at(72, 104, "Data") + at(182, 104, "Ora") + at(72, 134, "12 mars")
    drawn += at(182, 124, "10:00") + at(182, 144, "12:00")
    assert words_of(pdf(drawn)) == "| Data | Ora |\n| 12 mars | 10:00 |\n| 12 mars | 12:00 |"


def test_a_frame_around_a_page_is_no_table() -> None:
    drawn = ruled((40, 555), (40, 800)) + lines_at(150, 100, *LONG)
    assert words_of(pdf(drawn)) == WHOLE


def test_a_table_without_lines_is_read_by_its_columns() -> None:
    drawn = at_columns(100, "Data", "Ora", "Vendi") + at_columns(130, "12 mars", "10:00", "Salla e madhe")
    drawn += at_columns(144, "", "", "e bashkisë") + at_columns(174, "13 mars", "11:00", "Shkolla")
    assert words_of(pdf(drawn)) == "Data\tOra\tVendi\n12 mars\t10:00\tSalla e madhe e bashkisë\n13 mars\t11:00\tShkolla"


def test_an_empty_cell_keeps_its_place() -> None:
    drawn = at_columns(100, "Data", "Ora", "Vendi") + at_columns(120, "12 mars", "", "Salla")
    drawn += at_columns(140, "", "11:00", "Shkolla")
    assert words_of(pdf(drawn)) == "| Data | Ora | Vendi |\n| 12 mars |  | Salla |\n|  | 11:00 | Shkolla |"


def test_columns_of_text_are_read_one_after_the_other() -> None:
    left = ["takimi publik mbahet më", "dymbëdhjetë mars në orën", "dhjetë të mëngjesit këtu", "në sallën e madhe të"]
    right = [
        "javni sastanak se drži",
        "dvanaestog marta u deset",
        "sati ujutru ovde u našem",
        "velikoj sali opštine i u",
    ]
    drawn = lines_at(72, 100, *left, *left) + lines_at(330, 100, *right, *right)
    assert words_of(pdf(drawn)) == " ".join([*left, *left]) + "\n" + " ".join([*right, *right])


def test_what_is_on_every_page_is_said_once_and_a_sentence_goes_over_the_page() -> None:
    head, foot = at(72, 40, "BASHKIA BERAT"), "Rr. e Kalasë, tel. 032 200 000"
    first = head + lines_at(150, 100, *LONG[:2]) + at(72, 780, foot) + at(300, 800, "Faqe 1 / 2")
    second = head + lines_at(150, 100, LONG[2], "Ju mirëpresim.") + at(72, 780, foot) + at(300, 800, "Faqe 2 / 2")
    assert words_of(pdf(first, second)) == f"BASHKIA BERAT\n\n{WHOLE}\nJu mirëpresim.\n\n{foot}\nFaqe 2 / 2"


def test_pages_that_are_all_alike_are_read_once() -> None:
    assert words_of(pdf(*[lines_at(72, 100, "Takimi publik", "mbahet nesër")] * 3)) == "Takimi publik\nmbahet nesër"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_is_read_as_it_is_shown(turn: int) -> None:
    """The words run along the page as it is shown, whichever side of the sheet that is."""
    turned = {0: "1 0 0 1 0 0", 90: "0 1 -1 0 842 0", 180: "-1 0 0 -1 595 842", 270: "0 -1 1 0 0 595"}[turn]
    size = "0 0 595 842" if turn in {0, 180} else "0 0 842 595"
    drawn = f"q {turned} cm\n" + lines_at(150, 100, *LONG, "", "Data: 12 mars") + "Q"
    assert words_of(pdf(drawn, more=f"/Rotate {turn}", size=size)) == f"{WHOLE}\n\nData: 12 mars"


def test_of_a_long_one_nothing_is_read() -> None:
    with pytest.raises(UnreadFileError) as refused:
        open_file(pdf(*[at(72, 100, "Takimi")] * 301))
    assert refused.value.why is Unread.TOO_LARGE


def test_pages_that_go_round_in_a_circle_are_broken() -> None:
    circle = assembled("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 3/Kids[2 0 R 2 0 R]>>")
    with pytest.raises(UnreadFileError) as refused:
        open_file(circle)
    assert refused.value.why is Unread.BROKEN
