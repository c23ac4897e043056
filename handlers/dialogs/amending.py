"""Amending a notice that is out: more time, anew, corrected, cancelled; what people will read is looked at first.

Extending ──day──▶ Explaining ──reason──▶ Weighing ──send──▶ told
Repeating and cancelling begin with the reason; a correction comes from the draft of the announcement and leads back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from handlers.commands.managing import clock_of
from handlers.dialogs.asking import send_or_ask
from handlers.dialogs.leaving import left_by
from handlers.dialogs.proofing import show_proof, with_doubts
from handlers.dialogs.typed_days import day_in
from handlers.events import Chose, Edited, Text
from handlers.turns import Dialog, Outgoing, Said, Step, Talk, Turn, show
from handlers.views import amending as views
from handlers.views.correcting import NO_MOMENT, cannot_use
from handlers.views.errors import changed_meanwhile
from handlers.views.managing import Amend, unchanged
from handlers.when import When, unpacked
from participation.calendar.working_days import WorkingCalendar
from participation.clock import local_day
from participation.consultations.amending import amend, amendable, cancel, check_new, repeat, repeated
from participation.consultations.dossier import Dossier, dossier_of
from participation.consultations.model import Consultation
from participation.consultations.proofs import Proof, Question
from participation.consultations.rechecking import notice_out, passed_over
from participation.consultations.rewording import new_version, proof_of_amending, rebased, says_the_same
from participation.consultations.usecases import audience_of
from participation.consultations.versions import (
    NEEDS_NO_REASON,
    Amendment,
    NewVersion,
    Version,
    as_it_stands,
    as_it_will_be,
    changes_of,
    is_told,
)
from participation.errors import NotFound, Refusal, Refused
from participation.ids import ConsultationId, PendingId
from participation.messages import Media, Message
from participation.offices.pending import works_by_two
from participation.readable import one_sentence

STEPS_OF_TIME = (5, 10, 20)
MORE: Final = {str(days): days for days in STEPS_OF_TIME}
WHOLE: Final = frozenset({Amendment.REPEATED, Amendment.CANCELLED})
"""What is done to a notice as a whole: nothing of it is said otherwise."""
BEGUN_HERE = (Amendment.EXTENDED, Amendment.REPEATED, Amendment.CANCELLED)


@dataclass(frozen=True)
class Extending:
    """The new last day is awaited."""

    consultation: int


@dataclass(frozen=True)
class Wish:
    """What shall be done to a notice; `seen` is its version that was looked at.

    A last day that is so many working days `more` was chosen as these, and not as a day.
    """

    what: Amendment
    consultation: int
    seen: int
    deadline: date | None = None
    proof: Proof | None = None
    reason: str = ""
    more: int | None = None


@dataclass(frozen=True)
class Explaining:
    """The reason is awaited."""

    wish: Wish


@dataclass(frozen=True)
class Weighing:
    """What everybody will read is looked at."""

    wish: Wish


async def begin_amending(talk: Talk, pressed: Amend) -> Turn:
    """Begin what was pressed."""
    if pressed.what not in {*BEGUN_HERE}:
        raise NotFound
    what, consultation = Amendment(pressed.what), ConsultationId(pressed.consultation)
    found = await amendable(consultation, what, by=talk.person.id, uow=talk.uow)
    match what:
        case Amendment.EXTENDED:
            return await _ask_deadline(Extending(consultation), talk)
        case _:
            return await _ask_reason(Explaining(Wish(what, consultation, found.version)), talk)


async def _ask_deadline(draft: Extending, talk: Talk, complaint: str = "", *, over: bool = False) -> Turn:
    found = await _found(draft.consultation, Amendment.EXTENDED, talk)
    clock = await clock_of(found, talk)
    if clock is None:
        raise Refused(Refusal.INCOMPLETE)
    calendar = await talk.uow.places.calendar(found.institution)
    today = local_day(talk.now)
    offered = [(days, _later(clock.until, days, calendar, today)) for days in STEPS_OF_TIME]
    within = [(days, day) for days, day in offered if day <= clock.longest or days == STEPS_OF_TIME[0]]
    return show(views.ask_deadline(talk, clock, within, complaint), draft=draft, over=over)


def _later(until: date, days: int, calendar: WorkingCalendar, today: date) -> date:
    """So many working days after the last day; where that is past, after today: nobody comments in the past."""
    return calendar.after(max(until, today), days)


async def _found(consultation: int, what: Amendment, talk: Talk) -> Consultation:
    return await amendable(ConsultationId(consultation), what, by=talk.person.id, uow=talk.uow)


async def extending(draft: Extending, said: Said, talk: Talk) -> Turn:
    """Take the new last day; one that may be misread is shown in full and asked about."""
    match said:
        case Chose("day", value) if (when := unpacked(value)) and when.day:
            return await _extended(draft, when.day, talk, over=True)
        case Chose("more", value) if value in MORE:
            return await _counted(draft, MORE[value], talk)
        case Text(words):
            return await _typed(draft, words, talk)
        case Chose() | Edited():
            return await _ask_deadline(draft, talk)
        case _:
            return await _ask_deadline(draft, talk, cannot_use(talk))


async def _typed(draft: Extending, words: str, talk: Talk) -> Turn:
    typed = day_in(words, talk, NO_MOMENT)
    if isinstance(typed, str):
        return await _ask_deadline(draft, talk, typed)
    if not typed.sure:
        return show(views.sure(talk, When(typed.day)), draft=draft)
    return await _extended(draft, typed.day, talk)


async def _counted(draft: Extending, days: int, talk: Talk) -> Turn:
    """So many working days more, as they are counted now."""
    found = await _found(draft.consultation, Amendment.EXTENDED, talk)
    if found.terms.deadline is None:
        raise Refused(Refusal.INCOMPLETE)
    calendar = await talk.uow.places.calendar(found.institution)
    day = _later(found.terms.deadline, days, calendar, local_day(talk.now))
    return await _extended(draft, day, talk, more=days, over=True)


async def _extended(draft: Extending, day: date, talk: Talk, *, more: int | None = None, over: bool = False) -> Turn:
    found = await _found(draft.consultation, Amendment.EXTENDED, talk)
    wish = Wish(Amendment.EXTENDED, found.id, found.version, deadline=day, more=more)
    check_new(_new(wish, found), found.terms, talk.now)
    return await _ask_reason(Explaining(wish), talk, over=over)


async def _ask_reason(draft: Explaining, talk: Talk, complaint: str = "", *, over: bool = False) -> Turn:
    wish, passed = draft.wish, await _passed_over(draft.wish, talk)
    screen = views.ask_reason(talk, wish.what, passed, present=wish.reason, complaint=complaint)
    return show(screen, draft=draft, over=over)


async def _passed_over(wish: Wish, talk: Talk) -> Sequence[Question]:
    """The rules of the law that it would pass over; given anew or called off, a notice passes over none."""
    if wish.what in WHOLE:
        return ()
    found = await _found(wish.consultation, wish.what, talk)
    return passed_over(_new(wish, found), await notice_out(found, uow=talk.uow), today=local_day(talk.now))


async def explaining(draft: Explaining, said: Said, talk: Talk) -> Turn:
    """Take the reason."""
    match said:
        case Text(words):
            return await _explained(draft.wish, words, talk)
        case Chose("slip"):
            return await _explained(draft.wish, talk.t(views.SLIP), talk)
        case Chose("back"):
            return await _back(draft.wish, talk)
        case Chose() | Edited():
            return await _ask_reason(draft, talk)
        case _:
            return await _ask_reason(draft, talk, cannot_use(talk))


async def _explained(wish: Wish, words: str, talk: Talk) -> Turn:
    return await _weigh(Weighing(replace(wish, reason=one_sentence(words))), talk)


async def _back(wish: Wish, talk: Talk) -> Turn:
    """To what was asked before."""
    match wish:
        case Wish(proof=Proof() as proof):
            return await show_proof(proof, talk)
        case Wish(what=Amendment.EXTENDED):
            return await _ask_deadline(Extending(wish.consultation), talk, over=True)
        case _:
            return show(unchanged(talk, wish.consultation), draft=None, over=True)


async def weigh_correction(proof: Proof, talk: Talk) -> Turn:
    """From the draft of a correction to its reason, where it needs one, and the last look."""
    found = await _found(proof.of or 0, Amendment.CORRECTED, talk)
    what, _ = check_new(new_version(proof, found), found.terms, talk.now)
    wish = Wish(what, found.id, proof.seen, proof=proof)
    if what in NEEDS_NO_REASON and not await _passed_over(wish, talk):
        return await _weigh(Weighing(wish), talk)
    return await _ask_reason(Explaining(wish), talk)


def _new(wish: Wish, found: Consultation) -> NewVersion:
    """The version that a wish makes."""
    if wish.proof is not None:
        return replace(new_version(wish.proof, found), reason=wish.reason)
    terms = replace(found.terms, deadline=wish.deadline or found.terms.deadline)
    return NewVersion(terms, wish.reason, more=wish.more)


async def _weigh(draft: Weighing, talk: Talk) -> Turn:
    """The last look, at the version that was looked at before, and with a reason where it owes one by now."""
    wish = draft.wish
    found = await _found(wish.consultation, wish.what, talk)
    if await _is_overtaken(wish, found, talk):
        return await _looked_again(wish, found, talk)
    if not wish.reason and await _passed_over(wish, talk):  # another day has made a meeting too soon
        return changed_meanwhile(await _ask_reason(Explaining(wish), talk, over=True), talk)
    dossier = await dossier_of(found.id, talk.uow)
    now = as_it_stands(found, dossier.meetings)
    version = await _version(wish, now, found, talk)
    meetings = sum(meeting.is_on(talk.now) for meeting in dossier.meetings)
    balance = await talk.uow.comments.balance(found.id)
    audience = replace(await audience_of(replace(found, terms=version.terms), uow=talk.uow), coming=True)
    question = views.weighing(
        talk,
        wish.what,
        await talk.uow.listeners.count(audience),
        told=_is_told(wish, found),
        meetings=meetings,
        balance=balance,
        by_two=await works_by_two(found.institution, uow=talk.uow),
    )
    return show(*_read_by_all(version, now, dossier, talk), question, draft=draft)


async def _begun_with(wish: Wish, found: Consultation, talk: Talk) -> Version | None:
    return next((each for each in await talk.uow.versions.of(found.id) if each.number == wish.seen), None)


async def _is_overtaken(wish: Wish, found: Consultation, talk: Talk) -> bool:
    """Whether a colleague has changed the text meanwhile; a meeting that was moved changes nothing of a draft."""
    if found.version == wish.seen:
        return False
    begun = await _begun_with(wish, found, talk)
    return begun is None or not says_the_same(begun, found)


async def _looked_again(wish: Wish, found: Consultation, talk: Talk) -> Turn:
    """A colleague has amended it meanwhile: that is looked at first, with one's own corrections laid over it."""
    again = replace(wish, seen=found.version, deadline=None, proof=None, more=None)
    if wish.proof is not None:
        begun = await _begun_with(wish, found, talk)
        corrected = rebased(wish.proof, begun, found) if begun else proof_of_amending(found)
        return changed_meanwhile(await show_proof(with_doubts(corrected, talk), talk), talk)
    return changed_meanwhile(await _back(again, talk), talk)


