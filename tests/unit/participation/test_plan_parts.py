"""A plan is changed part by part: what is put into a field stands there, and nothing else of the plan moves."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.consultations.model import Kind
from participation.errors import NotFound
from participation.paperwork.audiences import PRESETS, AudiencePreset
from participation.paperwork.parts import (
    MOST_ROWS,
    Gap,
    PlanField,
    PlanRows,
    completed,
    empty_value,
    gaps,
    like,
    rows_of,
    tidy,
    value_of,
    with_value,
    without_row,
)
from participation.paperwork.plan import (
    Activity,
    AudienceRow,
    ConsultationPlan,
    Monitoring,
    Quality,
    QualityRow,
    QualityTool,
    Quantity,
    QuantityRow,
    QuantityTool,
)
from participation.paperwork.planning import is_too_long
from participation.paperwork.taps import TAPS, tapped, with_activities
from tests.unit.documents.papers import PLAN

EMPTY = ConsultationPlan("Plani")
FULL = replace(PLAN, audience=PLAN.audience[:1], activities=PLAN.activities[:1])
VALUES = {PlanField.DAY: date(2027, 5, 1), PlanField.ORGANISATIONS: ("Drita", "Agimi")}


@pytest.mark.parametrize("where", list(PlanField))
def test_what_is_put_into_a_field_stands_there_and_may_be_emptied(where):
    value = VALUES.get(where, "Fjalë")
    changed = with_value(FULL, where, value)
    assert value_of(changed, where) == value
    others = [each for each in PlanField if each is not where]
    assert [value_of(changed, each) for each in others] == [value_of(FULL, each) for each in others]
    assert value_of(with_value(changed, where, empty_value(where)), where) in {"", None, ()}


@pytest.mark.parametrize("where", [each for each in PlanField if each.rows])
@pytest.mark.parametrize("number", [-1, 7])
def test_there_is_no_row_before_the_first_and_none_behind_the_last(where, number):
    with pytest.raises(IndexError):
        value_of(FULL, where, number)
    with pytest.raises(IndexError):
        with_value(FULL, where, "x", number)


def test_a_row_is_taken_out_and_the_others_stay():
    after = without_row(PLAN, PlanRows.ACTIVITIES, 1)
    assert after.activities == (PLAN.activities[0], *PLAN.activities[2:])


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("  një  dy \n\n tre ", "një dy\ntre"),
        ("\u2800\u200b", ""),
        ("a\x00b\u202ec", "a bc"),
        ("", ""),
    ],
)
def test_words_are_kept_line_by_line_without_what_steers_a_screen(words, kept):
    assert tidy(words) == kept


def test_an_empty_plan_lacks_all_that_a_whole_one_has():
    assert set(gaps(ConsultationPlan(""))) == {
        Gap.NAME, Gap.AUDIENCE, Gap.ACTIVITIES, Gap.RESOURCES, Gap.COLLECTION, Gap.QUANTITIES,
    }  # fmt: skip
    assert gaps(PLAN) == (Gap.DAYS,)
    assert Gap.KINDS in gaps(replace(PLAN, audience=(AudienceRow("Publiku"),)))
    chosen = Monitoring(quantities=(QuantityRow(Quantity.METHODS, chosen=True),))
    assert Gap.PLANNED in gaps(replace(PLAN, monitoring=chosen))


@given(st.from_type(ConsultationPlan))
def test_a_plan_that_is_completed_has_all_rows_of_the_form_once(plan):
    whole = completed(plan).monitoring
    assert [row.indicator for row in whole.quantities] == list(Quantity)
    assert [row.indicator for row in whole.qualities] == list(Quality)
    assert completed(completed(plan)) == completed(plan)


def test_a_copy_has_open_days_and_nothing_achieved():
    copy = like(PLAN, "Plani i ri")
    assert copy.name == "Plani i ri"
    assert {row.day for row in copy.activities} == {None}
    assert [row.text for row in copy.activities] == [row.text for row in PLAN.activities]
    assert [row.planned for row in copy.monitoring.quantities] == [row.planned for row in PLAN.monitoring.quantities]
    assert not any(row.achieved or row.measures for row in copy.monitoring.quantities)
    assert not any(row.findings for row in copy.monitoring.qualities)
    assert {row.suits for row in copy.monitoring.frame} == {None}


def test_a_ready_audience_is_added_once():
    once = tapped(EMPTY, "preset.youth")
    assert once.audience == (PRESETS[AudiencePreset.YOUTH],)
    assert tapped(once, "preset.youth") == once


def test_a_kind_is_ticked_and_unticked_in_the_order_of_the_law():
    plan = replace(EMPTY, audience=(AudienceRow("Publiku", (Kind.DRAFT,)),))
    both = tapped(plan, "kind.prior")
    assert both.audience[0].kinds == (Kind.PRIOR, Kind.DRAFT)
    assert tapped(both, "kind.draft").audience[0].kinds == (Kind.PRIOR,)


def test_boxes_are_ticked_by_one_tap_and_unticked_by_the_next():
    by = tapped(EMPTY, "by.comments_list")
    assert by.monitoring.quantity_tools == {QuantityTool.COMMENTS_LIST}
    assert tapped(by, "by.comments_list") == EMPTY
    drawn = tapped(EMPTY, "from.questionnaire")
    assert drawn.monitoring.quality_tools == {QualityTool.QUESTIONNAIRE}
    chosen = tapped(EMPTY, "choose.quantities", 2)
    assert rows_of(chosen, PlanRows.QUANTITIES)[2] == QuantityRow(Quantity.PARTICIPANTS, chosen=True)
    assert rows_of(tapped(EMPTY, "choose.qualities", 1), PlanRows.QUALITIES)[1] == QualityRow(
        Quality.EXPECTATIONS, chosen=True
    )


def test_whether_something_suited_is_said_and_taken_back():
    no = tapped(EMPTY, "suits.frame.no", 1)
    assert no.monitoring.frame[1].suits is False
    assert tapped(no, "suits.frame.open", 1) == EMPTY
    assert tapped(EMPTY, "suits.quantities.yes", 0).monitoring.quantities[0].suits is True


@pytest.mark.parametrize(
    ("what", "number"),
    [
        ("", 0), ("nothing.x", 0), ("preset.nobody", 0), ("kind.prior", 9), ("kind.prior", -1), ("kind.x", 0),
        ("remove.audience", 5), ("remove.frame", 0), ("remove.x", 0), ("choose.audience", 0), ("choose.frame", 0),
        ("suits.qualities.yes", 0), ("suits.frame.maybe", 0), ("suits.frame.yes", -1), ("by.x", 0), ("from.x", 0),
    ],
)  # fmt: skip
def test_a_forged_tap_finds_nothing(what, number):
    with pytest.raises(NotFound):
        tapped(FULL, what, number)


@pytest.mark.parametrize("number", [MOST_ROWS, MOST_ROWS + 1])
def test_a_table_of_more_rows_than_anybody_fills_in_is_too_long(number):
    full = replace(EMPTY, audience=tuple(AudienceRow(str(n)) for n in range(number)))
    assert is_too_long(full) is (number > MOST_ROWS)
    assert is_too_long(with_activities(EMPTY, tuple(Activity(str(n)) for n in range(number)))) is (number > MOST_ROWS)


@given(st.sampled_from(sorted(TAPS)), st.text(max_size=12), st.integers(-3, 400))
def test_whatever_is_tapped_there_is_a_plan_or_nothing(verb, about, number):
    with suppress(NotFound):
        assert isinstance(tapped(PLAN, f"{verb}.{about}", number), ConsultationPlan)
