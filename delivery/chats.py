"""Which chats must rest: one message in `chat_gap` seconds, replies in a short burst, groups 20 a minute.

A memory and not a value: it holds as many chats as heard something in the last second, and each message asks it.
"""

from datetime import datetime, timedelta

from delivery.limits import LONG_AGO, Limits
from participation.letters import Lane

SWEEP_AT = 64
"""So many chats are kept before those that rest are looked for; then twice as many as are left."""


class Chats:
    """When each chat has rested from all that was sent to it; chats that rest are forgotten."""

    def __init__(self, limits: Limits) -> None:
        self._gap = timedelta(seconds=limits.chat_gap)
        self._group_gap = timedelta(seconds=limits.group_gap)
        self._burst = self._gap * (limits.burst - 1)
        self._rested: dict[int, datetime] = {}
        self._sweep_at = SWEEP_AT

    def __len__(self) -> int:
        return len(self._rested)

    def free_at(self, chat: int, lane: Lane) -> datetime:
        """From when on a chat takes another message of this lane; replies may use the burst."""
        rested = self._rested.get(chat, LONG_AGO)
        if lane is not Lane.REPLY or rested is LONG_AGO or is_group(chat):
            return rested
        return rested - self._burst

    def book(self, chat: int, *, cost: int, at: datetime, now: datetime) -> None:
        """So many messages leave for a chat at this moment."""
        gap = self._group_gap if is_group(chat) else self._gap
        self._rested[chat] = max(self._rested.get(chat, LONG_AGO), at) + gap * cost
        if len(self._rested) > self._sweep_at:
            self._rested = {each: until for each, until in self._rested.items() if until > now}
            self._sweep_at = max(2 * len(self._rested), SWEEP_AT)

    def was_pressed(self, chat: int, now: datetime) -> bool:
        """Whether a chat got more than one message within its gap: then a 429 is about it alone."""
        return self._rested.get(chat, LONG_AGO) - now > self._gap

    def refuse(self, chat: int, until: datetime) -> None:
        """Leave one alone until then, replies too."""
        self._rested[chat] = until + self._burst

    def set_back(self, by: timedelta) -> None:
        """The clock was set back: all moments go back with it."""
        self._rested = {chat: until - by for chat, until in self._rested.items()}


def is_group(chat: int) -> bool:
    """Whether a chat is a group or a channel: Telegram numbers them below zero."""
    return chat < 0
