"""The annual calendar of consultations (kalendari vjetor i konsultimeve): what an institution means to ask (art. 6)."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from participation.consultations.model import Phase
from participation.ids import ConsultationId, InstitutionId, LineId

LONGEST_ACT: Final = 500
LONGEST_WORD: Final = 200
"""Characters of the act, and of how and by whom it is consulted on."""
MOST_LINES: Final = 200
"""Lines in one year."""
MOST_ACTS: Final = 9_999
"""Acts in one year: more of them are a slip of the finger."""


class PlannedStatus(StrEnum):
    """How far a consultation of the annual calendar has got."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    ADOPTED = "adopted"
    DROPPED = "dropped"


REACHED: Final = {
    Phase.OPEN: PlannedStatus.OPEN,
    Phase.CLOSED: PlannedStatus.CLOSED,
    Phase.REVIEW: PlannedStatus.CLOSED,
    Phase.SUMMARISED: PlannedStatus.CLOSED,
    Phase.ADOPTED: PlannedStatus.ADOPTED,
    Phase.CANCELLED: PlannedStatus.DROPPED,
}


@dataclass(frozen=True)
class PlannedConsultation:
    """What is to be consulted on: the act, the month where it is known (1 to 12), how, and by which unit."""

    act: str
    month: int | None = None
    how: str = ""
    unit: str = ""
    status: PlannedStatus = PlannedStatus.PLANNED


@dataclass(frozen=True)
class ActsAdopted:
    """How many acts an institution adopted in a year in all, consulted or not, as its office said on a day."""

    number: int
    on: date


@dataclass(frozen=True)
class CalendarLine:
    """A line of a year's calendar; once it is announced, its `consultation` says how far it has got."""

    id: LineId
    institution: InstitutionId
    year: int
    planned: PlannedConsultation
    consultation: ConsultationId | None = None

    def reached(self, phase: Phase | None) -> "CalendarLine":
        """The same, as far as its consultation has got; one that was dropped by hand stays so."""
        if phase is None or self.planned.status is PlannedStatus.DROPPED:
            return self
        return replace(self, planned=replace(self.planned, status=REACHED[phase]))
