"""The monitoring matrix: what is counted stands there, what is not says why, and what we propose is only proposed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.comments.model import CommentChannel
from participation.meetings.present import Headcount
from participation.paperwork.audiences import PRESETS, AudiencePreset
from participation.paperwork.matrix import Achieved, Held, Marks, Missing, kept_days, matrix, reached
from participation.paperwork.meetings import Counted
from participation.paperwork.plan import FrameQuestion, Monitoring, Quality, QualityRow, Quantity, QuantityRow
from participation.paperwork.record import Method

TODAY = date(2027, 3, 30)
PLANNED = date(2027, 3, 10)
METHODS = QuantityRow(Quantity.METHODS, chosen=True)
SOME = Counted(Headcount(15, about=True), at=1, held=2)


NOTHING, FORM = Achieved(), Monitoring()


def filled(achieved: Achieved = NOTHING, monitoring: Monitoring = FORM):
    return matrix(monitoring, achieved, today=TODAY)


def quantity(line_of: Quantity, achieved: Achieved, row: QuantityRow):
    rows = tuple(row if each is line_of else QuantityRow(each) for each in Quantity)
    lines = filled(achieved, replace(Monitoring(), quantities=rows)).quantities
    return next(line for line in lines if line.row.indicator is line_of)


@pytest.mark.parametrize(
    ("indicator", "achieved", "value"),
    [
        (Quantity.METHODS, Achieved(methods=(Method.BOT, Method.EMAIL, Method.BOT)), Headcount(2)),
        (Quantity.PARTIES, Achieved(organisations=7), Headcount(7)),
        (Quantity.PARTICIPANTS, Achieved(participants=SOME), SOME),
        (Quantity.COMMENTS, Achieved(comments={CommentChannel.BOT: 3, CommentChannel.PAPER: 2}), Headcount(5)),
        (Quantity.COMMENTS, Achieved(comments={}), Headcount(0)),
        (Quantity.OTHER, Achieved(other=4), Headcount(4)),
    ],
    ids=["methods once each", "parties", "about", "all channels", "none is a count", "other"],
)
def test_an_achieved_value_is_what_was_counted(indicator, achieved, value):
    assert quantity(indicator, achieved, QuantityRow(indicator)).achieved == value


@pytest.mark.parametrize("indicator", list(Quantity))
def test_what_nobody_gathered_is_not_nought(indicator):
    line = quantity(indicator, Achieved(), QuantityRow(indicator, planned="3"))
    assert line.achieved is Missing.NOT_COLLECTED
    assert line.suits is Missing.NOT_COLLECTED


@pytest.mark.parametrize(
    ("planned", "achieved", "suits"),
    [
        ("3", 3, True),
        ("3", 4, True),
        ("3", 2, False),
        (" 3 ", 3, True),
        ("0", 0, True),
        ("", 3, Missing.NOT_PLANNED),
        ("   ", 3, Missing.NOT_PLANNED),
        ("disa", 3, Missing.IN_WORDS),
        ("1 takim", 3, Missing.IN_WORDS),
        ("²", 3, Missing.IN_WORDS),
        ("9" * 400, 3, Missing.IN_WORDS),
    ],
)
def test_it_suits_where_no_less_was_achieved_than_planned(planned, achieved, suits):
    row = replace(METHODS, planned=planned)
    assert reached(row, Headcount(achieved)) == suits


@pytest.mark.parametrize(
    ("at", "came", "suits"), [(2, 9, False), (2, 10, True), (1, 10, True), (1, 9, Missing.PARTLY_COUNTED)]
)
def test_where_not_every_meeting_was_counted_too_few_is_not_said(at, came, suits):
    row = QuantityRow(Quantity.PARTICIPANTS, planned="10")
    assert reached(row, Counted(Headcount(came), at=at, held=2)) is suits


@given(planned=st.integers(0, 10**6), achieved=st.integers(0, 10**6))
def test_the_rule_holds_for_all_numbers(planned, achieved):
    assert reached(replace(METHODS, planned=str(planned)), Headcount(achieved)) is (achieved >= planned)


def test_what_an_official_said_stands_before_what_was_found():
    row = replace(METHODS, planned="5", suits=True, achieved="gjashtë", measures="asgjë")
    line = quantity(Quantity.METHODS, Achieved(methods=(Method.BOT,)), row)
    assert (line.suits, line.proposed, line.achieved, line.measures) == (True, False, "gjashtë", "asgjë")


def test_a_proposal_is_told_from_an_answer():
    line = quantity(Quantity.METHODS, Achieved(methods=(Method.BOT,)), replace(METHODS, planned="1"))
    assert (line.suits, line.proposed) == (True, True)


@pytest.mark.parametrize(
    ("activities", "kept"),
    [
        ([], Missing.NO_DAYS),
        ([Held("t", None, TODAY)], Missing.NO_DAYS),
        ([Held("t", PLANNED, PLANNED)], True),
        ([Held("t", PLANNED, PLANNED - timedelta(1))], True),
        ([Held("t", PLANNED, PLANNED + timedelta(1))], False),
        ([Held("t", PLANNED, None)], False),
        ([Held("t", TODAY, None)], Missing.UNDER_WAY),
        ([Held("t", TODAY + timedelta(9), None), Held("t", PLANNED, PLANNED)], Missing.UNDER_WAY),
        ([Held("t", TODAY + timedelta(9), None), Held("t", PLANNED, None)], False),
        ([Held("t", None, None), Held("t", PLANNED, PLANNED)], True),
    ],
    ids=["none", "no day", "on it", "before", "after", "never", "today", "ahead", "ahead and missed", "one without"],
)
def test_days_are_kept_where_each_activity_was_held_by_its_day(activities, kept):
    assert kept_days(activities, today=TODAY) == kept


def test_of_money_and_staff_only_an_official_can_say():
    held = Achieved(activities=(Held("t", PLANNED, PLANNED),))
    frame = {line.question: line for line in filled(held).frame}
    assert (frame[FrameQuestion.ON_TIME].suits, frame[FrameQuestion.ON_TIME].proposed) == (True, True)
    assert frame[FrameQuestion.WITHIN_BUDGET].suits is Missing.FOR_OFFICIALS
    assert frame[FrameQuestion.WITH_STAFF].suits is Missing.FOR_OFFICIALS


def test_a_finding_is_drawn_from_marks_and_never_from_thin_air():
    marks = Marks((0, 1, 5, 4))
    lines = {line.row.indicator: line for line in filled(Achieved(marks={Quality.EXPECTATIONS: marks})).qualities}
    assert lines[Quality.EXPECTATIONS].findings == marks
    assert filled().qualities[1].findings is Missing.NO_QUESTIONNAIRE


def test_what_nobody_is_asked_about_says_so_and_is_left_to_an_official():
    for line in filled(Achieved(marks={Quality.EXPECTATIONS: Marks((0, 1, 5, 4))})).qualities:
        if line.row.indicator is not Quality.EXPECTATIONS:
            assert line.findings is Missing.NOT_ASKED


@pytest.mark.parametrize(("answers", "hidden"), [(1, True), (4, True), (5, False)])
def test_so_few_answers_that_one_knows_whose_they_are_are_not_shown(answers, hidden):
    lines = filled(Achieved(marks={Quality.METHODS: Marks((answers, 0, 0, 0))})).qualities
    assert (lines[0].findings is Missing.TOO_FEW) is hidden
    assert isinstance(lines[0].measures, Marks) is not hidden


def test_an_official_finding_stands_before_the_marks():
    rows = tuple(QualityRow(each, findings="Mirë.") for each in Quality)
    achieved = Achieved(marks={Quality.METHODS: Marks((0, 0, 0, 9))})
    assert {line.findings for line in filled(achieved, replace(Monitoring(), qualities=rows)).qualities} == {"Mirë."}


@pytest.mark.parametrize(
    ("counts", "asked"),
    [((0, 0, 0, 0), False), ((0, 0, 5, 5), False), ((1, 1, 4, 0), True), ((1, 0, 2, 0), True), ((1, 0, 3, 0), False)],
)
def test_measures_are_proposed_where_one_in_three_was_not_content(counts, asked):
    assert Marks(counts).asks_for_measures is asked


def test_marks_know_their_mean():
    assert Marks((1, 0, 0, 1)).mean == 2.5
    assert Marks().mean == 0


def test_no_cell_is_empty_without_a_reason():
    found = filled()
    cells = [
        *(cell for line in found.frame for cell in (line.suits, line.measures)),
        *(cell for line in found.quantities for cell in (line.planned, line.achieved, line.suits, line.measures)),
        *(cell for line in found.qualities for cell in (line.findings, line.measures)),
    ]
    assert [cell for cell in cells if cell in ("", None)] == []
    assert {type(cell) for cell in cells} == {Missing}


def test_every_audience_to_choose_is_a_whole_row():
    assert set(PRESETS) == set(AudiencePreset)
    assert all(row.audience and row.kinds and row.methods and row.channel for row in PRESETS.values())
