"""The digest (njoftim i përmbledhur): what came in and what is owed, at the hour a coordinator chose."""

from datetime import datetime, time, timedelta

from participation.calendar.working_days import WorkingCalendar
from participation.clock import day_ends, local, local_day, wall
from participation.comments.usecases import answer_owed_by
from participation.ids import InstitutionId
from participation.letters import Digest, Lane, Tally
from participation.people.model import Office
from participation.ports import UnitOfWork

EARLIEST = time(7)
LATEST = time(20)
SOON = timedelta(days=7)


async def send_digests(*, uow: UnitOfWork, now: datetime) -> int:
    """Queue today's digest for every coordinator whose hour has come; returns how many were new."""
    count = 0
    for office in await uow.people.all_officers():
        calendar = await uow.places.calendar(office.institution)
        if is_due(office, calendar, now):
            count += await send_digest(office, calendar, uow=uow, now=now)
    return count


def is_due(office: Office, calendar: WorkingCalendar, now: datetime) -> bool:
    """On working days only, from the chosen hour on, never at night."""
    here = local(now)
    return calendar.is_working(here.date()) and max(office.digest_at, EARLIEST) <= here.time() < LATEST


async def send_digest(office: Office, calendar: WorkingCalendar, *, uow: UnitOfWork, now: datetime) -> bool:
    """Queue one digest, once a day; returns whether there is something to tell.

    An empty one is queued too, and void when it is to leave: what comes in the afternoon must not make a second hour.
    """
    today = local_day(now)
    since = wall(calendar.before(today, 1), office.digest_at)
    tally = await tally_of(office.institution, since=since, uow=uow, now=now)
    new = await uow.outbox.add(
        Digest(office.institution, today, tally),
        to=office.person,
        lane=Lane.REMINDER,
        due_at=now,
        use_by=day_ends(today),
        key=f"digest:{office.institution}:{office.person}:{today.isoformat()}",
    )
    return new and not tally.is_empty()


async def tally_of(institution: InstitutionId, *, since: datetime, uow: UnitOfWork, now: datetime) -> Tally:
    """Count what a coordinator has to know today."""
    today = local_day(now)
    owed = await uow.comments.owed(institution)
    overdue = [comment for comment in owed if await answer_owed_by(comment, uow=uow) < today]
    mine = {consultation.id for consultation in await uow.consultations.of(institution)}
    meetings = await uow.meetings.between(now, now + SOON)
    closing = await uow.consultations.with_deadline_between(today, today + SOON)
    return Tally(
        new_comments=await uow.comments.count_since(institution, since),
        new_reports=await uow.reports.count_unseen(institution),
        owed=len(owed),
        overdue=len(overdue),
        meetings_soon=len([m for m in meetings if m.consultation in mine]),
        deadlines_soon=len([c for c in closing if c.id in mine]),
    )
