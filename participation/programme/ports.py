"""What the rules of the annual calendar need from the outside, by shape."""

from collections.abc import Sequence
from typing import Protocol

from participation.ids import ConsultationId, InstitutionId, LineId
from participation.programme.model import ActsAdopted, CalendarLine, PlannedConsultation


class Calendars(Protocol):
    """Lines of annual calendars; of those that were announced the consultation is kept, and not how far it has got."""

    async def of(self, institution: InstitutionId, year: int) -> Sequence[CalendarLine]:
        """By month; those without one come last, in the order in which they were written down."""
        ...

    async def years(self, institution: InstitutionId) -> Sequence[int]:
        """Those of which there is any line."""
        ...

    async def get(self, line: LineId) -> CalendarLine: ...
    async def add(self, institution: InstitutionId, year: int, planned: PlannedConsultation) -> LineId: ...
    async def change(self, line: LineId, planned: PlannedConsultation) -> None: ...
    async def tie(self, line: LineId, consultation: ConsultationId | None) -> None:
        """From now on it is this consultation; one that another line had goes over to this one."""
        ...

    async def remove(self, line: LineId) -> None: ...
    async def acts(self, institution: InstitutionId, year: int) -> ActsAdopted | None:
        """How many acts were adopted in a year, if anybody has said it."""
        ...

    async def say_acts(self, institution: InstitutionId, year: int, acts: ActsAdopted | None) -> None:
        """Keep it in the place of what was said before; None is that nobody says it."""
        ...
