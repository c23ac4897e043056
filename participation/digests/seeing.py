"""Who has seen a digest: whoever says so, or is at the desk; where nobody is, the next ones are told (L18)."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from typing import Final

from participation.apart import one_by_one
from participation.calendar.working_days import CLOSES, OPENS, WorkingCalendar
from participation.clock import local, local_day
from participation.digests.model import Unseen
from participation.dockets import open_to
from participation.ids import InstitutionId, PersonId
from participation.letters import DigestUnseen, Lane
from participation.offices.usecases import office_in
from participation.people.model import Office, Right, Role
from participation.places import Institution
from participation.ports import UnitOfWork

LADDER: Final[Sequence[Sequence[Role]]] = ((Role.DEPUTY,), (Role.CHAIR, Role.ADMIN))
"""The deputy, then whoever leads, as with reports that nobody has read; but those who only got the digest as well are
not told of it anew. No role stands for the head of the institution: who leads its safety council may be a prefect.
"""


async def confirm_digest(
    institution: InstitutionId, *, until: datetime, by: PersonId, uow: UnitOfWork, now: datetime
) -> bool:
    """Somebody has seen a digest, and all that it counted; returns whether that was news. Twice is harmless."""
    await office_in(by, institution, uow=uow)
    until, today = min(until, now), local_day(now)
    await uow.ledger.mark_all_seen(institution, until, today)
    found = await uow.ledger.unseen(institution)
    if found is None or found.since is None or local_day(until) < found.since:
        return False
    await uow.ledger.keep_unseen(institution, Unseen(None, 0, today))
    await uow.audit.note(at=now, person=by, institution=institution, action="digest seen", subject=f"{found.since}")
    return True


async def raise_unseen(*, uow: UnitOfWork, now: datetime) -> int:
    """Tell the next ones where nobody has seen a digest, nor the one of the next day; once a working day each."""
    return await one_by_one(await uow.places.institutions(), partial(_raise, uow=uow, now=now), uow=uow)


async def _raise(institution: Institution, *, uow: UnitOfWork, now: datetime) -> bool:
    found = await uow.ledger.unseen(institution.id)
    if found is None or found.since is None or found.raised >= len(LADDER):
        return False
    calendar = await uow.places.calendar(institution.id)
    officers = await uow.people.officers(institution.id)
    hours = [office.digest_at for office in officers if open_to([office]) and not office.may(Right.PROTECT)]
    if not _is_ripe(found, calendar, now) or local(now).time() < max(hours, default=OPENS):
        return False
    rung = found.raised
    while rung < len(LADDER) and not await _tell(institution, found.since, rung, officers, uow=uow, now=now):
        rung += 1
    await uow.ledger.keep_unseen(institution.id, Unseen(found.since, rung + 1, local_day(now)))
    return rung < len(LADDER)


async def _tell(
    institution: Institution, since: date, rung: int, officers: Sequence[Office], *, uow: UnitOfWork, now: datetime
) -> bool:
    """Tell everybody in the first role of a rung that holds somebody whom a message reaches.

    Who is alone at the desk was reminded, and is not told of themselves as if it were of others.
    """
    readers = {one.person for one in officers if open_to([one]) and not one.may(Right.PROTECT)}
    alone = readers if len(readers) == 1 else set[PersonId]()
    for role in LADDER[rung]:
        letter = DigestUnseen(institution.id, since, to_council=not role.may(Right.ACT), raised=rung + 1)
        key = f"unseen:{institution.id}:{since.isoformat()}:{rung}"
        there = [one.person for one in officers if one.role is role and one.person not in alone]
        if any([await uow.outbox.add(letter, to=one, lane=Lane.REMINDER, due_at=now, key=key) for one in there]):
            return True
    return False


def _is_ripe(found: Unseen, calendar: WorkingCalendar, now: datetime) -> bool:
    """Whether nobody has looked on the next working day either, or since others were told."""
    here = local(now)
    if not calendar.is_working(here.date()) or not OPENS <= here.time() < CLOSES or found.since is None:
        return False
    first = calendar.after(found.since, 2)
    return here.date() >= (calendar.after(found.moved_on, 1) if found.raised else first)
