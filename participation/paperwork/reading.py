"""What could be read of a plan that somebody filled in elsewhere."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from participation.paperwork.plan import ConsultationPlan

LARGEST_PLAN: Final = 10_000_000
"""Bytes of a file that is looked at."""


class PlanDoubtKind(StrEnum):
    """What may be wrong with a plan as it was read."""

    NO_NAME = "no_name"
    YEAR_TAKEN = "year_taken"
    NO_YEAR = "no_year"
    NO_DAY = "no_day"
    NO_KIND = "no_kind"
    BOTH_TICKED = "both_ticked"


@dataclass(frozen=True)
class PlanDoubt:
    """A place in a plan that somebody should look at."""

    kind: PlanDoubtKind
    words: str


@dataclass(frozen=True)
class PlanReading:
    """A plan as it was read, with its doubts."""

    plan: ConsultationPlan
    doubts: tuple[PlanDoubt, ...] = ()
