"""Announcements on their way (njoftime në dërgim): whom they reach, how they stand, and how they are braked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from participation.ids import UNMARKED, CampaignId, ConsultationId, Mark, MeetingId, MunicipalityId, UnitId

NO_CONSULTATION: Final = ConsultationId(0)
"""What an announcement is about that is about none, as the open call of a forum."""


@dataclass(frozen=True)
class Audience:
    """Who hears of a consultation: who follows the whole municipality, or the consultation itself, or a unit.

    Where `units` are named, a unit means one of those; else any unit of the municipality.

    Without a municipality it concerns the whole country: whoever follows any place hears of it.
    With `coming_to`, also those who said they come, or may come, to that meeting; with `coming`, to any of its own.
    With `missed`, only those from whom this announcement was called back; those of `apart_from` are left out.
    Whoever has been sent something about `spared` since that moment is left out too.
    """

    consultation: ConsultationId
    municipality: MunicipalityId | None
    units: tuple[UnitId, ...] = ()
    coming_to: MeetingId | None = None
    coming: bool = False
    missed: CampaignId | None = None
    apart_from: tuple[CampaignId, ...] = ()
    spared: str = ""
    spared_since: datetime | None = None


@dataclass(frozen=True)
class Spread:
    """How many hear of it in each language, and in each area; None counts those who named no area."""

    languages: Mapping[str, int]
    units: Mapping[UnitId | None, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.languages.values())


class Brake(StrEnum):
    """What a coordinator may do with an announcement on its way: let the rest wait, go on, or never leave."""

    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"


@dataclass(frozen=True)
class Delivery:
    """How an announcement stands: counts of people, and what keeps it.

    It was `stopped` by a fault, is `held` back by its coordinator, or was `ended` for good: `unsent` never get it, nor
    where it was called back. `unwanted` are those who had stopped following, or us, before it left.
    One that is `of_change` tells of what changed, or what became of it, on that day. Of those that failed
    some may be tried `again`; their `mark` is another one once they have been.
    """

    total: int = 0
    sent: int = 0
    unreachable: int = 0
    failed: int = 0
    waiting: int = 0
    stopped: bool = False
    of_change: date | None = None
    held: bool = False
    ended: bool = False
    unsent: int = 0
    again: int = 0
    mark: Mark = UNMARKED
    unwanted: int = 0
