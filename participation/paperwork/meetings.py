"""What papers tell of meetings: who came, what was said, what was decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from participation.meetings.present import NOBODY, Actor, Headcount
from participation.paperwork.letterhead import Letterhead


class CheckedIn(StrEnum):
    """How it is known that somebody was there."""

    THEMSELVES = "themselves"
    PAPER_LIST = "paper_list"


Kinds = Mapping[Actor | None, Headcount]
"""How many were there for whom; None are those of whom nobody said it."""


@dataclass(frozen=True)
class Attendee:
    """Somebody who was there, and agreed to be named."""

    name: str
    organisation: str = ""
    position: str = ""
    kind: Actor | None = None
    checked_in: CheckedIn = CheckedIn.PAPER_LIST


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
class Counted:
    """How many came to some meetings together, and at how many of them anybody counted."""

    present: Headcount
    at: int
    held: int

    @property
    def is_whole(self) -> bool:
        """Whether people were counted at every meeting."""
        return self.at == self.held


def counted_at(meetings: Iterable[MeetingNote]) -> Counted | None:
    """All who came together, and somebody who came twice counts twice; None where nobody counted at any of them."""
    held = tuple(meetings)
    present = [each.present for each in held if each.present is not None]
    return Counted(sum(present, start=NOBODY), len(present), len(held)) if present else None


def kinds_together(kinds: Iterable[Kinds]) -> Kinds:
    """Who came to all meetings, in the order of the kinds; of whom it was not said comes last."""
    counts: dict[Actor | None, Headcount] = {}
    for each in kinds:
        for actor, count in each.items():
            counts[actor] = counts.get(actor, NOBODY) + count
    return {actor: counts[actor] for actor in (*Actor, None) if actor in counts}


@dataclass(frozen=True)
class AttendanceSheet:
    """A meeting with those who were there: by name who agreed to it, by kind all who were written down."""

    meeting: MeetingNote
    named: tuple[Attendee, ...] = ()
    kinds: Kinds = field(default_factory=dict)

    @property
    def listed(self) -> Headcount:
        """How many were written down, with a name or without."""
        return sum(self.kinds.values(), start=NOBODY)

    @property
    def unnamed(self) -> Headcount:
        """How many were written down without a name."""
        return Headcount(self.listed.number - len(self.named), self.listed.about)

    @property
    def present(self) -> Headcount | None:
        """How many were there: as it was counted in the room, and never fewer than are listed; None if nobody knows."""
        counted, listed = self.meeting.present, self.listed
        if counted is not None and counted.number >= listed.number:
            return counted
        return listed if listed.number else None


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
    closing: str = ""


@dataclass(frozen=True)
class Relacion:
    """The report of a meeting under its five headings."""

    letterhead: Letterhead
    framework: str
    meeting: MeetingNote
    moderator: str = ""
    purpose: str = ""
    kinds: Kinds = field(default_factory=dict)
    discussed: tuple[str, ...] = ()
    contributions: tuple[str, ...] = ()
    recommendations: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    closing: str = ""


def relacion(minutes: MinutesPaper, *, kinds: Kinds, purpose: str) -> Relacion:
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
        decisions=minutes.decisions,
        closing=minutes.closing,
    )
