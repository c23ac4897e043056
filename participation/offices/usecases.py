"""Offices: who may act for an institution, and how one comes to it and leaves it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from participation.clock import day_begins, local_day
from participation.dockets import Docket, open_to
from participation.errors import NotFound, Refusal, Refused
from participation.ids import AppointmentId, InstitutionId, PersonId
from participation.letters import ColleagueCame, ContactChange, ContactsChanged, Lane, OfficeEnded, ReportsReleased
from participation.people.model import RIGHTS, Appointment, Invitation, Office, Reach, Right, Role
from participation.places import Institution
from participation.ports import UnitOfWork

INVITATION_LASTS = timedelta(days=7)


async def invite(
    token: str, *, institution: InstitutionId, role: Role, by: PersonId | None, uow: UnitOfWork, now: datetime
) -> Invitation:
    """Make a one-time way into an office; from the chat only those may whose own office lets them give it."""
    if by is not None:
        await office_in(by, institution, uow=uow, right=role.given_by)
    invitation = Invitation(institution, role, expires_at=now + INVITATION_LASTS)
    await uow.people.add_invitation(token, invitation)
    await uow.audit.note(at=now, person=by, institution=institution, action="invite", subject=role.value)
    return invitation


async def accept_invitation(token: str, *, person: PersonId, uow: UnitOfWork, now: datetime) -> Invitation:
    """Take the office an invitation opens: once, and before it expires; the administrators hear of it."""
    invitation = await uow.people.use_invitation(token, now)
    if invitation is None:
        raise Refused(Refusal.INVITATION_VOID)
    await uow.people.appoint(person, invitation.institution, invitation.role)
    number = await uow.audit.note(
        at=now, person=person, institution=invitation.institution, action="appointed", subject=invitation.role.value
    )
    came = ColleagueCame(invitation.institution, AppointmentId(number), now, invitation.role)
    for office in await offices_at(invitation.institution, uow=uow, right=invitation.role.given_by):
        if office.person != person:
            await uow.outbox.add(came, to=office.person, lane=Lane.REMINDER, due_at=now)
    if invitation.role.may(Right.PROTECT):
        await tell_administrators(invitation.institution, ContactChange.CAME, uow=uow, now=now)
    return invitation


async def tell_administrators(
    institution: InstitutionId, change: ContactChange, *, uow: UnitOfWork, now: datetime
) -> None:
    """That somebody is the protection contact, or nobody any more, or nobody whom a message reaches."""
    letter = ContactsChanged(institution, local_day(now), change)
    for office in await offices_at(institution, uow=uow, right=Right.APPOINT):
        await uow.outbox.add(letter, to=office.person, lane=Lane.REMINDER, due_at=now)


async def is_for_a_colleague(token: str, *, person: PersonId, uow: UnitOfWork, now: datetime) -> bool:
    """Whether an invitation gives nothing that this person does not have already: looking at it does not use it up."""
    invitation = await uow.people.find_invitation(token, now)
    if invitation is None:
        return False
    offices = await uow.people.offices(person)
    held = [office.role for office in offices if office.institution == invitation.institution]
    return any(role is invitation.role or RIGHTS[role] > RIGHTS[invitation.role] for role in held)


async def dismiss(
    person: PersonId, *, institution: InstitutionId, role: Role | None = None, uow: UnitOfWork, now: datetime
) -> Sequence[Office]:
    """Take an office away, or all that somebody holds there; they hear of it, and links that wait lead nowhere then."""
    held = [one for one in await uow.people.offices(person) if one.institution == institution]
    lost = [office for office in held if role is None or office.role in role.rivals]
    if not lost:
        raise Refused(Refusal.NOT_ALLOWED)
    for office in lost:
        await _take_away(office, uow=uow, now=now)
        await uow.audit.note(
            at=now, person=person, institution=institution, action="dismissed", subject=office.role.value
        )
        ended = OfficeEnded(institution, local_day(now), office.role)
        await uow.outbox.add(ended, to=person, lane=Lane.REMINDER, due_at=now)
    return lost


async def _take_away(office: Office, *, uow: UnitOfWork, now: datetime) -> None:
    """Neither links nor reports stay in the hands of somebody who holds no office there; who is left hears of these."""
    await uow.people.dismiss(office)
    await uow.people.void_invitations(office.institution)
    for docket in open_to([office]):
        await _release(office.person, docket, uow=uow, now=now)
    if office.may(Right.PROTECT) and not await offices_at(office.institution, uow=uow, right=Right.PROTECT):
        await tell_administrators(office.institution, ContactChange.GONE, uow=uow, now=now)


async def _release(person: PersonId, docket: Docket, *, uow: UnitOfWork, now: datetime) -> None:
    released = await uow.reports.release(person, docket)
    letter, day = ReportsReleased(docket.institution, released, docket.guarded), day_begins(local_day(now))
    for office in await readers_of(docket, uow=uow) if released else ():
        await uow.outbox.add(letter, to=office.person, lane=Lane.REMINDER, due_at=day)
    await uow.unveilings.release(person, docket)


async def give_up(person: PersonId, *, uow: UnitOfWork, now: datetime) -> Sequence[Office]:
    """Somebody who is to be forgotten leaves their offices, and with them the links that nobody has used yet.

    That an office was left is noted, by whom is not: they asked that nothing be known of them.
    """
    held = await uow.people.offices(person)
    for office in held:
        await _take_away(office, uow=uow, now=now)
        await uow.audit.note(
            at=now, person=None, institution=office.institution, action="left", subject=office.role.value
        )
    return held


async def colleagues(*, by: PersonId, uow: UnitOfWork) -> list[Appointment]:
    """Whose offices somebody may take away, in the order in which they came."""
    held = await uow.people.offices(by)
    given = {(office.institution, right) for office in held for right in Right if office.may(right)}
    found = [one for one in await uow.audit.appointments() if one.person != by]
    return [one for one in found if (one.institution, one.role.given_by) in given and await _holds_still(one, uow=uow)]


async def _holds_still(one: Appointment, *, uow: UnitOfWork) -> bool:
    held = await uow.people.offices(one.person)
    return any(office.institution == one.institution and office.role in one.role.rivals for office in held)


async def fellows(docket: Docket, *, uow: UnitOfWork) -> list[Appointment]:
    """All who read what lies there, in the order in which they came."""
    reading = {office.person for office in await readers_of(docket, uow=uow)}
    found = [one for one in await uow.audit.appointments() if one.institution == docket.institution]
    return [one for one in found if one.person in reading and one.role.may(docket.right)]


async def colleague(appointment: AppointmentId, *, by: PersonId, uow: UnitOfWork) -> Appointment:
    """One of them, as long as they act there."""
    found = next((one for one in await colleagues(by=by, uow=uow) if one.id == appointment), None)
    if found is None:
        raise NotFound
    return found


async def dismiss_colleague(
    appointment: AppointmentId, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> tuple[Appointment, Sequence[Office]]:
    """Take a colleague's office away from the chat; only an administrator of the institution finds one."""
    found = await colleague(appointment, by=by, uow=uow)
    lost = await dismiss(found.person, institution=found.institution, role=found.role, uow=uow, now=now)
    await uow.audit.note(at=now, person=by, institution=found.institution, action="dismiss", subject=found.role.value)
    return found, lost


