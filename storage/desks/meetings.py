"""Meetings and who comes."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import case, func, select

from participation.consultations.model import PUBLIC, Stage
from participation.ids import ConsultationId, InstitutionId, MeetingId, PersonId
from participation.meetings.model import USUAL_LENGTH, Attendance, Coming, Meeting, Turnout, Venue
from storage.desks.desk import Desk
from storage.dialect import insert
from storage.prepared import Row
from storage.tables import attendance, consultations, meetings


class Meetings(Desk):
    """Fulfils `participation.ports.Meetings`."""

    async def add(self, consultation: ConsultationId, venue: Venue) -> MeetingId:
        """Keep a new one."""
        values = {"consultation": consultation, "cancelled": False, "revision": 0, **_columns(venue)}
        return MeetingId(await self._number(meetings.insert().values(values).returning(meetings.c.id)))

    async def get(self, meeting: MeetingId) -> Meeting:
        """The meeting of this number."""
        return _meeting(await self._get(select(meetings).where(meetings.c.id == meeting)))

    async def find(self, meeting: MeetingId) -> Meeting | None:
        """The meeting of this number, if there is one."""
        row = await self._find(select(meetings).where(meetings.c.id == meeting))
        return None if row is None else _meeting(row)

    async def change(self, meeting: MeetingId, venue: Venue, *, cancelled: bool) -> Meeting:
        """Put the new venue or the cancellation in its place and raise the revision."""
        values = {"cancelled": cancelled, "revision": meetings.c.revision + 1, **_columns(venue)}
        changed = meetings.update().where(meetings.c.id == meeting).values(values)
        return _meeting(await self._get(changed.returning(meetings)))

    async def of(self, consultation: ConsultationId) -> Sequence[Meeting]:
        """Those of a consultation, in the order of time."""
        wanted = select(meetings).where(meetings.c.consultation == consultation)
        return [_meeting(row) for row in await self._all(wanted.order_by(meetings.c.starts_at, meetings.c.id))]

    async def ahead(self, institutions: Sequence[InstitutionId], now: datetime) -> Sequence[Meeting]:
        """Those that are not over, also of what is not published yet, the next one first."""
        wanted = (
            select(meetings)
            .join(consultations)
            .where(
                consultations.c.institution.in_(institutions),
                consultations.c.stage.not_in((Stage.CALLED_OFF.value, Stage.CANCELLED.value)),
                ~meetings.c.cancelled,
                func.coalesce(meetings.c.ends_at > now, meetings.c.starts_at > now - USUAL_LENGTH),
            )
        )
        return [_meeting(row) for row in await self._all(wanted.order_by(meetings.c.starts_at, meetings.c.id))]

    async def between(self, first: datetime, last: datetime) -> Sequence[Meeting]:
        """Planned meetings of published consultations that begin in this span."""
        wanted = (
            select(meetings)
            .join(consultations)
            .where(
                consultations.c.stage.in_([stage.value for stage in PUBLIC]),
                ~meetings.c.cancelled,
                meetings.c.starts_at.between(first, last),
            )
        )
        return [_meeting(row) for row in await self._all(wanted.order_by(meetings.c.starts_at, meetings.c.id))]

    async def attend(
        self, meeting: MeetingId, person: PersonId, coming: Coming, *, wants_to_speak: bool, on: date
    ) -> None:
        """Keep somebody's answer in the place of an older one."""
        said = {"coming": coming.value, "wants_to_speak": wants_to_speak, "since": on}
        row = insert(attendance).values(meeting=meeting, person=person, **said)
        await self._run(
            row.on_conflict_do_update(index_elements=[attendance.c.meeting, attendance.c.person], set_=said)
        )

    async def attendance(self, meeting: MeetingId, person: PersonId) -> Attendance | None:
        """What somebody answered, if they did."""
        same = (attendance.c.meeting == meeting, attendance.c.person == person)
        row = await self._find(select(attendance).where(*same))
        return None if row is None else Attendance(Coming(row["coming"]), row["wants_to_speak"])

    async def attended_by(self, person: PersonId) -> Sequence[Meeting]:
        """The meetings somebody answered for, in the order of time."""
        wanted = select(meetings).join(attendance).where(attendance.c.person == person)
        return [_meeting(row) for row in await self._all(wanted.order_by(meetings.c.starts_at, meetings.c.id))]

    async def turnout(self, meeting: MeetingId) -> Turnout:
        """How many said that they come, or may come."""
        comes = (attendance.c.meeting == meeting, attendance.c.coming != Coming.NO.value)
        speakers = func.sum(case((attendance.c.wants_to_speak, 1), else_=0)).label("speakers")
        wanted = select(attendance.c.coming, func.count().label("people"), speakers)
        rows = await self._all(wanted.where(*comes).group_by(attendance.c.coming))
        return Turnout(**{row["coming"]: row["people"] for row in rows}, speakers=sum(row["speakers"] for row in rows))


def _columns(venue: Venue) -> dict[str, Any]:
    return {"starts_at": venue.starts_at, "ends_at": venue.ends_at, "place": venue.place}


def _meeting(row: Row) -> Meeting:
    return Meeting(
        id=MeetingId(row["id"]),
        consultation=ConsultationId(row["consultation"]),
        venue=Venue(row["starts_at"], row["place"], row["ends_at"]),
        cancelled=row["cancelled"],
        revision=row["revision"],
    )
