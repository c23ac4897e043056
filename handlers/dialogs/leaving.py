"""Steps that can be left, each in the same way."""

from functools import wraps
from typing import Any

from handlers.events import Chose
from handlers.turns import Said, Step, Talk, Turn, show
from handlers.views.errors import cancelled


def leavable(step: Step) -> Step:
    """A step whose "Cancel" keeps nothing."""

    @wraps(step)
    async def leavable_step(draft: Any, said: Said, talk: Talk) -> Turn:
        if isinstance(said, Chose) and said.name == "cancel":
            return show(cancelled(talk), draft=None, over=True)
        return await step(draft, said, talk)

    return leavable_step
