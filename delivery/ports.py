"""What the courier needs: a queue that survives, and channels that say what became of a message."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from typing import Protocol

from participation.ids import PersonId
from participation.messages import Message
from participation.ports import UnitOfWork
from participation.post import Address, Outcome, Parcel, Settled


class Queue(Protocol):
    """The outbox as the courier sees it; every call is a transaction of its own."""

    async def recover(self, now: datetime) -> int:
        """After a crash: give back what was claimed and not sent, and queue again what may have been sent
        and may be sent twice. Returns how many were doubtful."""
        ...

    async def expand(self, now: datetime, chunk: int) -> int:
        """Write the next parcels of running announcements, at most `chunk`; returns how many."""
        ...

    async def claim(self, now: datetime, *, limit: int, lease: timedelta) -> Sequence[Parcel]:
        """Take the parcels that are due, replies first, one per person: the oldest unfinished of theirs."""
        ...

    async def mark_sending(self, parcels: Sequence[int], now: datetime) -> None:
        """Committed before the bytes go: after a crash only these are doubtful."""
        ...

    async def settle(self, settled: Sequence[Settled]) -> None:
        """Write down what became of them; replies are deleted once they arrived."""
        ...

    async def next_due(self) -> datetime | None:
        """When the next waiting parcel is due."""
        ...

    async def addresses(self, people: Sequence[PersonId]) -> Mapping[PersonId, Address]:
        """Where these people are found."""
        ...

    async def gate(self) -> datetime | None:
        """Until when the token is shut, if it is."""
        ...

    async def shut(self, until: datetime) -> None:
        """Shut the token's gate; a restart must not forget it."""
        ...


class Channel(Protocol):
    """One messenger."""

    async def send(self, message: Message, *, to: Address, over: int | None) -> Outcome:
        """Send it, or put it in place of an older message; never raises for what the messenger says."""
        ...


class Workshop(Protocol):
    """Opens a unit of work to read what a letter is about."""

    def __call__(self) -> AbstractAsyncContextManager[UnitOfWork]: ...
