"""Letting out what waits: released by a second coordinator, or published before its hour; as it was looked at last.

the last look ──despite the law──▶ Reasoning ──reason──▶ on its way
"""

from dataclasses import dataclass, replace

from handlers.dialogs.leaving import leavable
from handlers.dialogs.proofing import look_at
from handlers.events import Chose, Edited, Text
from handlers.turns import KEEP, Dialog, Said, Talk, Turn, show
from handlers.views import releasing as views
from handlers.views import scheduled
from handlers.views.correcting import cannot_use
from handlers.views.errors import changed_meanwhile
from handlers.views.publishing import preview, published
from handlers.views.releasing import Waits
from handlers.views.scheduled import mark_of
from participation.consultations.keeping import first_version
from participation.consultations.model import Consultation, Stage
from participation.consultations.proofs import names_of, proof_again
from participation.consultations.releasing import may_release, release
from participation.consultations.usecases import (
    audience_spread,
    publish_now,
    unexcused,
    waiting_for_officer,
)
from participation.errors import Refusal, Refused
from participation.ids import ConsultationId
from participation.packing import Action
from participation.readable import one_sentence


@dataclass(frozen=True)
class Reasoning:
    """Why it goes out without what the law wants is awaited; `seen` is the mark of what was looked at."""

    consultation: int
    seen: str


async def waits_of(one: Consultation, talk: Talk, following: Action | None = None) -> Waits:
    """What waits as it would go out if it were let out now."""
    margin = await talk.uow.consultations.margin(one.id)
    proof = proof_again(one, await talk.uow.meetings.of(one.id), margin)
    is_proposed = one.stage is Stage.PROPOSED
    at = one.publish_at if is_proposed and one.publish_at > talk.now else None
    look = await look_at(proof, talk, at, kept_as=one.id)
    first = await first_version(one, uow=talk.uow)
    return Waits(
        consultation=one,
        look=look,
        people=await audience_spread(look.plan, institution=one.institution, uow=talk.uow),
        reason=first.reason,
        own=is_proposed and not await may_release(one, by=talk.person.id, uow=talk.uow),
        owed=tuple(asked for asked in look.questions if unexcused(names_of([asked]), first)),
        following=following,
    )


def shown(waits: Waits, talk: Talk) -> Turn:
    """The announcement as it would go out, and the last question."""
    one, look = waits.consultation, waits.look
    if one.stage is Stage.PROPOSED:
        return show(preview(talk, look), views.waiting(talk, waits))
    return show(preview(talk, look), scheduled.last_look(talk, one, look, waits.people), over=True)


async def let_out(one: Consultation, seen: str, talk: Talk, *, reason: str = "") -> Turn:
    """Let it out if it is still what was looked at; without what the law wants only for a reason."""
    waits = await waits_of(one, talk)
    if waits.own:
        raise Refused(Refusal.NEEDS_ANOTHER)
    if seen != mark_of(talk, waits.look):
        return _shown_anew(waits, talk)
    if waits.owed and not reason:
        return show(views.ask_reason(talk, waits.owed), draft=Reasoning(one.id, seen), over=True)
    overridden, by = names_of(waits.look.questions), talk.person.id
    if one.stage is Stage.PROPOSED:
        now = await release(one.id, by=by, overridden=overridden, reason=reason, uow=talk.uow, now=talk.now)
        if now.stage is Stage.SCHEDULED:
            return show(views.released(talk, now), over=not reason)
    else:
        await publish_now(one.id, by=by, overridden=overridden, reason=reason, uow=talk.uow, now=talk.now)
    return show(published(talk, one.id, talk.link_to(one.id)), over=not reason)


def _shown_anew(waits: Waits, talk: Talk) -> Turn:
    card, question = shown(waits, talk).screens
    told = changed_meanwhile(show(question), talk)
    return replace(told, screens=(card, *told.screens))


async def reasoning(draft: Reasoning, said: Said, talk: Talk) -> Turn:
    """Take the reason, and let it out."""
    one = await waiting_for_officer(ConsultationId(draft.consultation), by=talk.person.id, uow=talk.uow)
    match said:
        case Text(words):
            turn = await let_out(one, draft.seen, talk, reason=one_sentence(words))
            return replace(turn, draft=None) if turn.draft is KEEP else turn
        case Chose("back"):
            return replace(shown(await waits_of(one, talk), talk), draft=None, over=True)
        case Chose() | Edited():
            return await _asked_again(draft, one, talk)
        case _:
            return await _asked_again(draft, one, talk, cannot_use(talk))


async def _asked_again(draft: Reasoning, one: Consultation, talk: Talk, complaint: str = "") -> Turn:
    waits = await waits_of(one, talk)
    return show(views.ask_reason(talk, waits.owed, complaint), draft=draft)


RELEASING = Dialog(views.DIALOG, 1, {Reasoning: leavable(reasoning)})
