"""What papers tell of meetings: who came, what was said, what was decided."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from participation.meetings.present import Actor, Headcount
from participation.paperwork.letterhead import Letterhead


class CheckedIn(StrEnum):
    """How it is known that somebody was there."""

    THEMSELVES = "themselves"
    MODERATOR = "moderator"
    PAPER_LIST = "paper_list"


@dataclass(frozen=True)
class Attendee:
    """Somebody who was there; without consent they are counted, and their name is printed nowhere."""

    name: str = ""
    organisation: str = ""
    position: str = ""
    kind: Actor = Actor.CITIZEN
    checked_in: CheckedIn = CheckedIn.MODERATOR
    consents: bool = False


@dataclass(frozen=True)
class MeetingNote:
    """A meeting as papers name it: the day, the hours here, the place, and how many came."""

    day: date
    place: str
    begins: time | None = None
    ends: time | None = None
    theme: str = ""
    present: Headcount | None = None
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True)
class AttendanceSheet:
    """A meeting with those who were there."""

    meeting: MeetingNote
    attendees: tuple[Attendee, ...] = ()

    @property
    def named(self) -> tuple[Attendee, ...]:
        """Those whose names may be printed."""
        return tuple(each for each in self.attendees if each.consents and each.name.strip())

    @property
    def unnamed(self) -> int:
        """How many are listed whose names may not be."""
        return len(self.attendees) - len(self.named)

    @property
    def kinds(self) -> Mapping[Actor, int]:
        """How many of each kind, with those who are not named."""
        return Counter(each.kind for each in self.attendees)

    @property
    def present(self) -> Headcount:
        """How many were there: as it was counted in the room, and never fewer than are listed."""
        counted = self.meeting.present
        listed = len(self.attendees)
        return counted if counted is not None and counted.number >= listed else Headcount(listed)


@dataclass(frozen=True)
class ParticipantsList:
    """Who took part in the meetings of a consultation."""

    letterhead: Letterhead
    title: str
    sheets: tuple[AttendanceSheet, ...]


@dataclass(frozen=True)
class SpokenPoint:
    """What somebody said at a meeting; without a name it was somebody in the room."""

    words: str
    speaker: str = ""
    position: str = ""


@dataclass(frozen=True)
class MinutesPaper:
    """The minutes of a public meeting: an official document."""

    letterhead: Letterhead
    title: str
    meeting: MeetingNote
    moderator: str = ""
    agenda: tuple[str, ...] = ()
    points: tuple[SpokenPoint, ...] = ()
    recommendations: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    kept_by: str = ""


@dataclass(frozen=True)
class Relacion:
    """The report of a meeting under its five headings."""

    letterhead: Letterhead
    framework: str
    meeting: MeetingNote
    moderator: str = ""
    purpose: str = ""
    participants: str = ""
    kinds: tuple[Actor, ...] = ()
    discussed: tuple[str, ...] = ()
    contributions: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()
    closing: str = ""


def relacion(minutes: MinutesPaper, *, kinds: tuple[Actor, ...] = (), purpose: str = "", closing: str = "") -> Relacion:
    """The report of a meeting, from its minutes: nobody is named in it who spoke."""
    return Relacion(
        letterhead=minutes.letterhead,
        framework=minutes.title,
        meeting=minutes.meeting,
        moderator=minutes.moderator,
        purpose=purpose,
        kinds=kinds,
        discussed=minutes.agenda,
        contributions=tuple(point.words for point in minutes.points),
        recommendations=minutes.recommendations,
        closing=closing,
    )
