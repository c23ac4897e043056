"""The updates that wait for a bot: in order, until confirmed, and not for ever.

add() ──▶ waiting ──batch(offset)──▶ shown, still waiting ──a higher offset──▶ confirmed, gone
             └────────────── older than its kind is kept ──▶ lost
"""

import asyncio
from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from simulator.content import Json
from simulator.errors import conflict

KEPT = {"callback_query": timedelta(seconds=150)}
"""How long an update waits, from its own date; anything else waits a day."""
DAY = timedelta(hours=24)
UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Kinds that come only to a bot that names them."""
FIRST_ID = 100_000_001

_OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK_SET = "terminated by setWebhook request"


@dataclass(frozen=True)
class Waiting:
    """An update that is not confirmed yet; updates of one lane arrive one after another at a webhook."""

    update_id: int
    kind: str
    body: Json
    at: datetime
    lane: str

    def json(self) -> Json:
        """The Update object."""
        return {"update_id": self.update_id, self.kind: self.body}

    def lost(self, now: datetime) -> bool:
        """Whether the server has given it up."""
        return now - self.at >= KEPT.get(self.kind, DAY)


class Inbox:
    """The updates of one bot."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._waiting: deque[Waiting] = deque()
        self._next = FIRST_ID
        self._poller: asyncio.Future[None] | None = None
        self.allowed: frozenset[str] = frozenset()
        """The kinds the bot asked for; empty is the server's own choice."""

    def __len__(self) -> int:
        return len(self.waiting())

    def add(self, kind: str, body: Json, *, lane: str) -> Waiting | None:
        """Let an update wait, unless the bot does not want its kind."""
        if not self._wanted(kind):
            return None
        update = Waiting(self._next, kind, body, self._now(), lane)
        self._next += 1
        self._waiting.append(update)
        self.release()
        return update

    def waiting(self) -> list[Waiting]:
        """The updates not confirmed and not lost, the oldest first."""
        now = self._now()
        if any(update.lost(now) for update in self._waiting):
            self._waiting = deque(update for update in self._waiting if not update.lost(now))
        return list(self._waiting)

    def confirm(self, offset: int) -> None:
        """Forget everything below the offset; a negative one keeps that many of the newest."""
        if offset < 0:
            newest = self.waiting()[offset:]
            offset = newest[0].update_id if newest else 0
        while self._waiting and self._waiting[0].update_id < offset:
            self._waiting.popleft()

    def settle(self, update_id: int) -> None:
        """Forget one update, which a webhook has taken."""
        self._waiting = deque(each for each in self._waiting if each.update_id != update_id)

    def clear(self) -> None:
        """Forget all of them (drop_pending_updates)."""
        self._waiting.clear()

    def want(self, kinds: Collection[str] | None) -> None:
        """Remember which kinds to keep from now on; None leaves it as it was."""
        if kinds is not None:
            self.allowed = frozenset(kinds)

    async def arrival(self, seconds: float) -> None:
        """Wait until an update is there or the real seconds are over; a newer poller ends the wait with 409."""
        self.end_poll()
        self._poller = waiter = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await waiter
        except TimeoutError:
            pass
        finally:
            if self._poller is waiter:
                self._poller = None

    def end_poll(self, *, webhook: bool = False) -> None:
        """Send the one who waits away: somebody else receives now."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(conflict(_WEBHOOK_SET if webhook else _OTHER_POLLER))
        self._poller = None

    def release(self) -> None:
        """Let the one who waits go with what there is."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(None)

    def _wanted(self, kind: str) -> bool:
        return kind in self.allowed if self.allowed else kind not in UNASKED
