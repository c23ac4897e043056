"""Publishing a notice: paste it, look at it with its doubts, put it right, publish it now or later.

Choosing ──institution──▶ Collecting ──all──▶ Reviewing ◀──▶ (correcting)
                                               │   ▲
                                              go  back
                                               ▼   │
                               Scheduling ◀── Confirming ──publish──▶ on its way
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from difflib import SequenceMatcher

from handlers.dialogs.correcting import (
    CORRECTING,
    Changing,
    Dating,
    Filling,
    Listing,
    Reviewing,
    attach,
    back_to_proof,
    cannot_attach,
    fix,
    look_at,
    named_paper,
    show_proof,
)
from handlers.drafts import recall
from handlers.events import Chose, Edited, File, Text
from handlers.proofs import Proof, first_unfinished, name_of, proof_of, with_spelling
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import publishing as views
from handlers.views.errors import cancelled, cannot_use
from handlers.when import When, read_when, unpacked
from participation.clock import local_day, wall
from participation.consultations.usecases import audience_size, publish
from participation.errors import Refusal, Refused
from participation.ids import ConsultationId, InstitutionId
from participation.messages import Media, Message
from participation.people.usecases import office_in

LONGEST_NOTICE = 60_000
OFFICES_OPEN = time(9)


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


@dataclass(frozen=True)
class Confirming:
    """All is looked at; it goes out now, or at a moment."""

    proof: Proof
    at: datetime | None = None


@dataclass(frozen=True)
class Scheduling:
    """The moment of publishing is awaited; the day may be known already."""

    proof: Proof
    day: date | None = None


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
            return await show_proof(with_spelling(proof), talk)
        case Chose("go"):
            return await _confirm(Confirming(proof), talk)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None)
        case Chose():
            return await back_to_proof(proof, talk)
        case File(media):
            return await attach(proof, media, talk)
        case _:
            hint = cannot_use(talk, talk.t("Press first the button of the part you want to change."))
            return show(hint, views.review(talk, await look_at(proof, talk)), draft=draft)


async def _confirm(draft: Confirming, talk: Talk) -> Turn:
    """The last look; what cannot be announced without is asked for first."""
    if not draft.proof.terms.title:
        return await fix("title", draft.proof, talk)
    unfinished = first_unfinished(draft.proof)
    if unfinished is not None:
        return await CORRECTING[Changing](Changing(draft.proof, unfinished), Chose("when"), talk)
    look = await look_at(draft.proof, talk, on=local_day(draft.at) if draft.at else None)
    people = await audience_size(look.plan, institution=look.institution.id, uow=talk.uow)
    return show(views.confirming(talk, look, people, draft.at), draft=draft, over=True)


async def confirming(draft: Confirming, said: Said, talk: Talk) -> Turn:
    """Publish, now or at the moment chosen."""
    match said:
        case Chose("publish"):
            return await _publish(draft, talk)
        case Chose("now"):
            return await _confirm(Confirming(draft.proof), talk)
        case Chose("later"):
            return await _ask_moment(Scheduling(draft.proof), talk, over=True)
        case Chose("back"):
            return await back_to_proof(draft.proof, talk)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case _:
            return replace(await _confirm(draft, talk), over=False)


async def _publish(draft: Confirming, talk: Talk) -> Turn:
    look = await look_at(draft.proof, talk, on=local_day(draft.at or talk.now))
    consultation = await publish(
        look.plan,
        institution=look.institution.id,
        by=talk.person.id,
        at=draft.at,
        overridden=tuple(dict.fromkeys(map(name_of, look.questions))),
        uow=talk.uow,
        now=talk.now,
    )
    return show(_done(draft, consultation, talk), draft=None, over=True)


def _done(draft: Confirming, consultation: ConsultationId, talk: Talk) -> Message:
    if draft.at is not None:
        return views.scheduled(talk, draft.at)
    return views.published(talk, consultation, talk.house.links.to(f"k_{consultation}"))


async def _ask_moment(draft: Scheduling, talk: Talk, *, over: bool = False) -> Turn:
    if draft.day is not None:
        return show(views.ask_hour_too(talk, draft.day), draft=draft, over=over)
    calendar = await talk.uow.places.calendar(draft.proof.institution)
    next_day = When(calendar.next_working(local_day(talk.now) + timedelta(days=1)), OFFICES_OPEN)
    screen = views.ask_moment(talk, next_day.packed(), next_day.shown(talk.texts))
    return show(screen, draft=draft, over=over)


async def scheduling(draft: Scheduling, said: Said, talk: Talk) -> Turn:
    """Take the moment of publishing, which must be still to come."""
    match said:
        case Chose("at", value) if when := unpacked(value):
            return await _schedule(draft, when, talk)
        case Chose("back"):
            return await _confirm(Confirming(draft.proof), talk)
        case Text(words) | Edited(words):
            return await _typed_moment(draft, words, talk)
        case _:
            return await _ask_moment(draft, talk)


async def _typed_moment(draft: Scheduling, words: str, talk: Talk) -> Turn:
    when = read_when(words, papers=talk.house.papers, today=local_day(talk.now))
    if when is None:
        return await _ask_moment(draft, talk)
    return await _schedule(draft, when, talk)


async def _schedule(draft: Scheduling, when: When, talk: Talk) -> Turn:
    """Both day and hour lead to the last look, which shows the moment in full; the day alone asks for the hour."""
    day = when.day or draft.day
    if day is None or when.hour is None:
        return await _ask_moment(replace(draft, day=day), talk)
    at = wall(day, when.hour)
    if at <= talk.now:
        raise Refused(Refusal.IN_THE_PAST)
    return await _confirm(Confirming(draft.proof, at), talk)


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
