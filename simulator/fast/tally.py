"""What arrived, counted per chat, cheaply enough for a million of them."""

from array import array
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any


@dataclass
class Tally:
    """Moments are seconds of the door's own clock, counted from its beginning."""

    began: float
    sends: int = 0
    """Every attempt, whatever became of it."""
    refused: Counter[str] = field(default_factory=Counter)
    calls: Counter[str] = field(default_factory=Counter)
    accepted: dict[int, int] = field(default_factory=dict)
    """How many messages each chat got."""
    moments: "array[float]" = field(default_factory=lambda: array("d"))
    """When each was accepted."""
    cut: set[int] = field(default_factory=set)
    blocked: set[int] = field(default_factory=set)
    asked: defaultdict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    """For each chat the moments of what it said and has no answer to."""
    waited: "array[float]" = field(default_factory=lambda: array("d"))
    """How long each answer took."""
    first_asked: float | None = None
    last_answered: float | None = None

    def accept(self, chat: int, now: float) -> None:
        """A message arrived; if the chat had said something, this is its answer."""
        self.accepted[chat] = self.accepted.get(chat, 0) + 1
        self.moments.append(now - self.began)
        if chat in self.asked:
            waiting = self.asked[chat]
            self.waited.append(now - waiting.popleft())
            self.last_answered = now - self.began
            if not waiting:
                del self.asked[chat]

    def asks(self, chat: int, moment: float) -> None:
        """Somebody said something."""
        self.asked[chat].append(moment)
        if self.first_asked is None:
            self.first_asked = moment - self.began

    def told(self) -> dict[str, Any]:
        """All of it but the chats, for whoever measures."""
        return {
            "sends": self.sends,
            "accepted": len(self.moments),
            "chats": len(self.accepted),
            "refused": dict(self.refused),
            "calls": dict(self.calls),
            "first": self.moments[0] if self.moments else None,
            "last": self.moments[-1] if self.moments else None,
            "cut": sorted(self.cut),
            "blocked": len(self.blocked),
            "unanswered": sum(len(waiting) for chat, waiting in self.asked.items() if chat not in self.blocked),
            "answered": len(self.waited),
            "first_asked": self.first_asked,
            "last_answered": self.last_answered,
            "waited": sorted(self.waited),
        }

    def missing(self, chats: range, least: int = 1) -> int:
        """How many messages are lacking until each of a row of chats has so many; who blocked us lacks none."""
        reached = (chat for chat in chats if chat not in self.blocked)
        return sum(max(least - self.accepted.get(chat, 0), 0) for chat in reached)

    def doubled(self, chats: range) -> list[int]:
        """Those of a row of chats that got more than one message."""
        return [chat for chat in chats if self.accepted.get(chat, 0) > 1]

    def rate(self, within: float = 1.0) -> int:
        """The most messages that were accepted within so many seconds."""
        most = first = 0
        for last, moment in enumerate(self.moments):
            while moment - self.moments[first] >= within:
                first += 1
            most = max(most, last - first + 1)
        return most

    def gap(self) -> float:
        """The longest time in which nothing was accepted, between the first message and the last."""
        return max((later - earlier for earlier, later in pairwise(self.moments)), default=0.0)
