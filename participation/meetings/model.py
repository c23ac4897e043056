"""Meetings (takime publike, dëgjesa, seanca këshillimi): when, where, and who comes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from participation.ids import ConsultationId, MeetingId


@dataclass(frozen=True)
class Venue:
    """When and where a meeting is; the hours are moments in UTC."""

    starts_at: datetime
    place: str
    ends_at: datetime | None = None

    def is_same_as(self, other: "Venue") -> bool:
        """Whether both begin at the same moment in the same place: all that news of a change tells of the old one."""
        return (self.starts_at, self.place) == (other.starts_at, other.place)

    def is_at_the_time_of(self, other: "Venue") -> bool:
        """Whether both begin and end at the same moments."""
        return (self.starts_at, self.ends_at) == (other.starts_at, other.ends_at)


@dataclass(frozen=True)
class Meeting:
    """A meeting of a consultation; `revision` grows with each change, as calendars want it."""

    id: MeetingId
    consultation: ConsultationId
    venue: Venue
    cancelled: bool = False
    revision: int = 0

    def is_ahead(self, now: datetime) -> bool:
        """Whether it is still to come."""
        return not self.cancelled and now < self.venue.starts_at


class Coming(StrEnum):
    """What somebody answers when asked whether they come."""

    YES = "yes"
    NO = "no"
    MAYBE = "maybe"


@dataclass(frozen=True)
class Attendance:
    """A person's answer for a meeting, and whether they ask to speak."""

    coming: Coming
    wants_to_speak: bool


@dataclass(frozen=True)
class Turnout:
    """How many said that they come, or may come, and how many of these ask to speak."""

    yes: int = 0
    maybe: int = 0
    speakers: int = 0
