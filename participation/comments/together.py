"""One decision and one reason for many comments: reasons may be given for groups of recommendations (L19)."""

from collections.abc import Sequence
from datetime import datetime

from participation.comments.model import Answer, Comment, Together, Verdict
from participation.comments.usecases import check_reason, decide
from participation.errors import Refusal, Refused
from participation.ids import CommentId, ConsultationId, PersonId
from participation.offices.attending import at_the_desk
from participation.offices.usecases import office_in
from participation.ports import UnitOfWork


async def group_of(
    picked: Sequence[CommentId], *, on: ConsultationId, by: PersonId, uow: UnitOfWork
) -> Sequence[Comment]:
    """Those of a consultation that would be answered together: the picked ones that wait, and all joined with them."""
    await office_in(by, (await uow.consultations.get(on)).institution, uow=uow)
    return with_joined(set(picked), await uow.ledger.of(on))


def with_joined(picked: set[CommentId], comments: Sequence[Comment]) -> Sequence[Comment]:
    """Those that wait, and those that are answered with them: nobody is answered by half."""
    heads = {one.lead or one.id for one in comments if one.id in picked}
    return [one for one in comments if one.waits and (one.lead or one.id) in heads]


async def answer_together(
    picked: Sequence[CommentId],
    *,
    on: ConsultationId,
    verdict: Verdict,
    reason: str | None,
    subject: str = "",
    by: PersonId,
    uow: UnitOfWork,
    now: datetime,
) -> Sequence[Comment]:
    """Decide on just these with one reason, and tell each author of their own, once.

    Where anybody was faster with one of them, or joined another one to them, nothing is done: it is looked at anew.
    """
    check_reason(verdict, reason)
    group = await group_of(picked, on=on, by=by, uow=uow)
    await uow.ledger.hold([one.id for one in group])
    group = await group_of(picked, on=on, by=by, uow=uow)
    if not group or {one.id for one in group} != set(picked):
        raise Refused(Refusal.CHANGED_MEANWHILE)
    first = group[0].receipt
    answer = Answer(verdict, (reason or "").strip() or None, now, Together(first, subject))
    await decide([one.id for one in group], answer, by=by, uow=uow, now=now)
    institution = (await uow.consultations.get(on)).institution
    await at_the_desk([institution], uow=uow, now=now)
    what = f"answer to {len(group)} together"
    await uow.audit.note(at=now, person=by, institution=institution, action=what, subject=first)
    return [await uow.comments.get(one.id) for one in group]
