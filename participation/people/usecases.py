"""What people may ask for themselves: a language, a home, what to follow, quiet, to be forgotten."""

from collections.abc import Sequence
from datetime import datetime, time

from participation.clock import local_day
from participation.comments.bringing import bring_all as bring_answers
from participation.comments.translating import ask_returned
from participation.ids import AppointmentId, ConsultationId, InstitutionId, MunicipalityId, PersonId, UnitId
from participation.letters import ContactChange, DeadlineReminder, consultation_subject
from participation.meeting_letters import MeetingReminder, meeting_subject
from participation.meetings.model import Coming
from participation.offices import usecases as offices
from participation.offices.contacts import contacts, offices_as_contact
from participation.people.model import Appointment, Followed, Invitation, Office, QuietHours, Reach, Right, Role
from participation.ports import UnitOfWork
from participation.reports.alarms import call_again
from participation.reports.news import bring_all as bring_news
from participation.reports.readers import tell_if_nobody_reads, tell_of_readers


async def settle_in(
    person: PersonId, *, municipality: MunicipalityId, unit: UnitId | None, uow: UnitOfWork, now: datetime
) -> None:
    """Make a municipality, and perhaps a unit of it, somebody's home, and follow that; their former home no more."""
    former = (await uow.people.get(person)).municipality
    if former is not None and former != municipality:
        await leave_place(person, former, uow=uow)
    await uow.people.set_home(person, municipality, unit)
    await follow_place(person, municipality=municipality, unit=unit, uow=uow, now=now)


async def follow_place(
    person: PersonId, *, municipality: MunicipalityId, unit: UnitId | None, uow: UnitOfWork, now: datetime
) -> None:
    """Let somebody hear of a whole municipality, or only of a unit of it; whoever asks for that wants messages.

    The last choice counts: who takes the whole no longer needs its units, who takes a unit no longer wants the whole.
    """
    await come_back(person, uow=uow, now=now)
    if unit is None:
        await uow.people.follow(person, Followed.MUNICIPALITY, municipality, local_day(now))
        for part in await uow.places.units(municipality):
            await uow.people.unfollow(person, Followed.UNIT, part.id)
    else:
        await uow.people.follow(person, Followed.UNIT, unit, local_day(now))
        await uow.people.unfollow(person, Followed.MUNICIPALITY, municipality)


async def leave_place(person: PersonId, municipality: MunicipalityId, *, uow: UnitOfWork) -> None:
    """Let somebody hear no more of a municipality, nor of any unit of it."""
    await uow.people.unfollow(person, Followed.MUNICIPALITY, municipality)
    for part in await uow.places.units(municipality):
        await uow.people.unfollow(person, Followed.UNIT, part.id)


async def remind_of(person: PersonId, consultation: ConsultationId, *, uow: UnitOfWork, now: datetime) -> None:
    """Follow a consultation: its meetings, its deadline and what becomes of it; it takes messages to hear of them."""
    await come_back(person, uow=uow, now=now)
    await uow.people.follow(person, Followed.CONSULTATION, consultation, local_day(now))


async def remind_no_more(person: PersonId, consultation: ConsultationId, *, uow: UnitOfWork) -> None:
    """Unfollow a consultation and call back what still waits; meetings one said yes to stay."""
    await uow.people.unfollow(person, Followed.CONSULTATION, consultation)
    await uow.outbox.call_back(consultation_subject(consultation), only=(DeadlineReminder,), to=person)
    for meeting in await uow.meetings.of(consultation):
        attendance = await uow.meetings.attendance(meeting.id, person)
        if attendance is None or attendance.coming is Coming.NO:
            await uow.outbox.call_back(meeting_subject(meeting.id), only=(MeetingReminder,), to=person)


async def come_back(person: PersonId, *, uow: UnitOfWork, now: datetime) -> None:
    """Somebody can be reached, and wants to be; what they missed and must not miss is brought."""
    if (await uow.people.get(person)).reach is not Reach.REACHABLE:
        await uow.people.set_reach(person, Reach.REACHABLE)
        await call_again(person, uow=uow, now=now)
        await bring_answers(person, uow=uow, now=now)
        await ask_returned(person, uow=uow, now=now)
        await bring_news(person, uow=uow, now=now)


