"""Versions of a notice: what differs between two of them, and what that makes of the change."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.consultations.amending import check_new
from participation.consultations.model import Kind, Paper, Step, Terms
from participation.consultations.versions import (
    Amendment,
    Difference,
    NewVersion,
    Passage,
    amendment_by,
    changes_of,
    differences,
    is_told,
)
from participation.errors import Refusal, Refused
from participation.ids import PaperId, UnitId
from participation.meetings.model import Venue
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
