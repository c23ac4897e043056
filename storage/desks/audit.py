"""What officials did, in order; who it was is sealed."""

from datetime import datetime

from participation.ids import InstitutionId, PersonId
from storage.desks.desk import Desk
from storage.tables import audit


class Audit(Desk):
    """Fulfils `participation.ports.Audit`."""

    async def note(
        self, *, at: datetime, person: PersonId | None, institution: InstitutionId | None, action: str, subject: str
    ) -> None:
        """Write down what was done, and to what."""
        values = {
            "at": at,
            "person": None if person is None else self._vault.seal_text("audit", str(person), subject),
            "institution": institution,
            "action": action,
            "subject": subject,
        }
        await self._run(audit.insert().values(values))
