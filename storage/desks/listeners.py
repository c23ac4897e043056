"""Who is to be reminded of what."""

from collections.abc import Sequence, Set
from datetime import date

from sqlalchemy import func, select

from participation.campaigns import Audience
from participation.ids import ConsultationId, MeetingId, PersonId
from participation.people.model import QuietHours
from storage.audience import audience_of, concerned, listeners_of_deadline, listeners_of_meeting, one_of
from storage.desks.campaigns import Campaigns
from storage.desks.desk import Desk
from storage.desks.outbox import mark_of
from storage.prepared import Row
from storage.tables import people

Listening = tuple[PersonId, QuietHours]


class Listeners(Desk):
    """Fulfils `participation.posting.Listeners`."""

    async def of_meeting(self, meeting: MeetingId, asked_by: date, *, lacking: str) -> Sequence[Listening]:
        """Reachable people who asked in time to hear of a meeting, and have no letter under this key yet."""
        wanted = listeners_of_meeting(meeting, asked_by, lacking=mark_of(lacking, self._vault))
        return [listening(row) for row in await self._all(wanted)]

    async def of_deadline(self, consultation: ConsultationId, asked_by: date, *, lacking: str) -> Sequence[Listening]:
        """Reachable people who asked in time to hear of a consultation, and have no letter under this key yet."""
        wanted = listeners_of_deadline(consultation, asked_by, lacking=mark_of(lacking, self._vault))
        return [listening(row) for row in await self._all(wanted)]

    async def count(self, audience: Audience) -> int:
        """How many an announcement would reach."""
        named = await Campaigns(self._connection, self._vault).named_in(audience)
        return await self._number(select(func.count()).select_from(audience_of(audience, named).subquery()))

    async def concerned(self, audience: Audience, persons: Sequence[PersonId]) -> Set[PersonId]:
        """Those of them who hear of it, be they reachable or not."""
        among = select(people.c.id).where(people.c.id.in_(persons), concerned(audience, among=one_of(persons)))
        return {PersonId(row["id"]) for row in await self._all(among)}


def listening(row: Row) -> Listening:
    """A person and when their phone must not ring."""
    return PersonId(row["id"]), QuietHours(row["quiet_start"], row["quiet_end"])
