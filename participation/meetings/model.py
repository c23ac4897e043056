"""Meetings (takime publike, dëgjesa, seanca këshillimi): when, where, and who comes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from participation.ids import ConsultationId, MeetingId

USUAL_LENGTH = timedelta(hours=2)
"""How long a meeting lasts whose end nobody has named."""


@dataclass(frozen=True)
class Venue:
    """When and where a meeting is; the hours are moments in UTC."""

    starts_at: datetime
    place: str
    ends_at: datetime | None = None

    def over_at(self) -> datetime:
        """When it ends, as far as one knows."""
        return self.ends_at or self.starts_at + USUAL_LENGTH

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
        """Whether it is still to begin: then one can be reminded of it."""
        return not self.cancelled and now < self.venue.starts_at

    def is_on(self, now: datetime) -> bool:
        """Whether one can still come to it: until it is over, or called off."""
        return not self.cancelled and now < self.venue.over_at()


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
