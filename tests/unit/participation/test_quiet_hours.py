"""Hours in which no phone rings."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.clock import local, wall
from participation.people.model import QuietHours

NEVER_QUIET = QuietHours(time(0), time(0))

FULL_HOURS = st.integers(0, 23).map(time)
QUIETS = st.builds(QuietHours, FULL_HOURS, FULL_HOURS)
FIRST = datetime(2023, 1, 1, tzinfo=UTC)
MOMENTS = st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: FIRST + timedelta(minutes=minutes))
NIGHT = QuietHours(time(21), time(8))


@pytest.mark.parametrize(
    ("hour", "quiet"),
    [(time(20, 59), False), (time(21), True), (time(0), True), (time(7, 59), True), (time(8), False)],
)
def test_the_night_begins_at_its_first_minute_and_ends_before_its_last(hour, quiet):
    assert NIGHT.cover(wall(date(2023, 6, 20), hour)) is quiet


def test_a_quiet_afternoon_stays_within_its_day():
    siesta = QuietHours(time(14), time(17))
    assert siesta.next_open(wall(date(2023, 6, 20), time(15))) == wall(date(2023, 6, 20), time(17))
    assert siesta.last_open(wall(date(2023, 6, 20), time(15))) == wall(date(2023, 6, 20), time(13, 59))


def test_after_midnight_the_evening_before_was_yesterday():
    assert NIGHT.last_open(wall(date(2023, 6, 20), time(5))) == wall(date(2023, 6, 19), time(20, 59))
    assert NIGHT.next_open(wall(date(2023, 6, 20), time(23))) == wall(date(2023, 6, 21), time(8))


@given(MOMENTS)
def test_an_equal_pair_is_never_quiet(moment):
    assert not NEVER_QUIET.cover(moment)
    assert NEVER_QUIET.next_open(moment) == NEVER_QUIET.last_open(moment) == moment


@given(QUIETS, MOMENTS)
def test_the_next_open_moment_is_open_and_never_earlier(quiet, moment):
    opened = quiet.next_open(moment)
    assert not quiet.cover(opened), local(opened)
    assert opened >= moment


@given(QUIETS, MOMENTS)
def test_the_last_open_moment_is_open_and_never_later(quiet, moment):
    opened = quiet.last_open(moment)
    assert not quiet.cover(opened), local(opened)
    assert opened <= moment


@pytest.mark.parametrize("quiet", [QuietHours(time(h), time(e)) for h in (0, 1, 2, 3, 22) for e in (1, 2, 3, 4)])
@pytest.mark.parametrize("hour", [23, 0, 1, 2, 3])
@pytest.mark.parametrize("day", [25, 26, 28, 29])
def test_nights_in_which_the_clocks_change_are_nights_too(quiet, hour, day):
    month = 3 if day < 28 else 10
    moment = datetime(2023, month, day, hour, 15, tzinfo=UTC)
    assert not quiet.cover(quiet.next_open(moment))
    assert quiet.next_open(moment) >= moment
    assert not quiet.cover(quiet.last_open(moment))
    assert quiet.last_open(moment) <= moment
