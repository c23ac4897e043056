"""Consultation plans: each one document, and beside it what finds it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select

from participation.ids import ConsultationId, InstitutionId, PlanId
from participation.paperwork.kept import KeptPlan, NamedPlan
from participation.paperwork.parts import completed
from participation.paperwork.plan import ConsultationPlan
from storage.codec import from_json, to_json
from storage.desks.desk import Desk
from storage.dialect import insert
from storage.tables import plans

LISTED = (plans.c.id, plans.c.institution, plans.c.name, plans.c.consultation, plans.c.changed_at)


class Plans(Desk):
    """Fulfils `participation.paperwork.ports.Plans`."""

    async def add(
        self, institution: InstitutionId, plan: ConsultationPlan, *, consultation: ConsultationId | None, at: datetime
    ) -> PlanId | None:
        """Keep a new one; None if this consultation has one already."""
        row = insert(plans).values(
            institution=institution, consultation=consultation, version=1, changed_at=at, **_body(plan)
        )
        found = await self._find(
            row.on_conflict_do_nothing(index_elements=[plans.c.consultation]).returning(plans.c.id)
        )
        return None if found is None else PlanId(found["id"])

    async def get(self, plan: PlanId) -> KeptPlan:
        """The plan as it stands now."""
        row = await self._get(select(plans).where(plans.c.id == plan))
        body = completed(from_json(ConsultationPlan, row["said"]))
        return KeptPlan(row["id"], row["institution"], body, row["consultation"], row["version"], row["changed_at"])

    async def of_consultation(self, consultation: ConsultationId) -> PlanId | None:
        """The one for a consultation."""
        row = await self._find(select(plans.c.id).where(plans.c.consultation == consultation))
        return None if row is None else PlanId(row["id"])

    async def of(self, institutions: Sequence[InstitutionId]) -> Sequence[NamedPlan]:
        """Those of these institutions, what was changed last first."""
        theirs = select(*LISTED).where(plans.c.institution.in_(institutions))
        rows = await self._all(theirs.order_by(plans.c.changed_at.desc(), plans.c.id.desc()))
        return [NamedPlan(**row) for row in rows]

    async def change(self, plan: PlanId, to: ConsultationPlan, *, version: int, at: datetime) -> bool:
        """Put it in the place of this version; False if there is another one by now."""
        return await self._move_on(plan, version, changed_at=at, **_body(to))

    async def tie(self, plan: PlanId, consultation: ConsultationId | None, *, version: int, at: datetime) -> bool:
        """Say for which consultation it is, or for none; False if there is another version by now."""
        return await self._move_on(plan, version, changed_at=at, consultation=consultation)

    async def drop(self, plan: PlanId, *, version: int) -> bool:
        """Delete it; False if there is another version by now."""
        return await self._run(plans.delete().where(plans.c.id == plan, plans.c.version == version)) > 0

    async def _move_on(self, plan: PlanId, version: int, **values: Any) -> bool:
        same = (plans.c.id == plan, plans.c.version == version)
        return await self._run(plans.update().where(*same).values(version=version + 1, **values)) > 0


def _body(plan: ConsultationPlan) -> dict[str, str]:
    return {"name": plan.name, "said": to_json(plan).decode()}
