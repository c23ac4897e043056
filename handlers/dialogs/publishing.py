"""Publishing a notice: paste it, look at it with its doubts, put it right, publish it now or later.

Choosing ──institution──▶ Collecting ──all──▶ Reviewing ◀──▶ (correcting)
                                               │   ▲
                                              go  back
                                               ▼   │
                               Scheduling ◀── Confirming ──publish──▶ on its way
"""

from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from handlers.dialogs.confirming import Confirming, Scheduling, confirming, last_look, scheduling
from handlers.dialogs.correcting import CORRECTING, attach, cannot_attach, fix, named_paper
from handlers.dialogs.proofing import Changing, Dating, Filling, Listing, Reviewing, review_again, show_proof
from handlers.drafts import recall
from handlers.events import Chose, Edited, File, Text
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import publishing as views
from handlers.views.errors import cancelled, cannot_use
from participation.consultations.corrections import with_spelling
from participation.consultations.proofs import Proof, proof_of
from participation.errors import Refusal, Refused
from participation.ids import InstitutionId
from participation.messages import Media
from participation.people.usecases import office_in

LONGEST_NOTICE = 60_000


@dataclass(frozen=True)
class Choosing:
    """Somebody with several offices chooses for which one to publish."""


@dataclass(frozen=True)
class Resuming:
    """An announcement was begun before; `proof` is how far it had got."""

    proof: Proof


@dataclass(frozen=True)
class Collecting:
    """The notice comes in pieces, its documents too."""

    institution: int
    pieces: tuple[str, ...] = ()
    papers: tuple[Media, ...] = ()


async def begin_publishing(talk: Talk, _: object = None) -> Turn:
    """Begin an announcement; one that was begun before can be taken up again."""
    match await recall(PUBLISHING, talk):
        case Collecting(pieces=pieces, papers=papers) as begun if pieces or papers:
            return show(views.collected(talk, len(pieces), len(papers)), draft=begun)
        case Reviewing(proof) | Filling(proof) | Listing(proof) | Changing(proof) | Dating(proof):
            return show(views.resuming(talk, proof.terms.title), draft=Resuming(proof))
        case Confirming(proof) | Scheduling(proof) | Resuming(proof):
            return show(views.resuming(talk, proof.terms.title), draft=Resuming(proof))
        case _:
            return await _begin_anew(talk)


async def _begin_anew(talk: Talk, *, over: bool = False) -> Turn:
    if len(talk.institutions) == 1:
        return await _collect(talk.institutions[0], talk, over=over)
    found = [await talk.uow.places.institution(institution) for institution in talk.institutions]
    return show(views.institutions(talk, found), draft=Choosing(), over=over)


async def _collect(institution: InstitutionId, talk: Talk, *, over: bool = False) -> Turn:
    await office_in(talk.person.id, institution, uow=talk.uow)
    found = await talk.uow.places.institution(institution)
    return show(views.ask_notice(talk, found), draft=Collecting(institution), over=over)


async def choosing(draft: Choosing, said: Said, talk: Talk) -> Turn:
    """Take the institution; a notice that is pasted before is asked for again."""
    match said:
        case Chose("institution", number) if number.isdecimal():
            return await _collect(InstitutionId(int(number)), talk, over=True)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case _:
            return replace(await _begin_anew(talk), draft=draft)


async def resuming(draft: Resuming, said: Said, talk: Talk) -> Turn:
    """Go on with what was begun, or begin anew."""
    match said:
        case Chose("resume"):
            return await show_proof(draft.proof, talk)
        case Chose("anew"):
            return await _begin_anew(talk, over=True)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case _:
            return show(views.resuming(talk, draft.proof.terms.title), draft=draft)


async def collecting(draft: Collecting, said: Said, talk: Talk) -> Turn:
    """Take each piece of the notice, each document, until that was all."""
    match said:
        case Text(words):
            return _collected(replace(draft, pieces=(*draft.pieces, words)), talk)
        case Edited(words):
            return _collected(replace(draft, pieces=_with_edited(draft.pieces, words)), talk)
        case File(media, words):
            return _collected_file(draft, media, words, talk)
        case Chose("all") if draft.pieces:
            return await _read(draft, talk)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Chose():
            return show(views.need_text(talk, talk.t("There is no text yet.")), draft=draft)
        case _:
            return show(views.need_text(talk, talk.t("We cannot use this here.")), draft=draft)


def _collected(draft: Collecting, talk: Talk) -> Turn:
    if sum(map(len, draft.pieces)) > LONGEST_NOTICE:
        raise Refused(Refusal.TOO_LONG)
    return show(views.collected(talk, len(draft.pieces), len(draft.papers)), draft=draft)


def _collected_file(draft: Collecting, media: Media, words: str, talk: Talk) -> Turn:
    pieces = (*draft.pieces, words) if words.strip() else draft.pieces
    complaint = cannot_attach(draft.papers, media, talk)
    if complaint:
        return show(cannot_use(talk, complaint), draft=replace(draft, pieces=pieces))
    return _collected(replace(draft, pieces=pieces, papers=(*draft.papers, named_paper(media, talk))), talk)


def _with_edited(pieces: tuple[str, ...], words: str) -> tuple[str, ...]:
    """The pieces with the one that is most like these words replaced: Telegram does not say which was meant."""
    if not pieces:
        return (words,)
    likeness = [SequenceMatcher(None, piece, words, autojunk=False).quick_ratio() for piece in pieces]
    number = likeness.index(max(likeness))
    return (*pieces[:number], words, *pieces[number + 1 :])


async def _read(draft: Collecting, talk: Talk) -> Turn:
    institution = await talk.uow.places.institution(InstitutionId(draft.institution))
    reading = talk.house.papers.read_notice("\n".join(draft.pieces))
    return await show_proof(proof_of(reading, institution=institution, papers=draft.papers), talk)


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
        case Chose("go"):
            return await last_look(Confirming(proof), talk)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Chose():
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
        Confirming: confirming,
        Scheduling: scheduling,
        **CORRECTING,
    },
)
