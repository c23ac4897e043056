"""By when a report is to be read and answered, when it is late, and who hears of it when."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.calendar.working_days import WorkingCalendar
from participation.clock import TIRANE, day_ends, local_day, wall
from participation.dockets import Docket
from participation.ids import InstitutionId, ReportId
from participation.reports.life import State
from participation.reports.limits import NOT_DUE, Due, Limit, Limits, Measure, is_late
from participation.reports.model import Pending
from participation.reports.raising import RUNGS, is_ripe

FRIDAY = date(2023, 6, 16)
MONDAY = date(2023, 6, 19)
HOLIDAY = WorkingCalendar(holidays={MONDAY: "x"})
moments = st.builds(datetime.combine, st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.times(), st.just(TIRANE)).map(
    lambda moment: moment.astimezone(UTC)
)


@pytest.mark.parametrize(
    ("said", "limit"), [("4h", Limit(4, Measure.HOURS)), ("10d", Limit(10)), ("999h", Limit(999, Measure.HOURS))]
)
def test_a_limit_is_read(said, limit):
    assert Limit.read(said) == limit


@pytest.mark.parametrize("said", ["", "4", "h", "0h", "00d", "-1d", "4 h", "4H", "1000d", "4d\n", "٤h"])
def test_what_is_no_limit_is_refused(said):
    with pytest.raises(ValueError, match=r".*"):
        Limit.read(said)


def test_days_are_working_days_and_the_first_is_not_counted():
    came = wall(FRIDAY, time(23, 59))
    assert Limit(1).end(came, WorkingCalendar()) == day_ends(MONDAY)
    assert Limit(1).end(came, HOLIDAY) == day_ends(date(2023, 6, 20))
    assert Limits(answer=Limit(2)).due(came, HOLIDAY).answer_by == date(2023, 6, 21)


def test_hours_are_of_the_clock_at_night_and_on_holidays_too():
    limit = Limit(4, Measure.HOURS)
    assert limit.end(wall(FRIDAY, time(22, 1)), HOLIDAY) == wall(date(2023, 6, 17), time(3))
    assert limit.end(wall(FRIDAY, time(22)), HOLIDAY) == wall(date(2023, 6, 17), time(2))


@given(moments, st.integers(1, 72))
def test_nobody_learns_from_the_end_of_a_limit_in_what_minute_a_report_came(came, hours):
    end = Limit(hours, Measure.HOURS).end(came, WorkingCalendar())
    assert (end.minute, end.second, end.microsecond) == (0, 0, 0)
    assert timedelta(0) <= end - came - timedelta(hours=hours) < timedelta(hours=1)


@given(moments, st.sampled_from(Measure), st.integers(1, 40), st.sampled_from([WorkingCalendar(), HOLIDAY]))
def test_the_last_day_is_the_one_on_which_the_time_ends(came, measure, count, calendar):
    limit = Limit(count, measure)
    due = Limits(limit, limit).due(came, calendar)
    assert due.day(State.DELIVERED) == due.day(State.SEEN) == due.answer_by
    assert local_day(came) <= due.answer_by
    assert due.read_by <= day_ends(due.answer_by)


def test_what_nobody_read_is_late_at_a_moment_and_what_nobody_answered_after_a_day():
    due = Due(wall(MONDAY, time(12)), MONDAY)
    assert [is_late(State.DELIVERED, due, wall(MONDAY, time(hour))) for hour in (11, 12)] == [False, True]
    for state in (State.SEEN, State.IN_HAND):
        assert not is_late(state, due, wall(MONDAY, time(23, 59)))
        assert is_late(state, due, day_ends(MONDAY))
    for state, given_ in product(State, (due, NOT_DUE)):
        if given_ is NOT_DUE or state not in (State.DELIVERED, State.SEEN, State.IN_HAND):
            assert not is_late(state, given_, wall(date(2030, 1, 1), time(12)))


NOON = wall(FRIDAY, time(12))
HERE = Docket(InstitutionId(1))
LATE = Pending(ReportId(1), State.DELIVERED, False, Due(NOON), HERE)
URGENT = Pending(ReportId(1), State.DELIVERED, True, Due(NOON), HERE)


@pytest.mark.parametrize(
    ("one", "at", "ripe"),
    [
        (LATE, wall(FRIDAY, time(11, 59)), False),
        (LATE, NOON, True),
        (LATE, wall(FRIDAY, time(20)), False),
        (LATE, wall(date(2023, 6, 17), time(12)), False),
        (LATE, wall(MONDAY, time(12)), False),
        (LATE, wall(date(2023, 6, 20), time(6, 59)), False),
        (LATE, wall(date(2023, 6, 20), time(7)), True),
        (URGENT, wall(FRIDAY, time(11, 59)), False),
        (URGENT, wall(FRIDAY, time(20)), True),
        (URGENT, wall(date(2023, 6, 17), time(3)), True),
    ],
)
def test_an_urgent_one_goes_up_at_any_hour_and_others_while_offices_work(one, at, ripe):
    assert is_ripe(one, HOLIDAY, at) is ripe


@pytest.mark.parametrize("state", [state for state in State if state is not State.DELIVERED])
def test_what_was_read_goes_nowhere(state):
    assert not is_ripe(Pending(ReportId(1), state, True, Due(NOON, FRIDAY), HERE), HOLIDAY, day_ends(MONDAY))


def test_nothing_goes_higher_than_the_last_rung():
    raised = [Due(NOON, raised=rung) for rung in range(len(RUNGS[False]) + 1)]
    rungs = [Pending(ReportId(1), State.DELIVERED, True, due, HERE) for due in raised]
    assert [is_ripe(one, HOLIDAY, NOON) for one in rungs] == [True, True, False]
