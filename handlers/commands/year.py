"""The papers of an institution, by the year."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from handlers.commands.papers import given
from handlers.commands.which import ask_which
from handlers.ports import OfficialPaper
from handlers.turns import Talk, Turn, show
from handlers.views import chapter as chapters
from handlers.views import year as views
from handlers.views.year import CHAPTER, HAND_OVER, REPORT, REPOSITORY, SAID, ShowChapter, ShowYear, TakeYear
from participation.clock import local_day
from participation.errors import NotFound
from participation.forum.meetings import duties_of
from participation.ids import InstitutionId, PersonId
from participation.messages import Message
from participation.offices.usecases import office_in
from participation.paperwork.chapter import chapter_of, parts_of
from participation.paperwork.handing_over import HandOver, hand_over
from participation.paperwork.publishing import repository_of
from participation.paperwork.reckoning import year_of
from participation.paperwork.yearly import AnnualReport
from participation.ports import UnitOfWork
from participation.programme.usecases import years_told


async def _hand_over(place: InstitutionId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> HandOver:
    duties = await duties_of(place, uow=uow, now=now)
    return await hand_over(place, duties, by=by, uow=uow, now=now)


GATHERED: Final[Mapping[str, Callable[..., Awaitable[OfficialPaper]]]] = {
    REPORT: lambda place, year, _, **who: year_of(place, year, **who),
    CHAPTER: lambda place, year, _, **who: chapter_of(place, year, **who),
    REPOSITORY: lambda place, year, page, **who: repository_of(place, year, page=page, **who),
    HAND_OVER: lambda place, *_, **who: _hand_over(place, **who),
}
"""What gathers each paper, of an institution and a year, with where a consultation has its page."""


async def year(talk: Talk, pressed: ShowYear) -> Turn:
    """Show the papers of a year, or ask of which institution."""
    if not pressed.institution and len(talk.institutions) > 1:
        return await ask_which(talk, talk.t("The papers of which institution?"), talk.institutions, ShowYear)
    place = InstitutionId(pressed.institution or talk.institutions[0])
    return show(await year_page(talk, place, pressed.year), over=bool(pressed.year))


async def year_page(talk: Talk, place: InstitutionId, wanted: int) -> Message:
    """The papers of a year, else of this one."""
    await office_in(talk.person.id, place, uow=talk.uow)
    this, years = local_day(talk.now).year, await years_told(place, uow=talk.uow, now=talk.now)
    shown = wanted or this
    if shown not in years:
        raise NotFound
    others = [each for each in years if each != shown]
    acts = await talk.uow.calendars.acts(place, shown)
    found = await talk.uow.places.institution(place)
    return views.year(talk, found, shown, others, has_begun=shown <= this, acts=acts)


async def take(talk: Talk, pressed: TakeYear) -> Turn:
    """Give a paper of a year."""
    if pressed.what not in GATHERED:
        raise NotFound
    place, gather = InstitutionId(pressed.institution), GATHERED[pressed.what]
    found = await gather(place, pressed.year, talk.link_to, by=talk.person.id, uow=talk.uow, now=talk.now)
    paper = given(found, talk.t(SAID[pressed.what], year=pressed.year), talk)
    if isinstance(found, AnnualReport) and found.acts is None:
        return replace(paper, screens=(views.offer_acts(talk, place, pressed.year),))
    return paper


async def chapter(talk: Talk, pressed: ShowChapter) -> Turn:
    """Show what the chapter says."""
    return await chapter_shown(InstitutionId(pressed.institution), pressed.year, talk)


async def chapter_shown(place: InstitutionId, year: int, talk: Talk, note: str = "", *, over: bool = False) -> Turn:
    """The parts of the chapter, with a word above them."""
    parts = await parts_of(place, by=talk.person.id, uow=talk.uow)
    return show(chapters.chapter(talk, place, year, parts, note), draft=None, over=over)
