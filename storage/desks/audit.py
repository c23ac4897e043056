"""What officials did, in order, and what others tried; who it was is sealed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select

from participation.clock import local_day
from participation.ids import AppointmentId, InstitutionId, PersonId
from participation.people.model import Appointment, Role
from storage.connection import Connection
from storage.desks.chain import Chain
from storage.desks.desk import Desk
from storage.prepared import Row
from storage.tables import audit
from storage.vault import Vault


class Audit(Desk):
    """Fulfils `participation.ports.Audit`."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        super().__init__(connection, vault)
        self._chain = Chain(connection, vault)

    async def note(
        self, *, at: datetime, person: PersonId | None, institution: InstitutionId | None, action: str, subject: str
    ) -> int:
        """Write down what was done, and to what; returns the number under which it stands."""
        row = self._row(at, person, institution, action, subject)
        return await self._chain.write(row)

    async def refused(self, *, at: datetime, person: PersonId, what: str) -> bool:
        """Count what somebody tried and may not do; returns whether it is their first try that day."""
        key = self._vault.mark("refused", f"{person}:{local_day(at)}:{what}")
        if await self._run(audit.update().where(audit.c.key == key).values(times=audit.c.times + 1)):
            return False
        await self._chain.write({**self._row(at, person, None, "refused", what), "key": key})
        return True

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
        return list({(one.institution, one.person, one.role.rivals): one for one in found}.values())

    def _appointment(self, row: Row) -> Appointment:
        person = PersonId(int(self._vault.open_text("audit", row["person"], row["subject"])))
        institution, role = InstitutionId(row["institution"]), Role(row["subject"])
        return Appointment(AppointmentId(row["id"]), institution, person, role, row["at"])
