"""Letters about meetings."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from participation.ids import MeetingId


@dataclass(frozen=True)
class MeetingReminder:
    """A meeting comes near; void if it no longer starts at that moment. `joining`, it says how one joins online."""

    meeting: MeetingId
    starts_at: datetime
    joining: bool = False


@dataclass(frozen=True)
class JoiningTold:
    """How one joins a meeting online was said, or has changed: for those who come."""

    meeting: MeetingId


class Change(StrEnum):
    """What became of a meeting."""

    MOVED = "moved"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class MeetingChanged:
    """A meeting is elsewhere, at another time, or off: old and new."""

    meeting: MeetingId
    change: Change
    revision: int
    old_start: datetime
    old_place: str


@dataclass(frozen=True)
class ChangedAlone:
    """A colleague has changed a meeting without a second one, for it begins soon."""

    meeting: MeetingId


@dataclass(frozen=True)
class VoiceAsked:
    """A meeting is over: what was decided there, and the question whether one was heard."""

    meeting: MeetingId


def meeting_subject(meeting: MeetingId) -> str:
    """The handle of all that is about a meeting."""
    return f"meeting:{meeting}"
