"""Publishing a notice: send or paste it, look at it with its doubts, put it right, publish it now or later.

Choosing ──institution──▶ Collecting ──all──▶ Reviewing ◀──▶ (correcting)
                                               │   ▲
                                              go  back
                                               ▼   │
                               Scheduling ◀── Confirming ──publish──▶ on its way
Where a draft would be thrown away it is asked once: Leaving.
"""

from dataclasses import dataclass, replace

from handlers.dialogs.amending import weigh_correction
from handlers.dialogs.collecting import Collecting, collected, collecting, take_opened
from handlers.dialogs.confirming import Confirming, Excusing, Scheduling, confirming, excusing, last_look, scheduling
from handlers.dialogs.correcting import CORRECTING, attach, fix
from handlers.dialogs.proofing import (
    Changing,
    Dating,
    Filling,
    Leaving,
    Listing,
    Reviewing,
    ask_to_leave,
    leaving,
    proof_to_amend,
    review_again,
    show_proof,
)
from handlers.drafts import recall
from handlers.events import Chose, Edited, File
from handlers.handed import NOTHING_HANDED, Handed, handed_in, take
from handlers.spoken import Spoken
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import publishing as views
from handlers.views.collecting import ask_notice
from handlers.views.errors import cancelled, in_the_way, noted
from handlers.views.managing import Correct
from handlers.views.scheduled import TakeBack
from participation.consultations.amending import amendable
from participation.consultations.corrections import with_spelling
from participation.consultations.proofs import Proof, proof_again
from participation.consultations.usecases import call_off, waiting_for_officer
from participation.consultations.versions import Amendment
from participation.ids import ConsultationId, InstitutionId
from participation.offices.usecases import office_in
from participation.words import is_number


@dataclass(frozen=True)
class Choosing:
    """Somebody with several offices chooses for which one to publish."""

    handed: Handed = NOTHING_HANDED


@dataclass(frozen=True)
class Resuming:
    """An announcement was begun before; `proof` is how far it had got, `handed` is for a new one."""

    proof: Proof
    handed: Handed = NOTHING_HANDED


async def begin_publishing(talk: Talk, _: object = None) -> Turn:
    """Begin an announcement; one that was begun before can be taken up again."""
    return await _begin(NOTHING_HANDED, talk)


async def publish_with(spoken: Spoken, talk: Talk) -> Turn:
    """Begin an announcement with words or files that are here already."""
    handed, refused = handed_in(spoken, talk)
    turn = await _begin(handed, talk)
    return noted(turn, refused) if refused else turn


async def _begin(handed: Handed, talk: Talk) -> Turn:
    kept = await recall(PUBLISHING, talk)
    match kept:
        case _ if kept is not None and _where(kept) not in {None, *talk.institutions}:
            return await _begin_anew(handed, talk)  # they act there no longer
        case Collecting(institution, begun) if not begun.is_empty():
            return collected(Collecting(institution, begun.before(handed)), talk)
        case Reviewing(proof) | Filling(proof) | Listing(proof) | Changing(proof) | Dating(proof):
            return _resume(Resuming(proof, handed), talk)
        case Confirming(proof) | Excusing(proof) | Scheduling(proof) | Leaving(proof):
            return _resume(Resuming(proof, handed), talk)
        case Resuming(proof, before):
            return _resume(Resuming(proof, before.before(handed)), talk)
        case Choosing(before):
            return await _begin_anew(before.before(handed), talk)
        case _:
            return await _begin_anew(handed, talk)


async def take_back(talk: Talk, pressed: TakeBack) -> Turn:
    """Make what was kept for later a draft again; one that was begun meanwhile must be done with first."""
    consultation = ConsultationId(pressed.consultation)
    await waiting_for_officer(consultation, by=talk.person.id, uow=talk.uow)
    if await has_begun(talk):
        return in_the_way(await begin_publishing(talk), talk)
    margin = await talk.uow.consultations.margin(consultation)
    meetings = await talk.uow.meetings.of(consultation)
    joining = {meeting.id: await talk.uow.meetings.joining(meeting.id) for meeting in meetings}
    found = await call_off(consultation, by=talk.person.id, uow=talk.uow, now=talk.now)
    proof = proof_again(found, meetings, margin, joining)
    echo = talk.t(
        "You can change it now; nothing was sent. It is no longer published by itself: {moment}.",
        moment=talk.texts.moment(found.publish_at),
    )
    return await show_proof(proof, talk, echo)


async def begin_correcting(talk: Talk, pressed: Correct) -> Turn:
    """Take up what is out as a draft, with what it says now; one that was begun before must be done with first."""
    consultation = ConsultationId(pressed.consultation)
    found = await amendable(consultation, Amendment.CORRECTED, by=talk.person.id, uow=talk.uow)
    if await has_begun(talk):
        return in_the_way(await begin_publishing(talk), talk)
    return await show_proof(proof_to_amend(found, talk), talk)


