"""Release by two: what one official wants to announce goes out when another one has looked at it."""

from collections.abc import Sequence
from datetime import datetime

from participation.clock import local_day
from participation.consultations.keeping import begin
from participation.consultations.model import Consultation, Stage
from participation.consultations.usecases import (
    announce,
    check_despite,
    note_publishing,
    waiting_for_officer,
)
from participation.errors import Refusal, Refused
from participation.ids import ConsultationId, PersonId
from participation.ports import UnitOfWork


async def proposed_for_officer(consultation: ConsultationId, *, by: PersonId, uow: UnitOfWork) -> Consultation:
    """What waits for a second coordinator."""
    return await waiting_for_officer(consultation, by=by, uow=uow, stages=(Stage.PROPOSED,))


async def may_release(consultation: Consultation, *, by: PersonId, uow: UnitOfWork) -> bool:
    """Whether somebody is not the one who wants to have it announced."""
    return await uow.consultations.proposer(consultation.id) != by


async def release(
    consultation: ConsultationId, *, by: PersonId, overridden: Sequence[str], uow: UnitOfWork, now: datetime
) -> Consultation:
    """Let it go out, now or at the moment that was chosen; the reason its proposer gave stands for it."""
    found = await proposed_for_officer(consultation, by=by, uow=uow)
    if not await may_release(found, by=by, uow=uow):
        raise Refused(Refusal.NEEDS_ANOTHER)
    first = next(iter(await uow.versions.of(consultation)))
    check_despite(overridden, first.reason)
    today = local_day(now)
    if not await uow.consultations.move(consultation, Stage.SCHEDULED, was=Stage.PROPOSED, on=today):
        raise Refused(Refusal.CHANGED_MEANWHILE)
    despite = tuple(dict.fromkeys((*first.despite, *overridden)))
    await begin(consultation, today, despite=despite, reason=first.reason, uow=uow)
    await note_publishing(consultation, found.institution, by=by, overridden=(), uow=uow, now=now)
    if found.publish_at <= now:
        await announce(consultation, uow=uow, now=now)
    return await uow.consultations.get(consultation)
