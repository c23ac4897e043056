"""The courier's ledger: what became of parcels, kept until the queue has it in writing."""

import logging
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

from delivery.limits import LONG_AGO, OPEN
from delivery.ports import Queue
from delivery.retries import PAUSE, settle
from participation.ids import CampaignId
from participation.post import Gate, Outcome, Parcel, Rejected, Sent, Settled, Void

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
        self._gate = OPEN
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
            case Rejected(reason=reason) if parcel.campaign is None:
                log.warning("%s was given up: %s", type(parcel.letter).__name__, reason)

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

    async def read_gate(self, latest: datetime) -> Gate:
        """How long we were told to be silent, and how fast we may speak, before the last restart."""
        gate = await self._queue.gate() or OPEN
        if gate.shut_until > latest:
            log.error("The gate was shut until a moment that is too far away; has the clock been set?")
        self._gate = replace(gate, shut_until=min(gate.shut_until, latest), share_since=min(gate.share_since, latest))
        return self._gate

    async def keep_gate(self, gate: Gate, now: datetime) -> None:
        """Write down how the gate stands: a restart must not forget it."""
        if gate == self._gate:
            return
        await self._queue.keep(gate)
        is_news, self._gate = gate.shut_until > self._gate.shut_until, gate
        if is_news and gate.shut_until - now > ALARMING:
            log.error("The messenger wants silence for %d seconds", (gate.shut_until - now).total_seconds())
