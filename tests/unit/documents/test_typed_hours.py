"""Every way in which people type an hour, after every way in which they type a day."""

from datetime import date, time
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.reading.moment import read_moment
from participation.consultations.notice import ReadMoment

TODAY = date(2026, 6, 20)
DAYS = {
    "": ReadMoment(),
    "5.7.2026, ": ReadMoment(date(2026, 7, 5)),
    "më 5/7/26 ": ReadMoment(date(2026, 7, 5)),
    "data 05-07-2026 ": ReadMoment(date(2026, 7, 5)),
    "e diel, 5.7.2026 ": ReadMoment(date(2026, 7, 5)),
    "5 korrik ": ReadMoment(date(2026, 7, 5), sure=False),
    "nesër ": ReadMoment(date(2026, 6, 21), sure=False),
}
HOURS = {
    "ora 17": time(17),
    "ora: 17": time(17),
    "në orën 17": time(17),
    "në 17": time(17),
    "at 17": time(17),
    "17.00": time(17),
    "17:00": time(17),
    "17h": time(17),
    "17h00": time(17),
    "5 pm": time(17),
    "5PM": time(17),
    "5:00 p.m.": time(17),
    "9 am": time(9),
    "5 pasdite": time(17),
    "5 mbasdite": time(17),
    "5 e pasdites": time(17),
    "në orën 5 të pasdites": time(17),
    "ora 5 pasdreke": time(17),
    "1 e drekës": time(13),
    "9 e mëngjesit": time(9),
    "ora 9 paradite": time(9),
    "7 e mbrëmjes": time(19),
    "10 e gjysmë": time(10, 30),
    "ora 10 e gjysme": time(10, 30),
    "10 e 30": time(10, 30),
    "10 fiks": time(10),
    "ora 10 fiks": time(10),
    "mesditë": time(12),
    "në mesditë": time(12),
    "12 e mesditës": time(12),
    "ora 12 të mesditës": time(12),
    "noon": time(12),
}
ENDS = {
    "10:00–12:00": (time(10), time(12)),
    "10.00 - 12.00": (time(10), time(12)),
    "10-12": (time(10), time(12)),
    "ora 10–12": (time(10), time(12)),
    "ora 10 deri në 12": (time(10), time(12)),
    "nga 10 deri në 12": (time(10), time(12)),
    "nga ora 10 deri në 12": (time(10), time(12)),
    "nga ora 10 deri në orën 12:30": (time(10), time(12, 30)),
    "prej orës 10 deri më 12": (time(10), time(12)),
    "from 10 to 12": (time(10), time(12)),
    "10 am - 12 pm": (time(10), time(12)),
    "5-7 pasdite": (time(17), time(19)),
    "11-1 pasdite": (time(11), time(13)),
    "ora 10 e gjysmë deri në 12": (time(10, 30), time(12)),
    "10 e gjysmë - 11 e gjysmë": (time(10, 30), time(11, 30)),
}
ALL = {**{typed: (hour, None) for typed, hour in HOURS.items()}, **ENDS}


@pytest.mark.parametrize(("day", "hour"), list(product(DAYS, ALL)))
def test_every_hour_is_read_after_every_day(day, hour):
    begins, until = ALL[hour]
    told = DAYS[day]
    read = read_moment(day + hour, TODAY, day_known=not day)

    assert read == ReadMoment(told.day, begins, told.sure, until)


@given(day=st.sampled_from(list(DAYS)), hour=st.sampled_from(list(ALL)), upper=st.booleans(), plain=st.booleans())
def test_neither_capitals_nor_missing_diacritics_change_what_is_read(day, hour, upper, plain):
    typed = day + hour
    written = typed.upper() if upper else typed
    written = written.translate(str.maketrans("ëçËÇ", "ecEC")) if plain else written

    assert read_moment(written, TODAY, day_known=True) == read_moment(typed, TODAY, day_known=True)


@given(st.sampled_from(sorted(ALL)), st.sampled_from(["takim ", "jo ", "x "]))
def test_a_word_of_no_meaning_before_it_is_at_most_passed_over(hour, word):
    read = read_moment(word + hour, TODAY, day_known=True)

    assert read is None or (read.hour, read.until) == ALL[hour]
