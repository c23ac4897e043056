"""Working days and the deadlines counted in them: vectors of the law's practice."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.calendar.working_days import COMMENT_DAYS, WorkingCalendar, comment_deadline
from participation.comments.usecases import AnswerTerm
from storage.holidays import PublicHolidays

ALBANIA = WorkingCalendar(PublicHolidays())
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("notice", "twenty", "forty"),
    [
        (date(2026, 3, 2), date(2026, 4, 2), date(2026, 5, 5)),
        (date(2026, 11, 2), date(2026, 12, 3), date(2027, 1, 6)),
        (date(2026, 12, 1), date(2026, 12, 31), date(2027, 2, 1)),
        (date(2026, 12, 15), date(2027, 1, 15), date(2027, 2, 12)),
        (date(2027, 3, 1), date(2027, 4, 2), date(2027, 4, 30)),
    ],
)
def test_the_deadlines_of_the_law(notice, twenty, forty):
    assert comment_deadline(notice, ALBANIA) == twenty
    assert comment_deadline(notice, ALBANIA, 40) == forty
    assert ALBANIA.between(notice, twenty) == COMMENT_DAYS


def test_a_deadline_of_twenty_calendar_days_was_twelve_working_days():
    assert ALBANIA.between(date(2018, 11, 15), date(2018, 12, 5)) == 12
    assert comment_deadline(date(2018, 11, 15), ALBANIA) == date(2018, 12, 18)


@pytest.mark.parametrize("day", [date(2026, 3, 16), date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 1)])
def test_a_holiday_on_a_weekend_is_given_back(day):
    assert not ALBANIA.is_working(day)


def test_a_day_off_by_decision_counts_and_a_day_worked_in_its_stead_too():
    monday, saturday = date(2023, 11, 27), date(2023, 11, 25)
    plain = WorkingCalendar()
    decided = WorkingCalendar(extra_off={monday: "vendim"}, worked=frozenset({saturday}))
    assert plain.is_working(monday)
    assert not plain.is_working(saturday)
    assert not decided.is_working(monday)
    assert decided.is_working(saturday)


@given(DAYS, st.integers(1, 60))
def test_counting_forth_and_back_agree(day, count):
    last = ALBANIA.after(day, count)
    assert ALBANIA.is_working(last)
    assert ALBANIA.between(day, last) == count
    assert ALBANIA.before(last, count) <= ALBANIA.next_working(day)


@given(DAYS, st.integers(0, 40))
def test_no_days_lie_behind(day, back):
    assert ALBANIA.between(day, day - timedelta(days=back)) == 0


@pytest.mark.parametrize(
    ("closes", "left", "owed"),
    [
        (date(2023, 7, 20), date(2023, 7, 3), date(2023, 7, 27)),
        (date(2023, 7, 20), date(2023, 8, 1), date(2023, 8, 8)),
        (None, date(2023, 8, 1), date(2023, 8, 8)),
    ],
    ids=["in time", "late", "without a deadline"],
)
def test_an_answer_is_owed_after_the_close_and_to_a_late_comment_after_it_came(closes, left, owed):
    assert AnswerTerm(closes, 5, ALBANIA).owed_by(left) == owed
