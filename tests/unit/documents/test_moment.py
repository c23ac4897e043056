"""Days and hours as coordinators type them."""

from datetime import date, time

import pytest

from documents.reading.moment import read_moment

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
        ("e hënë 25.07.2023", None, None),  # it is a Tuesday: asked again, not guessed
        ("31.11.2023", None, None),
        ("12.07.2023 ose 13.07.2023", None, None),
        ("", None, None),
        ("së shpejti", None, None),
    ],
)
def test_a_typed_moment_is_read_or_left_open(typed, day, hour):
    read = read_moment(typed, TODAY)
    assert (read.day, read.hour) == (day, hour) if read else day is hour is None
