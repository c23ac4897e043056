"""What official papers are made of, gathered from what was kept; each is for those who act for the institution.

Of people only those stand there who agreed to it; that somebody took a list with names is written down.
"""

from collections.abc import Iterator
from datetime import datetime

from participation.clock import local, local_day
from participation.consultations.model import Consultation
from participation.consultations.usecases import consultation_for_officer, note_deed
from participation.errors import Refusal, Refused
from participation.ids import ConsultationId, InstitutionId, MeetingId, PersonId
from participation.meetings.minutes import Minutes
from participation.meetings.model import Meeting
from participation.meetings.papers import participants_of, record_of
from participation.meetings.present import Participants
from participation.meetings.usecases import gathering_for_officer
from participation.paperwork.letterhead import Letterhead
from participation.paperwork.meetings import (
    AttendanceSheet,
    Attendee,
    CheckedIn,
    MeetingNote,
    MinutesPaper,
    ParticipantsList,
    Relacion,
    SpokenPoint,
    relacion,
)
from participation.paperwork.record import AdoptedAct
from participation.ports import UnitOfWork


async def letterhead_of(
    institution: InstitutionId, *, uow: UnitOfWork, now: datetime, protocol: str = ""
) -> Letterhead:
    """Who writes, where, today."""
    found = await uow.places.institution(institution)
    home = await uow.places.municipality(found.municipality) if found.municipality else None
    return Letterhead(found.name, local_day(now), place=home.name if home else "", protocol=protocol)


async def participants_list(
    consultation: ConsultationId, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> ParticipantsList:
    """Who came to the meetings of a consultation that have begun."""
    found = await consultation_for_officer(consultation, by=by, uow=uow)
    begun = [meeting for meeting in await uow.meetings.of(consultation) if meeting.has_begun(now)]
    sheets = [await _sheet(meeting, uow=uow) for meeting in begun]
    await note_deed("list of participants taken", found, by=by, uow=uow, now=now)
    head = await letterhead_of(found.institution, uow=uow, now=now)
    return ParticipantsList(head, found.terms.title, tuple(sheets))


async def minutes_of(meeting: MeetingId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> MinutesPaper:
    """The minutes from the finished record; as long as none is finished there are none."""
    minutes, _, _ = await _minutes(meeting, by=by, uow=uow, now=now)
    return minutes


async def relacion_of(meeting: MeetingId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Relacion:
    """The report of a meeting under its five headings."""
    minutes, consultation, people = await _minutes(meeting, by=by, uow=uow, now=now)
    return relacion(minutes, kinds=people.kinds, purpose=consultation.terms.purpose)


async def _minutes(
    meeting: MeetingId, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> tuple[MinutesPaper, Consultation, Participants]:
    found, consultation = await gathering_for_officer(meeting, by=by, uow=uow)
    record = await record_of(meeting, uow=uow)
    if record is None:
        raise Refused(Refusal.RECORD_MISSING)
    people = await participants_of(meeting, uow=uow)
    await note_deed("minutes taken", consultation, by=by, uow=uow, now=now)
    minutes = MinutesPaper(
        letterhead=await letterhead_of(consultation.institution, uow=uow, now=now),
        title=consultation.terms.title,
        meeting=noted(found, record, people),
        moderator=record.moderator,
        agenda=record.agenda,
        points=tuple(SpokenPoint(each.words, each.speaker, each.role) for each in record.said),
        recommendations=record.recommendations,
        decisions=record.decisions,
        materials=tuple(media.name or "" for media in record.materials),
        closing=record.closing,
    )
    return minutes, consultation, people


async def held(meeting: Meeting, *, uow: UnitOfWork) -> tuple[MeetingNote, Participants]:
    """A meeting as papers name it, with who was there."""
    people = await participants_of(meeting.id, uow=uow)
    return noted(meeting, await record_of(meeting.id, uow=uow), people), people


def noted(meeting: Meeting, record: Minutes | None, people: Participants) -> MeetingNote:
    """A meeting as its finished record tells it, else as it was planned, with who was there."""
    venue = record.venue if record else meeting.venue
    starts, ends = local(venue.starts_at), local(venue.ends_at) if venue.ends_at else None
    present = (record.present if record else None) or people.count
    return MeetingNote(
        day=starts.date(),
        place=venue.place,
        begins=starts.time(),
        ends=ends.time() if ends else None,
        theme=record.theme if record else "",
        present=present if present.number else None,
        organisations=record.organisations if record else people.organisations,
    )


async def _sheet(meeting: Meeting, *, uow: UnitOfWork) -> AttendanceSheet:
    note, people = await held(meeting, uow=uow)
    return AttendanceSheet(note, tuple(_named(people)), people.kinds)


def _named(people: Participants) -> Iterator[Attendee]:
    for listing, actor, by_phone in people.listed:
        who = (listing.name, listing.organisation, listing.role, actor)
        yield Attendee(*who, CheckedIn.THEMSELVES if by_phone else CheckedIn.PAPER_LIST)


def adopted_act(found: Consultation) -> AdoptedAct | None:
    """The act that came of it, if one did."""
    act = found.adoption
    return None if act is None else AdoptedAct(found.terms.title, act.number, act.day, act.link or "")
