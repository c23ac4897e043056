"""What time makes happen: a row for each, with how often it looks.

A job asks the database what is due; that it happens once is the database's care (a unique key), not the clock's.
"""

import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Final, Protocol

from participation.clock import local_day
from participation.comments.telling import tell_commenters
from participation.comments.translating import ask_authors
from participation.comments.usecases import tell_authors
from participation.comments.warning import warn_authors
from participation.consultations.amending import recount
from participation.consultations.announcements import follow_announcements
from participation.consultations.usecases import publish_due
from participation.digests.figures import send_figures
from participation.digests.seeing import raise_unseen as raise_digests
from participation.digests.usecases import send_digests
from participation.forum.keeping import forget_former, forget_lists
from participation.forum.telling import follow_proofs
from participation.meetings.retention import forget_after_meetings
from participation.meetings.voices import ask_whether_heard
from participation.offices.group import look_after_groups
from participation.ports import UnitOfWork
from participation.reminders.usecases import queue_reminders
from participation.reports.group import keep_all_in_step
from participation.reports.news import tell_all
from participation.reports.raising import raise_unread
from participation.reports.retention import expire_reports
from participation.reports.usecases import unattended
from scheduler.watchdogs import OFTEN, Memory, Watch, look, sentence_of

log = logging.getLogger(__name__)

KEEP_MARKS: Final = timedelta(days=7)
"""Telegram numbers its updates anew after a week of silence, so marks need not live longer."""


class Sweeper(Protocol):
    """Throws away what has served its time."""

    async def sweep(self, *, now: datetime, marks_before: datetime) -> int:
        """Delete it; returns how much."""
        ...

    async def shred(self) -> None:
        """Leave nothing of it behind in the log of the database."""
        ...


class Hall(UnitOfWork, Protocol):
    """The unit of work as the scheduler sees it."""

    @property
    def sweeper(self) -> Sweeper:
        """Who throws away."""
        ...

    @property
    def watch(self) -> Watch:
        """What the watchdogs ask, and the alarms."""
        ...


Workshop = Callable[[], AbstractAsyncContextManager[Hall]]


async def publish_scheduled(hall: Hall, now: datetime) -> int:
    """Announce what was scheduled for a moment that has come."""
    return await publish_due(uow=hall, now=now)


async def progress(hall: Hall, now: datetime) -> int:
    """Show the coordinators how far their announcements have got."""
    return await follow_announcements(uow=hall, now=now)


async def recount_deadlines(hall: Hall, now: datetime) -> int:
    """Move the deadlines that end too soon since a day off was added to the calendar."""
    return await recount(uow=hall, now=now)


async def remind(hall: Hall, now: datetime) -> int:
    """Queue the reminders that are near."""
    return await queue_reminders(uow=hall, now=now)


async def ask_voices(hall: Hall, now: datetime) -> int:
    """Ask those who came to a meeting whether they were heard."""
    return await ask_whether_heard(uow=hall, now=now)


async def forget(hall: Hall, now: datetime) -> int:
    """Let go of what was known of those who came to meetings that are long over, and of former members of forums.

    What of it proves a right of a forum is kept, as a count.
    """
    forgotten = await forget_after_meetings(uow=hall, now=now)
    return forgotten + await forget_lists(uow=hall, now=now) + await forget_former(uow=hall, now=now)


async def proofs(hall: Hall, now: datetime) -> int:
    """Write down what became of notices, in the proof of notice."""
    return await follow_proofs(uow=hall, now=now)


async def digest(hall: Hall, now: datetime) -> int:
    """Queue the digests whose hour has come."""
    return await send_digests(uow=hall, now=now)


async def figures(hall: Hall, now: datetime) -> int:
    """Queue word of a month's figures when the next one has begun."""
    return await send_figures(uow=hall, now=now)


