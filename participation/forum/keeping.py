"""What proves a right of a forum outlives those who prove it: a day and a count are kept, and nobody's name."""

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Final

from participation.apart import one_by_one
from participation.clock import local_day
from participation.consultations.model import Consultation
from participation.forum.membership import Member
from participation.forum.model import Forum, ForumRight
from participation.forum.rights import Evidence, rights_of
from participation.meetings.retention import names_go_before
from participation.ports import UnitOfWork
from participation.words import fold

COUNTED: Final[Mapping[ForumRight, Callable[[Evidence], str]]] = MappingProxyType(
    {
        ForumRight.HEARD: lambda found: f"Rekomandime nga anëtarët e forumit: {found.spoken}.",
        ForumRight.TOOK_PART: lambda found: f"Anëtarë të forumit që morën pjesë: {len(found.organisations)}.",
    }
)
"""What is kept, in the words of the checklist, which is an official paper: how many they were."""


async def keep_rights(*, uow: UnitOfWork, now: datetime) -> None:
    """Keep how many took part before the names go from a list; where this fails nothing is to go."""
    for forum in await uow.forums.all():
        last = names_go_before(await uow.places.institution(forum.institution), now)
        for consultation in await uow.presence.named_before(forum.institution, last):
            found = await uow.consultations.get(consultation)
            await _keep(found, {ForumRight.TOOK_PART}, uow=uow, now=now)


async def keep_heard(member: Member, *, uow: UnitOfWork, now: datetime) -> None:
    """Keep that a member was heard by whoever speaks for it, before that name goes: nothing else tells whose it was."""
    if member.person is None or not member.belongs:
        return
    name, said = fold(member.card.contact), await uow.comments.of_person(member.person)
    theirs = {one.consultation for one in said if name and fold(one.signature.name or "") == name}
    for consultation in sorted(theirs):
        found = await uow.consultations.get(consultation)
        if found.institution == member.institution:
            await _keep(found, {ForumRight.HEARD}, uow=uow, now=now)


async def forget_former(*, uow: UnitOfWork, now: datetime) -> int:
    """Delete those who were declined, withdrew or left, as long after it as reports are kept there.

    That they were heard and took part while they belonged to it stays as a count.
    """

    async def forget_one(forum: Forum) -> int:
        keeps = timedelta(days=(await uow.places.institution(forum.institution)).keep_days)
        before = local_day(now) - keeps
        await _keep_of_former(forum, before, uow=uow, now=now)
        return await uow.forums.forget(forum.institution, before)

    return await one_by_one(await uow.forums.all(), forget_one, uow=uow)


async def _keep_of_former(forum: Forum, before: date, *, uow: UnitOfWork, now: datetime) -> None:
    going = [one for one in await uow.forums.of(forum.institution) if one.left_before(before)]
    if going:
        for consultation in await uow.consultations.of(forum.institution):
            await _keep(consultation, COUNTED.keys(), uow=uow, now=now)


async def _keep(found: Consultation, rights: Collection[ForumRight], *, uow: UnitOfWork, now: datetime) -> None:
    """What was written down by hand stays as it is."""
    written = await uow.forums.deeds(found.id)
    for one in await rights_of(found, uow=uow, now=now):
        right, day = one.check.right, one.check.done_on
        if right in rights and right not in written and day is not None:
            await uow.forums.keep_deed(found.id, right, day, COUNTED[right](one.evidence))
            subject, action = f"consultation {found.id}", f"forum right kept: {right.value}"
            await uow.audit.note(at=now, person=None, institution=found.institution, action=action, subject=subject)
