"""Parcels on their way, and what becomes of them: the words that storage and delivery share."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from participation.ids import CampaignId, CommentId, PersonId
from participation.letters import Lane, Letter, NoticeChanged, StageReached
from participation.messages import Topic
from participation.people.model import QuietHours


@dataclass(frozen=True)
class Parcel:
    """A letter on its way to one person; `over` is the message that it edits, if any.

    A long one takes several messages; the first `done` of them are there already.
    """

    id: int
    person: PersonId
    lane: Lane
    letter: Letter
    use_by: datetime | None
    attempts: int
    campaign: CampaignId | None = None
    over: int | None = None
    done: int = 0


@dataclass(frozen=True)
class News:
    """What was sent out to all who hear of a consultation, and whose comments are still to be told of it.

    The authors are None who have asked to be erased. An `urgent` one wakes them.
    """

    campaign: CampaignId
    letter: NoticeChanged | StageReached
    urgent: bool
    authors: Mapping[CommentId, PersonId | None]


@dataclass(frozen=True)
class Address:
    """Where a person is found: a bot and a chat of it."""

    bot: int
    chat: int


@dataclass(frozen=True)
class Term:
    """One courier's turn at a bot's token; the newest counts, and what an older one still writes is void."""

    bot: int
    number: int = 0


@dataclass(frozen=True)
class Gate:
    """Until when a token was told to be silent, and the share of its full rate that it has had since a moment."""

    shut_until: datetime
    share: float
    share_since: datetime


@dataclass(frozen=True)
class Sent:
    """It is there, as this message; in a group perhaps in a topic, which is as said now."""

    message: int
    topic: Topic | None = None


@dataclass(frozen=True)
class Later:
    """Not now: the channel asks to wait; no attempt is counted when it is only too fast.

    The first `done` messages of a long one are there.
    """

    seconds: float
    whole_token: bool
    counts: bool = False
    done: int = 0
    topic: Topic | None = None


@dataclass(frozen=True)
class Asleep:
    """Their phone may not ring before that moment; what is later in line does not wait for it."""

    until: datetime


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
    """The channel will never take this message; `reason` is its own word for it, without anybody's text.

    `for_all` if nobody could ever get it: the content is at fault, not the address.
    """

    reason: str
    for_all: bool = False
    topic: Topic | None = None


@dataclass(frozen=True)
class Doubtful:
    """Nobody knows whether it arrived; the first `done` messages of a long one did."""

    reason: str
    done: int = 0
    topic: Topic | None = None


@dataclass(frozen=True)
class Stopped:
    """The token is no longer ours: nothing more goes out until an operator acts."""

    reason: str


@dataclass(frozen=True)
class Fate:
    """How far a letter has got: the name of its state, and since when it has ended; it still `waits`, or not."""

    state: str
    at: datetime | None = None
    waits: bool = False

    @property
    def failed(self) -> bool:
        """Whether it ended and did not reach its reader, though there was something to bring."""
        return self.state in {"unreachable", "rejected", "doubtful", "expired"}


Outcome = Sent | Later | Asleep | Moved | Unreachable | Rejected | Doubtful | Stopped


def topic_in(outcome: object) -> Topic | None:
    """The topic in which something was said, or which was made for it in vain."""
    return outcome.topic if isinstance(outcome, Sent | Later | Doubtful | Rejected) else None


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


def leaves_at(moment: datetime, *, lane: Lane, quiet: QuietHours, use_by: datetime | None) -> datetime:
    """The moment, or the end of the quiet it falls into, unless it is urgent or would then come too late."""
    later = quiet.next_open(moment)
    too_late = use_by is not None and later >= use_by
    return moment if lane <= Lane.URGENT or too_late else later
