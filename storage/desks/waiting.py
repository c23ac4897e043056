"""The states of a parcel, and how those that wait are called off."""

from enum import StrEnum
from typing import Final

from sqlalchemy import ColumnElement, Delete, Update, case, or_, select

from participation.ids import PersonId
from participation.letters import Lane
from storage.prepared import Row
from storage.tables import campaigns, parcels


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
FAILED = (State.REJECTED, State.DOUBTFUL)
"""The ends that are nobody's wish: ours or Telegram's fault."""
TELLTALE = (
    "report_arrived",
    "report_moved",
    "sender_said",
    "left_unread",
    "report_given",
    "reports_released",
    "comment_answered",
    "author_told",
    "no_answer_yet",
    "translation_wanted",
    "case_in_group",
    "case_gone",
    "group_lost",
    "unveiling_asked",
    "unveiling_answered",
    "office_ended",
)
"""Kinds that, once over, would only tell at what moment somebody reported, was answered, or worked on a report; or that
they held an office once."""
DISCREET = ("deadline_reminder",)
"""Kinds that end alike, however they end: who has commented is sent none, and must not stand out by that."""


class CampaignState(StrEnum):
    """How far an announcement has got."""

    RUNNING = "running"
    PAUSED = "paused"
    """By a fault in it."""
    HELD = "held"
    """By its coordinator."""
    DONE = "done"
    CANCELLED = "cancelled"
    """Called back: another one says it better."""
    STOPPED = "stopped"
    """By its coordinator, for good."""


STANDS: Final = (CampaignState.PAUSED, CampaignState.HELD)
"""The announcements that may go on."""


def resting(*, over: State) -> ColumnElement[str]:
    """The state of a parcel that is put back: its announcement may have been held back or ended in the meantime."""
    ended = (CampaignState.CANCELLED.value, CampaignState.STOPPED.value)
    its = case(
        (campaigns.c.state.in_(STANDS), State.PAUSED.value),
        (campaigns.c.state.in_(ended), over.value),
        else_=State.QUEUED.value,
    )
    asked = select(its).where(campaigns.c.id == parcels.c.campaign).scalar_subquery()
    return case((parcels.c.campaign.is_(None), State.QUEUED.value), else_=asked)


PUT_BACK: Final = resting(over=State.CANCELLED)
PUT_BACK_IN_DOUBT: Final = resting(over=State.DOUBTFUL)
"""The same for what may have arrived."""


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
