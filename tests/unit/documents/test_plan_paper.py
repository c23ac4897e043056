"""The plan as a paper: every field of the form, under its headings, and the matrix with its reasons."""

from dataclasses import replace

import pytest

from documents.writing.papers.plan import plan_paper
from participation.consultations.model import Kind
from participation.paperwork.matrix import Achieved, Marks, matrix
from participation.paperwork.plan import AudienceRow, ConsultationPlan, Monitoring, Quality, Quantity, QuantityRow

from .papers import HEAD, MATRIX, PLAN, TITLE
from .wordfiles import cells_of, headings_of, opened, words_of

AUDIENCE, TIMETABLE, RESOURCES, COLLECTION, FRAME, QUANTITIES, TOOLS, QUALITIES, MORE_TOOLS = range(2, 11)


def tables(plan=PLAN, filled=None):
    return cells_of(opened(plan_paper(plan, HEAD, filled=filled)))


def test_the_headings_are_those_of_the_form():
    assert headings_of(opened(plan_paper(PLAN, HEAD))) == [
        "1. Emri i ligjit/politikës të propozuar",
        "Audienca e synuar, lloji i konsultimeve (paraprake/konsultime për projekt-ligjet), metodat e konsultimit, "
        "kanali i komunikimit për shkëmbimin e informacionit",
        "2. Afati kohor i aktiviteteve të konsultimit (nga fillimi deri në raportim)",
        "3. Burimet e nevojshme",
        "4. Mbledhja e përgjigjeve",
        "5. Monitorimi i procesit",
        "Treguesit sasiorë",
        "Treguesit cilësorë",
    ]


def test_each_audience_is_a_row_with_its_kind():
    rows = tables()[AUDIENCE]
    assert [row[0] for row in rows[1:]] == [row.audience for row in PLAN.audience]
    assert [row[1] for row in rows[1:]] == ["(2)", "(1) dhe (2)", "(1) dhe (2)", "(1) dhe (2)"]


def test_a_day_that_nobody_has_set_says_so():
    rows = tables()[TIMETABLE]
    assert [row[0] for row in rows[1:]] == ["01.02.2027", "16.02.2027", "23.02.2027", "për t'u caktuar"]
    assert rows[2][3].split("\n") == list(PLAN.activities[1].organisations)


def test_resources_and_collection_stand_in_their_fields():
    found = tables()
    assert [row[1] for row in found[RESOURCES]] == [
        PLAN.resources.human,
        PLAN.resources.financial,
        PLAN.resources.equipment,
    ]
    assert found[COLLECTION] == [[PLAN.collection]]
    assert found[1] == [[TITLE]]


def test_before_the_consultation_nothing_is_achieved_and_nothing_ticked():
    rows = tables()[QUANTITIES]
    assert rows[1] == [
        "☒ numri i metodave të konsultimit",
        "4",
        "plotësohet gjatë monitorimit",
        "☐ po   ☐ jo\nplotësohet gjatë monitorimit",
        "plotësohet gjatë monitorimit",
    ]
    assert rows[5][0] == "☐ tjetër:"


def test_the_matrix_stands_beside_the_plan():
    found = tables(filled=MATRIX)
    assert [row[2] for row in found[QUANTITIES][1:]] == ["5", "7", "rreth 46", "12", "nuk u mblodh"]
    assert [row[3].split("\n")[0] for row in found[QUANTITIES][1:]] == [
        "☒ po   ☐ jo (propozim)",
        "☐ po   ☒ jo (propozim)",
        "☒ po   ☐ jo (propozim)",
        "☐ po   ☐ jo",
        "☐ po   ☐ jo",
    ]
    assert [row[1] for row in found[FRAME][1:]] == [
        "☐ po   ☒ jo (propozim)",
        "☒ po   ☐ jo",
        "☐ po   ☐ jo\npër t'u plotësuar nga struktura përgjegjëse",
    ]


def test_a_finding_tells_the_mean_and_how_many_answered():
    rows = tables(filled=MATRIX)[QUALITIES]
    assert rows[2][1] == "Nota mesatare 2,6 nga 4; përgjigje: 24 (propozim)"
    assert rows[2][2] == "Të shqyrtohen vërejtjet: të paktën një e treta e përgjigjeve ishin 1 ose 2 (propozim)"
    assert rows[3][1] == "Komentet ishin konkrete dhe të zbatueshme."
    assert rows[4][:2] == [
        "☐ treguesit sipas objektivave të procesit: pjesëmarrja e fshatrave",
        "pjesëmarrësit nuk pyeten për këtë: e vlerëson struktura përgjegjëse",
    ]
    assert rows[1][1] == rows[4][1]
    good = matrix(PLAN.monitoring, Achieved(marks={Quality.EXPECTATIONS: Marks((1, 1, 6, 12))}), today=HEAD.day)
    assert tables(filled=good)[QUALITIES][2][2] == "nuk propozohen masa"
    assert tables(filled=matrix(PLAN.monitoring, Achieved(), today=HEAD.day))[QUALITIES][2][1] == (
        "nuk u mblodh: asnjë pyetësor"
    )


def test_the_means_of_verification_are_boxes():
    found = tables()
    assert found[TOOLS][0][1].split("\n") == [
        "☒ lista e pjesëmarrësve",
        "☐ raportimi i aktivitetit",
        "☐ raporti i reagimeve",
        "☒ lista e komenteve të marra",
        "☐ tjetër:",
    ]
    assert found[MORE_TOOLS][0][1].split("\n")[-1] == "☒ tjetër: biseda pas takimit"


def test_an_empty_plan_says_of_each_field_that_nothing_is_there():
    words = words_of(plan_paper(ConsultationPlan(""), HEAD))
    assert words.count("nuk është shënuar") == 1 + 4 + 4 + 3 + 1
    assert words.count("nuk është planifikuar") == len(Quantity)


@pytest.mark.parametrize("planned", ["", "3", "shumë"])
def test_a_cell_without_a_value_says_why(planned):
    row = QuantityRow(Quantity.METHODS, planned=planned)
    monitoring = replace(Monitoring(), quantities=(row,))
    filled = matrix(monitoring, Achieved(), today=HEAD.day)
    cells = tables(replace(PLAN, monitoring=monitoring), filled)[QUANTITIES][1]
    assert all(cell.split("\n")[-1] not in ("", "☐ po   ☐ jo") for cell in cells)


def test_two_hundred_audiences_are_two_hundred_rows():
    rows = tuple(AudienceRow(f"Grupi {number}", (Kind.PRIOR,)) for number in range(200))
    assert len(tables(replace(PLAN, audience=rows))[AUDIENCE]) == 201
