"""The category of a report that is being told, which an officer may delete or rename meanwhile."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

from handlers.story import Story
from handlers.turns import Said, Step, Talk, Turn
from handlers.views.errors import noted
from participation.ids import InstitutionId
from participation.people.model import Language
from participation.reports.model import Category


class GoneError(Exception):
    """The category of a story is not in the list any more."""

    def __init__(self, to: int, story: Story) -> None:
        super().__init__()
        self.to, self.story = to, story


Sort = Callable[..., Awaitable[Turn]]
"""Asks for the category."""


async def kinds_at(to: int, talk: Talk) -> Sequence[Category]:
    """All that an institution knows."""
    return await talk.uow.places.report_categories(InstitutionId(to), Language(talk.texts.language))


async def kind_of(to: int, story: Story, talk: Talk) -> Category:
    """The category of a story.

    Raises GoneError where it is not in the list any more.
    """
    found = next((kind for kind in await kinds_at(to, talk) if kind.code == story.category), None)
    if found is None:
        raise GoneError(to, story)
    return found


def sorted_again(step: Step, sort: Sort) -> Step:
    """A step that asks for the category once more where it is gone; what was told meanwhile is kept."""

    async def sorting_step(draft: Any, said: Said, talk: Talk) -> Turn:
        try:
            return await step(draft, said, talk)
        except GoneError as gone:
            turn = await sort(InstitutionId(gone.to), replace(gone.story, category=""), talk, over=False)
            return noted(turn, talk.t("The category you chose is not in the list any more. Please choose another one."))

    return sorting_step
