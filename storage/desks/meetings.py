"""Meetings and who comes."""

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, case, func, select

from participation.consultations.model import PUBLIC, Stage
from participation.ids import ConsultationId, InstitutionId, MeetingId, PersonId
from participation.meetings.model import (
    USUAL_LENGTH,
    Attendance,
    Coming,
    Meeting,
    Need,
    Position,
    Turnout,
    Venue,
    Wishes,
)
from storage.codec import from_json, to_json
from storage.desks.desk import Desk
from storage.dialect import insert
from storage.prepared import Row
from storage.tables import attendance, consultations, meetings

UNHEARD_OF = (Stage.PROPOSED.value, Stage.SCHEDULED.value, Stage.CALLED_OFF.value)
"""Nobody has been told of a consultation that is at one of these stages."""
ROOM = 160
"""Every wish is as long as one with a short sentence in it: a length must not tell that somebody needs help."""


JOINING: Final = "joining"
"""What the seal of how one joins a meeting is for."""


@dataclass(frozen=True)
class Wish:
    """What is sealed beside somebody's answer."""

    position: Position | None = None
    need: Need | None = None


class Meetings(Desk):
    """Fulfils `participation.meetings.ports.Meetings`."""

    async def add(self, consultation: ConsultationId, venue: Venue) -> MeetingId:
        """Keep a new one."""
        values = {"consultation": consultation, "cancelled": False, "revision": 0, **_columns(venue)}
        return MeetingId(await self._number(meetings.insert().values(values).returning(meetings.c.id)))

    async def keep_joining(self, meeting: MeetingId, joining: str) -> None:
        """Keep how one joins it online, sealed; nothing of it is left where that is empty."""
        sealed = self._vault.seal(JOINING, joining.encode(), str(meeting)) if joining else None
        await self._run(meetings.update().where(meetings.c.id == meeting).values(joining=sealed))

    async def joining(self, meeting: MeetingId) -> str:
        """How one joins it online; empty where nobody has said."""
        row = await self._get(select(meetings.c.joining).where(meetings.c.id == meeting))
        return self._vault.open(JOINING, row["joining"], str(meeting)).decode() if row["joining"] else ""

    async def forget_joining(self, before: datetime) -> int:
        """Let go of how one joined meetings that began before; returns of how many."""
        past = (meetings.c.joining.is_not(None), meetings.c.starts_at < before)
        return await self._run(meetings.update().where(*past).values(joining=None))

    async def guests(self, meeting: MeetingId) -> Set[PersonId]:
        """Those who come, or may come."""
        wanted = select(attendance.c.person).where(*_comes_to(meeting))
        return {PersonId(row["person"]) for row in await self._all(wanted)}

    async def get(self, meeting: MeetingId) -> Meeting:
        """The meeting of this number."""
        return _meeting(await self._get(select(meetings).where(meetings.c.id == meeting)))

    async def find(self, meeting: MeetingId) -> Meeting | None:
        """The meeting of this number, if there is one."""
        row = await self._find(select(meetings).where(meetings.c.id == meeting))
        return None if row is None else _meeting(row)

    async def change(self, meeting: MeetingId, venue: Venue, *, cancelled: bool) -> Meeting:
        """Put the new venue or the cancellation in its place and raise the revision; what is off nobody joins."""
        values = {"cancelled": cancelled, "revision": meetings.c.revision + 1, **_columns(venue)}
        if cancelled:
            values["joining"] = None
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

    async def held(self, institutions: Sequence[InstitutionId], now: datetime) -> Sequence[Meeting]:
        """Those of published consultations that have begun and were not called off, the latest first."""
        wanted = (
            select(meetings)
            .join(consultations)
            .where(
                consultations.c.institution.in_(institutions),
                consultations.c.stage.not_in(UNHEARD_OF),
                ~meetings.c.cancelled,
                meetings.c.starts_at <= now,
            )
        )
        return [
            _meeting(row) for row in await self._all(wanted.order_by(meetings.c.starts_at.desc(), meetings.c.id.desc()))
        ]

    async def over_between(self, first: datetime, last: datetime) -> Sequence[Meeting]:
        """Those of published consultations that ended in this span and were not called off."""
        wanted = (
            select(meetings)
            .join(consultations)
            .where(
                consultations.c.stage.not_in(UNHEARD_OF),
                ~meetings.c.cancelled,
                func.coalesce(
                    meetings.c.ends_at.between(first, last),
                    meetings.c.starts_at.between(first - USUAL_LENGTH, last - USUAL_LENGTH),
                ),
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
        if row is None:
            return None
        wish = self._wish(row)
        return Attendance(Coming(row["coming"]), row["wants_to_speak"], wish.position, wish.need)

    async def attended_by(self, person: PersonId) -> Sequence[Meeting]:
        """The meetings somebody answered for, in the order of time."""
        wanted = select(meetings).join(attendance).where(attendance.c.person == person)
        return [_meeting(row) for row in await self._all(wanted.order_by(meetings.c.starts_at, meetings.c.id))]

    async def turnout(self, meeting: MeetingId) -> Turnout:
        """How many said that they come, or may come."""
        comes = _comes_to(meeting)
        speakers = func.sum(case((attendance.c.wants_to_speak, 1), else_=0)).label("speakers")
        wanted = select(attendance.c.coming, func.count().label("people"), speakers)
        rows = await self._all(wanted.where(*comes).group_by(attendance.c.coming))
        return Turnout(**{row["coming"]: row["people"] for row in rows}, speakers=sum(row["speakers"] for row in rows))

    async def keep_wish(
        self, meeting: MeetingId, person: PersonId, position: Position | None, need: Need | None
    ) -> None:
        """Keep what somebody says beside their answer, sealed; nothing of it is left where both are None."""
        said = to_json(Wish(position, need)).ljust(ROOM) if position or need else None
        sealed = self._vault.seal("wish", said, whose_wish(meeting, person)) if said else None
        same = (attendance.c.meeting == meeting, attendance.c.person == person)
        await self._run(attendance.update().where(*same).values(wish=sealed))

    async def wishes(self, meeting: MeetingId) -> Wishes:
        """How many hold which position, and the needs, sorted by what they say."""
        comes = _comes_to(meeting)
        rows = await self._all(select(attendance).where(*comes, attendance.c.wish.is_not(None)))
        said = [self._wish(row) for row in rows]
        needs = sorted((one.need for one in said if one.need), key=lambda need: (need.aid or "~", need.words))
        return Wishes(dict(Counter(one.position for one in said if one.position)), tuple(needs))

    async def forget_wishes(self, before: datetime) -> int:
        """Let go of what was said for meetings that began before; returns of how many people."""
        past = select(meetings.c.id).where(meetings.c.starts_at < before)
        said = (attendance.c.wish.is_not(None), attendance.c.meeting.in_(past))
        return await self._run(attendance.update().where(*said).values(wish=None))

    def _wish(self, row: Row) -> Wish:
        return (
            from_json(Wish, self._vault.open("wish", row["wish"], whose_wish(row["meeting"], row["person"])))
            if row["wish"]
            else Wish()
        )


def whose_wish(meeting: int, person: int) -> str:
    """What the seal of a wish is bound to."""
    return f"{meeting}:{person}"


def _comes_to(meeting: MeetingId) -> tuple[ColumnElement[bool], ...]:
    """Whether an answer says that somebody comes, or may come."""
    return attendance.c.meeting == meeting, attendance.c.coming != Coming.NO.value


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
