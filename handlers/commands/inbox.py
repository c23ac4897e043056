"""Looking through the safety reports at the desk: all of them, a view, and of that one category or area."""

from collections import Counter
from typing import Final

from handlers.turns import Talk, Turn, show
from handlers.views import inbox as views
from handlers.views.inbox import AskArea, AskCategory
from handlers.views.pages import page_of
from locales.words import OTHER_CATEGORY
from participation import desk_actions
from participation.errors import NotFound
from participation.ids import CategoryId, UnitId
from participation.people.model import Language, Right
from participation.reports.figures import Table, labels_of
from participation.reports.inbox import (
    NO_AREA,
    THE_REST,
    Officer,
    Shelves,
    Sieve,
    count_by_view,
    gists_through,
    look_through,
)
from participation.reports.model import OTHER, View

GONE: Final = "?"
"""The code of no category."""


async def reports(talk: Talk, pressed: desk_actions.ShowReports) -> Turn:
    """List the safety reports, those not read yet first."""
    return await _listed(talk, Sieve(), await shelves_of(talk), pressed.page)


async def inbox(talk: Talk, pressed: desk_actions.ShowInbox) -> Turn:
    """List those of a view, a category and an area."""
    shelves = await shelves_of(talk)
    sieve = await _sieve(talk, shelves, pressed.view, category=pressed.category, area=pressed.area)
    if sieve is None:
        return show(views.no_such_shelf(talk), over=pressed.page != 0)
    return await _listed(talk, sieve, shelves, pressed.page)


async def ask_category(talk: Talk, pressed: AskCategory) -> Turn:
    """Ask of which category they shall be."""
    shelves = await shelves_of(talk)
    sieve = await _sieve(talk, shelves, pressed.view, area=pressed.area)
    if sieve is None:
        return show(views.no_such_shelf(talk), over=True)
    gists = await gists_through(sieve, shelves, by=_officer(talk), uow=talk.uow)
    counts = Counter(map(shelves.category_of, gists))
    return show(views.which_category(talk, sieve, shelves, counts), over=True)


async def ask_area(talk: Talk, pressed: AskArea) -> Turn:
    """Ask of which area they shall be."""
    shelves = await shelves_of(talk)
    sieve = await _sieve(talk, shelves, pressed.view, category=pressed.category)
    if sieve is None:
        return show(views.no_such_shelf(talk), over=True)
    gists = await gists_through(sieve, shelves, by=_officer(talk), uow=talk.uow)
    counts = Counter(map(shelves.area_of, gists))
    return show(views.which_area(talk, sieve, shelves, counts), over=True)


async def _listed(talk: Talk, sieve: Sieve, shelves: Shelves, page: int) -> Turn:
    by = _officer(talk)
    found = await look_through(sieve, shelves, by=by, uow=talk.uow)
    listed = views.Listed(
        sieve,
        shelves,
        shown=[await talk.uow.reports.get(one) for one in page_of(found, page)],
        count=len(found),
        page=page,
        views=await count_by_view(by=by, uow=talk.uow),
    )
    return show(views.reports(talk, listed), over=page != 0)


def _officer(talk: Talk) -> Officer:
    return Officer(talk.person.id, talk.dockets, talk.now)


async def shelves_of(talk: Talk) -> Shelves:
    """What categories and areas are called, in this language and in their order; the last category is all others."""
    categories: dict[str, str] = {}
    other = talk.t(OTHER_CATEGORY)
    areas = {NO_AREA: talk.t("No area given")}
    numbers: dict[str, int] = {OTHER: THE_REST}
    for place in talk.where(Right.ACT, Right.PROTECT):
        institution = await talk.uow.places.institution(place)
        labels = await labels_of(
            institution, language=Language(talk.texts.language), named=talk.texts.unit, other=other, uow=talk.uow
        )
        categories |= labels[Table.CATEGORY]
        areas |= {UnitId(int(unit)): name for unit, name in labels[Table.AREA].items()}
        numbers |= {row.code: row.id for row in await talk.uow.categories.of(place)}
    return Shelves(categories, areas, numbers)


async def _sieve(talk: Talk, shelves: Shelves, view: str, *, category: int = 0, area: int = 0) -> Sieve | None:
    """What a button asks for; None where the category or the area is not there any more."""
    if view not in set(View):
        raise NotFound
    code = await _code(talk, category)
    if (code and code not in shelves.categories) or (area and area not in shelves.areas):
        return None
    return Sieve(View(view), code, UnitId(area))


async def _code(talk: Talk, category: int) -> str:
    """The category that a button names, also by a row of everybody's that was copied since."""
    if category in {0, THE_REST}:
        return OTHER if category else ""
    found = await talk.uow.categories.find(CategoryId(category))
    return found.code if found is not None else GONE
