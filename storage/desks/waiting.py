"""The states of a parcel, and how those that wait are called off."""

from enum import StrEnum

from sqlalchemy import ColumnElement, Delete, Update, or_

from participation.ids import PersonId
from participation.letters import Lane
from storage.prepared import Row
from storage.tables import parcels


class State(StrEnum):
    """How far a parcel has got: queued (or paused) → claimed → sending → one of the ends."""

    QUEUED = "queued"
    PAUSED = "paused"
    CLAIMED = "claimed"
    SENDING = "sending"
    SENT = "sent"
    UNREACHABLE = "unreachable"
    REJECTED = "rejected"
    DOUBTFUL = "doubtful"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    OVER = "over"


AT_REST = (State.QUEUED, State.PAUSED)
IN_FLIGHT = (State.CLAIMED, State.SENDING)
WAITING = AT_REST + IN_FLIGHT
TELLTALE = ("report_arrived", "comment_answered")
"""Kinds that, once over, would only tell at what moment somebody reported or was answered."""
DISCREET = ("deadline_reminder",)
"""Kinds that end alike, however they end: who has commented is sent none, and must not stand out by that."""


class CampaignState(StrEnum):
    """How far an announcement has got."""

    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"


def leaves_no_trace(row: Row) -> bool:
    """Whether a parcel is deleted when it has ended, however it ended: it proves nothing, and its moments tell much."""
    return row["lane"] == Lane.REPLY.value or row["kind"] in TELLTALE


def traceless() -> ColumnElement[bool]:
    """The same, as the database asks it."""
    return or_(parcels.c.lane == Lane.REPLY.value, parcels.c.kind.in_(TELLTALE))


def call_off(person: PersonId, *, state: State) -> tuple[Delete, Update]:
    """Put an end to what waits for somebody, except replies: they may be back to hear those."""
    waiting = (
        parcels.c.person == person,
        parcels.c.state.in_(AT_REST),
        parcels.c.lane != Lane.REPLY.value,
    )
    return parcels.delete().where(*waiting, traceless()), parcels.update().where(*waiting).values(state=state)
