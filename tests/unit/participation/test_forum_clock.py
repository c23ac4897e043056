"""When a forum is to meet again: six months after it met, whatever the month has of days."""

from datetime import date

import pytest

from participation.forum.meetings import due_by
from participation.forum.model import Forum, ForumMeeting
from participation.ids import InstitutionId

FORUM = Forum(InstitutionId(1), "Forumi", date(2023, 8, 31))


@pytest.mark.parametrize(
    ("met", "due"),
    [
        ([], date(2024, 2, 29)),
        ([date(2023, 3, 1)], date(2023, 9, 1)),
        ([date(2022, 8, 31), date(2022, 1, 5)], date(2023, 2, 28)),
        ([date(2023, 12, 31)], date(2024, 6, 30)),
    ],
)
def test_it_meets_every_six_months(met: list[date], due: date) -> None:
    assert due_by(FORUM, [ForumMeeting(day, "Salla", "") for day in met]) == due
