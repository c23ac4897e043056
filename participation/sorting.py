"""What the rules need of the categories of safety reports while they are edited, by shape."""

from collections.abc import Sequence
from typing import Protocol

from participation.ids import CategoryId, InstitutionId
from participation.reports.model import CategoryRow


class Categories(Protocol):
    """The rows of which `Places.report_categories` tells."""

    async def of(self, institution: InstitutionId) -> Sequence[CategoryRow]:
        """The institution's own, in their order; those of everybody if it has none."""
        ...

    async def find(self, category: CategoryId) -> CategoryRow | None:
        """The row of this number, if there is one."""
        ...

    async def copy(self, institution: InstitutionId) -> None:
        """Give an institution rows of its own, like those of everybody."""
        ...

    async def add(self, row: CategoryRow) -> CategoryId:
        """Keep a new one, under a code that nothing ever bore and nobody reads."""
        ...

    async def put(self, row: CategoryRow) -> None:
        """It is like this now."""
        ...

    async def rank(self, categories: Sequence[CategoryId]) -> None:
        """Let them stand in this order."""
        ...

    async def drop(self, category: CategoryId) -> None:
        """It is gone, with its words."""
        ...
