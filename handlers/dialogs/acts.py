"""Saying how many acts were adopted in a year.

Counting ──number──▶ the papers of the year
"""

from dataclasses import dataclass

from handlers.commands.year import year_page
from handlers.dialogs.leaving import leavable
from handlers.events import Chose, Edited, Text
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import year as views
from handlers.views.year import SayActs
from participation.ids import InstitutionId
from participation.messages import Message
from participation.programme.acts import acts_for_officer, say_acts
from participation.words import is_number


@dataclass(frozen=True)
class Counting:
    """The number is awaited."""

    institution: int
    year: int


async def begin_counting(talk: Talk, pressed: SayActs) -> Turn:
    """Ask for it."""
    draft = Counting(pressed.institution, pressed.year)
    return show(await _asked(draft, talk), draft=draft)


async def counting(draft: Counting, said: Said, talk: Talk) -> Turn:
    """Keep the number, or that there is none; what is no number is asked for again."""
    match said:
        case Text(words) if is_number(words.strip()):
            return await _kept(draft, int(words), talk)
        case Chose("none"):
            return await _kept(draft, None, talk)
        case Chose() | Edited():
            return show(await _asked(draft, talk), draft=draft)
        case _:
            return show(await _asked(draft, talk, views.no_number(talk)), draft=draft)


async def _kept(draft: Counting, number: int | None, talk: Talk) -> Turn:
    place = InstitutionId(draft.institution)
    await say_acts(place, draft.year, number, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(await year_page(talk, place, draft.year), draft=None)


async def _asked(draft: Counting, talk: Talk, complaint: str = "") -> Message:
    place = InstitutionId(draft.institution)
    acts = await acts_for_officer(place, draft.year, by=talk.person.id, uow=talk.uow, now=talk.now)
    return views.ask_acts(talk, await talk.uow.places.institution(place), draft.year, acts, complaint)


ACTS = Dialog(views.DIALOG, 1, {Counting: leavable(counting)})
