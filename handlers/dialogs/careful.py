"""Steps that never see a file which tells more than its sender knows: where it was made, when, and with whose phone."""

from dataclasses import replace
from typing import Any

from handlers.events import File, Odd, Pin
from handlers.story import is_too_large, is_unsafe, kept_of, words_beside
from handlers.turns import Said, Step, Talk, Turn
from handlers.views import reporting as views
from participation.messages import Message


def with_warning(turn: Turn, talk: Talk, *, too_large: bool = False) -> Turn:
    """The same screens, beneath word of what was not kept."""
    warning = views.too_large(talk) if too_large else views.send_as_photo(talk)
    return replace(beneath(warning, turn), left_out=warning.body)


def beneath(warning: Message, turn: Turn) -> Turn:
    """The same screens, beneath another one."""
    return replace(turn, screens=(warning, *turn.screens))


def careful(step: Step) -> Step:
    """A step that never sees a file which tells more than its sender knows."""

    async def careful_step(draft: Any, said: Said, talk: Talk) -> Turn:
        if isinstance(said, Pin) and said.live:
            return beneath(views.live(talk), await step(draft, said, talk))
        if not is_unsafe(said):
            return await step(draft, kept_of(said), talk)
        story = draft.story.hear(words_beside(said)) or draft.story
        too_large = isinstance(said, File) and is_too_large(said.media)
        return with_warning(await step(replace(draft, story=story), Odd("file"), talk), talk, too_large=too_large)

    return careful_step