def _is_told(wish: Wish, found: Consultation) -> bool:
    return wish.what in WHOLE or is_told(changes_of(_new(wish, found), found.terms))


def _read_by_all(version: Version, now: Version, dossier: Dossier, talk: Talk) -> tuple[Message, ...]:
    """Exactly what people will read, without its buttons."""
    shown = replace(dossier, id=None)
    return (talk.house.printer.change(now, version, dossier=shown, texts=talk.texts, now=talk.now),)


async def _version(wish: Wish, now: Version, found: Consultation, talk: Talk) -> Version:
    """What the notice will say."""
    today = local_day(talk.now)
    match wish.what:
        case Amendment.REPEATED:
            terms = repeated(found.terms, today, await talk.uow.places.calendar(found.institution))
            return replace(now, amendment=wish.what, terms=terms, reason=wish.reason)
        case Amendment.CANCELLED:
            return replace(now, amendment=wish.what, reason=wish.reason)
        case _:
            new = _new(wish, found)
            what, _ = check_new(new, found.terms, talk.now)
            return replace(as_it_will_be(new, now, found), amendment=what)


async def weighing(draft: Weighing, said: Said, talk: Talk) -> Turn:
    """Do it and tell everybody, or not."""
    match said:
        case Chose("send" | "ask" as pressed):
            found = await _found(draft.wish.consultation, draft.wish.what, talk)
            place, by_two = found.institution, await works_by_two(found.institution, uow=talk.uow)
            return await send_or_ask(draft, pressed, AMENDING, talk, at=place, about=found.id, by_two=by_two)
        case Chose("back") if not draft.wish.reason:
            return await _back(draft.wish, talk)
        case Chose("back"):
            return await _ask_reason(Explaining(draft.wish), talk, over=True)
        case _:
            return await _weigh(draft, talk)


