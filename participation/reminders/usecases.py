"""Reminding people by looking: what is near is asked of the database, and a key makes each reminder happen once."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from participation.apart import one_by_one
from participation.clock import local_day
from participation.consultations.model import Consultation
from participation.ids import MeetingId, PersonId
from participation.letters import DeadlineReminder, MeetingReminder
from participation.meetings.model import Meeting
from participation.people.model import QuietHours
from participation.ports import UnitOfWork
from participation.reminders.rules import (
    FARTHEST_DEADLINE,
    FARTHEST_MEETING,
    Due,
    deadline_dues,
    in_waking_hours,
    meeting_dues,
)


async def queue_reminders(*, uow: UnitOfWork, now: datetime) -> int:
    """Queue every reminder that is near and not yet queued; returns how many were new."""
    return await remind_of_meetings(uow=uow, now=now) + await remind_of_deadlines(uow=uow, now=now)


async def remind_of_meetings(*, uow: UnitOfWork, now: datetime) -> int:
    """Three days, one day and two hours before."""

    async def remind_of_one(meeting: Meeting) -> int:
        count = 0
        letter = MeetingReminder(meeting.id, meeting.venue.starts_at)
        for due in meeting_dues(letter.starts_at):
            if due.is_near(now):
                listeners = await uow.listeners.of_meeting(meeting.id, due.asked_by(now))
                count += await _queue(letter, due, listeners, key=_key(letter, due), uow=uow, now=now)
        return count

    return await one_by_one(await uow.meetings.between(now, now + FARTHEST_MEETING), remind_of_one, uow=uow)


def _key(letter: MeetingReminder, due: Due) -> str:
    return f"meeting:{letter.meeting}:{letter.starts_at.isoformat()}:{due.code}"


async def count_as_reminded(meeting: MeetingId, starts_at: datetime, *, uow: UnitOfWork, now: datetime) -> None:
    """Who has just been told the date needs no reminder whose hour is past: it is written down, and leaves nowhere."""
    letter = MeetingReminder(meeting, starts_at)
    listeners = [person for person, _ in await uow.listeners.of_meeting(meeting, local_day(now))]
    stale = now - timedelta(seconds=1)
    for due in meeting_dues(starts_at):
        if due.moment <= now:
            await uow.outbox.remind(letter, people=listeners, due_at=now, use_by=stale, key=_key(letter, due))


async def remind_of_deadlines(*, uow: UnitOfWork, now: datetime) -> int:
    """Ten, three and one working days before."""
    today = local_day(now)

    async def remind_of_one(consultation: Consultation) -> int:
        count = 0
        deadline = consultation.terms.deadline
        assert deadline is not None
        calendar = await uow.places.calendar(consultation.institution)
        letter = DeadlineReminder(consultation.id, deadline)
        for due in deadline_dues(deadline, calendar):
            if due.is_near(now):
                listeners = await uow.listeners.of_deadline(consultation.id, due.asked_by(now))
                key = f"deadline:{consultation.id}:{deadline.isoformat()}:{due.code}"
                count += await _queue(letter, due, listeners, key=key, uow=uow, now=now)
        return count

    near = await uow.consultations.with_deadline_between(today, today + FARTHEST_DEADLINE)
    return await one_by_one(near, remind_of_one, uow=uow)


async def _queue(
    letter: MeetingReminder | DeadlineReminder,
    due: Due,
    listeners: Sequence[tuple[PersonId, QuietHours]],
    *,
    key: str,
    uow: UnitOfWork,
    now: datetime,
) -> int:
    at: defaultdict[datetime, list[PersonId]] = defaultdict(list)
    for person, quiet in listeners:
        moment = in_waking_hours(due, quiet, now)
        if moment is not None:
            at[moment].append(person)
    use_by = due.until - timedelta(seconds=1)
    count = 0
    for moment, people in at.items():
        count += await uow.outbox.remind(letter, people=people, due_at=moment, use_by=use_by, key=key)
    return count
