"""What the courier needs: a queue that survives, and channels that say what became of a message."""

from collections.abc import Mapping, Sequence, Set
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from typing import Protocol

from participation.ids import CampaignId, PersonId
from participation.letters import Letter
from participation.messages import Message
from participation.people.model import Language
from participation.ports import UnitOfWork
from participation.post import Address, Gate, Outcome, Parcel, Settled


class Queue(Protocol):
    """The outbox as the courier of a bot sees it; every call is a transaction of its own."""

    async def begin(self) -> int:
        """Begin a new term, and queue again what an older one left claimed, or as sending; returns how many of these.

        Only what stood as `sending` is doubtful. What the older one still tries to write is void from now on.
        """
        ...

    async def expand(self, now: datetime, chunk: int) -> int:
        """Write the next parcels of running announcements, at most `chunk`; returns how many people it looked at."""
        ...

    async def claim(self, now: datetime, *, limit: int, others: int, lease: timedelta) -> Sequence[Parcel]:
        """Take parcels that are due, by lane and then by age; of each person one at a time, the first of theirs.

        So many `others`, which are no replies, are taken however many replies there are.
        A person whose parcel is claimed or sending waits, so that what they read stays in order.
        """
        ...

    async def mark_sending(self, parcels: Sequence[int]) -> set[int]:
        """Committed before the bytes go: after a crash only these are doubtful.

        Returns those that may go: what was called off, or whose person was erased, meanwhile is not among them.
        """
        ...

    async def settle(self, settled: Sequence[Settled]) -> None:
        """Write down what became of them; replies are deleted once they arrived.

        With a `retry_at` the parcel waits again until then, before the person's later ones of its lane; an attempt
        is counted for Doubtful, and for Later where it `counts`. Without one the outcome is final.
        """
        ...

    async def call_forward(self, now: datetime, was: datetime) -> None:
        """The clock was set back: what was due, or put back for a moment, and what is urgent, is due now."""
        ...

    async def stop_campaign(self, campaign: CampaignId, reason: str) -> None:
        """Keep back the rest of an announcement whose content nobody can get; what has left stays as it is."""
        ...

    async def next_due(self) -> datetime | None:
        """When the next waiting parcel is due."""
        ...

    async def addresses(self, people: Sequence[PersonId]) -> Mapping[PersonId, Address]:
        """Where these people are found."""
        ...

    async def gate(self) -> Gate | None:
        """How the token's gate stood last, if it was ever shut."""
        ...

    async def keep(self, gate: Gate) -> None:
        """Write down how the token's gate stands; a restart must not forget it."""
        ...


class Channel(Protocol):
    """One messenger."""

    def cost(self, message: Message) -> int:
        """How many of the messenger's own messages it takes."""
        ...

    async def send(self, message: Message, *, to: Address, over: int | None, done: int = 0) -> Outcome:
        """Send it, or put it in place of an older message; never raises for what the messenger says.

        The first `done` of its messages are there already.
        """
        ...

    async def is_up(self) -> bool:
        """Whether the messenger answers at all, asked with something that reaches nobody."""
        ...


class Writer(Protocol):
    """Finds the words of a letter."""

    async def concerned(self, letter: Letter, readers: Sequence[PersonId], *, uow: UnitOfWork) -> Set[PersonId]:
        """Those of its readers for whom it still is."""
        ...

    async def render(
        self, letter: Letter, *, language: Language | None, uow: UnitOfWork, now: datetime
    ) -> Message | None:
        """What it says in a language, to whomever it concerns; None if it has lost its reason."""
        ...


class Workshop(Protocol):
    """Opens a unit of work to read what a letter is about."""

    def __call__(self) -> AbstractAsyncContextManager[UnitOfWork]: ...
