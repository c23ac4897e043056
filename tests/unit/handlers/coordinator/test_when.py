"""Days and hours that somebody types: read in every form notices use, and doubted where they may be misread."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.when import When, read_when, unpacked, with_time
from locales.texts import texts_in
from participation.clock import next_such_day, wall
from participation.consultations.notice import Doubt
from participation.meetings.model import Venue
from tests.unit.handlers.coordinator.talking import SCRIBE

TODAY = date(2023, 6, 20)
HOURS = st.none() | st.times().map(lambda hour: hour.replace(second=0, microsecond=0))


def read(words: str) -> When | Doubt | None:
    return read_when(words, scribe=SCRIBE, today=TODAY)


@pytest.mark.parametrize(
    ("words", "day", "hour"),
    [
        ("Diten e Martë ne date 25 .07 .2023 ora 11:00", date(2023, 7, 25), time(11)),
        ("Data: 3 Prill 2026, Ora: 10:30", date(2026, 4, 3), time(10, 30)),
        ("Ditën e mërkure, datë 4 Shtator 2024, ora 10:00", date(2024, 9, 4), time(10)),
        ("ditën e Mërkurë, datë 26.10.2022, ora 12.00.", date(2022, 10, 26), time(12)),
        ("diten e premte me datë 30.08.2024, ora 17:00", date(2024, 8, 30), time(17)),
        ("ditën e martë datë 30.07.2019, ora 18.00", date(2019, 7, 30), time(18)),
        ("diten e Enjte, me date 04.11.2021, ora 12:00", date(2021, 11, 4), time(12)),
        ("20 Tetor, 2022", date(2022, 10, 20), None),
        ("18.9.2013", date(2013, 9, 18), None),
        ("09/02/2023", date(2023, 2, 9), None),
        ("24.12.2020", date(2020, 12, 24), None),
        ("25 July 2023, 11:00", date(2023, 7, 25), time(11)),
    ],
)
def test_a_whole_date_is_taken_as_it_is(words, day, hour):
    assert read(words) == When(day, hour, sure=True)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("26 qershor", date(2023, 6, 26)),
        ("10 Dhjetor", date(2023, 12, 10)),
        ("7 korrik ora 10", date(2023, 7, 7)),
        ("të hënen e 26-qershorit në oren 10:00", date(2023, 6, 26)),
        ("12 maj", date(2024, 5, 12)),
        ("nesër, ora 10:00", date(2023, 6, 21)),
    ],
)
def test_a_day_without_its_year_is_asked_about(words, day):
    found = read(words)
    assert isinstance(found, When)
    assert found.day == day
    assert not found.sure


@pytest.mark.parametrize(
    "words",
    [
        "e hënë, 25.07.2023",
        "e hënë, 25.07.2023 ora 11:00",
        "31.11.2024 ora 10:00",
        "12 dhe 13 shkurt 2024, ora 12:00",
        "së shpejti",
        "",
        "🙂",
    ],
)
def test_what_contradicts_itself_or_says_nothing_is_not_taken(words):
    assert not isinstance(read(words), When)


def test_the_day_after_a_notice_is_never_taken_for_its_hour_alone():
    found = read("Ditën e nesërme, ora 11:00")
    assert not isinstance(found, When) or (found.day == date(2023, 6, 21) and not found.sure)


@pytest.mark.parametrize(
    ("words", "hour", "until"),
    [
        ("ora 11:30", time(11, 30), None),
        ("10:30-12:30", time(10, 30), time(12, 30)),
        ("10.30 – 12.30", time(10, 30), time(12, 30)),
        ("nga ora 10 deri në 12", time(10), time(12)),
        ("në orën 5 pasdite", time(17), None),
    ],
)
def test_an_hour_alone_is_an_hour_with_its_end_where_one_is_said(words, hour, until):
    assert read(words) == When(None, hour, until=until)


def test_a_meeting_does_not_end_before_it_begins():
    assert read("ora 12:00-10:00") is None


@given(st.text(max_size=300))
def test_any_text_has_an_answer(words):
    read(words)


@given(st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)), HOURS, HOURS)
def test_what_a_button_carries_comes_back(day, hour, until):
    when = When(day, hour, until=until if hour else None)
    assert unpacked(when.packed()) == when


@pytest.mark.parametrize("forged", ["yesterday", "2023-13-01", "T99:00", "2023-07-25T", "2023-07-25T11:00/", "TT"])
def test_a_forged_button_carries_nothing_harmful(forged):
    assert unpacked(forged) in (None, When(date(2023, 7, 25)), When(date(2023, 7, 25), time(11)))


@pytest.mark.parametrize(
    ("month_day", "today", "expected"),
    [
        ((7, 25), TODAY, date(2023, 7, 25)),
        ((6, 20), TODAY, TODAY),
        ((6, 19), TODAY, date(2024, 6, 19)),
        ((2, 29), TODAY, date(2024, 2, 29)),
        ((2, 30), TODAY, None),
    ],
)
def test_the_next_such_day_is_never_past(month_day, today, expected):
    assert next_such_day(month_day, today) == expected


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (When(date(2023, 7, 25), time(11)), "e martë, 25 korrik 2023, ora 11:00"),
        (When(date(2023, 7, 25), time(11), until=time(12, 30)), "e martë, 25 korrik 2023, ora 11:00–12:30"),
        (When(None, time(11), until=time(12, 30)), "ora 11:00–12:30"),
        (When(date(2023, 7, 25)), "e martë, 25 korrik 2023"),
        (When(), ""),
    ],
)
def test_it_is_echoed_in_full_with_its_weekday(when, shown):
    assert when.shown(texts_in("sq")) == shown


@pytest.mark.parametrize(
    ("when", "starts", "ends"),
    [
        (When(date(2023, 7, 28), None, sure=True), time(11), time(13)),
        (When(date(2023, 7, 28), time(14), sure=True), time(14), None),
        (When(date(2023, 7, 28), time(14), until=time(15)), time(14), time(15)),
    ],
    ids=["another day", "another hour", "another hour and end"],
)
def test_the_hour_of_the_end_stays_as_long_as_that_of_the_beginning(when, starts, ends):
    day = date(2023, 7, 25)
    moved = with_time(Venue(wall(day, time(11)), "Salla", wall(day, time(13))), when)
    assert moved == Venue(wall(when.day, starts), "Salla", wall(when.day, ends) if ends else None)
