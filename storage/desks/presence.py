"""Who is at meetings: names sealed, under numbers by chance."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import exists, or_, select

from participation.ids import ConsultationId, InstitutionId, MeetingId, ParticipantId, PersonId
from participation.meetings.present import Actor, Headcount, Listing, NewPresent, Present
from storage.codec import from_json, to_json
from storage.desks.addresses import HIGHEST
from storage.desks.desk import Desk
from storage.dialect import MOST_AT_ONCE, insert
from storage.prepared import Row
from storage.tables import attendance, consultations, meetings, participants

ROOM: Final = 160
"""Every line is as long as one with an organisation and a role in it."""
PURPOSE: Final = "participant"


class Presence(Desk):
    """Fulfils `participation.meetings.ports.Presence`."""

    async def enter(self, meeting: MeetingId, person: PersonId) -> bool:
        """Count somebody in; False if they are there already."""
        if await self.of_person(meeting, person) is not None:
            return False
        await self._put(meeting, NewPresent(), person)
        return True

    async def of_person(self, meeting: MeetingId, person: PersonId) -> Present | None:
        """Somebody's own line."""
        same = (participants.c.meeting == meeting, participants.c.person == person)
        row = await self._find(select(participants).where(*same))
        return None if row is None else self._present(row)

    async def tell(self, participant: ParticipantId, actor: Actor | None, listing: Listing | None) -> None:
        """It stands like this on the list now; without a listing they are only counted."""
        values = {"actor": actor.value if actor else None, "sealed": self._sealed(participant, listing)}
        await self._touch(participants.update().where(participants.c.id == participant).values(values))

    async def add(self, meeting: MeetingId, lines: Sequence[NewPresent]) -> Sequence[ParticipantId]:
        """Write them down."""
        return [await self._put(meeting, line) for line in lines]

    async def _put(self, meeting: MeetingId, line: NewPresent, person: PersonId | None = None) -> ParticipantId:
        values: dict[str, Any] = {
            "meeting": meeting,
            "person": person,
            "actor": line.actor.value if line.actor else None,
            "count": line.count.number,
            "about": line.count.about,
        }
        while True:
            number = ParticipantId(1 + secrets.randbelow(HIGHEST))
            row = insert(participants).values(id=number, sealed=self._sealed(number, line.listing), **values)
            if await self._run(row.on_conflict_do_nothing(index_elements=[participants.c.id])):
                return number

    async def of(self, meeting: MeetingId) -> Sequence[Present]:
        """All lines of a meeting, in no order of time."""
        rows = await self._all(
            select(participants).where(participants.c.meeting == meeting).order_by(participants.c.id)
        )
        return [self._present(row) for row in rows]

    async def find(self, participant: ParticipantId) -> Present | None:
        """The line of this number, if it is there."""
        row = await self._find(select(participants).where(participants.c.id == participant))
        return None if row is None else self._present(row)

    async def strike(self, lines: Sequence[ParticipantId]) -> int:
        """Take lines off the list; returns how many were there."""
        some = [lines[place : place + MOST_AT_ONCE] for place in range(0, len(lines), MOST_AT_ONCE)]
        return sum([await self._run(participants.delete().where(participants.c.id.in_(part))) for part in some])

    async def named_before(self, institution: InstitutionId, before: datetime) -> Sequence[ConsultationId]:
        """The consultations of an institution with a meeting that began before, on whose list there are names still."""
        past = (consultations.c.institution == institution, meetings.c.starts_at < before)
        on_its_list = (participants.c.meeting == meetings.c.id, participants.c.sealed.is_not(None))
        named = select(meetings.c.consultation).join(consultations).where(*past, exists().where(*on_its_list))
        rows = await self._all(named.distinct().order_by(meetings.c.consultation))
        return [ConsultationId(row["consultation"]) for row in rows]

    async def forget(self, institution: InstitutionId, before: datetime) -> int:
        """Leave only counts of the meetings of an institution that began before; returns how many lines it were."""
        past = (consultations.c.institution == institution, meetings.c.starts_at < before)
        held = select(meetings.c.id).join(consultations).where(*past)
        known = or_(participants.c.sealed.is_not(None), participants.c.person.is_not(None))
        some = participants.update().where(participants.c.meeting.in_(held), known)
        return await self._run(some.values(sealed=None, person=None))

    async def speakers(self, meeting: MeetingId) -> Sequence[Listing]:
        """Those on the list who had asked to speak."""
        same = (attendance.c.meeting == participants.c.meeting, attendance.c.person == participants.c.person)
        wanted = select(participants).join(attendance, onclause=same[0] & same[1])
        asked = (participants.c.meeting == meeting, attendance.c.wants_to_speak, participants.c.sealed.is_not(None))
        found = [self._present(row).listing for row in await self._all(wanted.where(*asked))]
        return sorted((one for one in found if one), key=lambda one: one.name.casefold())

    def _present(self, row: Row) -> Present:
        number, sealed = ParticipantId(row["id"]), row["sealed"]
        listing = from_json(Listing, self._vault.open(PURPOSE, sealed, str(number))) if sealed else None
        return Present(
            number,
            MeetingId(row["meeting"]),
            Actor(row["actor"]) if row["actor"] else None,
            Headcount(row["count"], row["about"]),
            listing,
            by_phone=row["person"] is not None,
        )

    def _sealed(self, number: ParticipantId, listing: Listing | None) -> bytes | None:
        if listing is None:
            return None
        return self._vault.seal(PURPOSE, to_json(listing).ljust(ROOM), str(number))
