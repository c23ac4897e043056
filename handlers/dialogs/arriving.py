"""Arriving: a language, a home, and then what one came for.

Greeting ──language──▶ Placing ──name or list──▶ Narrowing ──unit──▶ what is open, or where the link led
└──── not now ───────────────────────────▶
Whatever somebody says before we know their language is kept, and asked about at the end.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.commands import home
from handlers.dialogs.loose import hold
from handlers.dialogs.reporting import report_with
from handlers.events import Chose, Text
from handlers.reports import numbers_to_call
from handlers.spoken import NOTHING, Spoken, bare
from handlers.turns import Dialog, Keep, Said, Talk, Turn, show
from handlers.views import arriving as views
from handlers.views.menu import in_danger
from locales.texts import LANGUAGES
from participation.comments.usecases import check_words
from participation.ids import MunicipalityId, UnitId
from participation.messages import Message
from participation.people.model import Language, Reach
from participation.people.usecases import come_back, follow_place, settle_in
from participation.places import Municipality, Unit
from participation.words import fold, is_number, matching, near, telling

FEW = 8
LONGEST_PLACE_NAME = 3
"""Words that tell something; no municipality and no unit has more in its name."""


@dataclass(frozen=True)
class Greeting:
    """The language is not known yet; `payload` is where the link they came by leads."""

    payload: str = ""
    spoken: Spoken = NOTHING


@dataclass(frozen=True)
class Placing:
    """The municipality is being asked for: to live in, or only to hear of."""

    spoken: Spoken = NOTHING
    only_follow: bool = False


@dataclass(frozen=True)
class Narrowing:
    """The unit is being asked for."""

    municipality: int
    spoken: Spoken = NOTHING
    only_follow: bool = False


async def start(talk: Talk, payload: str) -> Turn:
    """Begin, or begin again: whoever is known goes straight to what they came for.

    Whoever asked for silence and opens a link only wants to read what it leads to.
    """
    if talk.person.language is None:
        return show(await _languages(talk), draft=Greeting(payload))
    if payload:
        return await home.open_link(talk, payload)
    if talk.person.reach is Reach.STOPPED:
        await come_back(talk.person.id, uow=talk.uow, now=talk.now)
    if talk.person.municipality is None:
        return show(views.where_from(ARRIVING, talk, await numbers_to_call(talk)), draft=Placing())
    return await home.open_now(talk)


async def greet(talk: Talk, said: Said) -> Turn:
    """Begin with somebody who speaks before we know their language."""
    return show(await _languages(talk), draft=Greeting(spoken=NOTHING.with_more(said) or NOTHING))


async def choose_home(talk: Talk, _: object = None) -> Turn:
    """Choose another municipality to call home."""
    return _ask_place(Placing(), talk)


async def follow_another(talk: Talk, _: object = None) -> Turn:
    """Choose one more municipality to hear of; home stays where it is."""
    return _ask_place(Placing(only_follow=talk.person.municipality is not None), talk)


def _ask_place(draft: Placing, talk: Talk, *, over: bool = False) -> Turn:
    return show(views.choose_place(ARRIVING, talk, only_follow=draft.only_follow), draft=draft, over=over)


async def _languages(talk: Talk) -> Message:
    """The question for the language; whoever is in danger need not answer it first to know whom to call."""
    spoken = [talk.in_language(Language(code)) for code in LANGUAGES]
    calls = [in_danger(each, (await numbers_to_call(each))[:1]) for each in spoken]
    return views.languages(ARRIVING, talk, LANGUAGES, calls)


async def greeting(draft: Greeting, said: Said, talk: Talk) -> Turn:
    """Take the language, and nothing else."""
    match said:
        case Chose("language", code) if code in LANGUAGES:
            return await _in_language(Language(code), draft, talk)
        case Text(words) if (named := _language_named(words)) is not None:
            return await _in_language(named, draft, talk)
        case _:
            spoken = _with_more(draft.spoken, said)
            return show(await _languages(talk), draft=replace(draft, spoken=spoken))


async def _in_language(language: Language, draft: Greeting, talk: Talk) -> Turn:
    await talk.uow.people.set_language(talk.person.id, language)
    return await _welcome(draft, talk.in_language(language))


def _language_named(words: str) -> Language | None:
    """The language whose name somebody writes instead of pressing it."""
    return next((Language(code) for code, name in LANGUAGES.items() if bare(words) == fold(name)), None)


def _with_more(spoken: Spoken, said: Said) -> Spoken:
    """What is held so far with what was just said; too much is refused now and not when it has to be placed."""
    more = spoken.with_more(said)
    if more is None:
        return spoken
    check_words(more.words())
    return more


async def _welcome(draft: Greeting, talk: Talk) -> Turn:
    numbers = await numbers_to_call(talk)
    if not draft.payload:
        return show(views.where_from(ARRIVING, talk, numbers), draft=Placing(draft.spoken), over=True)
    if draft.payload == home.TO_REPORT:  # what was said before is part of it, and the report goes on from here
        turn = await report_with(draft.spoken, talk)
        return replace(turn, screens=(views.hello(talk, numbers), *turn.screens), over=True)
    turn = await home.open_link(talk, draft.payload)
    if not isinstance(turn.draft, Keep) and draft.spoken.is_empty():  # what the link began goes on
        return replace(turn, screens=(views.hello(talk, numbers), *turn.screens), over=True)
    return await _arrived(Turn((views.hello(talk, numbers), *turn.screens)), draft.spoken, talk)


async def _arrived(turn: Turn, spoken: Spoken, talk: Talk) -> Turn:
    """The end: what was said on the way now finds its place."""
    if spoken.is_empty():
        return replace(turn, draft=None, over=True)
    asked = await hold(spoken, talk)
    return Turn((*turn.screens, *asked.screens), draft=asked.draft, over=True)


async def placing(draft: Placing, said: Said, talk: Talk) -> Turn:
    """Find the municipality by its name, or lead through the counties."""
    everywhere = await talk.uow.places.municipalities()
    counties = sorted({m.county for m in everywhere}, key=fold)
    match said:
        case Text(words):
            return await _place_by_name(words, everywhere, draft, talk)
        case Chose("counties"):
            return show(views.counties(ARRIVING, talk, counties), draft=draft, over=True)
        case Chose("county", number) if is_number(number) and int(number) < len(counties):
            here = [m for m in everywhere if m.county == counties[int(number)]]
            return show(views.municipalities(ARRIVING, talk, here), draft=draft, over=True)
        case Chose("municipality", number) if is_number(number):
            return await _ask_unit(MunicipalityId(int(number)), draft, talk)
        case Chose("back"):
            return _ask_place(draft, talk, over=True)
        case Chose("skip"):
            return await _arrived(await home.menu(talk), draft.spoken, talk)
        case _:
            return _ask_place(replace(draft, spoken=_with_more(draft.spoken, said)), talk)


async def _place_by_name(words: str, everywhere: Sequence[Municipality], draft: Placing, talk: Talk) -> Turn:
    found = matching(words, everywhere, _name)
    if len(found) == 1:
        return await _ask_unit(found[0].id, draft, talk)
    perhaps = found or near(words, everywhere, _name)
    draft = replace(draft, spoken=_with_story(draft.spoken, words))
    if 0 < len(perhaps) <= FEW:
        return show(views.which(ARRIVING, talk, [(each, None) for each in perhaps]), draft=draft)
    within = [] if perhaps else await _places_within(words, everywhere, talk)
    if 0 < len(within) <= FEW:
        return show(views.which(ARRIVING, talk, within), draft=draft)
    return show(views.not_found(ARRIVING, talk), draft=draft)


async def _places_within(
    words: str, everywhere: Sequence[Municipality], talk: Talk
) -> list[tuple[Municipality, Unit | None]]:
    """The municipality of the town or village that somebody names: many live in one of another name."""
    units = await talk.uow.places.all_units()
    around = {place.id: place for place in everywhere}
    return [(around[unit.municipality], unit) for unit in matching(words, units, _name) or near(words, units, _name)]


def _name(place: Municipality | Unit) -> str:
    return place.name


def _with_story(spoken: Spoken, words: str) -> Spoken:
    """What is longer than the name of any place may be what somebody came to say: it is kept for the end."""
    return spoken if len(telling(words)) <= LONGEST_PLACE_NAME else _with_more(spoken, Text(words))


async def _ask_unit(municipality: MunicipalityId, draft: Placing, talk: Talk) -> Turn:
    await talk.uow.places.municipality(municipality)
    units = await talk.uow.places.units(municipality)
    narrowing = Narrowing(municipality, draft.spoken, draft.only_follow)
    if not units:
        return await _settle(narrowing, None, talk)
    return await _narrow(narrowing, units, talk, over=True)


async def _narrow(draft: Narrowing, units: Sequence[Unit], talk: Talk, *, over: bool = False) -> Turn:
    place = await talk.uow.places.municipality(MunicipalityId(draft.municipality))
    return show(views.units(ARRIVING, talk, place, units, only_follow=draft.only_follow), draft=draft, over=over)


async def narrowing(draft: Narrowing, said: Said, talk: Talk) -> Turn:
    """Take the unit, or the whole municipality."""
    units = await talk.uow.places.units(MunicipalityId(draft.municipality))
    match said:
        case Chose("unit", "0"):
            return await _settle(draft, None, talk)
        case Chose("unit", number) if number in {str(unit.id) for unit in units}:
            return await _settle(draft, UnitId(int(number)), talk)
        case Chose("municipality", number) if is_number(number):
            return await _ask_unit(MunicipalityId(int(number)), Placing(draft.spoken, draft.only_follow), talk)
        case Text(words):
            return await _unit_by_name(words, units, draft, talk)
        case Chose("back"):
            return _ask_place(Placing(draft.spoken, draft.only_follow), talk, over=True)
        case _:
            spoken = _with_more(draft.spoken, said)
            return await _narrow(replace(draft, spoken=spoken), units, talk)


async def _unit_by_name(words: str, units: Sequence[Unit], draft: Narrowing, talk: Talk) -> Turn:
    """The unit of this name; a municipality of that name is offered beside it, and instead of it."""
    others = [place for place in await talk.uow.places.municipalities() if place.id != draft.municipality]
    named, elsewhere = matching(words, units, _name), matching(words, others, _name)
    if len(named) == 1 and not elsewhere:
        return await _settle(draft, named[0].id, talk)
    if not named and not elsewhere:
        named, elsewhere = near(words, units, _name), near(words, others, _name)
    here = await talk.uow.places.municipality(MunicipalityId(draft.municipality))
    elsewhere = elsewhere if len(elsewhere) <= FEW else []
    screen = views.units(ARRIVING, talk, here, named or units, elsewhere, only_follow=draft.only_follow, lost=not named)
    return show(screen, draft=replace(draft, spoken=_with_story(draft.spoken, words)))


async def _settle(draft: Narrowing, unit: UnitId | None, talk: Talk) -> Turn:
    municipality = MunicipalityId(draft.municipality)
    choose = follow_place if draft.only_follow else settle_in
    await choose(talk.person.id, municipality=municipality, unit=unit, uow=talk.uow, now=talk.now)
    settled = await home.settled(talk, municipality, unit)
    turn = await home.open_now(talk)
    return await _arrived(Turn((settled, *turn.screens)), draft.spoken, talk)


ARRIVING = Dialog("arrive", 1, {Greeting: greeting, Placing: placing, Narrowing: narrowing})
