"""Steps that never see a file which tells more than its sender knows: where it was made, when, and with whose phone."""

from dataclasses import replace
from typing import Any

from handlers.events import Odd
from handlers.story import is_unsafe, kept_of, words_beside
from handlers.turns import Said, Step, Talk, Turn
from handlers.views import reporting as views


def with_warning(turn: Turn, talk: Talk) -> Turn:
    """The same screens, beneath word of what was not kept."""
    warning = views.send_as_photo(talk)
    return replace(turn, screens=(warning, *turn.screens), left_out=warning.body)


def careful(step: Step) -> Step:
    """A step that never sees a file which tells more than its sender knows."""

    async def careful_step(draft: Any, said: Said, talk: Talk) -> Turn:
        if not is_unsafe(said):
            return await step(draft, kept_of(said), talk)
        story = draft.story.hear(words_beside(said)) or draft.story
        return with_warning(await step(replace(draft, story=story), Odd("file"), talk), talk)

    return careful_step
