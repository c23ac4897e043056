"""What stands at the head and at the foot of an official paper."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Signatory:
    """Who signs: the office first, then perhaps a name, and perhaps in whose stead."""

    office: str
    name: str = ""
    in_stead_of: str = ""


@dataclass(frozen=True)
class Letterhead:
    """Which institution writes, and when; a number of protocol that is not given yet stays blank."""

    institution: str
    day: date
    unit: str = ""
    place: str = ""
    protocol: str = ""
    signatory: Signatory | None = None