async def tell_answers(hall: Hall, now: datetime) -> int:
    """Bring the answers, and the news of consultations and reports, whose readers may be woken now."""
    told = await tell_authors(uow=hall, now=now) + await tell_commenters(uow=hall, now=now)
    return told + await tell_all(uow=hall, now=now)


async def warn(hall: Hall, now: datetime) -> int:
    """Tell authors that the day is over on which an answer was owed."""
    return await warn_authors(uow=hall, now=now)


async def translations(hall: Hall, now: datetime) -> int:
    """Ask authors, whose phones may ring now, what their comments say in Albanian."""
    return await ask_authors(uow=hall, now=now)


async def unseen(hall: Hall, now: datetime) -> int:
    """Tell others of the digests that nobody has seen."""
    return await raise_digests(uow=hall, now=now)


async def pass_up(hall: Hall, now: datetime) -> int:
    """Tell others of the reports that nobody has read in time."""
    return await raise_unread(uow=hall, now=now)


async def groups(hall: Hall, now: datetime) -> int:
    """Look after the groups of officers, and on the hour tell them what waited for it."""
    return await look_after_groups(uow=hall, now=now) + await keep_all_in_step(uow=hall, now=now)


async def expire(hall: Hall, now: datetime) -> int:
    """Delete the reports that were closed long enough ago."""
    return await expire_reports(uow=hall, now=now)


async def sweep(hall: Hall, now: datetime) -> int:
    """Delete expired drafts, old marks, and what is left of people who asked to be forgotten."""
    return await hall.sweeper.sweep(now=now, marks_before=now - KEEP_MARKS)


async def shred(hall: Hall, _now: datetime) -> int:
    """Let nobody read from the log who commented, or reported, and what was deleted."""
    await hall.sweeper.shred()
    return 0


async def watch_offices(hall: Hall, _now: datetime) -> int:
    """Tell the operator, once a day so that it tells no hour, where urgent reports wait and nobody is there."""
    found = await unattended(uow=hall)
    for institution in found:
        log.error("Urgent reports wait at %s and nobody holds the office: `bashke invite` helps", institution.name)
    return len(found)


async def watch(memory: Memory, hall: Hall, now: datetime) -> int:
    """Tell the operator what should not be so: when it begins, once a day while it lasts, and when it is over."""
    changes = await look(hall.watch, memory, now, today=local_day(now))
    for change in changes:
        if change.rings:
            log.error("%s", sentence_of(change.alarm))
        else:
            log.warning("This is over, there is nothing to do: %s", sentence_of(change.alarm))
    return len(changes)


@dataclass(frozen=True)
class Job:
    """A name, a rhythm and what to do; returns how many things it did."""

    name: str
    every: timedelta
    do: Callable[[Hall, datetime], Awaitable[int]]


def jobs() -> Sequence[Job]:
    """In the order in which one beat runs them; whoever watches remembers nothing yet."""
    return (
        Job("publish", timedelta(minutes=1), publish_scheduled),
        Job("progress", timedelta(seconds=15), progress),
        Job("recount", timedelta(minutes=10), recount_deadlines),
        Job("remind", timedelta(minutes=1), remind),
        Job("voices", timedelta(minutes=5), ask_voices),
        Job("proofs", timedelta(minutes=1), proofs),
        Job("digest", timedelta(minutes=1), digest),
        Job("figures", timedelta(minutes=1), figures),
        Job("answers", timedelta(minutes=1), tell_answers),
        Job("late", timedelta(minutes=10), warn),
        Job("translations", timedelta(minutes=1), translations),
        Job("unseen", timedelta(minutes=5), unseen),
        Job("unread", timedelta(minutes=5), pass_up),
        Job("groups", timedelta(minutes=1), groups),
        Job("expire", timedelta(hours=1), expire),
        Job("forget", timedelta(hours=1), forget),
        Job("sweep", timedelta(minutes=10), sweep),
        Job("offices", timedelta(days=1), watch_offices),
        Job("watch", OFTEN, partial(watch, Memory())),
        Job("shred", timedelta(seconds=15), shred),
    )
