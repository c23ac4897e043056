"""Versions of a notice: what differs between two of them, and what that makes of the change."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.consultations.amending import check_new
from participation.consultations.model import Consultation, Kind, Paper, Stage, Step, Terms
from participation.consultations.versions import (
    Amendment,
    Difference,
    NewVersion,
    Passage,
    Version,
    amendment_by,
    amendment_of_meeting,
    as_it_will_be,
    changes_between,
    changes_of,
    differences,
    is_told,
    why_changed,
)
from participation.errors import Refusal, Refused
from participation.ids import ConsultationId, InstitutionId, MeetingId, PaperId, UnitId
from participation.meetings.model import Meeting, Venue
from participation.messages import Media, MediaKind

NOW = datetime(2023, 6, 20, 8, tzinfo=UTC)
OLD = Terms(
    "Plani Social",
    purpose="Shërbimet.",
    deadline=date(2023, 8, 18),
    steps=(Step("Njoftimi", date(2023, 6, 20)), Step("Fokus-grupe")),
    laws=("146/2014",),
)


def changed(**values) -> NewVersion:
    return NewVersion(replace(OLD, **values))


def what(new: NewVersion) -> Amendment:
    return check_new(new, OLD, NOW)[0]


@pytest.mark.parametrize(
    ("new", "amendment"),
    [
        (changed(title="Plani Social 2024"), Amendment.CORRECTED),
        (changed(audience="Familjet"), Amendment.COMPLETED),
        (changed(deadline=date(2023, 8, 25)), Amendment.EXTENDED),
        (changed(deadline=date(2023, 8, 25), title="Tjetër"), Amendment.EXTENDED),
        (changed(steps=(OLD.steps[0], Step("Fokus-grupe", date(2023, 7, 3)))), Amendment.COMPLETED),
        (changed(steps=(Step("Njoftimi", date(2023, 6, 21)), OLD.steps[1])), Amendment.CORRECTED),
        (changed(steps=(*OLD.steps, Step("Miratimi"))), Amendment.COMPLETED),
        (changed(steps=OLD.steps[:1]), Amendment.CORRECTED),
        (changed(laws=("146/2014", "139/2015")), Amendment.CORRECTED),
        (changed(units=(UnitId(3),)), Amendment.CORRECTED),
        (NewVersion(OLD, venues=(Venue(datetime(2023, 7, 25, 9, tzinfo=UTC), "Salla"),)), Amendment.COMPLETED),
        (NewVersion(OLD, papers=(Media(MediaKind.DOCUMENT, "r", "a.pdf", 1),)), Amendment.COMPLETED),
        (NewVersion(OLD, without=(Paper(PaperId(1), "a.pdf", 1, "r"),)), Amendment.CORRECTED),
    ],
)
def test_what_is_done_to_a_notice_follows_from_what_changes(new, amendment):
    assert what(new) is amendment


@pytest.mark.parametrize(
    ("new", "why"),
    [
        (NewVersion(OLD), Refusal.NOTHING_CHANGED),
        (changed(title="  "), Refusal.INCOMPLETE),
        (changed(deadline=date(2023, 8, 17)), Refusal.SHORTER),
        (changed(deadline=None), Refusal.SHORTER),
        (changed(deadline=date(2043, 8, 17)), Refusal.TOO_FAR),
        (NewVersion(OLD, venues=(Venue(datetime(2023, 6, 19, 9, tzinfo=UTC), "Salla"),)), Refusal.IN_THE_PAST),
    ],
)
def test_no_version_takes_time_away_or_says_nothing_new(new, why):
    with pytest.raises(Refused) as refused:
        check_new(new, OLD, NOW)
    assert refused.value.why is why


def test_a_deadline_that_was_open_can_be_set_but_not_to_a_day_that_is_past():
    old = replace(OLD, deadline=None)
    assert check_new(NewVersion(replace(old, deadline=date(2023, 7, 20))), old, NOW)[0] is Amendment.COMPLETED
    with pytest.raises(Refused):
        check_new(NewVersion(replace(old, deadline=date(2023, 6, 19))), old, NOW)


def test_a_step_in_other_words_is_the_same_step():
    new = replace(OLD, steps=(Step("Njoftimi", date(2023, 6, 20)), Step("Takime në fshatra")))
    assert list(differences(OLD, new)) == [Difference(Passage.STEP, Step("Fokus-grupe"), Step("Takime në fshatra"))]


def test_nobody_is_rung_up_for_a_number_of_the_protocol():
    assert not is_told(changes_of(changed(protocol="12/3"), OLD))
    assert is_told(changes_of(changed(protocol="12/3", audience="Familjet"), OLD))


@given(st.from_type(Terms), st.from_type(Terms))
def test_two_notices_differ_just_where_something_is_found(one, other):
    found = list(differences(one, other))
    same = replace(one, notice_date=None) == replace(other, notice_date=None)
    assert same or found
    assert all(each.old != each.new for each in found)
    assert list(differences(one, one)) == []


@given(st.from_type(Terms), st.sampled_from(Kind))
def test_what_only_fills_is_completed_and_all_else_is_not(one, kind):
    new = replace(one, kind=kind)
    found = list(differences(one, new))
    assert not found or amendment_by(found) is Amendment.CORRECTED


THEN = datetime(2023, 7, 25, 9, tzinfo=UTC)
HALL = Meeting(MeetingId(1), ConsultationId(1), Venue(THEN, "Salla"))
OPEN = replace(HALL, venue=Venue(THEN, ""))
SCHOOL = Meeting(MeetingId(2), ConsultationId(1), Venue(THEN + timedelta(days=2), "Shkolla"))
PAPER = Paper(PaperId(4), "a.pdf", 1, "r")


def version(number: int, *meetings: Meeting, amendment: Amendment = Amendment.COMPLETED, **said) -> Version:
    return Version(number, amendment, NOW.date(), OLD, meetings=meetings, **said)


@pytest.mark.parametrize(
    ("old", "new", "amendment"),
    [
        (HALL, replace(HALL, venue=Venue(THEN + timedelta(days=1), "Salla")), Amendment.MOVED),
        (HALL, replace(HALL, venue=Venue(THEN, "Biblioteka")), Amendment.MOVED),
        (HALL, replace(HALL, venue=Venue(THEN, "")), Amendment.MOVED),
        (OPEN, HALL, Amendment.COMPLETED),
        (HALL, replace(HALL, venue=Venue(THEN, "Salla", THEN + timedelta(hours=1))), Amendment.COMPLETED),
        (OPEN, replace(HALL, venue=Venue(THEN + timedelta(days=1), "Salla")), Amendment.MOVED),
        (HALL, replace(HALL, cancelled=True), Amendment.CALLED_OFF),
        (OPEN, replace(OPEN, cancelled=True), Amendment.CALLED_OFF),
    ],
)
def test_what_a_change_of_a_meeting_does_to_its_notice(old, new, amendment):
    assert amendment_of_meeting(old, new) is amendment


def test_two_neighbours_differ_in_the_meetings_and_documents_that_came_moved_or_went():
    moved = replace(HALL, venue=Venue(THEN, "Biblioteka"), revision=1)
    before, after = version(1, HALL), version(2, moved, SCHOOL, papers=(PAPER,))
    assert changes_between(before, after) == (
        Difference(Passage.MEETING, HALL.venue, moved.venue),
        Difference(Passage.MEETING, None, SCHOOL.venue),
        Difference(Passage.PAPER, None, "a.pdf"),
    )
    off = version(3, moved, replace(SCHOOL, cancelled=True))
    assert changes_between(after, off) == (
        Difference(Passage.MEETING, SCHOOL.venue, None),
        Difference(Passage.PAPER, "a.pdf", None),
    )
    assert changes_between(off, replace(off, number=4)) == ()


@pytest.mark.parametrize("unknown", [{"meetings": None}, {"papers": None}])
def test_what_one_of_the_two_does_not_know_is_not_told(unknown):
    before, after = version(1), version(2, HALL, papers=(PAPER,))
    part = Passage.MEETING if "meetings" in unknown else Passage.PAPER
    assert part not in {each.part for each in changes_between(replace(before, **unknown), after)}
    assert part not in {each.part for each in changes_between(after, replace(before, **unknown))}


def test_what_is_added_is_looked_at_before_it_has_a_number():
    new = NewVersion(OLD, "Pse", (HALL.venue, SCHOOL.venue), (Media(MediaKind.DOCUMENT, "r", "b.pdf", 1),), (PAPER,))
    before = version(1, SCHOOL, papers=(PAPER,))
    found = Consultation(ConsultationId(1), InstitutionId(1), OLD, Stage.OPEN, NOW)
    assert changes_between(before, as_it_will_be(new, before, found)) == (
        Difference(Passage.MEETING, None, HALL.venue),
        Difference(Passage.MEETING, None, SCHOOL.venue),
        Difference(Passage.PAPER, None, "b.pdf"),
        Difference(Passage.PAPER, "a.pdf", None),
    )


def test_why_a_meeting_stands_where_it_does_is_said_by_the_version_that_brought_it_there():
    hidden = version(1, HALL, amendment=Amendment.PUBLISHED, reason="E fshehtë")
    moved = replace(HALL, venue=Venue(THEN, "Biblioteka"), revision=1)
    brought = version(2, moved, SCHOOL, amendment=Amendment.MOVED, reason="Salla është e zënë")
    other = replace(SCHOOL, cancelled=True, revision=1)
    later = version(3, moved, other, amendment=Amendment.CALLED_OFF, reason="Tjetër")
    kept = (hidden, brought, later)
    assert why_changed(moved, kept) == "Salla është e zënë"
    assert why_changed(other, kept) == "Tjetër"
    assert why_changed(HALL, kept) == ""
    assert why_changed(replace(moved, revision=2), kept) == ""
    extended = version(2, moved, amendment=Amendment.EXTENDED, reason="Për kohën")
    assert why_changed(moved, (hidden, extended)) == "", "of a version from before it is not known"
