"""Bringing a consultation to its end: its comments are summed up, and the act that came of it is told.

Summing ──undecided──▶ Excusing ──reason──▶ Summing ──send──▶ told
Numbering ──▶ Dating ──▶ Linking ──▶ Checking ──send──▶ told
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from handlers.dialogs.asking import send_or_ask
from handlers.dialogs.leaving import left_by
from handlers.dialogs.typed_days import past_day_in
from handlers.events import Chose, Edited, Text
from handlers.fields import read_field
from handlers.turns import Dialog, Outgoing, Said, Step, Talk, Turn, show
from handlers.views import concluding as views
from handlers.views.correcting import WRONG, cannot_use
from handlers.views.managing import Conclude, Examine, unchanged
from handlers.when import When, unpacked
from participation.clock import local_day
from participation.comments.model import Balance
from participation.consultations.model import Adoption, Consultation, Stage
from participation.consultations.outcome import (
    adopt,
    adoptable,
    begin_review,
    check_adoption,
    check_summary,
    reviewable,
    summable,
    summarise,
)
from participation.consultations.usecases import audience_of
from participation.errors import NotFound
from participation.ids import ConsultationId, PendingId
from participation.messages import Message
from participation.offices.pending import works_by_two
from participation.readable import one_sentence

NO_NUMBER, NO_LINK = WRONG["protocol"], WRONG["register_url"]


@dataclass(frozen=True)
class Summing:
    """What became of the comments is looked at; a reason, where some of them are undecided."""

    consultation: int
    reason: str = ""


@dataclass(frozen=True)
class Excusing:
    """The reason is awaited why some are undecided."""

    consultation: int


@dataclass(frozen=True)
class Numbering:
    """The number of the act is awaited."""

    consultation: int
    number: str = ""


@dataclass(frozen=True)
class Adopting:
    """The day of the act is awaited."""

    consultation: int
    number: str


@dataclass(frozen=True)
class Linking:
    """The link of the act is awaited."""

    consultation: int
    number: str
    day: date


@dataclass(frozen=True)
class Checking:
    """The act is looked at."""

    consultation: int
    adoption: Adoption


async def begin_concluding(talk: Talk, pressed: Conclude) -> Turn:
    """Bring it to the stage that was pressed, or begin to."""
    consultation = ConsultationId(pressed.consultation)
    match pressed.stage:
        case Stage.REVIEW.value:
            found = await reviewable(consultation, by=talk.person.id, uow=talk.uow, now=talk.now)
            return show(views.ask_to_examine(talk, found), over=True)
        case Stage.SUMMARISED.value:
            return await _sum_up(Summing(consultation), talk)
        case Stage.ADOPTED.value:
            return await _ask_number(Numbering(consultation), talk)
        case _:
            raise NotFound


async def examine(talk: Talk, pressed: Examine) -> Turn:
    """Let everybody see that the comments are being examined."""
    consultation = ConsultationId(pressed.consultation)
    found = await begin_review(consultation, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.examined(talk, found), over=True)


async def _adoptable(consultation: int, talk: Talk) -> Consultation:
    return await adoptable(ConsultationId(consultation), by=talk.person.id, uow=talk.uow)


async def _people(found: Consultation, talk: Talk) -> int:
    return await talk.uow.listeners.count(await audience_of(found, uow=talk.uow))


async def _sum_up(draft: Summing, talk: Talk, *, over: bool = False) -> Turn:
    found = await _summable(draft, talk)
    balance = await talk.uow.comments.balance(found.id)
    people, by_two = await _people(found, talk), await works_by_two(found.institution, uow=talk.uow)
    screen = views.summing(talk, found.terms.title, balance, people, reason=draft.reason, by_two=by_two)
    return show(screen, draft=draft, over=over)


async def summing(draft: Summing, said: Said, talk: Talk) -> Turn:
    """Publish what became of the comments, or decide them first."""
    match said:
        case Chose("send" | "ask" as pressed):
            return await _send(draft, pressed, await _summable(draft, talk), talk)
        case Chose("anyway"):
            return show(views.ask_why_undecided(talk), draft=Excusing(draft.consultation), over=True)
        case _:
            return await _sum_up(draft, talk)


async def _summable(draft: Summing, talk: Talk) -> Consultation:
    return await summable(ConsultationId(draft.consultation), by=talk.person.id, uow=talk.uow, now=talk.now)


async def _send(draft: Summing | Checking, pressed: str, found: Consultation, talk: Talk) -> Turn:
    place, by_two = found.institution, await works_by_two(found.institution, uow=talk.uow)
    return await send_or_ask(draft, pressed, CONCLUDING, talk, at=place, about=found.id, by_two=by_two)


async def _seen_sum(draft: Summing, talk: Talk) -> object:
    """What became of the comments, and under which title."""
    found = await _summable(draft, talk)
    balance = await talk.uow.comments.balance(found.id)
    check_summary(balance, draft.reason)
    return balance, found.terms.title


async def _seen_act(draft: Checking, talk: Talk) -> object:
    """Whether it is news, and under which title."""
    found = await _adoptable(draft.consultation, talk)
    check_adoption(draft.adoption, found, talk.now)
    return found.stage, found.terms.title


async def _summarise(draft: Summing, talk: Talk, asked: PendingId | None) -> Turn:
    consultation, by, uow, now = ConsultationId(draft.consultation), talk.person.id, talk.uow, talk.now
    await summarise(consultation, by=by, asked=asked, reason=draft.reason, uow=uow, now=now)
    return show(views.done(talk, consultation, told=True), draft=None, over=True)


async def excusing(draft: Excusing, said: Said, talk: Talk) -> Turn:
    """Take the reason why some are undecided."""
    match said:
        case Text(words):
            return await _sum_up(Summing(draft.consultation, one_sentence(words)), talk)
        case Chose("back"):
            return await _sum_up(Summing(draft.consultation), talk, over=True)
        case Chose() | Edited():
            return show(views.ask_why_undecided(talk), draft=draft)
        case _:
            return show(views.ask_why_undecided(talk, cannot_use(talk)), draft=draft)


async def _ask_number(draft: Numbering, talk: Talk, complaint: str = "", *, over: bool = False) -> Turn:
    found = await _adoptable(draft.consultation, talk)
    return show(views.ask_number(talk, found.terms.title, draft.number, complaint), draft=draft, over=over)


async def numbering(draft: Numbering, said: Said, talk: Talk) -> Turn:
    """Take the number of the act."""
    match said:
        case Text(words):
            number = read_field("protocol", words)
            if number is None:
                return await _ask_number(draft, talk, talk.t(NO_NUMBER))
            return _ask_day(Adopting(draft.consultation, number), talk)
        case Chose() | Edited():
            return await _ask_number(draft, talk)
        case _:
            return await _ask_number(draft, talk, cannot_use(talk))


def _ask_day(draft: Adopting, talk: Talk, complaint: str = "", *, over: bool = False) -> Turn:
    return show(views.ask_day(talk, complaint), draft=draft, over=over)


async def adopting(draft: Adopting, said: Said, talk: Talk) -> Turn:
    """Take the day of the act, which cannot be still to come."""
    match said:
        case Chose("today"):
            return await _dated(draft, local_day(talk.now), talk)
        case Chose("day", value) if (when := unpacked(value)) and when.day:
            return await _dated(draft, when.day, talk)
        case Chose("back"):
            return await _ask_number(Numbering(draft.consultation, draft.number), talk, over=True)
        case Text(words):
            return await _typed(draft, words, talk)
        case Chose() | Edited():
            return _ask_day(draft, talk)
        case _:
            return _ask_day(draft, talk, cannot_use(talk))


async def _typed(draft: Adopting, words: str, talk: Talk) -> Turn:
    typed = past_day_in(words, talk)
    if isinstance(typed, str):
        return _ask_day(draft, talk, typed)
    if not typed.sure:
        return show(views.sure(talk, When(typed.day)), draft=draft)
    return await _dated(draft, typed.day, talk)


async def _dated(draft: Adopting, day: date, talk: Talk) -> Turn:
    found = await _adoptable(draft.consultation, talk)
    check_adoption(Adoption(draft.number, day), found, talk.now)
    return show(views.ask_link(talk), draft=Linking(draft.consultation, draft.number, day))


async def linking(draft: Linking, said: Said, talk: Talk) -> Turn:
    """Take the link of the act, if there is one yet."""
    adoption = Adoption(draft.number, draft.day)
    match said:
        case Text(words):
            link = read_field("register_url", words)
            if link is None:
                return show(views.ask_link(talk, talk.t(NO_LINK)), draft=draft)
            return await _check(Checking(draft.consultation, replace(adoption, link=link)), talk)
        case Chose("none"):
            return await _check(Checking(draft.consultation, adoption), talk, over=True)
        case Chose("back"):
            return _ask_day(Adopting(draft.consultation, draft.number), talk, over=True)
        case Chose() | Edited():
            return show(views.ask_link(talk), draft=draft)
        case _:
            return show(views.ask_link(talk, cannot_use(talk)), draft=draft)


async def _check(draft: Checking, talk: Talk, *, over: bool = False) -> Turn:
    found = await _adoptable(draft.consultation, talk)
    again = found.stage is Stage.ADOPTED
    people = 0 if again else await _people(found, talk)
    balance = Balance() if again else await talk.uow.comments.balance(found.id)
    by_two = await works_by_two(found.institution, uow=talk.uow)
    screen = views.checking(talk, found.terms.title, draft.adoption, people, balance=balance, by_two=by_two)
    return show(screen, draft=draft, over=over)


async def checking(draft: Checking, said: Said, talk: Talk) -> Turn:
    """Publish it, or not."""
    match said:
        case Chose("send" | "ask" as pressed):
            return await _send(draft, pressed, await _adoptable(draft.consultation, talk), talk)
        case Chose("back"):
            again = Linking(draft.consultation, draft.adoption.number, draft.adoption.day)
            return show(views.ask_link(talk), draft=again, over=True)
        case _:
            return await _check(draft, talk)


async def _adopt(draft: Checking, talk: Talk, asked: PendingId | None) -> Turn:
    found, by = await _adoptable(draft.consultation, talk), talk.person.id
    await adopt(found.id, draft.adoption, by=by, asked=asked, uow=talk.uow, now=talk.now)
    return show(views.done(talk, found.id, told=found.stage is not Stage.ADOPTED), draft=None, over=True)


STEPS: Final[Mapping[type, Step]] = {
    Summing: summing,
    Excusing: excusing,
    Numbering: numbering,
    Adopting: adopting,
    Linking: linking,
    Checking: checking,
}


def _left(draft: Any, talk: Talk) -> Message:
    return unchanged(talk, draft.consultation)


CONCLUDING = Dialog(
    views.DIALOG,
    1,
    {kind: left_by(step, "leave", _left) for kind, step in STEPS.items()},
    outgoing={
        Summing: Outgoing(lambda _: "summary", _sum_up, _seen_sum, _summarise),
        Checking: Outgoing(lambda _: "act", _check, _seen_act, _adopt),
    },
)
