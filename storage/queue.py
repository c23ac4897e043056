"""The outbox as the courier sees it; every call is a transaction of its own."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta

from participation.ids import CampaignId, PersonId
from participation.post import Address, Parcel, Settled
from storage.work import Work

Opener = Callable[[], AbstractAsyncContextManager[Work]]


class Queue:
    """Fulfils `delivery.ports.Queue`."""

    def __init__(self, *, transaction: Opener, reading: Opener) -> None:
        self._transaction = transaction
        self._reading = reading

    async def recover(self) -> int:
        """After a crash: queue again what was on its way; returns how many may have arrived already."""
        async with self._transaction() as uow:
            return await uow.claiming.recover()

    async def expand(self, now: datetime, chunk: int) -> int:
        """Write the next parcels of running announcements, at most `chunk`; returns how many."""
        async with self._transaction() as uow:
            return await uow.expanding.expand(now, chunk)

    async def claim(self, now: datetime, *, limit: int, lease: timedelta) -> Sequence[Parcel]:
        """Take the parcels that are due, replies first, one for each person."""
        async with self._transaction() as uow:
            return await uow.claiming.claim(now, limit=limit, lease=lease)

    async def mark_sending(self, parcels: Sequence[int]) -> set[int]:
        """Committed before the bytes go: after a crash only these are doubtful; returns those that may go."""
        async with self._transaction() as uow:
            return await uow.claiming.mark_sending(parcels)

    async def settle(self, settled: Sequence[Settled]) -> None:
        """Write down what became of them."""
        async with self._transaction() as uow:
            await uow.settling.settle(settled)

    async def call_forward(self, now: datetime) -> None:
        """The clock was set back: what was put back for a moment, and what is urgent, is due now."""
        async with self._transaction() as uow:
            await uow.claiming.call_forward(now)

    async def stop_campaign(self, campaign: CampaignId, reason: str) -> None:
        """Keep back the rest of an announcement whose content nobody can get; what has left stays as it is."""
        async with self._transaction() as uow:
            await uow.campaigns.pause(campaign, reason)

    async def next_due(self) -> datetime | None:
        """When the next waiting parcel is due."""
        async with self._reading() as uow:
            return await uow.claiming.next_due()

    async def addresses(self, people: Sequence[PersonId]) -> Mapping[PersonId, Address]:
        """Where these people are found."""
        async with self._reading() as uow:
            return await uow.addresses.of_all(people)

    async def gate(self) -> datetime | None:
        """Until when the token is shut, if it is."""
        async with self._reading() as uow:
            return await uow.gate.until()

    async def shut(self, until: datetime) -> None:
        """Shut the token's gate."""
        async with self._transaction() as uow:
            await uow.gate.shut(until)
