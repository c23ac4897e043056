"""Which chats must rest: one message in `chat_gap` seconds, replies in a short burst, groups 20 a minute.

A memory and not a value: it holds as many chats as heard something in the last second, and each message asks it.
"""

from collections.abc import Mapping
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
        self._pressed: dict[int, datetime] = {}
        """Those that got a message while they were to rest, and until when that counts."""
        self._sweep_at = SWEEP_AT

    def __len__(self) -> int:
        return len(self._rested)

    def free_at(self, chat: int, lane: Lane) -> datetime:
        """From when on a chat takes another message of this lane; replies may use the burst."""
        rested = self._rested.get(chat, LONG_AGO)
        if lane is not Lane.REPLY or rested is LONG_AGO or is_group(chat):
            return rested
        return rested - self._burst

    def book(self, chat: int, *, cost: int, now: datetime) -> None:
        """So many messages leave for a chat now."""
        gap, before = self._group_gap if is_group(chat) else self._gap, self._rested.get(chat, LONG_AGO)
        self._rested[chat] = max(before, now) + gap * cost
        if before > now:
            self._pressed[chat] = self._rested[chat]
        if len(self._rested) > self._sweep_at:
            self._rested, self._pressed = _later(self._rested, now), _later(self._pressed, now)
            self._sweep_at = max(2 * len(self._rested), SWEEP_AT)

    def was_pressed(self, chat: int, now: datetime) -> bool:
        """Whether a chat got a message while it was to rest, or is a group that is: then a 429 is about it alone.

        The parts of one message are no sign of it: everybody gets them, and a 429 may be about all.
        """
        return (self._rested if is_group(chat) else self._pressed).get(chat, LONG_AGO) > now

    def refuse(self, chat: int, until: datetime) -> None:
        """Leave one alone until then, replies too."""
        self._rested[chat] = until + self._burst

    def set_back(self, by: timedelta) -> None:
        """The clock was set back: all moments go back with it."""
        self._rested, self._pressed = _earlier(self._rested, by), _earlier(self._pressed, by)


def _later(moments: Mapping[int, datetime], now: datetime) -> dict[int, datetime]:
    return {chat: moment for chat, moment in moments.items() if moment > now}


def _earlier(moments: Mapping[int, datetime], by: timedelta) -> dict[int, datetime]:
    return {chat: moment - by for chat, moment in moments.items()}


def is_group(chat: int) -> bool:
    """Whether a chat is a group or a channel: Telegram numbers them below zero."""
    return chat < 0