async def leave_publishing(talk: Talk) -> Turn | None:
    """What asks before a draft is thrown away; None where nothing has been put right yet, or it was asked already."""
    draft = await recall(PUBLISHING, talk)
    proof = getattr(draft, "proof", None)
    return ask_to_leave(proof, talk) if isinstance(proof, Proof) and not isinstance(draft, Leaving) else None


async def has_begun(talk: Talk) -> bool:
    """Whether an announcement was begun that is not published yet."""
    return _is_begun(await recall(PUBLISHING, talk), talk)


def _is_begun(draft: object, talk: Talk) -> bool:
    """Whether there is something in a draft that they may still go on with."""
    has_proof = isinstance(getattr(draft, "proof", None), Proof)
    handed = getattr(draft, "handed", NOTHING_HANDED)
    return _where(draft) in {None, *talk.institutions} and (has_proof or not handed.is_empty())


def _where(draft: object) -> int | None:
    """For which institution a draft is, if that is known yet."""
    proof = getattr(draft, "proof", None)
    return proof.institution if isinstance(proof, Proof) else getattr(draft, "institution", None)


def _resume(draft: Resuming, talk: Talk, complaint: str = "") -> Turn:
    return show(views.resuming(talk, draft.proof.terms.title, draft.handed, complaint), draft=draft)


async def _begin_anew(handed: Handed, talk: Talk, *, complaint: str = "", over: bool = False) -> Turn:
    if len(talk.institutions) == 1:
        return await _collect(talk.institutions[0], handed, talk, over=over)
    found = [await talk.uow.places.institution(institution) for institution in talk.institutions]
    return show(views.institutions(talk, found, handed, complaint), draft=Choosing(handed), over=over)


async def _collect(institution: InstitutionId, handed: Handed, talk: Talk, *, over: bool = False) -> Turn:
    await office_in(talk.person.id, institution, uow=talk.uow)
    draft = Collecting(institution, handed)
    if not handed.is_empty():
        return collected(draft, talk, over=over)
    found = await talk.uow.places.institution(institution)
    return show(ask_notice(talk, found), draft=draft, over=over)


async def choosing(draft: Choosing, said: Said, talk: Talk) -> Turn:
    """Take the institution; what comes before it is kept."""
    match said:
        case Chose("institution", number) if is_number(number):
            return await _collect(InstitutionId(int(number)), draft.handed, talk, over=True)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case _:
            handed, complaint = take(draft.handed, said, talk)
            return await _begin_anew(handed, talk, complaint=complaint)


async def resuming(draft: Resuming, said: Said, talk: Talk) -> Turn:
    """Go on with what was begun, or begin anew; what comes meanwhile is for a new one."""
    match said:
        case Chose("resume"):
            return await show_proof(draft.proof, talk)
        case Chose("anew"):
            return await _begin_anew(draft.handed, talk, over=True)
        case Chose("cancel"):
            return ask_to_leave(draft.proof, talk, over=True)
        case _:
            handed, complaint = take(draft.handed, said, talk)
            return _resume(replace(draft, handed=handed), talk, complaint)


async def reviewing(draft: Reviewing, said: Said, talk: Talk) -> Turn:
    """Choose a part to put right, or go on."""
    proof = draft.proof
    match said:
        case Chose("fix", what):
            return await fix(what, proof, talk)
        case Chose("spelling"):
            return await review_again(with_spelling(proof), talk, talk.t("The Ë that should be W are corrected."))
        case Chose("see"):
            return await show_proof(proof, talk)
        case Chose("attach") if found := proof.source.documents(proof.papers):
            return await attach(proof, found[0], talk)
        case Chose("go") if proof.of is not None:
            return await weigh_correction(proof, talk)
        case Chose("go"):
            return await last_look(Confirming(proof), talk)
        case Chose("cancel"):
            return ask_to_leave(proof, talk, over=True)
        case Chose() | Edited():
            return await review_again(proof, talk)
        case File(media):
            return await attach(proof, media, talk)
        case _:
            return await review_again(proof, talk, talk.t("Press first the button of the part you want to change."))


PUBLISHING = Dialog(
    views.DIALOG,
    1,
    {
        Choosing: choosing,
        Resuming: resuming,
        Collecting: collecting,
        Reviewing: reviewing,
        Leaving: leaving,
        Confirming: confirming,
        Excusing: excusing,
        Scheduling: scheduling,
        **CORRECTING,
    },
    brought={Collecting: take_opened},
)
