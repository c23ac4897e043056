"""Arriving: a language, a home, and then what one came for.

Greeting ──language──▶ Placing ──name or list──▶ Narrowing ──unit──▶ what is open, or where the link led
└──── not now ───────────────────────────▶
"""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.commands import home
from handlers.events import Chose, Text
from handlers.turns import Dialog, Said, Talk, Turn, show
from handlers.views import arriving as views
from handlers.views.errors import cannot_use
from handlers.words import fold
from locales.texts import LANGUAGES
from participation.ids import MunicipalityId, UnitId
from participation.people.model import Language
from participation.people.usecases import settle_in
from participation.places import Municipality

FEW = 8


@dataclass(frozen=True)
class Greeting:
    """The language is not known yet; `payload` is where the link they came by leads."""

    payload: str = ""


@dataclass(frozen=True)
class Placing:
    """The municipality is being asked for."""


@dataclass(frozen=True)
class Narrowing:
    """The unit is being asked for."""

    municipality: int


async def start(talk: Talk, payload: str) -> Turn:
    """Begin, or begin again: whoever is known goes straight to what they came for."""
    if talk.person.language is None:
        return show(views.languages(ARRIVING, talk, LANGUAGES), draft=Greeting(payload))
    if payload:
        return await home.open_link(talk, payload)
    if talk.person.municipality is None:
        return show(views.where_from(ARRIVING, talk), draft=Placing())
    return await home.open_now(talk)


async def choose_home(talk: Talk, _: object = None) -> Turn:
    """Choose another municipality to call home."""
    return show(views.where_from(ARRIVING, talk), draft=Placing())


async def greeting(draft: Greeting, said: Said, talk: Talk) -> Turn:
    """Take the language, and nothing else."""
    match said:
        case Chose("language", code) if code in LANGUAGES:
            await talk.uow.people.set_language(talk.person.id, Language(code))
            return await _welcome(draft.payload, talk.in_language(Language(code)))
        case _:
            return show(views.languages(ARRIVING, talk, LANGUAGES), draft=draft)


async def _welcome(payload: str, talk: Talk) -> Turn:
    if not payload:
        return show(views.where_from(ARRIVING, talk), draft=Placing(), over=True)
    turn = await home.open_link(talk, payload)
    return Turn((views.hello(talk), *turn.screens), draft=None, over=True)


async def placing(draft: Placing, said: Said, talk: Talk) -> Turn:
    """Find the municipality by its name, or lead through the counties."""
    everywhere = await talk.uow.places.municipalities()
    counties = sorted({m.county for m in everywhere}, key=fold)
    match said:
        case Text(words):
            return await _place_by_name(words, everywhere, draft, talk)
        case Chose("counties"):
            return show(views.counties(ARRIVING, talk, counties), draft=draft, over=True)
        case Chose("county", number) if number.isdigit() and int(number) < len(counties):
            here = [m for m in everywhere if m.county == counties[int(number)]]
            return show(views.municipalities(ARRIVING, talk, here), draft=draft, over=True)
        case Chose("municipality", number) if number.isdigit():
            return await _ask_unit(MunicipalityId(int(number)), draft, talk)
        case Chose("back"):
            return show(views.where_from(ARRIVING, talk), draft=draft, over=True)
        case Chose("skip"):
            return await _finish(talk)
        case _:
            return show(cannot_use(talk, views.ask_municipality(talk)), draft=draft)


async def _place_by_name(words: str, everywhere: Sequence[Municipality], draft: Placing, talk: Talk) -> Turn:
    found = matching(words, everywhere)
    if len(found) == 1:
        return await _ask_unit(found[0].id, draft, talk)
    if 1 < len(found) <= FEW:
        return show(views.municipalities(ARRIVING, talk, found), draft=draft)
    return show(views.not_found(ARRIVING, talk), draft=draft)


def matching(words: str, everywhere: Sequence[Municipality]) -> list[Municipality]:
    """The municipalities that somebody may mean: by the whole name, else by its beginning, else by a part."""
    asked = fold(words).removeprefix("bashkia ").strip()
    if not asked:
        return []
    tests = (lambda name: name == asked, lambda name: name.startswith(asked), lambda name: asked in name)
    for test in tests:
        if found := [m for m in everywhere if test(fold(m.name))]:
            return found
    return []


async def _ask_unit(municipality: MunicipalityId, draft: Placing, talk: Talk) -> Turn:
    place = await talk.uow.places.municipality(municipality)
    units = await talk.uow.places.units(municipality)
    if not units:
        return await _settle(municipality, None, talk)
    return show(views.units(ARRIVING, talk, place, units), draft=Narrowing(municipality), over=True)


async def narrowing(draft: Narrowing, said: Said, talk: Talk) -> Turn:
    """Take the unit, or the whole municipality."""
    municipality = MunicipalityId(draft.municipality)
    units = await talk.uow.places.units(municipality)
    match said:
        case Chose("unit", "0"):
            return await _settle(municipality, None, talk)
        case Chose("unit", number) if number.isdigit() and int(number) in {unit.id for unit in units}:
            return await _settle(municipality, UnitId(int(number)), talk)
        case Text(words) if named := [unit for unit in units if fold(words) in fold(unit.name)]:
            return await _settle(municipality, named[0].id, talk)
        case Chose("back"):
            return show(views.where_from(ARRIVING, talk), draft=Placing(), over=True)
        case _:
            place = await talk.uow.places.municipality(municipality)
            return show(views.units(ARRIVING, talk, place, units), draft=draft)


async def _settle(municipality: MunicipalityId, unit: UnitId | None, talk: Talk) -> Turn:
    await settle_in(talk.person.id, municipality=municipality, unit=unit, uow=talk.uow, now=talk.now)
    place = await talk.uow.places.municipality(municipality)
    turn = await home.open_now(talk)
    return Turn((views.settled(talk, place), *turn.screens), draft=None, over=True)


async def _finish(talk: Talk) -> Turn:
    turn = await home.menu(talk)
    return Turn(turn.screens, draft=None, over=True)


ARRIVING = Dialog("arrive", 1, {Greeting: greeting, Placing: placing, Narrowing: narrowing})
