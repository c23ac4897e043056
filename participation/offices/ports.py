"""What offices need from the outside: a place for changes that wait for a second official."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from participation.drafts import KeptDraft, PendingChange
from participation.ids import ConsultationId, InstitutionId, PendingId, PersonId


class PendingChanges(Protocol):
    """Changes that wait for a second official; who has prepared them and what they say is sealed."""

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
        ...

    async def get(self, change: PendingId) -> PendingChange:
        """One that waits, else NotFound."""
        ...

    async def find(self, change: PendingId) -> PendingChange | None:
        """One, if it still waits."""
        ...

    async def of(self, institutions: Sequence[InstitutionId]) -> Sequence[PendingChange]:
        """The oldest first."""
        ...

    async def put(self, change: PendingChange, *, now: datetime) -> None:
        """It stands like this now."""
        ...

    async def drop(self, change: PendingId) -> bool:
        """It waits no longer; False if it did not any more."""
        ...
