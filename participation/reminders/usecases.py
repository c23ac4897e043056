"""Reminding people by looking: what is near is asked of the database, and a key makes each reminder happen once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import datetime, timedelta

from participation.apart import one_by_one
from participation.clock import local_day
from participation.consultations.model import Consultation
from participation.ids import MeetingId, PersonId
from participation.letters import DeadlineReminder
from participation.meeting_letters import MeetingReminder
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

AT_ONCE = 2000
"""So many of a kind are queued in one look: while they are written nobody else can write, and the next look is near."""


async def queue_reminders(*, uow: UnitOfWork, now: datetime) -> int:
    """Queue every reminder that is near and not yet queued; returns how many were new."""
    return await remind_of_meetings(uow=uow, now=now) + await remind_of_deadlines(uow=uow, now=now)


async def remind_of_meetings(*, uow: UnitOfWork, now: datetime) -> int:
    """Three days, one day and two hours before."""

    async def remind_of_one(meeting: Meeting) -> int:
        count, former = 0, ""
        letter = MeetingReminder(meeting.id, meeting.venue.starts_at)
        guests = await uow.meetings.guests(meeting.id) if await uow.meetings.joining(meeting.id) else frozenset()
        for due in meeting_dues(letter.starts_at):
            key = _key(letter, due)
            if due.is_near(now):
                waiting = await uow.listeners.of_meeting(meeting.id, due.asked_by(now), lacking=key)
                at = moments_of(waiting, due, now)
                if former and min(at, default=due.moment) < due.moment:
                    untold = await uow.listeners.of_meeting(meeting.id, due.asked_by(now), lacking=former)
                    at = without_echo(at, due, {person for person, _ in untold})
                count += await _queue(letter, due, without_guests(at, guests), key=key, uow=uow)
                with_link = replace(letter, joining=True)
                count += await _queue(with_link, due, of_guests(at, guests), key=key, uow=uow)
            former = key
        return count

    return await one_by_one(await uow.meetings.between(now, now + FARTHEST_MEETING), remind_of_one, uow=uow)


def _key(letter: MeetingReminder, due: Due) -> str:
    return f"meeting:{letter.meeting}:{letter.starts_at.isoformat()}:{due.code}"


async def count_as_reminded(meeting: MeetingId, starts_at: datetime, *, uow: UnitOfWork, now: datetime) -> None:
    """Who has just been told the date needs no reminder whose hour is past: it is written down, and leaves nowhere."""
    letter = MeetingReminder(meeting, starts_at)
    stale = now - timedelta(seconds=1)
    for due in meeting_dues(starts_at):
        if due.moment <= now:
            key = _key(letter, due)
            people = [person for person, _ in await uow.listeners.of_meeting(meeting, local_day(now), lacking=key)]
            await uow.outbox.remind(letter, people=people, due_at=now, use_by=stale, key=key)


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
                key = f"deadline:{consultation.id}:{deadline.isoformat()}:{due.code}"
                waiting = await uow.listeners.of_deadline(consultation.id, due.asked_by(now), lacking=key)
                count += await _queue(letter, due, moments_of(waiting, due, now), key=key, uow=uow)
        return count

    near = await uow.consultations.with_deadline_between(today, today + FARTHEST_DEADLINE)
    return await one_by_one(near, remind_of_one, uow=uow)


Moments = Mapping[datetime, Sequence[PersonId]]


def moments_of(waiting: Sequence[tuple[PersonId, QuietHours]], due: Due, now: datetime) -> Moments:
    """Who is to be reminded at which moment."""
    known = {quiet: in_waking_hours(due, quiet, now) for quiet in {quiet for _, quiet in waiting}}
    at: defaultdict[datetime, list[PersonId]] = defaultdict(list)
    for person, quiet in waiting:
        if (moment := known[quiet]) is not None:
            at[moment].append(person)
    return at


def without_echo(at: Moments, due: Due, untold: Set[PersonId]) -> Moments:
    """Brought forward to the day before, it would say what the one before it has said: it is for the `untold` only."""
    return {
        moment: people if moment >= due.moment else [person for person in people if person in untold]
        for moment, people in at.items()
    }


def of_guests(at: Moments, guests: Set[PersonId]) -> Moments:
    """Those of them who come to a meeting."""
    return {moment: [person for person in people if person in guests] for moment, people in at.items()}


def without_guests(at: Moments, guests: Set[PersonId]) -> Moments:
    """The others."""
    return {moment: [person for person in people if person not in guests] for moment, people in at.items()}


async def _queue(
    letter: MeetingReminder | DeadlineReminder, due: Due, at: Moments, *, key: str, uow: UnitOfWork
) -> int:
    use_by = due.until - timedelta(seconds=1)
    count = 0
    for moment, people in sorted(at.items()):
        some = people[: AT_ONCE - count]
        count += await uow.outbox.remind(letter, people=some, due_at=moment, use_by=use_by, key=key)
    return count
