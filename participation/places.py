"""Where people live and who governs there: municipalities (bashki), their units, and institutions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from participation.ids import InstitutionId, MunicipalityId, UnitId


@dataclass(frozen=True)
class Municipality:
    """A municipality (bashki); there are 61."""

    id: MunicipalityId
    name: str
    county: str


@dataclass(frozen=True)
class Unit:
    """An administrative unit (njësi administrative) or neighbourhood of a municipality.

    A `namesake` bears the name of its municipality, and must not be mistaken for it.
    """

    id: UnitId
    municipality: MunicipalityId
    name: str
    namesake: bool = False


@dataclass(frozen=True)
class Institution:
    """A public body (organ publik) that announces and answers; `prefix` begins its receipt numbers.

    It owes answers within so many working days, and keeps a closed report for so many days. In the figures
    of its reports no count below the `smallest` is shown. Where it works `by_two`, what one official wants to announce
    goes out when another one releases it. Where the `notice_day_counts`, time runs from that day, not from the next.
    """

    id: InstitutionId
    name: str
    municipality: MunicipalityId | None
    prefix: str
    email: str | None = None
    office_hours: str | None = None
    register_url: str | None = None
    answer_days: int = 20
    keep_days: int = 365
    smallest: int = 5
    by_two: bool = False
    notice_day_counts: bool = False


class TextKey(StrEnum):
    """Where an institution may say something in its own words."""

    WELCOME = "welcome"
    """To somebody who has just chosen its municipality."""
    PRIVACY = "privacy"
    """Beneath what is kept of people."""
    REPORTED = "reported"
    """Beneath the receipt of a safety report."""
    ADDRESS = "address"
    """Where its coordinator is found."""
    PHONE = "phone"
    """Under which number."""
    HOURS = "hours"
    """When it is open."""
    MANDATORY = "mandatory"
    """On which acts it has to consult, one in a line."""
    RULES = "rules"
    """Its internal rules, one in a line, each with its link."""
    PROCEDURE = "procedure"
    """How it takes comments and what becomes of them, a sentence in a line."""
    COMPLAINT = "complaint"
    """Where one may complain, a sentence in a line."""


CHAPTER: Final = (
    TextKey.ADDRESS,
    TextKey.PHONE,
    TextKey.HOURS,
    TextKey.MANDATORY,
    TextKey.RULES,
    TextKey.PROCEDURE,
    TextKey.COMPLAINT,
)
"""What stands in the chapter on participation, in Albanian."""


@dataclass(frozen=True)
class EmergencyNumber:
    """A number to call in danger, with the day on which somebody last made sure of it.

    One that `listens` is for people in need themselves, and not for a fire.
    """

    number: str
    label: str
    checked_on: date
    listens: bool = False
