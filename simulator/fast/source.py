"""Updates that wait for the bot, each until its moment; an offset confirms everything below it."""

import json
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

MOST_AT_ONCE: Final = 100
CHATS: Final = ("message", "edited_message", "callback_query", "my_chat_member")


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update as JSON, from when on it can be had, and whose it is."""

    number: int
    raw: str
    at: float
    chat: int


@dataclass
class Source:
    """The updates of one bot in the order of their numbers."""

    updates: list[Waiting] = field(default_factory=list)
    confirmed: int = 0
    """All below this index is gone."""

    def load(self, updates: Sequence[dict[str, Any]], *, start: float, every: float) -> None:
        """Add updates; each can be had so many seconds after the one before it."""
        for place, update in enumerate(updates):
            raw = json.dumps(update, separators=(",", ":"))
            self.updates.append(Waiting(update["update_id"], raw, start + place * every, _chat_of(update)))

    def confirm(self, offset: int | None) -> None:
        """Forget everything below an offset; a negative one keeps that many of the last."""
        if offset is None:
            return
        below = len(self.updates) + offset if offset < 0 else self._index(offset)
        self.confirmed = max(self.confirmed, below)

    def ready(self, now: float, limit: int = MOST_AT_ONCE) -> list[Waiting]:
        """The oldest that are not confirmed and whose moment has come."""
        limit = min(max(limit, 1), MOST_AT_ONCE)
        found: list[Waiting] = []
        for update in self.updates[self.confirmed : self.confirmed + limit]:
            if update.at > now:
                break
            found.append(update)
        return found

    def next_at(self) -> float | None:
        """When the next one can be had."""
        return self.updates[self.confirmed].at if self.pending else None

    @property
    def pending(self) -> int:
        """How many are not confirmed."""
        return max(len(self.updates) - self.confirmed, 0)

    def _index(self, offset: int) -> int:
        return bisect_left(self.updates, offset, key=lambda update: update.number)


def _chat_of(update: dict[str, Any]) -> int:
    for kind in CHATS:
        if kind in update:
            told = update[kind]
            return int(told.get("chat", told.get("message", {}).get("chat", {})).get("id", 0))
    return 0
