"""Release by two: what one official has prepared, for everybody to read, goes out when another one has looked at it.

An announcement waits as a consultation that is `proposed`; all that comes after it waits here.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from participation.drafts import KeptDraft, PendingChange
from participation.errors import NotFound, Refusal, Refused
from participation.ids import ConsultationId, InstitutionId, PendingId, PersonId
from participation.letters import ChangeAsked, ChangeReleased, ChangeReturned, Lane
from participation.offices.usecases import office_in, offices_at
from participation.ports import UnitOfWork


async def works_by_two(institution: InstitutionId, *, uow: UnitOfWork) -> bool:
    """Whether one official alone may not speak to everybody there."""
    return (await uow.places.institution(institution)).by_two


async def ask_colleagues(
    draft: KeptDraft,
    what: str,
    *,
    institution: InstitutionId,
    consultation: ConsultationId | None,
    by: PersonId,
    uow: UnitOfWork,
    now: datetime,
) -> int:
    """Let a change wait for a second official, and tell the others who may release it; returns how many those are.

    It takes the place of an earlier one that does the same, if that was prepared or taken over by the same person.
    """
    await office_in(by, institution, uow=uow)
    for one in await uow.pending.of([institution]):
        if (one.consultation, one.what) == (consultation, what) and by in {one.prepared_by, one.taken_by}:
            await uow.pending.drop(one.id)
    change = await uow.pending.add(institution, consultation, prepared_by=by, what=what, draft=draft, now=now)
    others = [office.person for office in await offices_at(institution, uow=uow) if office.person != by]
    for person in others:
        key = f"pending:{change}:{person}"
        await uow.outbox.add(ChangeAsked(change), to=person, lane=Lane.URGENT, due_at=now, key=key)
    await _note("ask for release", await uow.pending.get(change), by=by, uow=uow, now=now)
    return len(others)


async def pending_for(
    institutions: Sequence[InstitutionId], *, person: PersonId, uow: UnitOfWork
) -> list[PendingChange]:
    """What waits there, the oldest first; what was given back is shown only to whoever has prepared it."""
    return [one for one in await uow.pending.of(institutions) if await _is_shown(one, person, uow=uow)]


async def _is_shown(change: PendingChange, person: PersonId, *, uow: UnitOfWork) -> bool:
    return change.returned is None or change.prepared_by == person or await has_lost_author(change, uow=uow)


async def has_lost_author(change: PendingChange, *, uow: UnitOfWork) -> bool:
    """Whether whoever has prepared it acts there no longer."""
    return change.prepared_by not in {office.person for office in await offices_at(change.institution, uow=uow)}


async def to_release(institution: InstitutionId, *, person: PersonId, uow: UnitOfWork) -> int:
    """How many announcements and changes wait there for somebody: to be released, or given back to them."""
    proposed = [one.id for one in await uow.consultations.proposed([institution])]
    announcements = [one for one in proposed if await uow.consultations.proposer(one) != person]
    changes = await pending_for([institution], person=person, uow=uow)
    return len(announcements) + sum((one.returned is not None) == (one.prepared_by == person) for one in changes)


async def pending_for_officer(change: PendingId, *, by: PersonId, uow: UnitOfWork) -> PendingChange:
    """One that waits, for somebody who acts there; for anybody else it is not there."""
    found = await uow.pending.get(change)
    await office_in(by, found.institution, uow=uow)
    if not await _is_shown(found, by, uow=uow):
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
    if not await uow.pending.drop(asked):
        raise Refused(Refusal.CHANGED_MEANWHILE)
    letter, key = ChangeReleased(institution, about), f"released:{asked}"
    await uow.outbox.add(letter, to=change.prepared_by, lane=Lane.URGENT, due_at=now, key=key)
    await _note("release", change, by=by, uow=uow, now=now)


async def take_over(change: PendingId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> PendingChange:
    """Begin to change it: it waits on as it is, until whoever does so asks for what they made of it."""
    found = await pending_for_officer(change, by=by, uow=uow)
    await uow.pending.put(replace(found, taken_by=by), now=now)
    await _note("take over", found, by=by, uow=uow, now=now)
    return found


async def throw_away(change: PendingId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Throw away what one has prepared oneself, or what somebody has who is gone."""
    found = await pending_for_officer(change, by=by, uow=uow)
    if found.prepared_by != by and not await has_lost_author(found, uow=uow):
        raise Refused(Refusal.NOT_ALLOWED)
    await uow.pending.drop(change)
    await _note("throw away", found, by=by, uow=uow, now=now)


async def give_back(change: PendingId, why: str, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Do not release what a colleague has prepared, and tell them why; nothing of it is lost."""
    found = await pending_for_officer(change, by=by, uow=uow)
    if found.prepared_by == by or await has_lost_author(found, uow=uow):
        raise Refused(Refusal.NEEDS_ANOTHER)
    await uow.pending.put(replace(found, returned=why, taken_by=None), now=now)
    key = f"returned:{change}"
    await uow.outbox.add(ChangeReturned(change), to=found.prepared_by, lane=Lane.URGENT, due_at=now, key=key)
    await _note("give back", found, by=by, uow=uow, now=now)


async def _note(deed: str, change: PendingChange, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    about = f", consultation {change.consultation}" if change.consultation is not None else ""
    subject = f"change {change.id}: {change.what}{about}"
    await uow.audit.note(at=now, person=by, institution=change.institution, action=deed, subject=subject)
