"""Reminders find a moment at which they help, or stay away."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.calendar.working_days import WorkingCalendar
from participation.clock import day_ends, local, wall
from participation.people.model import QuietHours
from participation.reminders.rules import (
    AHEAD,
    FARTHEST_DEADLINE,
    FARTHEST_MEETING,
    SOON_AGAIN,
    Due,
    deadline_dues,
    in_waking_hours,
    meeting_dues,
)
from storage.holidays import PublicHolidays
from tests.unit.participation.test_quiet_hours import QUIETS

NEVER_QUIET = QuietHours(time(0), time(0))

ALBANIA = WorkingCalendar(PublicHolidays())
FIRST = datetime(2023, 2, 1, tzinfo=UTC)
STARTS = st.integers(0, 16_000).map(lambda hour: FIRST + timedelta(hours=hour, minutes=hour % 60))
LATE = st.timedeltas(timedelta(days=-1), timedelta(days=5))


def dues_of(start: datetime) -> list[Due]:
    return list(meeting_dues(start))


def test_a_meeting_has_three_each_until_the_next():
    start = wall(date(2023, 7, 25), time(11))
    three, one, two_hours = dues_of(start)
    assert three.moment == wall(date(2023, 7, 22), time(11))
    assert one.moment == three.until == wall(date(2023, 7, 24), time(11))
    assert two_hours.moment == one.until == wall(date(2023, 7, 25), time(9))
    assert two_hours.until == start
    assert [due.is_last for due in (three, one, two_hours)] == [False, False, True]


@pytest.mark.parametrize("day", [date(2023, 3, 27), date(2023, 10, 30)])
def test_days_are_counted_on_the_wall_clock_across_a_change_of_the_clocks(day):
    three, one, _ = dues_of(wall(day, time(10)))
    assert local(three.moment).time() == local(one.moment).time() == time(10)


@pytest.mark.parametrize("day", [date(2023, 3, 27), date(2023, 10, 30)])
def test_every_row_is_looked_for_before_it_falls_due(day):
    start = wall(day, time(10))
    hour = timedelta(hours=1)  # of a change of the clocks: it is looked for often
    assert max(start - due.moment for due in dues_of(start)) + AHEAD <= FARTHEST_MEETING + hour
    assert max(day_ends(day) - due.moment for due in deadline_dues(day, ALBANIA)) + AHEAD <= FARTHEST_DEADLINE


def test_a_deadline_has_three_counted_in_working_days():
    moments = [local(due.moment).date() for due in deadline_dues(date(2023, 8, 18), ALBANIA)]
    assert moments == [date(2023, 8, 4), date(2023, 8, 15), date(2023, 8, 17)]


def test_holidays_move_the_reminders_of_a_deadline():
    last = list(deadline_dues(date(2026, 12, 2), ALBANIA))[-1]
    assert local(last.moment).date() == date(2026, 11, 27)


@given(STARTS, QUIETS, LATE)
def test_a_moment_is_never_quiet_never_past_and_never_stale(start, quiet, late):
    for due in dues_of(start):
        now = due.moment + late
        moment = in_waking_hours(due, quiet, now)
        if moment is not None:
            assert not quiet.cover(moment)
            assert moment < due.until
            assert moment >= min(now, due.moment - timedelta(days=1))


@given(STARTS, QUIETS)
def test_looked_at_in_time_every_reminder_has_a_moment_unless_the_next_one_is_near(start, quiet):
    for due in dues_of(start):
        if in_waking_hours(due, quiet, due.moment - timedelta(days=1)) is None:
            assert due.until - quiet.next_open(due.moment) < SOON_AGAIN


@given(STARTS)
def test_who_is_never_quiet_hears_at_the_very_moment(start):
    assert all(in_waking_hours(due, NEVER_QUIET, due.moment) == due.moment for due in dues_of(start))


def test_in_the_dark_of_an_early_meeting_the_evening_before_must_do():
    start = wall(date(2023, 7, 25), time(7, 30))
    *_, last = dues_of(start)
    night = QuietHours(time(21), time(8))
    assert in_waking_hours(last, night, start - timedelta(days=1)) == wall(date(2023, 7, 24), time(20, 59))
    assert in_waking_hours(last, night, wall(date(2023, 7, 25), time(6))) is None


def test_a_late_reminder_gives_way_to_one_that_comes_soon():
    _, one, _ = dues_of(wall(date(2023, 7, 25), time(11)))
    assert in_waking_hours(one, NEVER_QUIET, wall(date(2023, 7, 25), time(8))) is None
    assert in_waking_hours(one, NEVER_QUIET, wall(date(2023, 7, 24), time(15))) == wall(date(2023, 7, 24), time(15))


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (wall(date(2023, 7, 23), time(12)), date(2023, 7, 23)),
        (wall(date(2023, 7, 24), time(10, 59)), date(2023, 7, 24)),
        (wall(date(2023, 7, 24), time(11)), date(2023, 7, 23)),
        (wall(date(2023, 7, 25), time(8)), date(2023, 7, 23)),
    ],
)
def test_before_its_moment_everybody_may_ask_and_after_it_who_asked_the_day_before(now, day):
    due = Due("1d", wall(date(2023, 7, 24), time(11)), wall(date(2023, 7, 25), time(9)))
    assert due.asked_by(now) == day
