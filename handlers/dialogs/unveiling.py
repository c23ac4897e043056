"""Asking to see the name that was given with a report: the reason in writing, a look at it, and colleagues are asked.

Reasoning ──the reason──▶ Checking ──confirm──▶ asked
"""

from dataclasses import dataclass, replace

from handlers.events import Chose, Edited, Text
from handlers.spoken import NOTHING, Spoken, means_send
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import unveiling as views
from handlers.views.errors import cancelled
from participation.ids import ReportId
from participation.reports.identity import ask_for_name, check_reason, may_ask
from participation.words import has_letters


@dataclass(frozen=True)
class Reasoning:
    """The reason is awaited; what is `spoken` was written before."""

    report: int
    spoken: Spoken = NOTHING


@dataclass(frozen=True)
class Checking:
    """It is here; it has to be looked at and sent."""

    report: int
    spoken: Spoken


async def begin_asking(talk: Talk, pressed: views.AskName) -> Turn:
    """Ask for the reason, if anybody is there to read it."""
    return await _ask(Reasoning(pressed.report), talk)


async def _ask(draft: Reasoning, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    found = await may_ask(ReportId(draft.report), by=talk.person.id, uow=talk.uow, now=talk.now)
    former = not draft.spoken.is_empty()
    return show(views.question(talk, found, note, former=former), draft=draft, over=over)


async def reasoning(draft: Reasoning, said: Said, talk: Talk) -> Turn:
    """Take the reason."""
    match said:
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Chose("former") if not draft.spoken.is_empty():
            return await _check(Checking(draft.report, draft.spoken), talk, over=True)
        case Text() | Edited():
            spoken = draft.spoken.with_more(said)
            return await (_ask(draft, talk) if spoken is None else _check(Checking(draft.report, spoken), talk))
        case _:
            return await _ask(draft, talk)


async def _check(draft: Checking, talk: Talk, *, over: bool = False) -> Turn:
    if not has_letters(draft.spoken.text):
        return await _ask(Reasoning(draft.report), talk, talk.t("Please write it in words."))
    found = await may_ask(ReportId(draft.report), by=talk.person.id, uow=talk.uow, now=talk.now)
    check_reason(draft.spoken.text)
    return show(views.preview(talk, found, draft.spoken.text), draft=draft, over=over)


async def checking(draft: Checking, said: Said, talk: Talk) -> Turn:
    """Ask the colleagues, or change it once more; more words are more of it."""
    match said:
        case Chose("send"):
            return await _send(draft, talk)
        case Text(words) if means_send(words):
            return await _send(draft, talk)
        case Chose("back"):
            return await _ask(Reasoning(draft.report, draft.spoken), talk, over=True)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Text() | Edited():
            return await _check(replace(draft, spoken=draft.spoken.with_more(said) or draft.spoken), talk)
        case _:
            return await _check(draft, talk)


async def _send(draft: Checking, talk: Talk) -> Turn:
    report = ReportId(draft.report)
    await ask_for_name(report, draft.spoken.text, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.asked(talk, report), draft=None, over=True)


UNVEILING = Dialog(views.DIALOG, 1, {Reasoning: reasoning, Checking: checking})
