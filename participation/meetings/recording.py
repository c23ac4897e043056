"""Writing the record of a meeting, part by part until it is finished; what is wrong later is a new revision."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from participation.consultations.model import Consultation
from participation.errors import Refusal, Refused
from participation.ids import InstitutionId, MeetingId, PersonId
from participation.meetings.minutes import Heading, Minutes, Revision, as_counted, missing
from participation.meetings.model import Meeting
from participation.meetings.present import Participants, counted
from participation.meetings.usecases import gathering_for_officer
from participation.offices.attending import at_the_desk
from participation.ports import UnitOfWork

RECORDS_BACK: Final = timedelta(days=365)
"""How far back it is said that a meeting has no record."""


async def record_for_officer(
    meeting: MeetingId, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> tuple[Meeting, Consultation, Revision]:
    """The record as it stands now, of a meeting that has begun; nothing but the plan, where nobody has begun it."""
    found, consultation = await gathering_for_officer(meeting, by=by, uow=uow)
    if not found.has_begun(now):
        raise Refused(Refusal.MEETING_AHEAD)
    await at_the_desk([consultation.institution], uow=uow, now=now)
    latest = await uow.minutes.latest(found.id)
    return found, consultation, latest or Revision(Minutes(found.venue, consultation.terms.title))


async def unrecorded(institutions: Sequence[InstitutionId], *, uow: UnitOfWork, now: datetime) -> list[Meeting]:
    """The meetings of the last year that are over and whose record nobody has finished, the latest first."""
    lacking = await without_record(await uow.meetings.held(institutions, now), uow=uow, now=now)
    return [one for one in lacking if not one.is_on(now)]


async def without_record(begun: Sequence[Meeting], *, uow: UnitOfWork, now: datetime) -> list[Meeting]:
    """Of these, those of the last year whose record nobody has finished."""
    lately = [one for one in begun if one.venue.starts_at > now - RECORDS_BACK]
    finished = await uow.minutes.finished_among([one.id for one in lately])
    return [one for one in lately if one.id not in finished]


async def people_at(meeting: MeetingId, *, uow: UnitOfWork) -> Participants:
    """Who was there, as the list counts."""
    return counted(await uow.presence.of(meeting))


async def write(
    meeting: MeetingId, change: Callable[[Minutes], Minutes], *, by: PersonId, uow: UnitOfWork, now: datetime
) -> Revision:
    """Change a part of the record; one that is finished is not written on."""
    found, _, revision = await record_for_officer(meeting, by=by, uow=uow, now=now)
    if revision.finished_at is not None:
        raise Refused(Refusal.RECORD_FINISHED)
    changed = Revision(change(revision.minutes), revision.number)
    await uow.minutes.put(found.id, changed)
    return changed


async def finish(
    meeting: MeetingId, *, number: int, by: PersonId, uow: UnitOfWork, now: datetime
) -> tuple[Heading, ...]:
    """Finish the record that was looked at, or say what is missing; it is written down who finished which, and when."""
    found, consultation, revision = await record_for_officer(meeting, by=by, uow=uow, now=now)
    if revision.finished_at is not None or revision.number != number:
        raise Refused(Refusal.RECORD_FINISHED)
    people = await people_at(found.id, uow=uow)
    lacks = missing(revision.minutes, people)
    if not lacks:
        await uow.minutes.put(found.id, Revision(as_counted(revision.minutes, people), number, now))
        await _note("record finished", found, consultation, number, by=by, uow=uow, now=now)
    return lacks


async def correct(meeting: MeetingId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Revision:
    """Begin a new revision of a finished record; until it is finished too, the old one counts."""
    found, consultation, revision = await record_for_officer(meeting, by=by, uow=uow, now=now)
    if revision.finished_at is None:
        return revision
    begun = Revision(revision.minutes, revision.number + 1)
    await uow.minutes.put(found.id, begun)
    await _note("record correction", found, consultation, begun.number, by=by, uow=uow, now=now)
    return begun


async def _note(
    action: str,
    found: Meeting,
    consultation: Consultation,
    number: int,
    *,
    by: PersonId,
    uow: UnitOfWork,
    now: datetime,
) -> None:
    subject = f"meeting {found.id} revision {number + 1}"
    await uow.audit.note(at=now, person=by, institution=consultation.institution, action=action, subject=subject)
