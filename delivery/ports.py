"""What the courier needs: a queue that survives, and channels that say what became of a message."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Protocol

from participation.ids import CampaignId, PersonId
from participation.letters import Lane, Letter
from participation.messages import Message
from participation.ports import UnitOfWork


@dataclass(frozen=True)
class Parcel:
    """A letter on its way to one person; `over` is the message that it edits, if any."""

    id: int
    person: PersonId
    lane: Lane
    letter: Letter
    use_by: datetime | None
    attempts: int
    campaign: CampaignId | None = None
    over: int | None = None


@dataclass(frozen=True)
class Address:
    """Where a person is found: a bot and a chat of it."""

    bot: int
    chat: int


@dataclass(frozen=True)
class Sent:
    """It is there, as this message."""

    message: int


@dataclass(frozen=True)
class Later:
    """Not now: the channel asks to wait; no attempt is counted when it is only too fast."""

    seconds: float
    whole_token: bool
    counts: bool = False


@dataclass(frozen=True)
class Moved:
    """The chat lives under another number now."""

    to: int


class Lost(Enum):
    """Why somebody cannot be reached."""

    BLOCKED = "blocked"
    GONE = "gone"
    NEVER_STARTED = "never_started"
    NOT_FOUND = "not_found"


@dataclass(frozen=True)
class Unreachable:
    """This person cannot be reached any more."""

    why: Lost


@dataclass(frozen=True)
class Rejected:
    """The channel will never take this message; `reason` is its own word for it, without anybody's text."""

    reason: str


@dataclass(frozen=True)
class Doubtful:
    """Nobody knows whether it arrived."""

    reason: str


@dataclass(frozen=True)
class Stopped:
    """The token is no longer ours: nothing more goes out until an operator acts."""

    reason: str


Outcome = Sent | Later | Moved | Unreachable | Rejected | Doubtful | Stopped


@dataclass(frozen=True)
class Void:
    """The letter has lost its reason (the meeting was moved, its time is over): `cancelled` or `expired`."""

    state: str


@dataclass(frozen=True)
class Settled:
    """What became of a parcel at a moment."""

    parcel: int
    outcome: Outcome | Void
    at: datetime
    retry_at: datetime | None = None


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
