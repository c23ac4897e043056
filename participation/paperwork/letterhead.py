"""What stands at the head and at the foot of an official paper."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Signatory:
    """Who signs: in which office, then perhaps a name."""

    office: str
    name: str = ""


@dataclass(frozen=True)
class Letterhead:
    """Which institution writes, and when; a number of protocol that is not given yet stays blank."""

    institution: str
    day: date
    place: str = ""
    protocol: str = ""
