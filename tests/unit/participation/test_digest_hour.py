"""At which moment a digest is due: on working days, from the hour that was chosen, never at night."""

from datetime import date, datetime, time

import pytest

from participation.calendar.working_days import CLOSES, OPENS, WorkingCalendar
from participation.clock import wall
from participation.digests.usecases import HOURS, begins_week, is_due, is_its_day
from participation.ids import InstitutionId, PersonId
from participation.people.model import Office, Rhythm, Role

CALENDAR = WorkingCalendar(extra_off={date(2023, 6, 19): "a day off"})


def due(chosen: time, at: datetime) -> bool:
    return is_due(Office(PersonId(1), InstitutionId(1), Role.ADMIN, digest_at=chosen), CALENDAR, at)


@pytest.mark.parametrize(
    ("chosen", "at", "expected"),
    [
        (time(9), time(8, 59), False),
        (time(9), time(9), True),
        (time(9), time(19, 59), True),
        (time(9), time(20), False),
        (time(3), time(6, 59), False),
        (time(3), time(7), True),
        (time(22), time(22), False),
    ],
)
def test_it_comes_from_its_hour_on_and_never_at_night(chosen, at, expected):
    assert due(chosen, wall(date(2023, 6, 20), at)) is expected


@pytest.mark.parametrize("hour", HOURS)
def test_whatever_hour_may_be_chosen_is_kept(hour):
    assert OPENS <= time(hour) < CLOSES
    assert due(time(hour), wall(date(2023, 6, 20), time(hour)))


@pytest.mark.parametrize("day", [date(2023, 6, 17), date(2023, 6, 18), date(2023, 6, 19)])
def test_it_keeps_the_rest_days(day):
    assert not due(time(9), wall(day, time(10)))


@pytest.mark.parametrize(
    ("day", "begins"), [(date(2023, 6, 20), True), (date(2023, 6, 21), False), (date(2023, 6, 26), True)]
)
def test_a_week_begins_with_its_first_working_day(day, begins):
    assert begins_week(day, CALENDAR) is begins


@pytest.mark.parametrize(
    ("role", "every", "comes"),
    [
        (Role.COORDINATOR, Rhythm.DAY, [20, 21, 22, 23, 26]),
        (Role.COORDINATOR, Rhythm.WEEK, [20, 26]),
        (Role.PROTECTION, Rhythm.WEEK, [20, 21, 22, 23, 26]),
    ],
)
def test_a_weekly_one_comes_on_the_first_working_day_and_never_to_a_protection_contact(role, every, comes):
    office = Office(PersonId(1), InstitutionId(1), role, digest_every=every)
    days = [date(2023, 6, day) for day in (20, 21, 22, 23, 26)]
    assert [day.day for day in days if is_its_day(office, day, CALENDAR)] == comes