async def take_up(token: str, *, person: PersonId, uow: UnitOfWork, now: datetime) -> Invitation:
    """Take the office an invitation opens, and hear of the urgent reports there that nobody has read."""
    invitation = await offices.accept_invitation(token, person=person, uow=uow, now=now)
    await call_again(person, uow=uow, now=now)
    if invitation.role.may(Right.PROTECT):
        await tell_of_readers(invitation.institution, uow=uow, now=now)
    return invitation


async def send_away(
    person: PersonId, *, institution: InstitutionId, role: Role | None = None, uow: UnitOfWork, now: datetime
) -> None:
    """Take an office away, or all that somebody holds there; who told the last protection contact hears of it."""
    await _left(await offices.dismiss(person, institution=institution, role=role, uow=uow, now=now), uow=uow, now=now)


async def send_colleague_away(
    appointment: AppointmentId, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> Appointment:
    """The same from the chat, for whoever may take that office away."""
    found, lost = await offices.dismiss_colleague(appointment, by=by, uow=uow, now=now)
    await _left(lost, uow=uow, now=now)
    return found


async def _left(lost: Sequence[Office], *, uow: UnitOfWork, now: datetime) -> None:
    for office in lost:
        if office.may(Right.PROTECT):
            await tell_if_nobody_reads(office.institution, uow=uow, now=now)


async def leave(person: PersonId, *, uow: UnitOfWork, now: datetime) -> None:
    """Somebody blocked us; if they had asked for silence before, they find it when they return."""
    if (await uow.people.get(person)).reach is Reach.REACHABLE:
        await _fall_silent(person, Reach.UNREACHABLE, uow=uow, now=now)


async def stop(person: PersonId, *, uow: UnitOfWork, now: datetime) -> None:
    """Send nothing more that was not asked for; what they follow is kept for the day they return."""
    await _fall_silent(person, Reach.STOPPED, uow=uow, now=now)


async def _fall_silent(person: PersonId, reach: Reach, *, uow: UnitOfWork, now: datetime) -> None:
    """No message reaches them; where no protection contact gets any then, the administrators hear of it."""
    heard = (await uow.people.get(person)).reach is Reach.REACHABLE
    await uow.people.set_reach(person, reach)
    for office in await offices_as_contact(person, uow=uow) if heard else ():
        if not await contacts(office.institution, uow=uow):
            await offices.tell_administrators(office.institution, ContactChange.SILENT, uow=uow, now=now)


async def keep_quiet(person: PersonId, *, start: time, end: time, uow: UnitOfWork) -> QuietHours:
    """Let nothing ring between two hours of the day; reminders that wait already find their new moment."""
    quiet = QuietHours(start, end)
    await uow.people.set_quiet(person, quiet)
    for follow in await uow.people.follows(person):
        if follow.what is Followed.CONSULTATION:
            await _call_back_reminders(person, ConsultationId(follow.id), uow=uow)
    for meeting in await uow.meetings.attended_by(person):
        await _call_back_reminders(person, meeting.consultation, uow=uow)
    return quiet


async def _call_back_reminders(person: PersonId, consultation: ConsultationId, *, uow: UnitOfWork) -> None:
    """What is called back is queued again at the next look, for whoever still wants it."""
    await uow.outbox.call_back(consultation_subject(consultation), only=(DeadlineReminder,), to=person)
    for meeting in await uow.meetings.of(consultation):
        await uow.outbox.call_back(meeting_subject(meeting.id), only=(MeetingReminder,), to=person)


async def forget(person: PersonId, *, uow: UnitOfWork, now: datetime) -> None:
    """Erase somebody: their comments stay in the record without them, all else goes (Law 124/2024)."""
    await _left(await offices.give_up(person, uow=uow, now=now), uow=uow, now=now)
    await uow.people.erase(person)
