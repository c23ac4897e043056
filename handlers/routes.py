"""A row of the router's tables: who answers, and which role it takes."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from handlers.turns import Talk, Turn


class Need(Enum):
    """Who may ask for something."""

    ANYBODY = "anybody"
    ACQUAINTED = "acquainted"
    """Whoever has chosen a language, and so knows what this is; a newcomer is greeted first."""
    OFFICER = "officer"
    """Whoever acts for an institution."""
    READER = "reader"
    """They, and whoever is its protection contact: each reads the reports that are for them."""
    CONTACT = "contact"
    """The protection contact."""
    COUNCIL = "council"
    """They, and whoever sits on its safety council."""


Answer = Callable[[Talk, Any], Awaitable[Turn]]


@dataclass(frozen=True)
class Route:
    """Who answers, and whom.

    A route that leads away lays aside what somebody was writing: what they say next is not meant for it unasked.
    """

    answer: Answer
    need: Need = Need.ANYBODY
    leads_away: bool = True
