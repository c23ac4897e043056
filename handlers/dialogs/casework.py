"""Doing something about a report: its questions one after the other, a look at it, and it is done.

Filling ──an answer, or skip──▶ Filling … ──the last──▶ Checking ──do it──▶ the report as it stands now
   ▲                                                        └──what may be added──▶ Filling ──▶ Checking
"""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from handlers.commands.casework import changed
from handlers.commands.inbox import shelves_of
from handlers.dialogs.typed_days import TypedDay, past_day_in
from handlers.events import Chose, Edited, File, Text
from handlers.spoken import NOTHING, Spoken, means_send
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import doing as views
from handlers.views.casework import LABELS, DoAbout
from handlers.views.colleagues import told_apart
from handlers.views.doing import MAY_BE_ADDED, Ask
from handlers.views.errors import cancelled
from handlers.views.inbox import label_of
from handlers.views.protecting import given_to_contact
from participation.clock import local_day
from participation.errors import Refusal, Refused
from participation.ids import ReportId
from participation.offices.usecases import fellows
from participation.people.model import Appointment
from participation.reports.casework import carry_out, check_deed, hears_of, report_for_officer
from participation.reports.joining import CARRIED, lead_for, likely, numbered
from participation.reports.kinds import kind_of
from participation.reports.life import Act, after
from participation.reports.model import Body, Deed, Handover, Outcome, Recipient, Report
from participation.words import has_letters, is_number

QUESTIONS: Final[Mapping[Act, tuple[Ask, ...]]] = {
    Act.ASSIGN: (Ask.COLLEAGUE,),
    Act.JOIN: (Ask.LEAD,),
    Act.ASK: (Ask.WORDS,),
    Act.NOTE: (Ask.WORDS,),
    Act.ACT_ON: (Ask.WORDS,),
    Act.HAND_OVER: (Ask.BODY, Ask.NAME),
    Act.CLOSE: (Ask.OUTCOME, Ask.WORDS),
    Act.GUARD: (),
}
"""What has to be known before something is done, in the order in which it is asked."""


@dataclass(frozen=True)
class Filling:
    """The answer to a question is awaited; to whom reports of its category `usually` go was offered first."""

    report: int
    deed: Deed
    ask: Ask
    spoken: Spoken = NOTHING
    usually: Recipient | None = None


@dataclass(frozen=True)
class Checking:
    """All is here; it has to be looked at and done."""

    report: int
    deed: Deed
    spoken: Spoken = NOTHING


async def begin_deed(talk: Talk, pressed: DoAbout) -> Turn:
    """Ask the first question, or do it where there is none."""
    act = next((act for act in LABELS if act.value == pressed.act), None)
    if act is None:
        raise Refused(Refusal.NOT_FOUND)
    found = await report_for_officer(ReportId(pressed.report), by=talk.person.id, uow=talk.uow)
    after(found.state, act)
    if act not in QUESTIONS:
        await carry_out(found.id, Deed(act), by=talk.person.id, uow=talk.uow, now=talk.now)
        return await changed(talk, found.id)
    if not QUESTIONS[act]:
        return await _check(Checking(found.id, Deed(act)), talk)
    return await _ask(Filling(found.id, Deed(act), QUESTIONS[act][0]), talk)


