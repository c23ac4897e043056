"""Linking a group of officers to their institution, and letting it go: an administrator of the institution decides."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from participation.apart import one_by_one
from participation.clock import day_begins, local_day
from participation.errors import Refusal, Refused
from participation.ids import InstitutionId, PersonId
from participation.letters import GroupLost, Lane
from participation.offices.usecases import office_in, offices_at
from participation.people.model import Group, Lack, Language, Reach, Right
from participation.ports import UnitOfWork


async def link_group(
    recipient: PersonId,
    *,
    institution: InstitutionId,
    lacks: Sequence[Lack],
    by: PersonId,
    uow: UnitOfWork,
    now: datetime,
) -> Group | None:
    """Make it the group of an institution; returns the one that it replaces.

    Raises Refused (GROUP_TAKEN) for the group of another institution.
    """
    office = await office_in(by, institution, uow=uow, right=Right.APPOINT)
    taken, former = await uow.groups.at(recipient), await uow.groups.of(institution)
    if taken is not None and taken.institution != institution:
        raise Refused(Refusal.GROUP_TAKEN)
    replaced = former if former is not None and former.recipient != recipient else None
    if replaced is not None:
        await _let_go(replaced, uow=uow)
    await uow.people.set_language(recipient, Language.SQ)
    await uow.groups.put(Group(institution, recipient, tuple(lacks), told=True))
    await uow.audit.note(at=now, person=by, institution=institution, action="group linked", subject=office.role.value)
    return replaced


async def unlink_group(institution: InstitutionId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Group:
    """Let it go; a last word still finds its way there."""
    office = await office_in(by, institution, uow=uow, right=Right.APPOINT)
    group = await uow.groups.of(institution)
    if group is None:
        raise Refused(Refusal.NO_GROUP)
    await _let_go(group, uow=uow)
    await uow.audit.note(at=now, person=by, institution=institution, action="group unlinked", subject=office.role.value)
    return group


async def lose_group(group: Group, *, uow: UnitOfWork, now: datetime) -> None:
    """We were thrown out, or it is deleted: it is let go, and the administrators hear of it once."""
    await _let_go(group, uow=uow)
    await _tell_administrators(GroupLost(group.institution), uow=uow, now=now)


async def found_to_lack(
    group: Group, lacks: Sequence[Lack], *, uow: UnitOfWork, now: datetime, by: PersonId | None = None
) -> None:
    """It lacks this now; the administrators hear of it once, unless it is nothing, and not who has looked."""
    told = tuple(lacks) == group.lacks and group.told
    if lacks and not told:
        await _tell_administrators(GroupLost(group.institution, tuple(lacks)), uow=uow, now=now, apart_from=by)
    await uow.groups.put(replace(group, lacks=tuple(lacks), told=True))


async def look_after_groups(*, uow: UnitOfWork, now: datetime) -> int:
    """Let go those that messages no longer reach, and tell what others lack; returns how many."""
    return await one_by_one(await uow.groups.all(), partial(_look_after, uow=uow, now=now), uow=uow)


async def _look_after(group: Group, *, uow: UnitOfWork, now: datetime) -> bool:
    if (await uow.people.get(group.recipient)).reach is not Reach.REACHABLE:
        await lose_group(group, uow=uow, now=now)
        return True
    if group.lacks and not group.told:
        await found_to_lack(group, group.lacks, uow=uow, now=now)
        return True
    return False


async def _tell_administrators(
    letter: GroupLost, *, uow: UnitOfWork, now: datetime, apart_from: PersonId | None = None
) -> None:
    day = day_begins(local_day(now))  # we may have noticed at the moment of an urgent report
    for office in await offices_at(letter.institution, uow=uow, right=Right.APPOINT):
        if office.person != apart_from:
            await uow.outbox.add(letter, to=office.person, lane=Lane.REMINDER, due_at=day)


async def _let_go(group: Group, *, uow: UnitOfWork) -> None:
    """No report has a topic any more, and nothing leads to the group but a last word."""
    await uow.groups.drop(group.institution)
    await uow.people.erase(group.recipient)
