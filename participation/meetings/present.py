"""Who is at a meeting (fletëpjesëmarrja): people who checked in, people written down from paper, and bare counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from participation.ids import MeetingId, ParticipantId
from participation.words import LONGEST_NAME

LONGEST_PART: Final = LONGEST_NAME
"""Characters of an organisation or a role."""
LARGEST_COUNT: Final = 5_000
"""So many people come to no meeting of ours; a larger number is a slip."""


class Actor(StrEnum):
    """For whom somebody is there, as reports of meetings count it."""

    CITIZEN = "citizen"
    CIVIL_SOCIETY = "civil"
    BUSINESS = "business"
    INSTITUTION = "institution"
    SPECIALIST = "specialist"
    ACADEMIC = "academic"
    YOUTH = "youth"
    MEDIA = "media"
    INTERNATIONAL = "international"
    OTHER = "other"


@dataclass(frozen=True)
class Listing:
    """How somebody stands on the list who agreed to it."""

    name: str
    organisation: str = ""
    role: str = ""


@dataclass(frozen=True)
class Headcount:
    """A number of people, counted or only estimated."""

    number: int = 1
    about: bool = False

    def __add__(self, other: "Headcount") -> "Headcount":
        return Headcount(self.number + other.number, self.about or other.about)


NOBODY: Final = Headcount(0)


@dataclass(frozen=True)
class NewPresent:
    """Somebody, or several people, about to be written down; without a listing they are only counted."""

    actor: Actor | None = None
    count: Headcount = Headcount()
    listing: Listing | None = None


@dataclass(frozen=True)
class Present:
    """A line of the list; `by_phone` where somebody checked in themselves."""

    id: ParticipantId
    meeting: MeetingId
    actor: Actor | None
    count: Headcount
    listing: Listing | None
    by_phone: bool


@dataclass(frozen=True)
class Participants:
    """Who was at a meeting: all of them by kind, the whole, and of those who agreed to it how they are listed.

    A listing stands with its kind, and whether they checked in themselves.
    """

    count: Headcount = NOBODY
    kinds: Mapping[Actor | None, Headcount] = field(default_factory=dict)
    listed: tuple[tuple[Listing, Actor | None, bool], ...] = ()

    @property
    def organisations(self) -> tuple[str, ...]:
        """Those that somebody on the list belongs to, each once."""
        return tuple(dict.fromkeys(one.organisation for one, *_ in self.listed if one.organisation))


def counted(present: Iterable[Present]) -> Participants:
    """All of them together, the listed by their names."""
    found = list(present)
    kinds: dict[Actor | None, Headcount] = {}
    for one in found:
        kinds[one.actor] = kinds.get(one.actor, NOBODY) + one.count
    in_order = sorted((one for one in found if one.listing), key=by_name)
    listed = tuple((one.listing, one.actor, one.by_phone) for one in in_order if one.listing)
    return Participants(
        sum((one.count for one in found), start=NOBODY),
        {actor: kinds[actor] for actor in (*Actor, None) if actor in kinds},
        listed,
    )


def by_name(one: Present) -> tuple[bool, str, int]:
    """The order of a list: those with a name first; who is only counted stands by no order of time."""
    return one.listing is None, one.listing.name.casefold() if one.listing else "", one.id
