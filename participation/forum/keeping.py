"""What proves a right of a forum outlives those who prove it: a day and a count are kept, and nobody's name.

Kept is what counts before something is forgotten and no more after it; all that counts still goes on being counted.
"""

from collections.abc import AsyncIterator, Hashable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta

from participation.apart import one_by_one
from participation.clock import local_day
from participation.consultations.model import Consultation
from participation.forum.membership import Member
from participation.forum.model import Forum, ForumRight, KeptProof
from participation.forum.rights import meetings_of, said_in, seats_in
from participation.meetings.retention import names_go_before
from participation.places import Institution
from participation.ports import UnitOfWork

Counted = Mapping[ForumRight, Mapping[Hashable, date]]
"""The single things that prove a right, each with its day."""


async def forget_lists(*, uow: UnitOfWork, now: datetime) -> int:
    """Let the names go from the lists of meetings; that members of a forum were on them is kept.

    Where this fails for an institution, nothing goes there.
    """

    async def forget_one(institution: Institution) -> int:
        last = names_go_before(institution, now)
        named = await uow.presence.named_before(institution.id, last)
        about = [await uow.consultations.get(one) for one in named]
        async with _keeping(about, uow=uow, now=now):
            return await uow.presence.forget(institution.id, last)

    return await one_by_one(await uow.places.institutions(), forget_one, uow=uow)


async def forget_former(*, uow: UnitOfWork, now: datetime) -> int:
    """Delete those who were declined, withdrew or left, as long after it as reports are kept there.

    That they were heard and took part while they belonged to it stays as a count.
    """

    async def forget_one(forum: Forum) -> int:
        keeps = timedelta(days=(await uow.places.institution(forum.institution)).keep_days)
        before = local_day(now) - keeps
        going = any(one.left_before(before) for one in await uow.forums.of(forum.institution))
        about = await uow.consultations.of(forum.institution) if going else ()
        async with _keeping(about, uow=uow, now=now):
            return await uow.forums.forget(forum.institution, before)

    return await one_by_one(await uow.forums.all(), forget_one, uow=uow)


async def heard_by_contact(member: Member, *, uow: UnitOfWork) -> tuple[str, ...]:
    """The receipts of what a member said by the name of who speaks for it: when that goes, nothing else tells it."""
    if not member.belongs or not member.card.contact:
        return ()
    nameless = replace(member, card=replace(member.card, contact=""))
    receipts: set[str] = set()
    for consultation in await uow.consultations.of(member.institution):
        said = await said_in(consultation, [member], uow=uow)
        receipts |= said.keys() - (await said_in(consultation, [nameless], uow=uow)).keys()
    return tuple(sorted(receipts))


@asynccontextmanager
async def _keeping(about: Sequence[Consultation], *, uow: UnitOfWork, now: datetime) -> AsyncIterator[None]:
    before = {one.id: await _counted(one, uow=uow, now=now) for one in about}
    yield
    for one in about:
        after = await _counted(one, uow=uow, now=now)
        for right, proofs in before[one.id].items():
            gone = [day for proof, day in proofs.items() if proof not in after[right]]
            if gone:
                await _keep(one, right, gone, uow=uow, now=now)


async def _counted(found: Consultation, *, uow: UnitOfWork, now: datetime) -> Counted:
    ever = await uow.forums.of(found.institution)
    if not ever:
        return {ForumRight.HEARD: {}, ForumRight.TOOK_PART: {}}
    seats = await seats_in(ever, await meetings_of(found, uow=uow), uow=uow, now=now)
    return {
        ForumRight.HEARD: dict[Hashable, date]((await said_in(found, ever, uow=uow)).items()),
        ForumRight.TOOK_PART: {which: seat.day for which, seat in seats.items()},
    }


async def _keep(
    found: Consultation, right: ForumRight, gone: Sequence[date], *, uow: UnitOfWork, now: datetime
) -> None:
    """It is added to what was kept before."""
    before = (await uow.forums.kept(found.id)).get(right)
    kept = KeptProof(min(gone), len(gone))
    if before is not None:
        kept = KeptProof(min(before.day, kept.day), before.count + kept.count)
    await uow.forums.keep(found.id, right, kept)
    subject, action = f"consultation {found.id}", f"forum right kept: {right.value}"
    await uow.audit.note(at=now, person=None, institution=found.institution, action=action, subject=subject)
