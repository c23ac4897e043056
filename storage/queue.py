"""The outbox as a courier of one bot sees it; every call is a transaction of its own."""

from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

from participation.ids import CampaignId, PersonId
from participation.post import Address, Gate, Parcel, Settled, Term
from storage.work import Work

T = TypeVar("T")
Do = Callable[[Work], Coroutine[Any, Any, T]]


class Base(Protocol):
    """The database as the queue needs it."""

    async def perform(self, do: Do[T]) -> T:
        """Do something in a transaction, in one go."""
        ...

    async def look(self, do: Do[T]) -> T:
        """Only read something, in one go."""
        ...


class Queue:
    """Fulfils `delivery.ports.Queue`."""

    def __init__(self, bot: int, database: Base) -> None:
        self._term = Term(bot)
        self._database = database

    async def begin(self) -> int:
        """Begin a new term: what those before it left on its way is queued again.

        Returns how many of it may have arrived already.
        """

        async def do(uow: Work) -> tuple[int, int]:
            return await uow.terms.begin(self._term.bot), await uow.claiming.recover(self._term.bot)

        number, doubtful = await self._database.perform(do)
        self._term = Term(self._term.bot, number)
        return doubtful

    async def expand(self, now: datetime, chunk: int) -> int:
        """Write the next parcels of running announcements, at most `chunk`; returns how many people it looked at."""
        return await self._database.perform(lambda uow: uow.expanding.expand(now, chunk, bot=self._term.bot))

    async def claim(self, now: datetime, *, limit: int, others: int, lease: timedelta) -> Sequence[Parcel]:
        """Take the parcels that are due, replies first and some that are none, one for each person."""
        return await self._database.perform(
            lambda uow: uow.claiming.claim(now, term=self._term, limit=limit, others=others, lease=lease)
        )

    async def mark_sending(self, parcels: Sequence[int]) -> set[int]:
        """Committed before the bytes go: after a crash only these are doubtful; returns those that may go."""
        return await self._database.perform(lambda uow: uow.claiming.mark_sending(parcels, term=self._term))

    async def settle(self, settled: Sequence[Settled]) -> None:
        """Write down what became of them."""
        await self._database.perform(lambda uow: uow.settling.settle(settled, term=self._term))

    async def call_forward(self, now: datetime, was: datetime) -> None:
        """The clock was set back: what was due, or put back for a moment, and what is urgent, is due now."""
        await self._database.perform(lambda uow: uow.claiming.call_forward(now, was, bot=self._term.bot))

    async def stop_campaign(self, campaign: CampaignId, reason: str) -> None:
        """Keep back the rest of an announcement whose content nobody can get; what has left stays as it is."""
        await self._database.perform(lambda uow: uow.campaigns.pause(campaign, reason))

    async def next_due(self) -> datetime | None:
        """When the next waiting parcel is due."""
        return await self._database.look(lambda uow: uow.claiming.next_due(self._term.bot))

    async def addresses(self, people: Sequence[PersonId]) -> Mapping[PersonId, Address]:
        """Where these people are found."""
        return await self._database.look(lambda uow: uow.addresses.of_all(people))

    async def gate(self) -> Gate | None:
        """How the token's gate stood last, if it was ever shut."""
        return await self._database.look(lambda uow: uow.gates.find(self._term.bot))

    async def keep(self, gate: Gate) -> None:
        """Write down how the token's gate stands."""
        await self._database.perform(lambda uow: uow.gates.keep(self._term, gate))
