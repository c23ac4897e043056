"""Throwing away what has served its time."""

from datetime import datetime, timedelta

from participation.clock import local_day
from storage.desks.desk import Desk
from storage.desks.drafts import Drafts
from storage.desks.erasing import see_off
from storage.desks.inbox import Inbox
from storage.tables import attendance, follows

DAYS_MATTER = timedelta(days=30)
"""How long it matters on which day somebody asked to be reminded: longer than any reminder waits for the next."""


class Sweeper(Desk):
    """Sweeps drafts, marks, and what is left of people who asked to be forgotten."""

    has_swept = False
    """Whether the write-ahead log is to be emptied after the commit, so that what was thrown away is gone there too."""

    async def sweep(self, *, now: datetime, marks_before: datetime) -> int:
        """Delete it; returns how many drafts and marks went."""
        drafts = await Drafts(self._connection, self._vault).drop_expired(now)
        marks = await Inbox(self._connection, self._vault).purge(local_day(marks_before))
        await see_off(self._connection)
        for table in (follows, attendance):
            old = table.c.since < local_day(now) - DAYS_MATTER
            await self._run(table.update().where(old).values(since=None))
        self.has_swept = True
        return drafts + marks
