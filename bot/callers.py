"""Lines to the port: each is cut that keeps us waiting for something to answer, and one beyond so many at once.

opened ──▶ waiting ──a whole head──▶ answered ──▶ idle, until uvicorn closes it
              │  ▲                                  │
           too long: cut        the first byte of another request
"""

import asyncio
from typing import Final

from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE: Final = 10.0
"""Seconds the head of a request may take to arrive."""
MOST_CALLERS: Final = 500
"""Half of the files that a process may usually have open; the others are for Telegram and the database."""
AT_ONCE: Final = 100
"""Let in before the next look at anything else: it takes some such looks until one too many is gone."""


class Caller(H11Protocol):
    """A line, with the time that its other end has left while nothing is answered."""

    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Let them speak, unless too many do."""
        super().connection_made(transport)
        if len(self.connections) > MOST_CALLERS:
            transport.abort()
        else:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        self._wait_no_more()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """The first bytes after a pause begin a new time; those that follow add nothing to it."""
        if self.timeout_keep_alive_task is not None:
            self._wait()
        super().data_received(data)

    def handle_events(self) -> None:
        """While a request is answered we do not wait for them: its body has a time of its own."""
        super().handle_events()
        if self.cycle is not None and not self.cycle.response_complete:
            self._wait_no_more()

    def on_response_complete(self) -> None:
        """Whoever does not hear the last answer has not left either."""
        self._wait()
        super().on_response_complete()

    def pause_writing(self) -> None:
        """Our answers are a line or two: whoever lets them pile up does not listen."""
        self.transport.abort()

    def _wait(self) -> None:
        self._wait_no_more()
        self._waiting = self.loop.call_later(PATIENCE, self.transport.abort)

    def _wait_no_more(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