async def _seen(draft: Weighing, talk: Talk) -> object:
    """All that the notice will say, with its days as they are counted today."""
    found = await _found(draft.wish.consultation, draft.wish.what, talk)
    meetings = await talk.uow.meetings.of(found.id)
    return await _version(draft.wish, as_it_stands(found, meetings), found, talk)


async def added_papers(draft: object, talk: Talk) -> Sequence[Media]:
    """The documents that a correction adds: whoever releases it opens them first."""
    if not isinstance(draft, Weighing) or draft.wish.proof is None:
        return ()
    found = await _found(draft.wish.consultation, draft.wish.what, talk)
    return new_version(draft.wish.proof, found).papers


async def _do(draft: Weighing, talk: Talk, asked: PendingId | None) -> Turn:
    found = await _found(draft.wish.consultation, draft.wish.what, talk)
    wish = replace(draft.wish, seen=found.version)
    told, by, uow, now = _is_told(wish, found), talk.person.id, talk.uow, talk.now
    match wish.what:
        case Amendment.REPEATED:
            await repeat(found.id, reason=wish.reason, seen=wish.seen, by=by, asked=asked, uow=uow, now=now)
        case Amendment.CANCELLED:
            await cancel(found.id, reason=wish.reason, seen=wish.seen, by=by, asked=asked, uow=uow, now=now)
        case _:
            await amend(found.id, _new(wish, found), seen=wish.seen, by=by, asked=asked, uow=uow, now=now)
    return show(views.done(talk, wish.what, found.id, told=told), draft=None, over=True)


def _left(draft: Extending | Explaining | Weighing, talk: Talk) -> Message:
    return unchanged(talk, draft.consultation if isinstance(draft, Extending) else draft.wish.consultation)


STEPS: Final[Mapping[type, Step]] = {Extending: extending, Explaining: explaining, Weighing: weighing}
AMENDING = Dialog(
    views.DIALOG,
    1,
    {kind: left_by(step, "leave", _left) for kind, step in STEPS.items()},
    outgoing={Weighing: Outgoing(lambda draft: draft.wish.what.value, _weigh, _seen, _do)},
)