async def holds_office(
    person: PersonId, institution: InstitutionId, *, uow: UnitOfWork, right: Right = Right.ACT
) -> bool:
    """Whether somebody acts for an institution; what was queued for an officer is not for one who was dismissed."""
    return any(one.institution == institution and one.may(right) for one in await uow.people.offices(person))


async def offices_at(institution: InstitutionId, *, uow: UnitOfWork, right: Right = Right.ACT) -> list[Office]:
    """The offices of those who act there, or whom their office lets do something else."""
    return [office for office in await uow.people.officers(institution) if office.may(right)]


async def readers_of(docket: Docket, *, uow: UnitOfWork) -> list[Office]:
    """The offices of those who read what lies there."""
    return await offices_at(docket.institution, uow=uow, right=docket.right)


async def reads(person: PersonId, docket: Docket, *, uow: UnitOfWork) -> bool:
    """Whether somebody is one of them."""
    return docket in open_to(await uow.people.offices(person))


async def can_be_told(institution: InstitutionId, *, uow: UnitOfWork) -> bool:
    """Whether anybody who acts for it gets our messages: only then can we promise that something is read."""
    officers = await offices_at(institution, uow=uow)
    return any([(await uow.people.get(office.person)).reach is Reach.REACHABLE for office in officers])


async def former_offices(person: PersonId, *, uow: UnitOfWork) -> list[Institution]:
    """The institutions for which somebody acted once and no longer does."""
    held = {office.institution for office in await uow.people.offices(person)}
    taken = {one.institution for one in await uow.audit.appointments() if one.person == person}
    return [one for one in await uow.places.institutions() if one.id in taken - held]


async def office_in(
    person: PersonId,
    institution: InstitutionId,
    *,
    uow: UnitOfWork,
    right: Right = Right.ACT,
) -> Office:
    """The office somebody holds in an institution, or a refusal: nobody acts for another one."""
    for office in await uow.people.offices(person):
        if office.institution == institution and office.may(right):
            return office
    raise Refused(Refusal.NOT_ALLOWED)
