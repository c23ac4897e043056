"""When a request for a name waits, and when a name is open to whom."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from participation.ids import PersonId
from participation.reports.identity import is_open_to, waits
from participation.reports.model import Unveiling

UNTIL = datetime(2023, 6, 21, 8, tzinfo=UTC)
ASKED = Unveiling(PersonId(1), "Sepse po.", date(2023, 6, 20))
AGREED = replace(ASKED, agreed_by=PersonId(2), until=UNTIL)
CLOSED = replace(AGREED, until=None)


@pytest.mark.parametrize(
    ("unveiling", "days", "expected"),
    [
        (ASKED, 0, True),
        (ASKED, 7, True),
        (ASKED, 8, False),
        (AGREED, 0, False),
        (replace(AGREED, until=None), 0, False),
    ],
)
def test_a_request_waits_for_a_week_unless_it_was_answered(unveiling: Unveiling, days: int, *, expected: bool):
    assert waits(unveiling, ASKED.asked_on + timedelta(days=days)) is expected


@pytest.mark.parametrize(
    ("unveiling", "officer", "seconds", "expected"),
    [
        (AGREED, 1, -1, True),
        (AGREED, 2, -1, True),
        (AGREED, 3, -1, False),
        (AGREED, 1, 0, False),
        (AGREED, 2, 0, False),
        (ASKED, 1, -1, False),
        (CLOSED, 1, -1, False),
    ],
)
def test_a_name_is_open_to_the_two_until_its_time_is_over(
    unveiling: Unveiling, officer: int, seconds: int, *, expected: bool
):
    assert is_open_to(unveiling, PersonId(officer), UNTIL + timedelta(seconds=seconds)) is expected
