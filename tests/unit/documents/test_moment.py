"""Days and hours as coordinators type them."""

from datetime import date, time

import pytest

from documents.reading.moment import read_moment
from participation.consultations.notice import Doubt, DoubtKind, ReadMoment

TODAY = date(2023, 6, 20)


@pytest.mark.parametrize(
    ("typed", "day", "hour"),
    [
        ("25.07.2023 ora 11:00", date(2023, 7, 25), time(11)),
        ("25 .07 .2023 11:00", date(2023, 7, 25), time(11)),
        ("e martë, 25 korrik 2023, ora 11.30", date(2023, 7, 25), time(11, 30)),
        ("25 korrik", date(2023, 7, 25), None),
        ("7 janar", date(2024, 1, 7), None),
        ("29 shkurt", date(2024, 2, 29), None),
        ("26-qershorit në orën 10:00", date(2023, 6, 26), time(10)),
        ("25/7/2023", date(2023, 7, 25), None),
        ("ora 17", None, time(17)),
        ("10:30", None, time(10, 30)),
        ("nesër ora 9:00", date(2023, 6, 21), time(9)),
        ("25 July 2023, 11:00", date(2023, 7, 25), time(11)),
        ("nesër në 9", date(2023, 6, 21), time(9)),
        ("25.07.2023 në 17", date(2023, 7, 25), time(17)),
        ("9", None, None),
        ("12.07.2023 ose 13.07.2023", None, None),
        ("", None, None),
        ("së shpejti", None, None),
    ],
)
def test_a_typed_moment_is_read_or_left_open(typed, day, hour):
    read = read_moment(typed, TODAY)
    assert (read.day, read.hour) == (day, hour) if read else day is hour is None


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("9", time(9)),
        ("në 9", time(9)),
        ("9.20", time(9, 20)),
        ("17", time(17)),
        ("5 pasdite", time(17)),
        (" 9. ", time(9)),
    ],
)
def test_a_bare_number_is_an_hour_where_the_day_is_known(typed, hour):
    assert read_moment(typed, TODAY, day_known=True) == ReadMoment(hour=hour)


@pytest.mark.parametrize("typed", ["25:00", "24", "9 persona", "jo 9", "2023", "9 korrik 2023 9", "1 2 3"])
def test_no_other_number_is_an_hour(typed):
    read = read_moment(typed, TODAY, day_known=True)
    assert not isinstance(read, ReadMoment) or read.hour is None


@pytest.mark.parametrize(
    ("typed", "doubt"),
    [
        ("31 qershor", Doubt(DoubtKind.IMPOSSIBLE_DATE, "31 qershor")),
        ("31.11.2023 ora 10", Doubt(DoubtKind.IMPOSSIBLE_DATE, "31.11.2023")),
        ("e hënë 25.07.2023", Doubt(DoubtKind.WEEKDAY_CONTRADICTS, "e hënë, 25.07.2023", "e martë")),
    ],
)
def test_a_day_that_cannot_be_is_told_as_such_and_not_guessed(typed, doubt):
    assert read_moment(typed, TODAY) == doubt
