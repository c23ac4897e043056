"""Writing down a day off, or a rest day that is worked: which day, and why.

Dating ──day──────────────────────▶ Naming ──words──▶ in the list
   └──rest day──▶ worked? ──yes──────▲
"""

from dataclasses import dataclass
from datetime import date

from handlers.commands.days import days_of
from handlers.dialogs.leaving import leavable
from handlers.dialogs.typed_days import day_in
from handlers.events import Chose, Edited, Text
from handlers.fields import read_field
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import days as views
from handlers.views.correcting import cannot_use
from handlers.views.days import AddDayOff
from handlers.when import When, unpacked
from participation.consultations.days_off import change_day, is_rest_day
from participation.ids import InstitutionId
from participation.offices.usecases import office_in
from participation.people.model import Right


@dataclass(frozen=True)
class Dating:
    """The day is awaited."""

    institution: int


@dataclass(frozen=True)
class Naming:
    """Why nobody works then is awaited."""

    institution: int
    day: date


async def begin_adding_day(talk: Talk, pressed: AddDayOff) -> Turn:
    """Ask for the day."""
    await office_in(talk.person.id, InstitutionId(pressed.institution), uow=talk.uow, right=Right.APPOINT)
    return show(views.ask_day(talk), draft=Dating(pressed.institution))


async def dating(draft: Dating, said: Said, talk: Talk) -> Turn:
    """Take the day; one that may be misread is shown in full and asked about."""
    match said:
        case Chose("worked", value) if (when := unpacked(value)) and when.day:
            return await _ask_name(Naming(draft.institution, when.day), talk, over=True)
        case Chose("day", value) if (when := unpacked(value)) and when.day:
            return await _dated(draft, when.day, talk)
        case Text(words):
            return await _typed(draft, words, talk)
        case Chose() | Edited():
            return show(views.ask_day(talk), draft=draft)
        case _:
            return show(views.ask_day(talk, cannot_use(talk)), draft=draft)


async def _typed(draft: Dating, words: str, talk: Talk) -> Turn:
    typed = day_in(words, talk)
    if isinstance(typed, str):
        return show(views.ask_day(talk, typed), draft=draft)
    if not typed.sure:
        return show(views.sure(talk, When(typed.day)), draft=draft)
    return await _dated(draft, typed.day, talk)


async def _dated(draft: Dating, day: date, talk: Talk) -> Turn:
    if await _rests(draft.institution, day, talk):
        return show(views.ask_worked(talk, day), draft=draft)
    return await _ask_name(Naming(draft.institution, day), talk)


async def _rests(institution: int, day: date, talk: Talk) -> bool:
    return await is_rest_day(InstitutionId(institution), day, uow=talk.uow, now=talk.now)


async def _ask_name(draft: Naming, talk: Talk, complaint: str = "", *, over: bool = False) -> Turn:
    worked = await _rests(draft.institution, draft.day, talk)
    return show(views.ask_name(talk, draft.day, complaint, worked=worked), draft=draft, over=over)


async def naming(draft: Naming, said: Said, talk: Talk) -> Turn:
    """Take why, and write it down."""
    match said:
        case Text(words) if name := read_field("place", words):
            return await _add(draft, name, talk)
        case Chose("decision"):
            worked = await _rests(draft.institution, draft.day, talk)
            return await _add(draft, talk.t(views.WORKED_BY_DECISION if worked else views.OFF_BY_DECISION), talk)
        case Chose("back"):
            return show(views.ask_day(talk), draft=Dating(draft.institution), over=True)
        case Chose() | Edited():
            return await _ask_name(draft, talk)
        case _:
            return await _ask_name(draft, talk, cannot_use(talk))


async def _add(draft: Naming, name: str, talk: Talk) -> Turn:
    institution = InstitutionId(draft.institution)
    moved = await change_day(institution, draft.day, name, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await days_of(institution, talk, views.added(talk, draft.day, moved))


DAYS = Dialog(views.DIALOG, 1, {Dating: leavable(dating), Naming: leavable(naming)})