async def _ask(draft: Filling, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    found = await report_for_officer(ReportId(draft.report), by=talk.person.id, uow=talk.uow)
    after(found.state, draft.deed.act)
    offered = await OFFERED[draft.ask](found, talk) if draft.ask in OFFERED else ()
    if draft.ask is Ask.COLLEAGUE and not offered:
        raise Refused(Refusal.NO_COLLEAGUE)
    draft = replace(draft, usually=await _usually(found, talk) if draft.ask is Ask.BODY else None)
    screen = views.question(
        *(talk, found.receipt, draft.deed, draft.ask, offered),
        may_skip=_may_skip(draft),
        note=note,
        usually=draft.usually,
    )
    return show(screen, draft=draft, over=over)


async def _usually(found: Report, talk: Talk) -> Recipient | None:
    """To whom reports of its category are usually passed on."""
    kind = await kind_of(found, uow=talk.uow)
    return None if kind is None else kind.passed_to


async def _colleagues(found: Report, talk: Talk) -> Sequence[tuple[Appointment, str]]:
    """To whom it can be given: neither to oneself nor to whoever has it already."""
    acting = told_apart(talk, await fellows(found.docket, uow=talk.uow))
    return [(one, label) for one, label in acting if one.person not in {talk.person.id, found.officer}]


async def _by_number(found: Report, talk: Talk) -> Sequence[views.Offered]:
    return [(one.id, label) for one, label in await _colleagues(found, talk)]


async def _likely(found: Report, talk: Talk) -> Sequence[views.Offered]:
    """Those that may be about the same, by their numbers."""
    shelves = await shelves_of(talk)
    return [(one.id, label_of(talk, one, shelves)) for one in await likely(found, uow=talk.uow, today=_today(talk))]


def _today(talk: Talk) -> date:
    return local_day(talk.now)


OFFERED: Final[Mapping[Ask, Callable[[Report, Talk], Awaitable[Sequence[views.Offered]]]]] = {
    Ask.COLLEAGUE: _by_number,
    Ask.LEAD: _likely,
}
"""What can be chosen that is found in the database."""


def _may_skip(draft: Filling) -> bool:
    """What nobody needs to know; a reason is owed unless all is well."""
    if draft.ask is Ask.WORDS and not draft.spoken.is_empty():
        return True
    if draft.ask is Ask.WORDS:
        return draft.deed.outcome is Outcome.SOLVED
    return False


async def filling(draft: Filling, said: Said, talk: Talk) -> Turn:
    """Take an answer and ask the next question."""
    match said:
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Chose("back"):
            return await _back(draft, talk)
        case Chose("skip") if _may_skip(draft):
            return await _next(draft, talk, over=True)
        case Chose("usually") if draft.ask is Ask.BODY and draft.usually is not None:
            handover = Handover(draft.usually.body, _today(talk), draft.usually.name)
            return await _check(Checking(draft.report, _filled(draft, handover).deed, draft.spoken), talk, over=True)
        case Chose(name, value) if name == draft.ask and draft.ask in CHOSEN:
            return await CHOSEN[draft.ask](draft, value, talk)
        case Text() | File() if draft.ask is Ask.WORDS:
            return await _hear(draft, said, talk)
        case Text(words) if draft.ask is Ask.LEAD:
            return await _numbered(draft, words, talk)
        case Text(words) if draft.deed.handover is not None:
            return await _detail(draft, " ".join(words.split()), draft.deed.handover, talk)
        case _:
            return await _ask(draft, talk)


async def _given(draft: Filling, appointment: str, talk: Talk) -> Turn:
    """Take the colleague, if they still work here."""
    found = await report_for_officer(ReportId(draft.report), by=talk.person.id, uow=talk.uow)
    chosen = next((one for one, _ in await _colleagues(found, talk) if str(one.id) == appointment), None)
    if chosen is None:
        raise Refused(Refusal.NO_COLLEAGUE)
    return await _next(replace(draft, deed=replace(draft.deed, officer=chosen.person)), talk, over=True)


async def _numbered(draft: Filling, words: str, talk: Talk) -> Turn:
    """Take the one that leads by the number that was typed."""
    found = await report_for_officer(ReportId(draft.report), by=talk.person.id, uow=talk.uow)
    number = await numbered(words, found, uow=talk.uow, today=_today(talk))
    if number is None:
        return await _ask(draft, talk, talk.t("No report has this number."))
    return await _led(draft, number, talk, over=False)


async def _led_by(draft: Filling, number: str, talk: Talk) -> Turn:
    return await _led(draft, ReportId(int(number)), talk) if is_number(number) else await _ask(draft, talk)


async def _led(draft: Filling, lead: ReportId, talk: Talk, *, over: bool = True) -> Turn:
    """Take the one that leads, if it can."""
    found = await report_for_officer(ReportId(draft.report), by=talk.person.id, uow=talk.uow)
    chosen = await lead_for(found, lead, uow=talk.uow)
    return await _next(replace(draft, deed=replace(draft.deed, lead=chosen.id)), talk, over=over)


async def _to_body(draft: Filling, body: str, talk: Talk) -> Turn:
    if body not in set(Body):
        return await _ask(draft, talk)
    return await _next(_filled(draft, Handover(Body(body), _today(talk))), talk, over=True)


async def _ended(draft: Filling, outcome: str, talk: Talk) -> Turn:
    if outcome not in set(Outcome):
        return await _ask(draft, talk)
    return await _next(replace(draft, deed=replace(draft.deed, outcome=Outcome(outcome))), talk, over=True)


async def _back_then(draft: Filling, days: str, talk: Talk) -> Turn:
    if days not in {str(back) for back in views.DAYS}:
        return await _ask(draft, talk)
    return await _dated(draft, _today(talk) - timedelta(days=int(days)), talk, over=True)


CHOSEN: Final[Mapping[Ask, Callable[[Filling, str, Talk], Awaitable[Turn]]]] = {
    Ask.COLLEAGUE: _given,
    Ask.LEAD: _led_by,
    Ask.BODY: _to_body,
    Ask.OUTCOME: _ended,
    Ask.DAY: _back_then,
}
"""What takes that which was pressed; its button bears the name of the question."""


async def _back(draft: Filling, talk: Talk) -> Turn:
    """To the question before; from the first one out, from what may be added to the last look."""
    if draft.ask in _may_add(draft.deed):
        return await _check(Checking(draft.report, draft.deed, draft.spoken), talk, over=True)
    order = _asked(draft.deed)
    place = order.index(draft.ask)
    if not place:
        return show(cancelled(talk), draft=None, over=True)
    return await _ask(replace(draft, ask=order[place - 1]), talk, over=True)


def _asked(deed: Deed) -> list[Ask]:
    """The questions of a deed: a name is asked for where it is not plain who that is."""
    named = deed.handover is None or deed.handover.body is Body.OTHER
    return [ask for ask in QUESTIONS[deed.act] if ask is not Ask.NAME or named]


def _may_add(deed: Deed) -> Collection[Ask]:
    return MAY_BE_ADDED.get(deed.act, {})


async def _next(draft: Filling, talk: Talk, *, over: bool = False) -> Turn:
    order = _asked(draft.deed)
    following = order[order.index(draft.ask) + 1 :] if draft.ask in order else ()
    if following:
        return await _ask(replace(draft, ask=following[0]), talk, over=over)
    return await _check(Checking(draft.report, draft.deed, draft.spoken), talk, over=over)


def _filled(draft: Filling, handover: Handover) -> Filling:
    return replace(draft, deed=replace(draft.deed, handover=handover))


async def _hear(draft: Filling, said: Said, talk: Talk) -> Turn:
    spoken = draft.spoken.with_more(said) or draft.spoken
    return await _next(replace(draft, spoken=spoken), talk)


async def _detail(draft: Filling, words: str, handover: Handover, talk: Talk) -> Turn:
    """Take the name, the day, the officer or the number that was typed."""
    match draft.ask:
        case Ask.NAME if not has_letters(words):
            return await _ask(draft, talk, talk.t("That cannot be a name."))
        case Ask.NAME:
            return await _next(_filled(draft, replace(handover, name=words)), talk)
        case Ask.OFFICER:
            return await _next(_filled(draft, replace(handover, officer=words)), talk)
        case Ask.REFERENCE:
            return await _next(_filled(draft, replace(handover, reference=words)), talk)
        case Ask.DAY:
            return await _dated(draft, _day_in(words, talk), talk)
        case _:
            return await _ask(draft, talk)


async def _dated(draft: Filling, day: date | None, talk: Talk, *, over: bool = False) -> Turn:
    """Take the day: one between the report and today."""
    found = await report_for_officer(ReportId(draft.report), by=talk.person.id, uow=talk.uow)
    today, handover = local_day(talk.now), draft.deed.handover
    assert handover is not None
    if day is None or not found.received_on <= day <= today:
        example = f"{today:%d.%m.%Y}"
        note = talk.t("Please write a day since the report came, and not after today, for example {day}.", day=example)
        return await _ask(draft, talk, note)
    return await _next(_filled(draft, replace(handover, on=day)), talk, over=over)


def _day_in(words: str, talk: Talk) -> date | None:
    """The day that somebody typed; without a year it is the last such day, for what was done is past."""
    typed = past_day_in(words, talk)
    return typed.day if isinstance(typed, TypedDay) else None


def _whole(draft: Checking) -> Deed:
    return replace(draft.deed, words=draft.spoken.text, media=draft.spoken.media)


async def _check(draft: Checking, talk: Talk, *, over: bool = False) -> Turn:
    deed = _whole(draft)
    check_deed(deed, local_day(talk.now))
    found = await report_for_officer(ReportId(draft.report), by=talk.person.id, uow=talk.uow)
    scope = await _scope(deed, found, talk)
    if deed.act is Act.ASSIGN and not scope.given_to:  # they have left since they were chosen
        return await _ask(Filling(draft.report, Deed(Act.ASSIGN), Ask.COLLEAGUE), talk, over=over)
    return show(views.preview(talk, found, deed, scope), draft=draft, over=over)


async def _scope(deed: Deed, found: Report, talk: Talk) -> views.Scope:
    """Whom it concerns."""
    scope = views.Scope(await hears_of(deed.act, found, uow=talk.uow))
    match deed.act:
        case Act.ASSIGN:
            acting = await _colleagues(found, talk)
            return replace(scope, given_to=next((label for one, label in acting if one.person == deed.officer), ""))
        case Act.JOIN:
            return replace(scope, lead=await lead_for(found, deed.lead, uow=talk.uow))
        case act if act in CARRIED:
            return replace(scope, joined=len(await talk.uow.reports.joined_to(found.id)))
        case _:
            return scope


async def checking(draft: Checking, said: Said, talk: Talk) -> Turn:
    """Do it, or change it once more; more words are more of it."""
    match said:
        case Chose("send"):
            return await _do(draft, talk)
        case Text(words) if means_send(words):
            return await _do(draft, talk)
        case Chose("add", name) if name in _may_add(draft.deed):
            return await _ask(Filling(draft.report, draft.deed, Ask(name), draft.spoken), talk, over=True)
        case Chose("back"):
            asked = _asked(draft.deed)
            if not asked:
                return replace(await changed(talk, ReportId(draft.report)), draft=None)
            return await _ask(Filling(draft.report, draft.deed, asked[-1], draft.spoken), talk, over=True)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Text() | Edited() | File():
            return await _check(replace(draft, spoken=draft.spoken.with_more(said) or draft.spoken), talk)
        case _:
            return await _check(draft, talk)


async def _do(draft: Checking, talk: Talk) -> Turn:
    report = ReportId(draft.report)
    done = await carry_out(report, _whole(draft), by=talk.person.id, uow=talk.uow, now=talk.now)
    if draft.deed.act is Act.GUARD:
        return show(given_to_contact(talk, done), draft=None, over=True)
    return replace(await changed(talk, report), draft=None)


CASEWORK = Dialog(views.DIALOG, 1, {Filling: filling, Checking: checking})
