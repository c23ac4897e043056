"""How long what is known of those who came to a meeting is kept: a month, and names as their institution says.

How one joined it online goes a day after it began.
"""

from datetime import datetime, timedelta
from typing import Final

from participation.clock import day_begins, local_day
from participation.meetings.voices import ANSWERED_WITHIN
from participation.places import Institution
from participation.ports import UnitOfWork

WISHES_LAST: Final = timedelta(days=30)
A_LONG_MEETING: Final = timedelta(days=1)
"""Counted is from when it began: whoever may still change an answer must be known again, and one may still join."""


async def forget_after_meetings(*, uow: UnitOfWork, now: datetime) -> int:
    """Let go of needs and positions, of the marks of those who answered, and of how one joined."""
    for meeting in await uow.doors.all():
        if not (await uow.meetings.get(meeting)).lets_in(now):
            await uow.doors.shut(meeting)
    await uow.doors.forget_tries(local_day(now))
    forgotten = await uow.meetings.forget_wishes(now - WISHES_LAST)
    forgotten += await uow.meetings.forget_joining(now - A_LONG_MEETING)
    return forgotten + await uow.voices.forget(now - ANSWERED_WITHIN - A_LONG_MEETING)


def names_go_before(institution: Institution, now: datetime) -> datetime:
    """Of meetings that began before this moment the lists hold counts only."""
    return day_begins(local_day(now) - timedelta(days=institution.keep_days))
