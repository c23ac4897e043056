"""Release by two: what one official has prepared, for everybody to read, goes out when another one has looked at it.

An announcement waits as a consultation that is `proposed`; all that comes after it waits here.
"""

from collections.abc import Sequence
from datetime import datetime

from participation.drafts import KeptDraft, PendingChange
from participation.errors import NotFound, Refusal, Refused
from participation.ids import ConsultationId, InstitutionId, PendingId, PersonId
from participation.letters import ChangeAsked, ChangeReturned, Lane
from participation.offices.usecases import office_in, offices_at
from participation.ports import UnitOfWork


async def works_by_two(institution: InstitutionId, *, uow: UnitOfWork) -> bool:
    """Whether one official alone may not speak to everybody there."""
    return (await uow.places.institution(institution)).by_two


async def ask_colleagues(
    draft: KeptDraft,
    *,
    institution: InstitutionId,
    consultation: ConsultationId | None,
    by: PersonId,
    uow: UnitOfWork,
    now: datetime,
) -> int:
    """Let a change wait for a second official, and tell the others who may release it; returns how many those are."""
    await office_in(by, institution, uow=uow)
    change = await uow.pending.add(institution, consultation, prepared_by=by, draft=draft, now=now)
    others = [office.person for office in await offices_at(institution, uow=uow) if office.person != by]
    for person in others:
        key = f"pending:{change}:{person}"
        await uow.outbox.add(ChangeAsked(change), to=person, lane=Lane.URGENT, due_at=now, key=key)
    await _note("ask for release", institution, change, by=by, uow=uow, now=now)
    return len(others)


async def pending_for(
    institutions: Sequence[InstitutionId], *, person: PersonId, uow: UnitOfWork
) -> list[PendingChange]:
    """What waits there, the oldest first; what was given back is shown only to whoever has prepared it."""
    found = await uow.pending.of(institutions)
    return [one for one in found if one.returned is None or one.prepared_by == person]


async def to_release(institution: InstitutionId, *, uow: UnitOfWork) -> int:
    """How many announcements and changes wait there for a second official."""
    changes = [one for one in await uow.pending.of([institution]) if one.returned is None]
    return len(await uow.consultations.proposed([institution])) + len(changes)


async def pending_for_officer(change: PendingId, *, by: PersonId, uow: UnitOfWork) -> PendingChange:
    """One that waits, for somebody who acts there; for anybody else it is not there."""
    found = await uow.pending.get(change)
    await office_in(by, found.institution, uow=uow)
    if found.returned is not None and found.prepared_by != by:
        raise NotFound
    return found


async def let_through(
    asked: PendingId | None,
    *,
    institution: InstitutionId,
    about: ConsultationId | None,
    by: PersonId,
    uow: UnitOfWork,
    now: datetime,
) -> None:
    """Where two release, refuse what is said to everybody by one alone; what was `asked` is released once."""
    if asked is None:
        if await works_by_two(institution, uow=uow):
            raise Refused(Refusal.NEEDS_ANOTHER)
        return
    change = await pending_for_officer(asked, by=by, uow=uow)
    if (change.institution, change.consultation) != (institution, about):
        raise NotFound
    if change.prepared_by == by:
        raise Refused(Refusal.NEEDS_ANOTHER)
    await _take(change, "release", by=by, uow=uow, now=now)


async def take_over(change: PendingId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> PendingChange:
    """Take it back to change it: whoever does so prepares it from there on."""
    found = await pending_for_officer(change, by=by, uow=uow)
    await _take(found, "take over", by=by, uow=uow, now=now)
    return found


async def throw_away(change: PendingId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Throw away what one has prepared oneself."""
    found = await pending_for_officer(change, by=by, uow=uow)
    if found.prepared_by != by:
        raise Refused(Refusal.NOT_ALLOWED)
    await _take(found, "throw away", by=by, uow=uow, now=now)


async def give_back(change: PendingId, why: str, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Do not release what a colleague has prepared, and tell them why; nothing of it is lost."""
    found = await pending_for_officer(change, by=by, uow=uow)
    if found.prepared_by == by:
        raise Refused(Refusal.NEEDS_ANOTHER)
    await uow.pending.give_back(change, why)
    key = f"returned:{change}"
    await uow.outbox.add(ChangeReturned(change), to=found.prepared_by, lane=Lane.URGENT, due_at=now, key=key)
    await _note("give back", found.institution, change, by=by, uow=uow, now=now)


async def _take(change: PendingChange, what: str, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    if not await uow.pending.drop(change.id):
        raise Refused(Refusal.CHANGED_MEANWHILE)
    await _note(what, change.institution, change.id, by=by, uow=uow, now=now)


async def _note(
    what: str, institution: InstitutionId, change: PendingId, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> None:
    await uow.audit.note(at=now, person=by, institution=institution, action=what, subject=f"change {change}")
