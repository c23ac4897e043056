"""Telling citizens that something is known: a sentence, and a look at it.

Writing ──the sentence──▶ Checking ──confirm──▶ told
"""

from dataclasses import dataclass

from handlers.commands.casework import category_of
from handlers.events import Chose, Edited, Text
from handlers.spoken import means_send
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import known as views
from handlers.views.errors import cancelled
from participation.ids import ReportId
from participation.reports.known import check_known, known_by, make_known
from participation.words import one_line


@dataclass(frozen=True)
class Writing:
    """The sentence is awaited."""

    report: int


@dataclass(frozen=True)
class Checking:
    """It is here; it has to be looked at."""

    report: int
    words: str


async def begin_telling(talk: Talk, pressed: views.TellKnown) -> Turn:
    """Ask for the sentence."""
    return await _ask(Writing(pressed.report), talk)


async def _ask(draft: Writing, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    report = ReportId(draft.report)
    found = await known_by(report, by=talk.person.id, uow=talk.uow)
    known = await talk.uow.known.about(report)
    return show(views.question(talk, found, note, known.words if known else ""), draft=draft, over=over)


async def writing(draft: Writing, said: Said, talk: Talk) -> Turn:
    """Take the sentence."""
    match said:
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Text(words) | Edited(words):
            return await _check(Checking(draft.report, one_line(words)), talk)
        case _:
            return await _ask(draft, talk)


async def _check(draft: Checking, talk: Talk) -> Turn:
    found = await check_known(ReportId(draft.report), draft.words, by=talk.person.id, uow=talk.uow)
    return show(views.preview(talk, found, draft.words, await category_of(talk, found)), draft=draft)


async def checking(draft: Checking, said: Said, talk: Talk) -> Turn:
    """Tell it, or write it anew."""
    match said:
        case Chose("send"):
            return await _tell(draft, talk)
        case Text(words) if means_send(words):
            return await _tell(draft, talk)
        case Chose("again"):
            return await _ask(Writing(draft.report), talk, over=True)
        case Chose("cancel"):
            return show(cancelled(talk), draft=None, over=True)
        case Text() | Edited():
            return await writing(Writing(draft.report), said, talk)
        case _:
            return await _check(draft, talk)


async def _tell(draft: Checking, talk: Talk) -> Turn:
    report = ReportId(draft.report)
    await make_known(report, draft.words, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.told(talk, await talk.uow.reports.get(report)), draft=None, over=True)


KNOWN = Dialog(views.DIALOG, 1, {Writing: writing, Checking: checking})
