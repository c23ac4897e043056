"""Digests that did not reach somebody: their colleagues see it at the desk (R38)."""

from dataclasses import dataclass
from datetime import date, datetime

from participation.clock import local_day
from participation.digests.usecases import key_of
from participation.ids import InstitutionId, PersonId
from participation.offices.usecases import offices_at
from participation.people.model import Office, Role
from participation.ports import UnitOfWork

LOOKED_BACK = 5
"""Working days: as far as a weekly one lies back."""


@dataclass(frozen=True)
class Undelivered:
    """That the last digest of somebody with a role did not arrive, and of which day it was."""

    role: Role
    day: date


async def undelivered(institution: InstitutionId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> list[Undelivered]:
    """The colleagues whom the last digest of the institution did not reach; who reads this has been reached."""
    calendar = await uow.places.calendar(institution)
    today = local_day(now)
    days = [today, *(calendar.before(today, back) for back in range(1, LOOKED_BACK + 1))]
    others = [office for office in await offices_at(institution, uow=uow) if office.person != by]
    found = [(office.role, await _lost_on(office, days, uow=uow)) for office in others]
    return [Undelivered(role, day) for role, day in found if day is not None]


async def _lost_on(office: Office, days: list[date], *, uow: UnitOfWork) -> date | None:
    for day in days:
        fate = await uow.outbox.fate(key_of(office, day))
        if fate is not None and not fate.waits:
            return day if fate.failed else None
    return None
