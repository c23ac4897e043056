"""Steps that can be left, each in the same way."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from handlers.events import Chose
from handlers.turns import Said, Step, Talk, Turn, show
from handlers.views.errors import cancelled
from participation.messages import Message


def leavable(step: Step) -> Step:
    """A step whose "Cancel" keeps nothing."""
    return left_by(step, "cancel", lambda _, talk: cancelled(talk))


def left_by(step: Step, button: str, says: Callable[[Any, Talk], Message]) -> Step:
    """A step that a button ends: nothing of it is kept, and that is said."""

    @wraps(step)
    async def leavable_step(draft: Any, said: Said, talk: Talk) -> Turn:
        if isinstance(said, Chose) and said.name == button:
            return show(says(draft, talk), draft=None, over=True)
        return await step(draft, said, talk)

    return leavable_step
