"""Meetings (takime publike, dëgjesa, seanca këshillimi): when, where, and who comes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from participation.ids import ConsultationId, MeetingId

USUAL_LENGTH = timedelta(hours=2)
"""How long a meeting lasts whose end nobody has named."""
DOOR_OPENS = timedelta(hours=1)
DOOR_SHUTS = timedelta(hours=2)
"""So long before a meeting, and after it, people are checked in."""


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


Joining = tuple[Venue, str]
"""A meeting that is still planned, and how one joins it online."""


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

    def lets_in(self, now: datetime) -> bool:
        """Whether people may be checked in: a while before it begins, until a while after it ends."""
        return not self.cancelled and self.venue.starts_at - DOOR_OPENS <= now < self.door_shuts_at()

    def door_shuts_at(self) -> datetime:
        """From when on nobody is checked in any more."""
        return self.venue.over_at() + DOOR_SHUTS

    def has_begun(self, now: datetime) -> bool:
        """Whether there is, or was, anything to write down of it."""
        return not self.cancelled and self.venue.starts_at <= now


class Coming(StrEnum):
    """What somebody answers when asked whether they come."""

    YES = "yes"
    NO = "no"
    MAYBE = "maybe"


class Position(StrEnum):
    """What somebody says beforehand of what is proposed."""

    FOR = "for"
    AGAINST = "against"
    UNDECIDED = "undecided"


class Aid(StrEnum):
    """What is asked for most often so that somebody can take part."""

    SIGN = "sign"
    ACCESS = "access"
    TRANSLATION = "translation"


@dataclass(frozen=True)
class Need:
    """That somebody needs help or interpretation at a meeting: of what kind, and in their own words, as far as said."""

    aid: Aid | None = None
    words: str = ""


@dataclass(frozen=True)
class Attendance:
    """A person's answer for a meeting, whether they ask to speak, and what else they have said for it."""

    coming: Coming
    wants_to_speak: bool
    position: Position | None = None
    need: Need | None = None


@dataclass(frozen=True)
class Turnout:
    """How many said that they come, or may come, and how many of these ask to speak."""

    yes: int = 0
    maybe: int = 0
    speakers: int = 0


@dataclass(frozen=True)
class Wishes:
    """What those who come, or may come, have said beforehand: how many hold which position, and who needs what.

    Nobody's name is in it, and the needs stand in no order of time.
    """

    positions: Mapping[Position, int] = field(default_factory=dict)
    needs: tuple[Need, ...] = ()
