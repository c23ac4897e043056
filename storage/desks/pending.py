"""Changes that wait for a second official, sealed with who has prepared them, and bound to their institution."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, select

from participation.clock import local_day
from participation.drafts import KeptDraft, PendingChange
from participation.errors import NotFound
from participation.ids import ConsultationId, InstitutionId, PendingId, PersonId
from storage.codec import from_json, to_json
from storage.desks.desk import Desk
from storage.prepared import Row
from storage.tables import pending_changes

PENDING: Final = "pending change"
WAITS: Final = timedelta(days=60)
"""What nobody has decided on for so long is thrown away: what it says is said of another time."""
UNNUMBERED: Final = PendingId(0)
"""What is sealed has no number of its own: the row has."""


class PendingChanges(Desk):
    """Fulfils `participation.offices.ports.PendingChanges`."""

    async def add(
        self,
        institution: InstitutionId,
        consultation: ConsultationId | None,
        *,
        prepared_by: PersonId,
        what: str,
        draft: KeptDraft,
        now: datetime,
    ) -> PendingId:
        """Keep one."""
        change = PendingChange(UNNUMBERED, institution, consultation, prepared_by, what, draft)
        values = {"institution": institution, "consultation": consultation, **self._columns(change, now)}
        return PendingId(await self._number(pending_changes.insert().values(values).returning(pending_changes.c.id)))

    async def get(self, change: PendingId) -> PendingChange:
        """One that is there."""
        found = await self.find(change)
        if found is None:
            raise NotFound
        return found

    async def find(self, change: PendingId) -> PendingChange | None:
        """One, if it still waits."""
        return next(iter(await self._read(pending_changes.c.id == change)), None)

    async def of(self, institutions: Sequence[InstitutionId]) -> Sequence[PendingChange]:
        """All of these institutions, the oldest first."""
        return await self._read(pending_changes.c.institution.in_(institutions))

    async def put(self, change: PendingChange, *, now: datetime) -> None:
        """It stands like this now; from today on it waits anew."""
        here = pending_changes.c.id == change.id
        await self._touch(pending_changes.update().where(here).values(self._columns(change, now)))

    async def drop(self, change: PendingId) -> bool:
        """It waits no longer."""
        return bool(await self._run(pending_changes.delete().where(pending_changes.c.id == change)))

    async def drop_old(self, today: date) -> int:
        """Forget what nobody has decided on for long; returns how many."""
        return await self._run(pending_changes.delete().where(pending_changes.c.since <= today - WAITS))

    async def _read(self, which: ColumnElement[bool]) -> list[PendingChange]:
        rows = await self._all(select(pending_changes).where(which).order_by(pending_changes.c.id))
        return [self._opened(row) for row in rows]

    def _opened(self, row: Row) -> PendingChange:
        sealed = self._vault.open(PENDING, row["sealed"], str(row["institution"]))
        return replace(from_json(PendingChange, sealed), id=PendingId(row["id"]))

    def _columns(self, change: PendingChange, now: datetime) -> dict[str, object]:
        sealed = self._vault.seal(PENDING, to_json(replace(change, id=UNNUMBERED)), str(change.institution))
        return {"since": local_day(now), "sealed": sealed}
