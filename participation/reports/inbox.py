"""How officers look through the reports of their institutions: a view, and of it one category and one area."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from participation.dockets import Docket
from participation.ids import PersonId, ReportId, UnitId
from participation.ports import UnitOfWork
from participation.reports.model import OTHER, Gist, View

ANYWHERE: Final = UnitId(0)
THE_REST: Final = -1
"""The number of what fits nowhere else, where it has no row."""
NO_AREA: Final = UnitId(-1)
"""The shelf of those that name no unit, or one that is not among theirs."""


@dataclass(frozen=True)
class Sieve:
    """What somebody wants to see: a view, and of it one category and one area, or all of them."""

    view: View = View.ALL
    category: str = ""
    area: UnitId = ANYWHERE

    @property
    def is_narrow(self) -> bool:
        """Whether reports have to be opened for it."""
        return bool(self.category) or self.area != ANYWHERE


@dataclass(frozen=True)
class Shelves:
    """What categories and areas are called, each in its order; what a report says beside them has a shelf as well.

    Buttons name a category by the number of a row of it, for its place in the list may change.
    """

    categories: Mapping[str, str]
    areas: Mapping[UnitId, str]
    numbers: Mapping[str, int]

    def category_of(self, gist: Gist) -> str:
        """On which shelf it lies; one whose category is gone, with those that have none."""
        return gist.category if gist.category in self.categories else OTHER

    def area_of(self, gist: Gist) -> UnitId:
        """On which shelf of the areas it lies."""
        return gist.unit if gist.unit is not None and gist.unit in self.areas else NO_AREA


def let_through(gists: Sequence[Gist], sieve: Sieve, shelves: Shelves) -> list[Gist]:
    """Those of the category and of the area, in their order."""
    return [
        gist
        for gist in gists
        if sieve.category in {"", shelves.category_of(gist)} and sieve.area in {ANYWHERE, shelves.area_of(gist)}
    ]


@dataclass(frozen=True)
class Officer:
    """Who looks through which reports, and when."""

    person: PersonId
    dockets: Sequence[Docket]
    now: datetime


async def look_through(sieve: Sieve, shelves: Shelves, *, by: Officer, uow: UnitOfWork) -> Sequence[ReportId]:
    """What an officer sees through a sieve; nothing is opened unless it narrows by what is sealed."""
    if sieve.is_narrow:
        return [gist.id for gist in await gists_through(sieve, shelves, by=by, uow=uow)]
    found = await uow.reports.of(by.dockets, sieve.view, officer=by.person)
    return found if sieve.view is not View.LATE else list(filter((await _late(by, uow=uow)).__contains__, found))


async def gists_through(sieve: Sieve, shelves: Shelves, *, by: Officer, uow: UnitOfWork) -> Sequence[Gist]:
    """The same, each with what it is found by."""
    gists = await uow.reports.gists(by.dockets, sieve.view, officer=by.person)
    late = await _late(by, uow=uow) if sieve.view is View.LATE else {gist.id for gist in gists}
    return let_through([gist for gist in gists if gist.id in late], sieve, shelves)


async def count_by_view(*, by: Officer, uow: UnitOfWork) -> Mapping[View, int]:
    """How many an officer sees in each view."""
    counted = await uow.reports.count_by_view(by.dockets, officer=by.person)
    return {**counted, View.LATE: len(await _late(by, uow=uow))}


async def _late(by: Officer, *, uow: UnitOfWork) -> set[ReportId]:
    """Those that should have been read or answered by now."""
    return {one.id for one in await uow.reports.pending(by.dockets) if one.is_late(by.now)}
