"""Who is to be reminded of what."""

from collections import Counter
from collections.abc import Collection, Sequence, Set
from datetime import date

from sqlalchemy import func, select

from participation.campaigns import Audience, Spread
from participation.ids import CampaignId, ConsultationId, MeetingId, PersonId, UnitId
from participation.people.model import Language, QuietHours
from storage.audience import audience_of, concerned, listeners_of_deadline, listeners_of_meeting, one_of
from storage.codec import from_json
from storage.desks.campaigns import Campaigns
from storage.desks.desk import Desk
from storage.desks.outbox import UNFINISHED, mark_of
from storage.desks.waiting import State
from storage.prepared import Row
from storage.tables import campaigns, parcels, people

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

    async def count(self, audience: Audience, *, apart_from: Collection[PersonId] = ()) -> int:
        """How many an announcement would reach, these few left out."""
        named = await Campaigns(self._connection, self._vault).named_in(audience)
        heard = audience_of(audience, named).where(people.c.id.not_in(apart_from))
        return await self._number(select(func.count()).select_from(heard.subquery()))

    async def spread(self, audience: Audience) -> Spread:
        """How many there are of each language, and of each area."""
        named = await Campaigns(self._connection, self._vault).named_in(audience)
        heard = audience_of(audience, named).subquery()
        counted = select(heard.c.language, heard.c.unit, func.count().label("count"))
        languages, areas = Counter[str](), Counter[UnitId | None]()
        for row in await self._all(counted.group_by(heard.c.language, heard.c.unit)):
            languages[row["language"] or Language.SQ.value] += row["count"]
            areas[row["unit"]] += row["count"]
        return Spread(languages, areas)

    async def hearing(self, campaign: CampaignId, persons: Sequence[PersonId]) -> Set[PersonId] | None:
        """Those of them who get an announcement as it goes to all; None as long as it is being written out.

        Who has stopped following before it leaves does not get it so.
        """
        row = await self._get(select(campaigns.c.state, campaigns.c.audience).where(campaigns.c.id == campaign))
        if row["state"] in UNFINISHED:
            return None
        theirs = select(parcels.c.person).where(parcels.c.campaign == campaign, parcels.c.state != State.CANCELLED)
        has_one = theirs.where(parcels.c.person.in_(persons))
        written = [PersonId(each["person"]) for each in await self._all(has_one)]
        return await self.concerned(from_json(Audience, row["audience"]), written)

    async def concerned(self, audience: Audience, persons: Sequence[PersonId]) -> Set[PersonId]:
        """Those of them who hear of it, be they reachable or not."""
        among = select(people.c.id).where(people.c.id.in_(persons), concerned(audience, among=one_of(persons)))
        return {PersonId(row["id"]) for row in await self._all(among)}


def listening(row: Row) -> Listening:
    """A person and when their phone must not ring."""
    return PersonId(row["id"]), QuietHours(row["quiet_start"], row["quiet_end"])
