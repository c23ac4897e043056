"""The courier's ledger: what became of parcels, kept until the queue has it in writing."""

import logging
from collections import Counter
from datetime import datetime, timedelta

from delivery.limits import LONG_AGO
from delivery.ports import Queue
from delivery.retries import PAUSE, settle
from participation.ids import CampaignId
from participation.post import Outcome, Parcel, Rejected, Sent, Settled, Void

log = logging.getLogger(__name__)

PATIENCE = timedelta(seconds=60)
"""What is put back for less than this is promised: whoever delivers what is due now waits for it."""

ALARMING = timedelta(minutes=5)
"""A gate that is shut for longer is somebody's business."""


class Ledger:
    """Notes outcomes as they come and writes them down in batches; a queue that fails loses nothing of it."""

    def __init__(self, queue: Queue) -> None:
        self._queue = queue
        self._unwritten: list[Settled] = []
        self._faulty: dict[CampaignId, str] = {}
        self._gate = LONG_AGO
        self._arrived_at = LONG_AGO
        self.promised = LONG_AGO
        """Until when something put back for a moment comes again."""
        self.tally: Counter[str] = Counter()
        """How often each outcome was noted, by its name."""

    def note(self, parcel: Parcel, outcome: Outcome | Void, now: datetime) -> None:
        """Remember what became of a parcel."""
        if isinstance(outcome, Sent):
            self._arrived_at = now
        recently = now - self._arrived_at < timedelta(seconds=PAUSE)
        settled = settle(parcel, outcome, others_arrive=recently, now=now)
        self.tally[type(settled.outcome).__name__] += 1
        self._unwritten.append(settled)
        if settled.retry_at is not None and settled.retry_at - now <= PATIENCE:
            self.promised = max(self.promised, settled.retry_at)
        match settled.outcome:
            case Rejected(reason=reason, for_all=True) if parcel.campaign is not None:
                self._faulty.setdefault(parcel.campaign, reason)

    async def write_down(self) -> None:
        """Hand everything noted to the queue; an announcement with a fault in its content is stopped."""
        batch = tuple(self._unwritten)
        if batch:
            await self._queue.settle(batch)
            del self._unwritten[: len(batch)]
        for campaign, reason in tuple(self._faulty.items()):
            await self._queue.stop_campaign(campaign, reason)
            del self._faulty[campaign]
            log.error("An announcement was stopped: %s", reason)

    async def read_gate(self, latest: datetime) -> datetime:
        """Until when we were told to be silent, before the last restart."""
        gate = await self._queue.gate() or LONG_AGO
        if gate > latest:
            log.error("The gate was shut until a moment that is too far away; has the clock been set?")
        self._gate = min(gate, latest)
        return self._gate

    async def keep_gate(self, until: datetime, now: datetime) -> None:
        """Write down how long we were told to be silent: a restart must not forget it."""
        if until <= self._gate:
            return
        await self._queue.shut(until)
        self._gate = until
        if until - now > ALARMING:
            log.error("The messenger wants silence for %d seconds", (until - now).total_seconds())
