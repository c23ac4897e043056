"""Saying how one joins a meeting online: whoever comes is told, nobody else; a place that does not say so is public."""

from datetime import datetime

from participation.clock import local_day
from participation.errors import Refusal, Refused
from participation.ids import MeetingId, PersonId
from participation.meeting_letters import JoiningTold, MeetingReminder, meeting_subject
from participation.meetings.model import Attendance, Coming, Meeting
from participation.meetings.usecases import meeting_for_officer
from participation.ports import UnitOfWork


async def say_how_to_join(meeting: MeetingId, *, joining: str, by: PersonId, uow: UnitOfWork, now: datetime) -> int:
    """Keep how one joins, or that one cannot any more, and tell those who come how; returns how many are told."""
    found, consultation = await meeting_for_officer(meeting, by=by, uow=uow, now=now)
    if joining == await uow.meetings.joining(found.id):
        raise Refused(Refusal.NOTHING_CHANGED)
    await uow.meetings.keep_joining(found.id, joining)
    # Reminders that wait say how one joined before, or nothing of it: they are queued anew.
    await uow.outbox.call_back(meeting_subject(found.id), only=(MeetingReminder, JoiningTold))
    await uow.audit.note(
        at=now, person=by, institution=consultation.institution, action="meeting joining", subject=f"meeting {found.id}"
    )
    return await _tell(found, uow=uow, now=now) if joining and consultation.is_public() else 0


async def _tell(found: Meeting, *, uow: UnitOfWork, now: datetime) -> int:
    key = f"joining:{found.id}:{now.isoformat()}"
    coming = await uow.meetings.guests(found.id)
    listening = await uow.listeners.of_meeting(found.id, local_day(now), lacking=key)
    people = [person for person, _ in listening if person in coming]
    use_by = found.venue.over_at()
    return await uow.outbox.remind(JoiningTold(found.id), people=people, due_at=now, use_by=use_by, key=key)


async def joining_for(found: Meeting, answer: Attendance | None, *, uow: UnitOfWork, now: datetime) -> str:
    """How somebody joins who comes, or may come, as long as they can; empty for all others."""
    comes = answer is not None and answer.coming is not Coming.NO
    return await uow.meetings.joining(found.id) if comes and found.is_on(now) else ""
