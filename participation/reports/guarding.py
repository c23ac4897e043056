"""A report in which an officer sees that somebody is in need: the protection contact alone reads it from then on.

Somebody may tell the worst under any heading. Whoever has read it already has read it; nobody else there will.
"""

from datetime import datetime

from participation.errors import Refusal, Refused
from participation.offices.contacts import contacts
from participation.ports import UnitOfWork
from participation.reports.alarms import call_officers
from participation.reports.group import let_topic_go
from participation.reports.kinds import limits_of_need, soonest
from participation.reports.life import Act, can
from participation.reports.limits import Due
from participation.reports.model import Report
from participation.reports.raising import limits_of


async def can_be_guarded(found: Report, *, uow: UnitOfWork) -> bool:
    """Whether there is a contact to give it to; one that leads others is parted from them first."""
    is_new = can(found.state, Act.GUARD) and not found.guarded
    return is_new and bool(await contacts(found.institution, uow=uow)) and not await uow.reports.joined_to(found.id)


async def check_guarding(found: Report, *, uow: UnitOfWork) -> None:
    """Refuse what cannot be given to the contact."""
    if not await can_be_guarded(found, uow=uow):
        raise Refused(Refusal.NOT_NOW)


async def guard(found: Report, *, uow: UnitOfWork, now: datetime) -> None:
    """Take it from the group, from what is known, and from whoever may look at a name; then call the contact."""
    await let_topic_go(found, uow=uow, now=now)
    await uow.known.drop(found.id)
    for number in await uow.unveilings.of(found.id):
        await uow.unveilings.drop(number)
    await uow.reports.guard(found.id)
    await uow.reports.set_due(found.id, await _soonest(found, uow=uow, now=now))
    await call_officers(await uow.reports.get(found.id), uow=uow, now=now)


async def _soonest(found: Report, *, uow: UnitOfWork, now: datetime) -> Due:
    """By when it is to be read: as whatever of need has the least time, for its own category knew of none."""
    limits = await limits_of_need(found.institution, uow=uow) or [await limits_of(found, uow=uow)]
    return soonest(limits, now, await uow.places.calendar(found.institution))
