"""What nobody has read in time: first the deputy is told, then whoever leads the council, and its sender each time.

It stands in no register: nobody did it, and the moment of it would tell the hour at which the report came.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Final

from participation.apart import one_by_one
from participation.calendar.working_days import CLOSES, OPENS, WorkingCalendar
from participation.clock import day_begins, local, local_day
from participation.dockets import Docket, both_of
from participation.ids import InstitutionId
from participation.letters import Lane, LeftUnread
from participation.people.model import Role
from participation.ports import UnitOfWork
from participation.reports.kinds import kind_of
from participation.reports.life import Act, State, after
from participation.reports.limits import USUAL, Limits, is_late
from participation.reports.model import Deed, Entry, Pending, Report
from participation.reports.news import tell

RUNGS: Final[Mapping[bool, Sequence[Sequence[Role]]]] = {
    False: ((Role.DEPUTY, Role.COORDINATOR, Role.ADMIN), (Role.CHAIR, Role.ADMIN, Role.COORDINATOR)),
    True: ((Role.PROTECTION,), (Role.ADMIN, Role.COORDINATOR, Role.DEPUTY)),
}
"""Who is told each time: of these the first whom a message reaches.

Where only the protection contact reads it, others learn that something waits: better that than that it waits for ever.
They learn it in the morning, of all together: the hour would tell when it came.
"""
MORNING: Final = 9
"""The hour in which they do."""


@dataclass(frozen=True)
class Ripe:
    """Reports that lie together and go up to the same rung now: whoever stands there hears of them in one message."""

    docket: Docket
    calendar: WorkingCalendar
    rung: int
    reports: Sequence[Pending]


async def raise_unread(*, uow: UnitOfWork, now: datetime) -> int:
    """Tell others of what nobody has read in time; returns how often."""
    ripe = [one for institution in await uow.places.institutions() for one in await _ripe(institution.id, uow, now)]
    return await one_by_one(ripe, partial(_raise, uow=uow, now=now), uow=uow)


async def _ripe(institution: InstitutionId, uow: UnitOfWork, now: datetime) -> Sequence[Ripe]:
    calendar = await uow.places.calendar(institution)
    together: dict[tuple[Docket, int], list[Pending]] = {}
    for one in await uow.reports.pending(both_of(institution)):
        if is_ripe(one, calendar, now):
            together.setdefault((one.docket, one.due.raised), []).append(one)
    return [Ripe(docket, calendar, rung, some) for (docket, rung), some in together.items()]


def is_ripe(one: Pending, calendar: WorkingCalendar, now: datetime) -> bool:
    """Whether somebody else is to hear of it now: of an urgent one at any hour, of others while offices work."""
    here = local(now)
    if one.state is not State.DELIVERED or not is_late(one.state, one.due, now):
        return False
    if one.docket.guarded and one.due.raised:
        may = here.hour == MORNING
    else:
        may = one.urgent or (calendar.is_working(here.date()) and OPENS <= here.time() < CLOSES)
    return may and one.due.raised < len(RUNGS[one.docket.guarded])


async def _raise(ripe: Ripe, *, uow: UnitOfWork, now: datetime) -> bool:
    told = await _tell_first(ripe, uow=uow, now=now)
    for one in ripe.reports:
        found = await uow.reports.get(one.id)
        after(found.state, Act.RAISE)
        limit = one.due.again or (await limits_of(found, uow=uow)).read
        due = replace(one.due, read_by=limit.end(now, ripe.calendar), raised=ripe.rung + 1)
        await uow.reports.set_due(one.id, due)
        entry = await uow.reports.enter(one.id, Entry(Deed(Act.RAISE, told=told), local_day(now), is_news=True))
        await tell(entry, uow=uow, now=now)
    return True


async def _tell_first(ripe: Ripe, *, uow: UnitOfWork, now: datetime) -> Role | None:
    """Queue word for everybody in the first role that holds somebody whom it reaches; returns that role."""
    lane = Lane.URGENT if any(one.urgent for one in ripe.reports) else Lane.REMINDER
    day = day_begins(local_day(now))  # the letter must not tell at which hour a limit ended
    institution, guarded = ripe.docket.institution, ripe.docket.guarded
    officers = await uow.people.officers(institution)
    for role in RUNGS[guarded][ripe.rung]:
        letter = LeftUnread(institution, to_council=not role.may(ripe.docket.right), guarded=guarded)
        there = [one.person for one in officers if one.role is role]
        if any([await uow.outbox.add(letter, to=one, lane=lane, due_at=day) for one in there]):
            return role
    return None


async def limits_of(report: Report, *, uow: UnitOfWork) -> Limits:
    """The time that its category leaves a report now; where its row is gone, what is usual."""
    kind = await kind_of(report, uow=uow)
    return USUAL if kind is None else kind.limits
