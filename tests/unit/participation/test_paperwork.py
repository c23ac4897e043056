"""What is counted for papers: each comment once, nobody named without consent, each figure from its list."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.comments.model import CommentChannel, Verdict
from participation.consultations.model import Kind, Phase
from participation.forum.model import ForumCheck, ForumRight, ForumState
from participation.meetings.present import Actor, Headcount
from participation.paperwork.forum import ForumChecklist
from participation.paperwork.letterhead import Letterhead
from participation.paperwork.meetings import (
    AttendanceSheet,
    Attendee,
    Counted,
    MeetingNote,
    MinutesPaper,
    SpokenPoint,
    kinds_together,
    relacion,
)
from participation.paperwork.record import (
    AdoptedAct,
    CommentRow,
    ConsultationReport,
    GroupReason,
    settled,
)
from participation.paperwork.yearly import AnnualReport, Recommendation, YearConsultation
from participation.programme.model import PlannedConsultation, PlannedStatus

DAY = date(2027, 3, 1)
HEAD = Letterhead("Bashkia Përmet", DAY)
MEETING = MeetingNote(DAY, "Përmet", present=Headcount(15, about=True))


def row(number: str, **more: object) -> CommentRow:
    return CommentRow(**{"number": number, "day": DAY, "channel": CommentChannel.BOT, "words": "fjalë", **more})


def report(*rows: CommentRow, **more: object) -> ConsultationReport:
    return ConsultationReport(HEAD, "Plani", Kind.DRAFT, DAY, DAY, Phase.OPEN, "", comments=rows, **more)


def test_a_joined_comment_shares_the_decision_on_the_one_it_was_joined_to():
    lead = row("1", verdict=Verdict.REFUSED, reason="Nuk ka para.")
    [first, second] = settled([row("2", joined_to="1"), lead])
    assert (first.number, first.verdict, first.reason) == ("2", Verdict.REFUSED, "Nuk ka para.")
    assert second == lead


@pytest.mark.parametrize("joined_to", ["1", "2", "nowhere"])
def test_what_is_joined_in_a_ring_or_to_nothing_stays_as_it_is(joined_to):
    rows = (row("1", joined_to=joined_to), row("2", joined_to="1"))
    assert settled(rows) == rows


def test_a_group_gives_its_decision_to_those_that_have_none_of_their_own():
    group = GroupReason("tarifa", Verdict.REFUSED, "Ligji.", ("1", "2", "3"))
    rows = [row("1"), row("2", verdict=Verdict.PARTLY, reason="Pak."), row("3", verdict=Verdict.OUT_OF_SCOPE), row("4")]
    assert [(each.verdict, each.reason) for each in settled(rows, [group])] == [
        (Verdict.REFUSED, "Ligji."),
        (Verdict.PARTLY, "Pak."),
        (Verdict.OUT_OF_SCOPE, "Ligji."),
        (None, ""),
    ]


ROWS = st.lists(
    st.builds(
        row,
        number=st.text(max_size=3),
        day=st.dates(date(2027, 1, 1), date(2027, 6, 1)),
        channel=st.sampled_from(CommentChannel),
        theme=st.sampled_from(["", "rruga", "uji"]),
        verdict=st.none() | st.sampled_from(Verdict),
        joined_to=st.sampled_from(["", "", "1"]),
        late=st.booleans(),
    ),
    max_size=12,
)


@given(ROWS)
def test_each_comment_is_counted_once_whatever_one_counts_by(rows):
    told = report(*rows)
    for counts in (told.by_channel(), told.by_theme(), told.by_verdict(), told.by_day()):
        assert sum(counts.values()) == len(rows)
    assert len(told.undecided) == told.by_verdict().get(None, 0)


@given(ROWS)
def test_the_days_have_no_gap(rows):
    days = list(report(*rows).by_day())
    assert all((later - earlier).days == 1 for earlier, later in pairwise(days))


def test_themes_stand_by_their_number_and_none_comes_last():
    told = report(row("1"), row("2"), row("3"), row("4", theme="uji"), row("5", theme="rruga"), row("6", theme="rruga"))
    assert list(told.by_theme().items()) == [("rruga", 2), ("uji", 1), ("", 3)]


def test_about_stays_about_in_a_sum():
    told = report(meetings=(MEETING, replace(MEETING, present=Headcount(31)), replace(MEETING, present=None)))
    assert told.present == Counted(Headcount(46, about=True), at=2, held=3)


def test_where_nobody_counted_there_is_no_number():
    assert report().present is None
    assert report(meetings=(replace(MEETING, present=None),)).present is None


def test_kinds_of_several_meetings_are_added_each_for_itself_and_about_stays_about():
    one = {Actor.CITIZEN: Headcount(20, about=True), Actor.BUSINESS: Headcount(2)}
    two = {Actor.BUSINESS: Headcount(3), None: Headcount(4), Actor.CITIZEN: Headcount(1)}
    assert list(kinds_together([one, two]).items()) == [
        (Actor.CITIZEN, Headcount(21, about=True)),
        (Actor.BUSINESS, Headcount(5)),
        (None, Headcount(4)),
    ]


def test_whoever_did_not_agree_is_counted_and_not_named():
    kinds = {Actor.CITIZEN: Headcount(3), Actor.BUSINESS: Headcount(10, about=True)}
    sheet = AttendanceSheet(MEETING, (Attendee("Mira", kind=Actor.CITIZEN),), kinds)
    assert (sheet.listed, sheet.unnamed) == (Headcount(13, about=True), Headcount(12, about=True))


@pytest.mark.parametrize(
    ("counted", "listed", "present"),
    [
        (Headcount(15, about=True), 3, Headcount(15, about=True)),
        (Headcount(2), 3, Headcount(3)),
        (None, 2, Headcount(2)),
        (None, 0, None),
    ],
)
def test_no_fewer_were_there_than_are_listed(counted, listed, present):
    kinds = {Actor.CITIZEN: Headcount(listed)} if listed else {}
    assert AttendanceSheet(replace(MEETING, present=counted), kinds=kinds).present == present


def test_the_report_of_a_meeting_names_nobody_who_spoke():
    minutes = MinutesPaper(
        HEAD,
        "Plani",
        MEETING,
        points=(SpokenPoint("Mungon drita.", "Mira Qarri", "banore"),),
        decisions=("Vihet drita.",),
        closing="Vazhdon puna.",
    )
    told = relacion(minutes, kinds={Actor.CITIZEN: Headcount(2)}, purpose="Drita në rrugë.")
    assert "Mira" not in repr(told)
    assert (told.contributions, told.decisions, told.closing) == (
        ("Mungon drita.",),
        ("Vihet drita.",),
        "Vazhdon puna.",
    )
    assert (told.kinds, told.purpose) == ({Actor.CITIZEN: Headcount(2)}, "Drita në rrugë.")


CAME = {Verdict.ACCEPTED: 1, Verdict.PARTLY: 2, Verdict.REFUSED: 3, Verdict.OUT_OF_SCOPE: 4, None: 5}
EACH = tuple(Recommendation("", DAY, verdict) for verdict, count in CAME.items() for _ in range(count))
YEAR = YearConsultation("Plani", DAY, recommendations=EACH)


def test_the_figures_of_the_year_come_from_their_lists():
    told = AnnualReport(HEAD, 2027, (YEAR, YEAR))
    assert (told.received, told.accepted, told.refused, told.undecided) == (30, 6, 14, 10)


@pytest.mark.parametrize(
    ("day", "counts"), [(date(2027, 1, 1), 1), (date(2027, 12, 31), 1), (date(2028, 1, 1), 0), (None, 1)]
)
def test_only_what_was_adopted_in_the_year_counts(day, counts):
    told = AnnualReport(HEAD, 2027, (replace(YEAR, act=AdoptedAct("Vendim", day=day)), YEAR))
    assert len(told.adopted) == counts


def test_meetings_of_another_year_do_not_count_and_the_others_stand_by_day():
    days = (date(2027, 9, 1), date(2026, 12, 31), date(2027, 2, 1))
    told = AnnualReport(HEAD, 2027, (replace(YEAR, meetings=tuple(replace(MEETING, day=day) for day in days)),))
    assert [meeting.day for _, meeting in told.meetings] == [date(2027, 2, 1), date(2027, 9, 1)]


@pytest.mark.parametrize(
    ("states", "share"),
    [
        ([PlannedStatus.OPEN, PlannedStatus.PLANNED, PlannedStatus.ADOPTED, PlannedStatus.DROPPED], 50),
        ([PlannedStatus.CLOSED], 100),
        ([PlannedStatus.DROPPED], 0),
        ([], None),
    ],
)
def test_of_what_was_planned_the_share_is_told_that_was_announced(states, share):
    planned = tuple(PlannedConsultation("Akti", status=status) for status in states)
    assert AnnualReport(HEAD, 2027, (), planned).share == share


@pytest.mark.parametrize(
    ("due", "done", "state"),
    [
        (DAY, DAY, ForumState.DONE),
        (None, DAY, ForumState.DONE),
        (date(2027, 2, 1), DAY, ForumState.LATE),
        (date(2027, 2, 28), None, ForumState.OVERDUE),
        (DAY, None, ForumState.AHEAD),
        (None, None, ForumState.AHEAD),
    ],
)
def test_a_right_of_the_forum_knows_how_it_stands(due, done, state):
    assert ForumCheck(ForumRight.HEARD, due, done).state(DAY) is state


def test_all_four_rights_are_there_whoever_entered_them():
    checklist = ForumChecklist(HEAD, "Plani", "Forumi", (ForumCheck(ForumRight.HEARD, date(2027, 2, 1)),))
    assert [check.right for check in checklist.checks] == list(ForumRight)
