"""A trouble that lasts is told once a minute, not at every try."""

import logging
from datetime import datetime, timedelta
from typing import Final

from participation.clock import Clock

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

    def is_over(self) -> None:
        """The next one is news again."""
        self._told = None
