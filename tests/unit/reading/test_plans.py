"""A plan in the government's form is read field by field, and what we write is read back as it was."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.reading.plan import read_plan, read_plan_file
from documents.writing.lines import one_line, plain
from documents.writing.papers.plan import plan_paper
from documents.writing.said import ASIDES, PROPOSED
from participation.consultations.model import Kind
from participation.paperwork.plan import (
    Activity,
    AudienceRow,
    ConsultationPlan,
    FrameQuestion,
    FrameRow,
    Monitoring,
    Quality,
    QualityRow,
    QualityTool,
    Quantity,
    QuantityRow,
    QuantityTool,
    Resources,
)
from participation.paperwork.reading import PlanDoubt, PlanDoubtKind, PlanReading
from participation.words import is_blank
from tests.unit.documents.papers import HEAD, MATRIX, PLAN

from .plans import FILLED

SEED = Path(__file__).parents[4] / "shared" / "seeds" / "004-plani-i-konsultimit-mb.txt"


@pytest.fixture(scope="module")
def reading() -> PlanReading:
    found = read_plan(FILLED)
    assert isinstance(found, PlanReading)
    return found


def test_the_name_stands_under_its_heading(reading):
    assert reading.plan.name == "“Për një ndryshim në rregulloren e tregut të Bashkisë Kroi”"


def test_the_name_may_stand_beside_its_heading():
    found = read_plan(FILLED.replace("propozuar:\n\n“Për", "propozuar: “Për"))
    assert found.plan.name == "“Për një ndryshim në rregulloren e tregut të Bashkisë Kroi”"


def test_each_audience_is_a_row_and_a_row_goes_on_after_a_new_page(reading):
    assert reading.plan.audience == (
        AudienceRow("Publiku", (Kind.DRAFT,), "Konsultim elektronik: publikimi në RENJK", "e-mail: fjala@kroi.example"),
        AudienceRow("Tregtarët (p.sh. shitësit e perimeve,", (Kind.PRIOR, Kind.DRAFT), "Kontribute përmes", "3 takime"),
        AudienceRow("fermerët)", (), "takimeve", ""),
    )
    assert PlanDoubt(PlanDoubtKind.NO_KIND, "fermerët)") in reading.doubts
    joined = read_plan(FILLED.replace("\nfermerët)\t", "\n\tfermerët\t").replace("\t\ttakimeve", "\ttakimeve"))
    assert joined.plan.audience[1].audience == "Tregtarët (p.sh. shitësit e perimeve,"
    assert len(joined.plan.audience) == 2


def test_each_activity_has_its_day_its_place_and_its_organisations(reading):
    first, second, third, fourth = reading.plan.activities
    assert (first.day, first.place) == (date(2027, 9, 26), "Kroi")
    assert first.organisations == ("Bashkia Kroi", "Bashkia Lug", "Shoqata e Fermerëve", "Nisma Gurra")
    assert (second.place, second.organisations) == ("Lug i Madh", ("Prefektura",))
    assert (third.day, third.place, third.organisations) == (date(2027, 10, 26), "", ())
    assert (fourth.text, fourth.day) == ("Publikimi i përmbledhjes.", None)


def test_a_year_that_is_missing_is_taken_from_its_neighbours_and_doubted(reading):
    assert reading.plan.activities[1].day == date(2027, 10, 30)
    taken = [doubt.words for doubt in reading.doubts if doubt.kind is PlanDoubtKind.YEAR_TAKEN]
    assert len(taken) == 1
    assert taken[0].startswith("Më datë 30 tetor, u zhvillua")


def test_neighbours_that_disagree_give_no_year():
    found = read_plan(FILLED.replace("26 tetor 2027", "26 tetor 2028"))
    assert found.plan.activities[1].day is None
    assert PlanDoubtKind.NO_YEAR in {doubt.kind for doubt in found.doubts}


def test_a_day_of_another_year_that_does_not_exist_is_none():
    found = read_plan(FILLED.replace("30 tetor,", "29 shkurt,"))
    assert found.plan.activities[1].day is None


def test_an_activity_without_a_day_is_doubted(reading):
    assert PlanDoubt(PlanDoubtKind.NO_DAY, "Publikimi i përmbledhjes.") in reading.doubts


def test_resources_and_collection_are_told_without_the_form_s_own_words(reading):
    assert reading.plan.resources == Resources(
        "Koordinatori për konsultimin.\nEkspertët e fushës.", "Pa kosto shtesë.", "Laptop, projektor."
    )
    assert reading.plan.collection == "Regjistri RENJK <http://register.example>.\nE-mail."


def test_the_frame_has_its_answers(reading):
    assert reading.plan.monitoring.frame == (
        FrameRow(FrameQuestion.ON_TIME, True, "Të nisim më herët."),
        FrameRow(FrameQuestion.WITHIN_BUDGET, False),
        FrameRow(FrameQuestion.WITH_STAFF),
    )
    assert [doubt.words for doubt in reading.doubts if doubt.kind is PlanDoubtKind.BOTH_TICKED] == [
        "A u realizuan aktivitetet sipas burimeve njerëzore të planifikuara?"
    ]


def test_quantities_have_their_boxes_and_values(reading):
    assert reading.plan.monitoring.quantities == (
        QuantityRow(Quantity.METHODS, chosen=True, planned="1 takim dhe disa mesazhe"),
        QuantityRow(Quantity.PARTIES, planned="12", achieved="9", suits=False, measures="Ftesa më herët."),
        QuantityRow(Quantity.PARTICIPANTS, chosen=True),
        QuantityRow(Quantity.COMMENTS, chosen=True),
        QuantityRow(Quantity.OTHER, label="fletëpalosje"),
    )


def test_findings_go_on_after_a_new_page(reading):
    assert reading.plan.monitoring.qualities == (
        QualityRow(Quality.METHODS, chosen=True, findings="Metodat ishin të mjaftueshme.", measures="Asgjë"),
        QualityRow(Quality.EXPECTATIONS),
        QualityRow(Quality.CONTRIBUTIONS),
        QualityRow(Quality.OBJECTIVES, label="fshatrat"),
    )


def test_tools_are_those_that_are_ticked(reading):
    found = reading.plan.monitoring
    assert found.quantity_tools == {QuantityTool.PARTICIPANTS_LIST, QuantityTool.COMMENTS_LIST}
    assert found.other_quantity_tool == "fotografi"
    assert found.quality_tools == {QualityTool.QUESTIONNAIRE, QualityTool.INFORMAL_TALK}


def test_a_plan_without_a_name_is_doubted():
    found = read_plan(FILLED.replace("“Për një ndryshim në rregulloren e tregut të Bashkisë Kroi”", ""))
    assert found.plan.name == ""
    assert found.doubts[0].kind is PlanDoubtKind.NO_NAME


@pytest.mark.parametrize(
    "change", [str.upper, lambda text: text.replace("ë", "e"), lambda text: text.replace("\n", "\r\n")]
)
def test_capitals_and_dropped_diacritics_change_nothing_of_what_is_ticked(change, reading):
    found = read_plan(change(FILLED.replace("<i>", "").replace("</i>", "").replace('<input type="checkbox"/>', "☐")))
    assert found.plan.monitoring.quantity_tools == reading.plan.monitoring.quantity_tools
    assert len(found.plan.activities) == 4


def as_word(text: str) -> bytes:
    """The form as people have it: headings and paragraphs, and the tables as tables."""
    paper, out = Document(), BytesIO()
    rows: list[list[str]] = []
    for line in [*text.replace('<input type="checkbox"/>', "☐").splitlines(), ""]:
        cells = line.split("\t")
        if len(cells) > 1:
            rows.append(cells)
            continue
        if rows:
            width = max(map(len, rows))
            table = paper.add_table(0, width)
            for row in rows:
                for cell, words in zip(table.add_row().cells, row, strict=False):
                    cell.text = words
            rows = []
        paper.add_paragraph(line.replace("*", ""))
    paper.save(out)
    return out.getvalue()


def test_a_word_file_is_read_as_its_text_is(reading):
    # What a converter writes for a box is a box in the file itself.
    text = FILLED.replace('<input type="checkbox" checked>', "☒").replace("<i>", "").replace("</i>", "")
    for ticked in ('<input type="checkbox" checked/>', '<input checked="" type="checkbox"/>', "[x]"):
        text = text.replace(ticked, "☒")
    assert read_plan_file(as_word(text.replace("[ ]", "☐"))).plan == reading.plan


@pytest.mark.skipif(not SEED.exists(), reason="the seeds are not beside this checkout")
def test_the_seed_is_read_whole():
    found = read_plan(SEED.read_text(encoding="utf-8"))
    assert len(found.plan.audience) == 2
    assert [each.day for each in found.plan.activities] == [
        date(2023, 9, 26),
        date(2023, 10, 11),
        date(2023, 10, 12),
        date(2023, 10, 24),
        date(2023, 10, 30),
        date(2023, 10, 26),
    ]
    assert [each.place for each in found.plan.activities] == ["Korçë", "Kukës", "Dibër", "Vlorë", "Shkodër", ""]
    assert [doubt.kind for doubt in found.doubts] == [PlanDoubtKind.YEAR_TAKEN]
    planned = [row.planned for row in found.plan.monitoring.quantities]
    assert planned == ["1 takim i grupit të punës dhe disa ndërveprime me email", "", "", "", ""]
    assert all((found.plan.resources.human, found.plan.resources.financial, found.plan.resources.equipment))
    assert "RENJK" in found.plan.collection
    assert read_plan_file(plan_paper(found.plan, HEAD).content).plan == found.plan


def test_what_we_write_we_read():
    assert read_plan_file(plan_paper(PLAN, HEAD).content).plan == PLAN


def test_a_proposal_of_ours_is_read_as_nobody_s_answer():
    found = read_plan_file(plan_paper(PLAN, HEAD, filled=MATRIX).content).plan.monitoring
    assert found.frame == PLAN.monitoring.frame
    assert [row.suits for row in found.quantities] == [None] * len(Quantity)
    assert found.qualities == PLAN.monitoring.qualities


BOXES = re.compile("[☑☒✓✔✗✘✅⊠☐□▢❑❒⬜]")
"""Ticked or not, a box of the form is never somebody’s words."""


def _is_an_answer(words: str) -> bool:
    return words not in ASIDES and not words.endswith(PROPOSED) and not BOXES.search(words)


TEXT = (
    st.text(max_size=60)
    .map(plain)
    .filter(lambda words: words == plain(words) and (words == "" or not is_blank(words)))
    .filter(_is_an_answer)
)
SAID = TEXT.filter(bool)
LINE = st.text(max_size=30).map(one_line).filter(lambda words: not is_blank(words)).filter(_is_an_answer)
LABEL = st.just("") | LINE
ACTIVITY = st.builds(
    Activity,
    text=SAID,
    day=st.none() | st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    place=TEXT,
    organisations=st.lists(LINE, max_size=3).map(tuple),
)
KINDS = st.sets(st.sampled_from(Kind)).map(lambda chosen: tuple(kind for kind in Kind if kind in chosen))
SUITS = st.none() | st.booleans()


def rows(kind, among, **more):
    return st.tuples(*(st.builds(kind, st.just(each), **{k: v(each) for k, v in more.items()}) for each in among))


PLANS = st.builds(
    ConsultationPlan,
    name=TEXT,
    audience=st.lists(st.builds(AudienceRow, SAID, KINDS, TEXT, TEXT), max_size=3).map(tuple),
    activities=st.lists(ACTIVITY, max_size=3).map(tuple),
    resources=st.builds(Resources, TEXT, TEXT, TEXT),
    collection=TEXT,
    monitoring=st.builds(
        Monitoring,
        frame=rows(FrameRow, FrameQuestion, suits=lambda _: SUITS, measures=lambda _: TEXT),
        quantities=rows(
            QuantityRow,
            Quantity,
            chosen=lambda _: st.booleans(),
            label=lambda each: LABEL if each is Quantity.OTHER else st.just(""),
            planned=lambda _: TEXT,
            achieved=lambda _: TEXT,
            suits=lambda _: SUITS,
            measures=lambda _: TEXT,
        ),
        quantity_tools=st.frozensets(st.sampled_from(QuantityTool)),
        other_quantity_tool=LABEL,
        qualities=rows(
            QualityRow,
            Quality,
            chosen=lambda _: st.booleans(),
            label=lambda each: LABEL if each is Quality.OBJECTIVES else st.just(""),
            findings=lambda _: TEXT,
            measures=lambda _: TEXT,
        ),
        quality_tools=st.frozensets(st.sampled_from(QualityTool)),
        other_quality_tool=LABEL,
    ),
)


@given(PLANS)
@settings(max_examples=20, deadline=None)
def test_any_plan_is_read_back_as_it_was_written(plan):
    assert read_plan_file(plan_paper(plan, HEAD).content).plan == plan


@pytest.mark.parametrize(
    "words",
    [
        "2. Afati kohor i aktiviteteve të konsultimit (nga fillimi deri në raportim)",
        "5. Monitorimi i procesit",
        "Mbledhja e përgjigjeve",
        "Treguesit cilësorë",
        "Mjetet për matjen e treguesve",
        "Përshkruani mënyrën",
        "Audienca e synuar",
        "- me vizë",
        "a\tb | c",
        "numri i metodave të konsultimit",
        "tjetër: po",
        "po jo",
    ],
)
def test_an_answer_that_looks_like_the_form_itself_stays_an_answer(words):
    said = plain(words)
    plan = replace(
        PLAN,
        name=said,
        audience=(AudienceRow(said, (), said, said),),
        activities=(Activity(said, None, said, (said,)),),
        resources=Resources(said, said, said),
        collection=said,
    )
    assert read_plan_file(plan_paper(plan, HEAD).content).plan == plan


def test_a_planted_change_is_seen():
    other = replace(PLAN, activities=(replace(PLAN.activities[0], day=date(2027, 2, 2)), *PLAN.activities[1:]))
    assert read_plan_file(plan_paper(other, HEAD).content).plan != PLAN
