"""What officials did, in order, and what others tried; who it was is sealed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select

from participation.clock import local_day
from participation.ids import AppointmentId, InstitutionId, PersonId
from participation.people.model import Appointment
from storage.desks.desk import Desk
from storage.dialect import insert
from storage.prepared import Row
from storage.tables import audit


class Audit(Desk):
    """Fulfils `participation.ports.Audit`."""

    async def note(
        self, *, at: datetime, person: PersonId | None, institution: InstitutionId | None, action: str, subject: str
    ) -> int:
        """Write down what was done, and to what; returns the number under which it stands."""
        row = self._row(at, person, institution, action, subject)
        return await self._number(audit.insert().values(row).returning(audit.c.id))

    async def refused(self, *, at: datetime, person: PersonId, what: str) -> bool:
        """Count what somebody tried and may not do; returns whether it is their first try that day."""
        key = self._vault.mark("refused", f"{person}:{local_day(at)}:{what}")
        row = insert(audit).values(key=key, **self._row(at, person, None, "refused", what))
        once_more = row.on_conflict_do_update(index_elements=[audit.c.key], set_={"times": audit.c.times + 1})
        return await self._number(once_more.returning(audit.c.times)) == 1

    def _row(
        self, at: datetime, person: PersonId | None, institution: InstitutionId | None, action: str, subject: str
    ) -> dict[str, Any]:
        return {
            "at": at,
            "person": None if person is None else self._vault.seal_text("audit", str(person), subject),
            "institution": institution,
            "action": action,
            "subject": subject,
            "times": 1,
        }

    async def appointments(self) -> Sequence[Appointment]:
        """When each office was taken last; beside the office itself no moment is kept."""
        taken = select(audit).where(audit.c.action == "appointed", audit.c.person.is_not(None))
        found = [self._appointment(row) for row in await self._all(taken.order_by(audit.c.at, audit.c.id))]
        return list({(one.institution, one.person): one for one in found}.values())

    def _appointment(self, row: Row) -> Appointment:
        person = PersonId(int(self._vault.open_text("audit", row["person"], row["subject"])))
        return Appointment(AppointmentId(row["id"]), InstitutionId(row["institution"]), person, row["at"])
