"""Taps on one button in quick succession: whoever sees nothing happen taps again, and has one wish."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from telegram import CallbackQuery, Chat, Update

from delivery.recent import Recent
from participation.clock import Clock

ONE_WISH: Final = timedelta(seconds=10)
MOST_REMEMBERED: Final = 5000


@dataclass(frozen=True)
class Tap:
    """A button that was pressed: its message, what it carries, the update that told it, and when."""

    message: int
    data: str | None
    update: int
    at: datetime

    def repeats(self, first: "Tap | None") -> bool:
        """Whether it is the same wish as the first; an update that is delivered anew is the same tap."""
        if first is None or self.update == first.update:
            return False
        same = (self.message, self.data) == (first.message, first.data)
        return same and timedelta(0) <= self.at - first.at < ONE_WISH


class Taps:
    """Knows what was pressed last; in memory only, since the moment of a tap may tell who wrote something."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = Recent[int, Tap](MOST_REMEMBERED)

    def is_second(self, update: Update) -> bool:
        """Whether this repeats the last tap of its chat, with nothing said between them.

        In a group many tap, and each is answered.
        """
        if update.effective_chat is None or (update.callback_query and is_elsewhere(update.callback_query)):
            return False
        chat = update.effective_chat.id
        tap = _tap(update, self._clock.now())
        if tap is None:
            self._last.pop(chat, None)
            return False
        if tap.repeats(self._last.get(chat)):
            return True
        self._last.put(chat, tap)
        return False


def is_elsewhere(query: CallbackQuery) -> bool:
    """Whether a button stands in a group, or in a channel."""
    chat = getattr(query.message, "chat", None)  # garbage has none, and is parked later
    return chat is not None and chat.type != Chat.PRIVATE


def _tap(update: Update, now: datetime) -> Tap | None:
    query = update.callback_query
    if query is None or query.message is None:
        return None
    return Tap(query.message.message_id, query.data, update.update_id, now)
