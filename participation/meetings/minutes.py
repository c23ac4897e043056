"""The record of a meeting (procesverbal): where, when, who led it, what was said, recommended and decided."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from participation.meetings.model import Venue
from participation.meetings.present import NOBODY, Headcount, Participants
from participation.messages import Media
from participation.words import is_blank

MOST_DECISIONS: Final = 3
LONGEST_DECISION: Final = 200
"""Characters; those who came read it on the phone."""
LONGEST_LINE: Final = 150
LONGEST_WORDS: Final = 1_500
MOST_LINES: Final = 60
MOST_MATERIALS: Final = 10


class Heading(StrEnum):
    """What stands in a record, in its order."""

    WHEN = "when"
    PLACE = "place"
    THEME = "theme"
    MODERATOR = "moderator"
    PRESENT = "present"
    ORGANISATIONS = "organisations"
    AGENDA = "agenda"
    SAID = "said"
    RECOMMENDATIONS = "recommendations"
    DECISIONS = "decisions"
    CLOSING = "closing"
    MATERIALS = "materials"


@dataclass(frozen=True)
class Contribution:
    """What somebody said, with the name and the role under which they spoke, if these are to stand there."""

    speaker: str
    role: str
    words: str


@dataclass(frozen=True)
class Minutes:
    """A record; `present` is what its writer says, else the list counts. `organisations` are those beside the list.

    The `closing` is what its writer concludes from the meeting, if anything.
    """

    venue: Venue
    theme: str
    moderator: str = ""
    present: Headcount | None = None
    organisations: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    said: tuple[Contribution, ...] = ()
    recommendations: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    materials: tuple[Media, ...] = ()
    closing: str = ""


@dataclass(frozen=True)
class Revision:
    """A record as it was written once: until it is finished it can be changed, afterwards a new one corrects it."""

    minutes: Minutes
    number: int = 0
    finished_at: datetime | None = None


SENTENCES: Final[dict[Heading, int]] = {
    Heading.PLACE: LONGEST_LINE,
    Heading.THEME: LONGEST_LINE,
    Heading.MODERATOR: LONGEST_LINE,
    Heading.CLOSING: LONGEST_WORDS,
}
"""Headings under which one line stands, and how long it may be."""
LINES: Final[dict[Heading, int]] = {
    Heading.ORGANISATIONS: LONGEST_LINE,
    Heading.AGENDA: LONGEST_LINE,
    Heading.RECOMMENDATIONS: LONGEST_WORDS,
    Heading.DECISIONS: LONGEST_DECISION,
}
"""Headings under which lines stand, and how long one may be."""
MOST: Final[dict[Heading, int]] = {Heading.DECISIONS: MOST_DECISIONS, Heading.MATERIALS: MOST_MATERIALS}


def headcount_of(minutes: Minutes, people: Participants) -> Headcount:
    """How many were there: as the writer says, else as the list counts."""
    return minutes.present or people.count


def organisations_of(minutes: Minutes, people: Participants) -> tuple[str, ...]:
    """Those of the list, and those that were written beside them, each once."""
    return tuple(dict.fromkeys((*people.organisations, *minutes.organisations)))


def as_counted(minutes: Minutes, people: Participants) -> Minutes:
    """The record with what the list tells now: the list is deleted one day, and the record stays."""
    return replace(minutes, present=headcount_of(minutes, people), organisations=organisations_of(minutes, people))


def missing(minutes: Minutes, people: Participants) -> tuple[Heading, ...]:
    """Without what a record cannot be finished: its day and hour it has from the plan."""
    wanting = {
        Heading.PLACE: is_blank(minutes.venue.place),
        Heading.MODERATOR: is_blank(minutes.moderator),
        Heading.PRESENT: headcount_of(minutes, people).number == NOBODY.number,
    }
    return tuple(heading for heading, lacks in wanting.items() if lacks)


def with_lines(minutes: Minutes, heading: Heading, lines: Sequence[str]) -> Minutes:
    """The record with these lines under a heading."""
    match heading:
        case Heading.ORGANISATIONS:
            return replace(minutes, organisations=tuple(lines))
        case Heading.AGENDA:
            return replace(minutes, agenda=tuple(lines))
        case Heading.RECOMMENDATIONS:
            return replace(minutes, recommendations=tuple(lines))
        case _:
            return replace(minutes, decisions=tuple(lines))


def lines_under(minutes: Minutes, heading: Heading) -> tuple[str, ...]:
    """The lines that stand under a heading."""
    match heading:
        case Heading.ORGANISATIONS:
            return minutes.organisations
        case Heading.AGENDA:
            return minutes.agenda
        case Heading.RECOMMENDATIONS:
            return minutes.recommendations
        case _:
            return minutes.decisions


def without_last(minutes: Minutes, heading: Heading) -> Minutes:
    """The record without what was added last under a heading."""
    match heading:
        case Heading.SAID:
            return replace(minutes, said=minutes.said[:-1])
        case Heading.MATERIALS:
            return replace(minutes, materials=minutes.materials[:-1])
        case _:
            return with_lines(minutes, heading, lines_under(minutes, heading)[:-1])
