"""The outbox as a courier of one bot sees it; every call is a transaction of its own."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta

from participation.ids import CampaignId, PersonId
from participation.post import Address, Gate, Parcel, Settled, Term
from storage.work import Work

Opener = Callable[[], AbstractAsyncContextManager[Work]]


class Queue:
    """Fulfils `delivery.ports.Queue`."""

    def __init__(self, bot: int, *, transaction: Opener, reading: Opener) -> None:
        self._term = Term(bot)
        self._transaction = transaction
        self._reading = reading

    async def begin(self) -> int:
        """Begin a new term: what those before it left on its way is queued again.

        Returns how many of it may have arrived already.
        """
        bot = self._term.bot
        async with self._transaction() as uow:
            self._term = Term(bot, await uow.terms.begin(bot))
            return await uow.claiming.recover(bot)

    async def expand(self, now: datetime, chunk: int) -> int:
        """Write the next parcels of running announcements, at most `chunk`; returns how many."""
        async with self._transaction() as uow:
            return await uow.expanding.expand(now, chunk)

    async def claim(self, now: datetime, *, limit: int, lease: timedelta) -> Sequence[Parcel]:
        """Take the parcels that are due, replies first, one for each person."""
        async with self._transaction() as uow:
            return await uow.claiming.claim(now, term=self._term, limit=limit, lease=lease)

    async def mark_sending(self, parcels: Sequence[int]) -> set[int]:
        """Committed before the bytes go: after a crash only these are doubtful; returns those that may go."""
        async with self._transaction() as uow:
            return await uow.claiming.mark_sending(parcels, term=self._term)

    async def settle(self, settled: Sequence[Settled]) -> None:
        """Write down what became of them."""
        async with self._transaction() as uow:
            await uow.settling.settle(settled, term=self._term)

    async def call_forward(self, now: datetime) -> None:
        """The clock was set back: what was put back for a moment, and what is urgent, is due now."""
        async with self._transaction() as uow:
            await uow.claiming.call_forward(now, bot=self._term.bot)

    async def stop_campaign(self, campaign: CampaignId, reason: str) -> None:
        """Keep back the rest of an announcement whose content nobody can get; what has left stays as it is."""
        async with self._transaction() as uow:
            await uow.campaigns.pause(campaign, reason)

    async def next_due(self) -> datetime | None:
        """When the next waiting parcel is due."""
        async with self._reading() as uow:
            return await uow.claiming.next_due(self._term.bot)

    async def addresses(self, people: Sequence[PersonId]) -> Mapping[PersonId, Address]:
        """Where these people are found."""
        async with self._reading() as uow:
            return await uow.addresses.of_all(people)

    async def gate(self) -> Gate | None:
        """How the token's gate stood last, if it was ever shut."""
        async with self._reading() as uow:
            return await uow.gates.find(self._term.bot)

    async def keep(self, gate: Gate) -> None:
        """Write down how the token's gate stands."""
        async with self._transaction() as uow:
            await uow.gates.keep(self._term.bot, gate)
