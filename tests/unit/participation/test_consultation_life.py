"""The life of a consultation: every pair of stages, what citizens see, and how the law's days are counted."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.calendar.legal_clock import legal_clock, owed_days
from participation.calendar.working_days import WorkingCalendar, comment_days, comment_deadline
from participation.clock import day_ends
from participation.consultations.amending import stage_after
from participation.consultations.life import MOVES, check_move
from participation.consultations.model import PUBLIC, Phase, Stage, phase_of
from participation.consultations.versions import Amendment
from participation.errors import Refused
from storage.holidays import PublicHolidays

CALENDAR = WorkingCalendar(PublicHolidays())
ALLOWED = {
    ("proposed", "scheduled"), ("proposed", "open"), ("proposed", "called_off"),
    ("scheduled", "open"), ("scheduled", "called_off"),
    ("open", "review"), ("open", "summarised"), ("open", "cancelled"),
    ("review", "open"), ("review", "summarised"), ("review", "cancelled"),
    ("summarised", "open"), ("summarised", "adopted"),
}  # fmt: skip


@pytest.mark.parametrize("present", Stage)
@pytest.mark.parametrize("to", Stage)
def test_from_each_stage_it_comes_to_these_and_to_no_others(present, to):
    if (present.value, to.value) in ALLOWED:
        check_move(present, to)
    else:
        with pytest.raises(Refused):
            check_move(present, to)


def test_every_stage_has_its_row():
    assert set(MOVES) == set(Stage)


@pytest.mark.parametrize("stage", sorted(PUBLIC))
def test_every_public_stage_has_a_phase_and_time_closes_only_what_is_open(stage):
    last = date(2023, 8, 18)
    before, after = day_ends(last) - timedelta(seconds=1), day_ends(last)
    assert phase_of(stage, last, before) is Phase(stage.value)
    assert phase_of(stage, last, after) is (Phase.CLOSED if stage is Stage.OPEN else Phase(stage.value))
    assert phase_of(stage, None, after) is Phase(stage.value)


@pytest.mark.parametrize("amendment", Amendment)
def test_only_more_time_opens_again_and_only_a_cancellation_ends(amendment):
    opens = amendment in {Amendment.EXTENDED, Amendment.REPEATED}
    ends = amendment is Amendment.CANCELLED
    expected = Stage.OPEN if opens else Stage.CANCELLED if ends else Stage.REVIEW
    assert stage_after(amendment, Stage.REVIEW) is expected


@pytest.mark.parametrize(
    ("notice", "twentieth", "fortieth"),
    [
        (date(2026, 3, 2), date(2026, 4, 2), date(2026, 5, 5)),
        (date(2026, 11, 2), date(2026, 12, 3), date(2027, 1, 6)),
        (date(2026, 12, 1), date(2026, 12, 31), date(2027, 2, 1)),
        (date(2026, 12, 15), date(2027, 1, 15), date(2027, 2, 12)),
        (date(2027, 3, 1), date(2027, 4, 2), date(2027, 4, 30)),
    ],
)
def test_the_clock_ends_on_the_days_that_were_counted_by_hand(notice, twentieth, fortieth):
    clock = legal_clock(notice, twentieth, CALENDAR, notice)
    assert (clock.shortest, clock.longest) == (twentieth, fortieth)
    assert (clock.days, clock.left, clock.is_short) == (20, 20, False)
    assert legal_clock(notice, twentieth - timedelta(days=1), CALENDAR, notice).is_short


def test_where_the_day_of_the_notice_counts_the_time_ends_a_working_day_earlier():
    own = WorkingCalendar(PublicHolidays(), notice_day_counts=True)
    assert comment_deadline(date(2026, 11, 2), own) == date(2026, 12, 2)
    assert comment_days(date(2026, 11, 2), date(2026, 12, 2), own) == 20
    on_sunday = date(2026, 11, 8)
    assert comment_deadline(on_sunday, own) == comment_deadline(on_sunday, CALENDAR)


days = st.dates(date(2023, 1, 1), date(2030, 12, 31))


@given(days, st.integers(0, 60), st.booleans())
def test_so_many_days_counted_forwards_are_so_many_counted_back(notice, count, own):
    calendar = WorkingCalendar(PublicHolidays(), notice_day_counts=own)
    deadline = comment_deadline(notice, calendar, count)
    assert comment_days(notice, deadline, calendar) in {count, int(own and calendar.is_working(notice))}


@given(days, st.integers(1, 40), st.lists(days, max_size=5))
def test_a_day_off_that_is_added_never_lets_the_time_end_earlier(notice, count, added):
    more = WorkingCalendar(PublicHolidays(), extra_off=dict.fromkeys(added, "Pushim"))
    assert comment_deadline(notice, more, count) >= comment_deadline(notice, CALENDAR, count)


def test_of_a_day_that_was_chosen_only_what_the_law_owes_is_promised():
    notice = date(2026, 11, 2)
    assert owed_days(notice, date(2026, 12, 31), CALENDAR, counted=None) == 20
    assert owed_days(notice, date(2026, 11, 9), CALENDAR, counted=None) == 5
    assert owed_days(notice, date(2027, 1, 6), CALENDAR, counted=40) == 40
