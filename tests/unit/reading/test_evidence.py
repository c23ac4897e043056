"""Every value of a reading carries the place in the text from which it was read, and how sure that is."""

import re

import pytest

from documents.reading.notice import read_notice
from documents.reading.text import fold
from participation.consultations.notice import NoticeReading, Sureness

from .more_notices import MORE_NOTICES
from .notices import HEAD, NOTICES
from .short_notices import SHORT_NOTICES

ALL = [notice for notice in (*NOTICES, *MORE_NOTICES, *SHORT_NOTICES) if notice.is_notice]
IN_WORDS = ("title", "email", "phone", "register_url", "protocol_number")


def at(reading: NoticeReading, of: str) -> str:
    """What stands where a value was read."""
    [found] = [each for each in reading.evidence if each.of == of]
    return reading.text[found.start : found.end]


def sure(reading: NoticeReading, of: str) -> Sureness:
    [found] = [each for each in reading.evidence if each.of == of]
    return found.sure


def wanted(reading: NoticeReading) -> set[str]:
    """The names of all values that the reading has."""
    names = {name for name in (*IN_WORDS, "institution", "purpose", "audience") if getattr(reading, name)}
    names |= {"deadline"} if reading.deadline or reading.deadline_month_day else set()
    names |= {f"laws[{n}]" for n, _ in enumerate(reading.laws)}
    for n, meeting in enumerate(reading.meetings):
        names |= {f"meetings[{n}].date"} if meeting.day or meeting.month_day else set()
        names |= {f"meetings[{n}].start"} if meeting.start else set()
        names |= {f"meetings[{n}].place"} if meeting.place else set()
    return names


@pytest.mark.parametrize("notice", ALL, ids=lambda notice: notice.name)
def test_every_value_has_a_place_and_no_place_is_outside_the_text(notice):
    reading = read_notice(notice.text)
    found = [each.of for each in reading.evidence]
    assert wanted(reading) <= set(found)
    assert len(found) == len(set(found))
    assert all(0 <= each.start < each.end <= len(reading.text) for each in reading.evidence)


@pytest.mark.parametrize("notice", ALL, ids=lambda notice: notice.name)
def test_what_stands_there_is_what_was_read(notice):
    reading = read_notice(notice.text)
    for n, meeting in enumerate(reading.meetings):
        if meeting.day:
            assert re.search(rf"\b0?{meeting.day.day}\b|{meeting.words}", at(reading, f"meetings[{n}].date"))
        if meeting.place:
            assert set(fold(at(reading, f"meetings[{n}].place")).split()) <= set(fold(meeting.place).split())
    for name in IN_WORDS:
        if getattr(reading, name):
            assert fold(" ".join(at(reading, name).split())) in fold(getattr(reading, name))


@pytest.mark.parametrize(
    ("when", "how"),
    [
        ("e premte, më 2.10.2026, ora 10:00", Sureness.SAID),
        ("më 2.10.2026, ora 10:00", Sureness.SAID),
        ("më 2 tetor, ora 10:00", Sureness.LIKELY),
        ("e hënë, më 2.10.2026, ora 10:00", Sureness.GUESSED),
        ("më 2.1O.2026, ora 10:00", Sureness.GUESSED),
    ],
)
def test_a_day_is_as_sure_as_it_is_said(when, how):
    assert sure(read_notice(f"{HEAD} {when}, në sallën e Bashkisë."), "meetings[0].date") is how


def test_an_hour_and_a_place_that_are_said_elsewhere_are_less_sure():
    text = f"{HEAD}:\n- 2.10.2026, Bulçar\n- 3.10.2026, Bradashesh\n\nTë gjitha takimet nisin në orën 17:00."
    reading = read_notice(text)
    assert (at(reading, "meetings[1].start"), sure(reading, "meetings[1].start")) == ("orën 17:00", Sureness.LIKELY)
    assert (at(reading, "meetings[1].place"), sure(reading, "meetings[1].place")) == ("Bradashesh", Sureness.SAID)


def test_a_number_in_the_column_of_hours_is_where_the_hour_was_read():
    text = f"{HEAD}:\n| Data | Ora | Vendi |\n| 2.10.2026 | 18 | zyra |\n| 3.10.2026 | 19 | shkolla |\n"
    reading = read_notice(text)
    assert [at(reading, f"meetings[{n}].start").strip() for n in (0, 1)] == ["18", "19"]


def test_of_two_alike_the_nearest_is_the_source():
    text = f"Salla e Bashkisë është e vogël.\n{HEAD} më 2.10.2026, ora 10:00, në Salla e Bashkisë."
    reading = read_notice(text)
    [found] = [each for each in reading.evidence if each.of == "meetings[0].place"]
    assert found.start > reading.text.index("10:00")


def test_a_law_that_nobody_knows_is_a_guess():
    reading = read_notice(f"{HEAD} më 2.10.2026, ora 10:00. Ligji nr. 146/2012 dhe ligji nr. 139/2015.")
    assert [sure(reading, f"laws[{n}]") for n in (0, 1)] == [Sureness.GUESSED, Sureness.SAID]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD} e hënë, më 2.10.2026, ora 10:00, në sallë.",
        f"{HEAD} më 2.1O.2026, ora 10:00, në sallë.",
        f"{HEAD} më 2.10.2026, ora 10:00. Ligji nr. 146/2012.",
    ],
)
def test_what_is_only_guessed_is_doubted_in_the_chat(text):
    reading = read_notice(text)
    assert Sureness.GUESSED in {found.sure for found in reading.evidence}
    assert reading.doubts
