"""Days and hours as coordinators type them."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.reading.moment import read_moment
from locales.texts import texts_in
from participation.clock import last_such_day, next_such_day
from participation.consultations.notice import Doubt, DoubtKind, ReadMoment
from participation.people.model import Language

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
        ("Ditën e nesërme, ora 11:00", date(2023, 6, 21), time(11)),
        ("pasnesërmen ora 9", date(2023, 6, 22), time(9)),
        ("the day after tomorrow at 9", date(2023, 6, 22), time(9)),
        ("dje", date(2023, 6, 19), None),
        ("Ditën e djeshme", date(2023, 6, 19), None),
        ("pardje", date(2023, 6, 18), None),
        ("yesterday", date(2023, 6, 19), None),
        ("the day before yesterday", date(2023, 6, 18), None),
        ("sot ora 17", date(2023, 6, 20), time(17)),
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


@given(st.dates(date(2001, 1, 1), date(2090, 1, 1)), st.integers(0, 364), st.sampled_from(Language))
def test_a_day_without_its_year_is_the_nearest_one_on_the_side_that_is_asked_about(today, days, language):
    for such_day, meant in ((last_such_day, today - timedelta(days)), (next_such_day, today + timedelta(days))):
        written = texts_in(language).short_day(meant).removesuffix(f" {meant.year}")
        assert read_moment(written, today, such_day=such_day).day == meant


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("19 qershor", date(2023, 6, 19)),
        ("e hënë, 19 qershor", date(2023, 6, 19)),
        ("19 June", date(2023, 6, 19)),
        ("20 qershor", TODAY),
        ("21 qershor", date(2022, 6, 21)),
        ("29 shkurt", date(2020, 2, 29)),
        ("31.12.2023", date(2023, 12, 31)),
    ],
)
def test_of_what_has_happened_the_last_such_day_is_meant(typed, day):
    assert read_moment(typed, TODAY, such_day=last_such_day).day == day
