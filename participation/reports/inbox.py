"""How officers look through the reports of their institutions: a view, and of it one category and one area."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from participation.ids import InstitutionId, PersonId, ReportId, UnitId
from participation.ports import UnitOfWork
from participation.reports.figures import OTHER
from participation.reports.model import Gist, View

ANYWHERE: Final = UnitId(0)
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
    """What categories and areas are called, each in its order; what a report says beside them has a shelf as well."""

    categories: Mapping[str, str]
    areas: Mapping[UnitId, str]

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


async def look_through(
    sieve: Sieve, shelves: Shelves, institutions: Sequence[InstitutionId], *, by: PersonId, uow: UnitOfWork
) -> Sequence[ReportId]:
    """What an officer sees through a sieve; nothing is opened unless it narrows by what is sealed."""
    if not sieve.is_narrow:
        return await uow.reports.of(institutions, sieve.view, officer=by)
    gists = await uow.reports.gists(institutions, sieve.view, officer=by)
    return [gist.id for gist in let_through(gists, sieve, shelves)]
