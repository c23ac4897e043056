"""What the rules of plans need from the outside, by shape."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from participation.ids import ConsultationId, InstitutionId, PlanId
from participation.paperwork.kept import KeptPlan, NamedPlan
from participation.paperwork.plan import ConsultationPlan


class Plans(Protocol):
    """Consultation plans, whole; of a consultation there is one at most."""

    async def add(
        self, institution: InstitutionId, plan: ConsultationPlan, *, consultation: ConsultationId | None, at: datetime
    ) -> PlanId | None:
        """Keep a new one; None if this consultation has one already."""
        ...

    async def get(self, plan: PlanId) -> KeptPlan: ...
    async def of_consultation(self, consultation: ConsultationId) -> PlanId | None: ...
    async def of(self, institutions: Sequence[InstitutionId]) -> Sequence[NamedPlan]:
        """Those of these institutions, what was changed last first."""
        ...

    async def change(self, plan: PlanId, to: ConsultationPlan, *, version: int, at: datetime) -> bool:
        """Put it in the place of this version; False if there is another one by now."""
        ...

    async def tie(self, plan: PlanId, consultation: ConsultationId | None, *, version: int, at: datetime) -> bool:
        """Say for which consultation it is, or for none; False if there is another version by now."""
        ...

    async def drop(self, plan: PlanId, *, version: int) -> bool:
        """Delete it; False if there is another version by now."""
        ...
