"""Wall clocks that jump: the hour that spring skips and the one that autumn has twice."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.clock import HandClock, day_ends, local, local_day, wall
from participation.consultations.model import Consultation, Stage, Terms
from participation.ids import ConsultationId, InstitutionId


@pytest.mark.parametrize(
    ("day", "hour", "utc"),
    [
        (date(2023, 3, 26), time(1, 59), datetime(2023, 3, 26, 0, 59, tzinfo=UTC)),
        (date(2023, 3, 26), time(2, 30), datetime(2023, 3, 26, 1, 30, tzinfo=UTC)),
        (date(2023, 3, 26), time(3), datetime(2023, 3, 26, 1, tzinfo=UTC)),
        (date(2023, 10, 29), time(2, 30), datetime(2023, 10, 29, 0, 30, tzinfo=UTC)),
        (date(2023, 10, 29), time(3), datetime(2023, 10, 29, 2, tzinfo=UTC)),
    ],
    ids=["before the gap", "in the gap", "after the gap", "the first of two", "after both"],
)
def test_what_the_wall_shows_is_one_moment(day, hour, utc):
    assert wall(day, hour) == utc


def test_a_skipped_hour_is_shown_as_the_hour_after_it():
    assert local(wall(date(2023, 3, 26), time(2, 30))).time() == time(3, 30)


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)))
def test_a_deadline_lasts_until_the_next_day_begins(day):
    end = day_ends(day)
    assert local_day(end) == day + timedelta(days=1)
    assert local_day(end - timedelta(microseconds=1)) == day
    consultation = Consultation(ConsultationId(1), InstitutionId(1), Terms("Ujë", deadline=day), Stage.OPEN, end)
    assert not consultation.is_late(end - timedelta(microseconds=1))
    assert consultation.is_late(end)


async def test_who_sleeps_on_a_clock_of_the_hand_moves_it():
    clock = HandClock(wall(date(2023, 6, 20), time(10)))
    await clock.sleep(90)
    assert clock.now() == wall(date(2023, 6, 20), time(10, 1, 30).replace(second=30))
    clock.set(wall(date(2023, 6, 19), time(10)))
    assert local_day(clock.now()) == date(2023, 6, 20)
