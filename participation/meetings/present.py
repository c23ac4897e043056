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
    """How somebody stands on the list who agreed to it; of anybody else only the organisation, without a name."""

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
    organisations: tuple[str, ...] = ()
    """Those that somebody there belongs to, each once, whether they agreed to be named or not."""


def counted(present: Iterable[Present]) -> Participants:
    """All of them together, the listed by their names."""
    found = list(present)
    kinds: dict[Actor | None, Headcount] = {}
    for one in found:
        kinds[one.actor] = kinds.get(one.actor, NOBODY) + one.count
    in_order = [(one.listing, one) for one in sorted(found, key=by_name) if one.listing]
    listed = tuple((listing, one.actor, one.by_phone) for listing, one in in_order if listing.name)
    organisations = dict.fromkeys(listing.organisation for listing, _ in in_order if listing.organisation)
    return Participants(
        sum((one.count for one in found), start=NOBODY),
        {actor: kinds[actor] for actor in (*Actor, None) if actor in kinds},
        listed,
        tuple(organisations),
    )


def by_name(one: Present) -> tuple[bool, bool, str, int]:
    """The order of a list: those with a name first; who is only counted stands by no order of time."""
    listing = one.listing or Listing("")
    return not listing.name, one.listing is None, (listing.name or listing.organisation).casefold(), one.id
