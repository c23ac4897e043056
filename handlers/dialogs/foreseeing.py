"""Writing lines of the annual calendar.

Adding ──lines──▶ the calendar      Changing ──a line──▶ the line
"""

from dataclasses import dataclass, replace

from handlers.commands.annual_calendar import calendar_shown, line_shown
from handlers.dialogs.leaving import leavable
from handlers.events import Chose, Edited, Text
from handlers.spoken import LONGEST_MESSAGE
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import annual_calendar as views
from handlers.views.annual_calendar import AddLines, ChangeLine
from handlers.views.correcting import cannot_use
from locales.months import month_named
from participation.ids import InstitutionId, LineId
from participation.meetings.lines import with_rest
from participation.programme.lines import UnclearLine, lines_in
from participation.programme.usecases import add_lines, calendar_of, change_line, line_for_officer


@dataclass(frozen=True)
class Adding:
    """Lines are awaited; `rest` is one that the messenger cut in two."""

    institution: int
    year: int
    rest: str = ""


@dataclass(frozen=True)
class Changing:
    """A line is awaited that takes the place of another."""

    line: int


async def begin_adding_lines(talk: Talk, pressed: AddLines) -> Turn:
    """Ask for lines."""
    place = InstitutionId(pressed.institution)
    await calendar_of(place, pressed.year, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.ask_lines(talk, pressed.year), draft=Adding(place, pressed.year))


async def adding(draft: Adding, said: Said, talk: Talk) -> Turn:
    """Keep them all, or none where one is unclear."""
    match said:
        case Text(words):
            text, rest = with_rest(draft.rest, words, LONGEST_MESSAGE)
            return await _add(replace(draft, rest=rest), text, talk)
        case Chose("done") if draft.rest:
            return await _add(replace(draft, rest=""), draft.rest, talk)
        case Chose() | Edited():
            return _ask_more(draft, talk)
        case _:
            return _ask_more(draft, talk, cannot_use(talk))


def _ask_more(draft: Adding, talk: Talk, told: str = "") -> Turn:
    return show(views.ask_lines(talk, draft.year, told, cut=bool(draft.rest)), draft=draft)


async def _add(draft: Adding, words: str, talk: Talk) -> Turn:
    place, found = InstitutionId(draft.institution), lines_in(words, month_named)
    if isinstance(found, UnclearLine):
        return _ask_more(draft, talk, views.unclear(talk, found))
    new = await add_lines(place, draft.year, found, by=talk.person.id, uow=talk.uow, now=talk.now)
    told = views.added(talk, len(new), len(found))
    return _ask_more(draft, talk, told) if draft.rest else await calendar_shown(place, draft.year, talk, told)


async def begin_changing_line(talk: Talk, pressed: ChangeLine) -> Turn:
    """Ask for the line anew."""
    return await _ask(Changing(pressed.line), talk)


async def _ask(draft: Changing, talk: Talk, complaint: str = "") -> Turn:
    found = await line_for_officer(LineId(draft.line), by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.ask_line(talk, found, complaint), draft=draft)


async def changing(draft: Changing, said: Said, talk: Talk) -> Turn:
    """Put it in the place of what it said."""
    match said:
        case Text(words):
            return await _change(draft, words, talk)
        case Chose() | Edited():
            return await _ask(draft, talk)
        case _:
            return await _ask(draft, talk, cannot_use(talk))


async def _change(draft: Changing, words: str, talk: Talk) -> Turn:
    found = lines_in(" ".join(words.splitlines()), month_named)
    if isinstance(found, UnclearLine):
        return await _ask(draft, talk, views.unclear(talk, found))
    (planned,) = found
    await change_line(LineId(draft.line), planned, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await line_shown(LineId(draft.line), talk, talk.t("Changed."))


FORESEEING = Dialog(views.DIALOG, 1, {Adding: leavable(adding), Changing: leavable(changing)})
