"""Throwing away what has served its time."""

from datetime import date, datetime, timedelta

from sqlalchemy import select

from participation.clock import local_day
from participation.people.model import Followed
from storage.desks.consultations import goes_on
from storage.desks.desk import Desk
from storage.desks.drafts import Drafts
from storage.desks.erasing import see_off
from storage.desks.inbox import Inbox
from storage.desks.pending import PendingChanges
from storage.desks.waiting import WAITING
from storage.dialect import insert
from storage.tables import attendance, consultations, follows, notes, parcels

DAYS_MATTER = timedelta(days=30)
"""How long it matters on which day somebody asked to be reminded: longer than any reminder waits for the next."""
NEWS = ("digest", "digest_unseen", "progress")
KEEP_NEWS = timedelta(days=7)
REMINDERS = ("meeting_reminder", "deadline_reminder", "voice_asked")
KEEP_REMINDERS = timedelta(days=30)
REBUILT = "rebuilt"


class Sweeper(Desk):
    """Sweeps drafts, marks, letters that prove nothing, and what is left of people who asked to be forgotten."""

    empties_log = False
    """Whether the write-ahead log is to be emptied after the commit."""
    is_first_of_day = False
    """Whether the whole file is to be written anew."""

    async def sweep(self, *, now: datetime, marks_before: datetime) -> int:
        """Delete it; returns how many drafts, marks and letters went."""
        drafts = await Drafts(self._connection, self._vault).drop_expired(now)
        await PendingChanges(self._connection, self._vault).drop_old(local_day(now))
        marks = await Inbox(self._connection, self._vault).purge(local_day(marks_before))
        letters = await self._drop_letters(now)
        await self._drop_what_is_over(local_day(now))
        await see_off(self._connection)
        for table in (follows, attendance):
            old = table.c.since < local_day(now) - DAYS_MATTER
            await self._run(table.update().where(old).values(since=None))
        await self.shred()
        self.is_first_of_day = await self._turn_the_page(local_day(now).isoformat())
        return drafts + marks + letters

    async def shred(self) -> None:
        """Empty the write-ahead log: what was deleted still stands there, and which rows were written together."""
        self.empties_log = True

    async def _drop_what_is_over(self, today: date) -> None:
        """Whoever asked to be reminded of a consultation has nothing more to follow when all its dates are past."""
        going_on = select(consultations.c.id).where(goes_on(today))
        reminded = follows.c.what == Followed.CONSULTATION.value
        await self._run(follows.delete().where(reminded, follows.c.subject.not_in(going_on)))

    async def _drop_letters(self, now: datetime) -> int:
        """Those that have ended and prove nothing; announcements prove that people were given notice."""
        ended = parcels.c.state.not_in(WAITING)
        news = (parcels.c.kind.in_(NEWS), parcels.c.due_at < now - KEEP_NEWS)
        reminders = (parcels.c.kind.in_(REMINDERS), parcels.c.use_by < now - KEEP_REMINDERS)
        return sum([await self._run(parcels.delete().where(ended, *which)) for which in (news, reminders)])

    async def _turn_the_page(self, today: str) -> bool:
        row = insert(notes).values(name=REBUILT, value=today)
        is_new = notes.c.value != today
        return bool(
            await self._run(
                row.on_conflict_do_update(index_elements=[notes.c.name], set_={"value": today}, where=is_new)
            )
        )
