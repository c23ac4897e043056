"""What waits for a second coordinator."""

from itertools import dropwhile

from handlers.dialogs.proofing import look_at
from handlers.turns import Talk, Turn, show
from handlers.views import releasing as views
from handlers.views.errors import changed_meanwhile
from handlers.views.publishing import preview, published
from handlers.views.releasing import Release, Waits
from handlers.views.scheduled import mark_of
from participation.consultations.model import Consultation, Stage
from participation.consultations.proofs import names_of, proof_again
from participation.consultations.releasing import may_release, proposed_for_officer, release
from participation.consultations.usecases import audience_spread
from participation.desk_actions import ShowProposed
from participation.ids import ConsultationId


async def proposed(talk: Talk, pressed: ShowProposed) -> Turn:
    """Show what waits, the oldest first, as it will go out."""
    wanted = ConsultationId(pressed.consultation)
    if wanted:
        await proposed_for_officer(wanted, by=talk.person.id, uow=talk.uow)
    found = await talk.uow.consultations.proposed(talk.institutions)
    if not found:
        return show(views.nothing(talk))
    one, *later = dropwhile(lambda each: each.id != wanted, found) if wanted else found
    return await _shown(one, talk, following=later[0].id if later else None)


async def _shown(one: Consultation, talk: Talk, *, following: ConsultationId | None = None) -> Turn:
    waits = await _waits(one, talk, following)
    return show(preview(talk, waits.look), views.waiting(talk, waits))


async def _waits(one: Consultation, talk: Talk, following: ConsultationId | None) -> Waits:
    margin = await talk.uow.consultations.margin(one.id)
    proof = proof_again(one, await talk.uow.meetings.of(one.id), margin)
    at = one.publish_at if one.publish_at > talk.now else None
    look = await look_at(proof, talk, at, kept_as=one.id)
    first = next(iter(await talk.uow.versions.of(one.id)))
    return Waits(
        consultation=one,
        look=look,
        people=await audience_spread(look.plan, institution=one.institution, uow=talk.uow),
        reason=first.reason,
        own=not await may_release(one, by=talk.person.id, uow=talk.uow),
        following=following,
    )


async def release_proposed(talk: Talk, pressed: Release) -> Turn:
    """Let it go out; where something else is doubtful by now, that is looked at first."""
    found = await proposed_for_officer(ConsultationId(pressed.consultation), by=talk.person.id, uow=talk.uow)
    waits = await _waits(found, talk, None)
    if pressed.seen != mark_of(talk, waits.look):
        return changed_meanwhile(await _shown(found, talk), talk)
    overridden = names_of(waits.look.questions)
    now = await release(found.id, by=talk.person.id, overridden=overridden, uow=talk.uow, now=talk.now)
    if now.stage is Stage.SCHEDULED:
        return show(views.released(talk, now), over=True)
    return show(published(talk, found.id, talk.house.links.to(f"k_{found.id}")), over=True)
