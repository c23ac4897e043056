"""What a report that is being told needs to know of the house: whom to call, who gets it, which kinds there are."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.story import Story
from handlers.turns import Talk
from handlers.views import reporting as views
from handlers.views.simple import Screens, Simple
from participation.dockets import Docket
from participation.ids import InstitutionId
from participation.offices.usecases import can_be_told, readers_of
from participation.people.model import Language
from participation.places import EmergencyNumber, Institution, Unit
from participation.reports.danger import sounds_dangerous, sounds_like_need
from participation.reports.model import Category
from participation.reports.usecases import where_it_lies


async def numbers_to_call(talk: Talk) -> Sequence[EmergencyNumber]:
    """Whom to call in danger, the most general number first, with those of the place where somebody lives."""
    return await talk.uow.places.emergency_numbers(Language(talk.texts.language), at=talk.person.municipality)


async def receivers(talk: Talk) -> Sequence[Institution]:
    """Those of one's home, or of every municipality for somebody who has told us none, where somebody is told of it."""
    if talk.person.municipality is not None:
        found = await talk.uow.places.institutions_of(talk.person.municipality)
    else:
        found = [one for one in await talk.uow.places.institutions() if one.municipality is not None]
    return [one for one in found if await can_be_told(one.id, uow=talk.uow)]


async def units(to: int, talk: Talk) -> Sequence[Unit]:
    """The parts of its municipality."""
    institution = await talk.uow.places.institution(InstitutionId(to))
    return await talk.uow.places.units(institution.municipality) if institution.municipality else ()


async def help_for(category: Category, story: Story, talk: Talk) -> views.Help:
    """Whom to call, where somebody may be in need themselves, or it sounds as if danger were near."""
    near, need = sounds_dangerous(story.spoken.text), sounds_like_need(story.spoken.text)
    own = category.helps or need
    return views.Help(await numbers_to_call(talk) if own or near else (), near=near, own=own)


async def near_danger(words: str, talk: Talk) -> views.Help:
    """Whom to call, where what is written later sounds as if danger were near: nobody was asked about that."""
    near = sounds_dangerous(words)
    return views.Help(await numbers_to_call(talk) if near else (), near=near)


async def readers_at(to: int, category: Category, talk: Talk, *, need: bool = False) -> views.Readers:
    """Who would read a report of this category now, and who alone could, where it is of need under any heading."""
    here = InstitutionId(to)
    readers = await readers_of_what_lies(await where_it_lies(here, category, uow=talk.uow), talk)
    if not need or readers.guarded:
        return readers
    docket = await where_it_lies(here, category, alone=True, uow=talk.uow)
    return replace(readers, alone=await readers_of_what_lies(docket, talk)) if docket.guarded else readers


async def readers_of_what_lies(docket: Docket, talk: Talk) -> views.Readers:
    """Who reads what lies there now."""
    institution = await talk.uow.places.institution(docket.institution)
    if not docket.guarded:
        return views.Readers(institution.name, institution.keep_days)
    contacts = await readers_of(docket, uow=talk.uow)
    called = sorted(one.called for one in contacts)
    named = tuple(called) if all(called) else ()  # one of two by name would be a promise that the other does not read
    return views.Readers(institution.name, institution.keep_days, guarded=True, count=len(called), named=named)


async def screens_for(story: Story, talk: Talk) -> Screens:
    """In which words it is asked."""
    return Simple(await numbers_to_call(talk)) if story.simple else views
