"""Any date and hour written in any form that notices have is read back as it was meant."""

from collections.abc import Callable
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.reading.dates import MONTHS, WEEKDAYS, find_dates
from documents.reading.hours import find_hours
from documents.reading.notice import read_notice
from documents.reading.numbers import NUMBERS
from documents.reading.text import Sheet, tidy
from participation.consultations.notice import DoubtKind

MONTH = {number: name.replace("nentor", "nëntor") for name, number in MONTHS.items()}
DECLINED = {number: f"{name}{'ut' if name in {'gusht', 'mars'} else 'it'}" for number, name in MONTH.items()}
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
WORDS = {number: word for word, number in reversed(NUMBERS.items())}

WHOLE: dict[str, Callable[[date], str]] = {
    "25.07.2023": lambda day: f"{day:%d.%m.%Y}",
    "25 .07 .2023": lambda day: f"{day:%d} .{day:%m} .{day:%Y}",
    "18.9.2013": lambda day: f"{day.day}.{day.month}.{day.year}",
    "09/02/2023": lambda day: f"{day:%d/%m/%Y}",
    "30 / 09 / 2022": lambda day: f"{day:%d / %m / %Y}",
    "2023-07-25": lambda day: f"{day:%Y-%m-%d}",
    "3 Prill 2026": lambda day: f"{day.day} {MONTH[day.month].capitalize()} {day.year}",
    "04 shtator 2024": lambda day: f"{day:%d} {MONTH[day.month]} {day.year}",
    "20 Tetor, 2022": lambda day: f"{day.day} {MONTH[day.month].capitalize()}, {day.year}",
    "26-qershor 2023": lambda day: f"{day.day}-{MONTH[day.month]} {day.year}",
    "26 qershorit 2023": lambda day: f"{day.day} {DECLINED[day.month]} {day.year}",
    "Prill 16, 2025": lambda day: f"{MONTH[day.month].capitalize()} {day.day}, {day.year}",
    "3.IV.2025": lambda day: f"{day.day}.{ROMAN[day.month - 1]}.{day.year}",
    "5 të muajit tetor 2026": lambda day: f"{day.day} të muajit {MONTH[day.month]} {day.year}",
    "e martë, 25.07.2023": lambda day: f"{WEEKDAYS[day.weekday()]}, {day:%d.%m.%Y}",
    "25.07.2023 (e martë)": lambda day: f"{day:%d.%m.%Y} ({WEEKDAYS[day.weekday()]})",
    "ditën e martë, më datë 25 korrik 2023": lambda day: (
        f"ditën {WEEKDAYS[day.weekday()]}, më datë {day.day} {MONTH[day.month]} {day.year}"
    ),
}
YEARLESS: dict[str, Callable[[date], str]] = {
    "26 qershor": lambda day: f"{day.day} {MONTH[day.month]}",
    "10 Dhjetor": lambda day: f"{day.day} {MONTH[day.month].capitalize()}",
    "26-qershorit": lambda day: f"{day.day}-{DECLINED[day.month]}",
    "datë 09.10": lambda day: f"datë {day:%d.%m}",
    "datë tetë nëntor": lambda day: f"datë {WORDS[day.day]} {MONTH[day.month]}",
}
DAYS = st.dates(date(2012, 1, 1), date(2039, 12, 31))

HOURS: dict[str, Callable[[time], str]] = {
    "ora 10:00": lambda hour: f"ora {hour:%H:%M}",
    "Ora: 10.30": lambda hour: f"Ora: {hour:%H.%M}",
    "në orën 9:05": lambda hour: f"në orën {hour.hour}:{hour:%M}",
    "ora 10 : 00": lambda hour: f"ora {hour:%H : %M}",
}
QUARTERS: dict[str, Callable[[time], str]] = {
    "11,00h": lambda hour: f"ora {hour:%H,%M}h",
    "18h00": lambda hour: f"{hour:%H}h{hour:%M}",
    "10:30": lambda hour: f"{hour:%H:%M}",
}


@pytest.mark.parametrize("form", WHOLE)
@given(day=DAYS)
def test_a_whole_date_is_read_back(form: str, day: date):
    [found] = find_dates(Sheet(tidy(f"Takimi mbahet {WHOLE[form](day)}, në sallë.")))
    assert found.day == day
    assert found.weekday in {None, day.weekday()}


@pytest.mark.parametrize("form", YEARLESS)
@given(day=DAYS)
def test_a_date_without_its_year_is_read_back_without_one(form: str, day: date):
    [found] = find_dates(Sheet(tidy(f"Takimi mbahet më {YEARLESS[form](day)}, në sallë.")))
    assert (found.month_day, found.year) == ((day.month, day.day), None)


@pytest.mark.parametrize("form", HOURS)
@given(hour=st.times())
def test_an_hour_is_read_back(form: str, hour: time):
    [found] = find_hours(Sheet(f"Takimi nis në {HOURS[form](hour)} në sallë."), apart_from=())
    assert found.begins == hour.replace(second=0, microsecond=0)


@pytest.mark.parametrize("form", QUARTERS)
@given(hour=st.times().map(lambda hour: hour.replace(minute=hour.minute // 15 * 15)))
def test_an_hour_without_its_word_is_read_back(form: str, hour: time):
    [found] = find_hours(Sheet(f"Takimi nis në {QUARTERS[form](hour)} në sallë."), apart_from=())
    assert found.begins == hour.replace(second=0, microsecond=0)


@pytest.mark.parametrize("form", WHOLE)
@given(day=DAYS, hour=st.times(time(8), time(20)))
def test_a_meeting_on_any_day_at_any_hour_is_announced_so(form: str, day: date, hour: time):
    told = f"Bashkia Kroi fton banorët në dëgjesë publike: {WHOLE[form](day)}, ora {hour:%H:%M}, salla e Bashkisë."
    [meeting] = read_notice(told).meetings
    assert (meeting.day, meeting.start) == (day, hour.replace(second=0, microsecond=0))


@given(day=DAYS)
def test_a_year_that_is_not_said_is_never_made_up(day: date):
    told = f"Bashkia Kroi fton banorët në dëgjesë, më {day.day} {MONTH[day.month]}, ora 10:00, te salla e Bashkisë."
    reading = read_notice(told)
    [meeting] = reading.meetings
    assert (meeting.day, meeting.month_day) == (None, (day.month, day.day))
    assert DoubtKind.NO_YEAR in {doubt.kind for doubt in reading.doubts}


@given(day=DAYS, wrong=st.integers(1, 6))
def test_a_weekday_that_is_not_that_of_its_date_is_always_doubted(day: date, wrong: int):
    weekday = WEEKDAYS[(day.weekday() + wrong) % 7]
    told = (
        f"Bashkia Kroi fton banorët në dëgjesë publike, {weekday}, më {day:%d.%m.%Y}, ora 10:00, te salla e Bashkisë."
    )
    found = [doubt for doubt in read_notice(told).doubts if doubt.kind is DoubtKind.WEEKDAY_CONTRADICTS]
    assert [doubt.suggestion for doubt in found] == [WEEKDAYS[day.weekday()]]
