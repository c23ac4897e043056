"""A trouble that lasts: it is told once a minute, not at every try, and Telegram may say how long it will last."""

import logging
from datetime import datetime, timedelta
from typing import Final

from telegram.error import RetryAfter

from participation.clock import Clock
from storage.troubles import in_words

EVERY: Final = timedelta(minutes=1)


class Outage:
    """Something outside that is away: says so at first, then once a minute, until it is over."""

    def __init__(self, log: logging.Logger, clock: Clock) -> None:
        self._log = log
        self._clock = clock
        self._told: datetime | None = None

    def tell(self, sentence: str, *words: object) -> None:
        """Tell the operator, unless they have just heard of it."""
        now = self._clock.now()
        if self._told is None or now - self._told >= EVERY:
            self._told = now
            self._log.warning(sentence, *words)

    def tell_of(self, error: Exception, then: str) -> None:
        """Tell what kept updates from being taken in, and what comes then; what is our own fault is told each time."""
        if not self.knows(error, f"Nothing was confirmed; {then}"):
            self._log.error("intake failed; nothing was confirmed", exc_info=error)

    def knows(self, error: Exception, then: str) -> bool:
        """Whether there are words for it, which are told then: it is the world's fault and not ours."""
        if (sentence := in_words(error)) is None:
            return False
        self.tell("%s %s", sentence, then)
        return True

    def is_over(self) -> None:
        """The next one is news again."""
        self._told = None


def wished(wait: RetryAfter) -> float:
    """How many seconds Telegram wants to be left alone."""
    after = wait.retry_after
    return after if isinstance(after, int) else after.total_seconds()
