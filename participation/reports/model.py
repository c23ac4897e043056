"""Safety reports (raportime sigurie) to the local public-safety council (KVSP): what, where, never who."""

from dataclasses import dataclass
from datetime import date

from participation.ids import InstitutionId, PersonId, ReportId, UnitId
from participation.messages import Media

LONGEST = 10_000
MOST_FILES = 10


@dataclass(frozen=True)
class Category:
    """A kind of danger; rows, not code. An urgent one reaches the coordinator at once.

    Where it `helps` to be listened to, whoever reports may be the one in need: the help lines are shown.
    """

    code: str
    label: str
    urgent: bool = False
    helps: bool = False


@dataclass(frozen=True)
class Spot:
    """Where it is: a unit, words, or a pin made coarse to about a hundred metres."""

    unit: UnitId | None = None
    words: str = ""
    latitude: float | None = None
    longitude: float | None = None

    @property
    def pin(self) -> str:
        """The coarse pin, as maps take it."""
        if self.latitude is None or self.longitude is None:
            return ""
        return f"{self.latitude:.3f}, {self.longitude:.3f}"


COARSE = 100
"""Metres by which a pin may be off."""


def coarse(degrees: float) -> float:
    """A coordinate rounded to three places: a pin should show a street, not a door."""
    return round(degrees, 3)


@dataclass(frozen=True)
class Account:
    """What somebody tells: all of it is kept sealed."""

    category: str
    text: str = ""
    media: tuple[Media, ...] = ()
    spot: Spot = Spot()
    signature: str | None = None


@dataclass(frozen=True)
class NewReport:
    """A report about to be kept; `author` is sealed and serves only to bring an answer back."""

    receipt: str
    institution: InstitutionId
    author: PersonId
    account: Account
    received_on: date
    urgent: bool


@dataclass(frozen=True)
class Report:
    """A report as the coordinator may see it: there is no author in it."""

    id: ReportId
    receipt: str
    institution: InstitutionId
    account: Account
    received_on: date
    urgent: bool
    seen: bool = False
