"""Annual calendars of consultations, line by line."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select

from participation.ids import ConsultationId, InstitutionId, LineId
from participation.programme.model import ActsAdopted, CalendarLine, PlannedConsultation, PlannedStatus
from storage.desks.desk import Desk
from storage.dialect import insert
from storage.prepared import Row
from storage.tables import acts_adopted as adopted
from storage.tables import calendar_lines as lines


class Calendars(Desk):
    """Fulfils `participation.programme.ports.Calendars`."""

    async def of(self, institution: InstitutionId, year: int) -> Sequence[CalendarLine]:
        """By month; those without one come last, in the order in which they were written down."""
        theirs = (lines.c.institution == institution, lines.c.year == year)
        ordered = (lines.c.month.is_(None), lines.c.month, lines.c.id)
        return [_line(row) for row in await self._all(select(lines).where(*theirs).order_by(*ordered))]

    async def years(self, institution: InstitutionId) -> Sequence[int]:
        """Those of which there is any line."""
        asked = select(lines.c.year).where(lines.c.institution == institution).distinct().order_by(lines.c.year)
        return [row["year"] for row in await self._all(asked)]

    async def get(self, line: LineId) -> CalendarLine:
        """A line."""
        return _line(await self._get(select(lines).where(lines.c.id == line)))

    async def add(self, institution: InstitutionId, year: int, planned: PlannedConsultation) -> LineId:
        """Put a line into a year."""
        values = {"institution": institution, "year": year, **_columns(planned)}
        return LineId(await self._number(lines.insert().values(values).returning(lines.c.id)))

    async def change(self, line: LineId, planned: PlannedConsultation) -> None:
        """It says this now."""
        await self._touch(lines.update().where(lines.c.id == line).values(_columns(planned)))

    async def tie(self, line: LineId, consultation: ConsultationId | None) -> None:
        """From now on it is this consultation; one that another line had goes over to this one."""
        if consultation is not None:
            held = lines.update().where(lines.c.consultation == consultation)
            await self._run(held.values(consultation=None))
        await self._touch(lines.update().where(lines.c.id == line).values(consultation=consultation))

    async def remove(self, line: LineId) -> None:
        """Take it out."""
        await self._touch(lines.delete().where(lines.c.id == line))

    async def acts(self, institution: InstitutionId, year: int) -> ActsAdopted | None:
        """How many acts were adopted in a year, if anybody has said it."""
        row = await self._find(select(adopted).where(*_of_year(institution, year)))
        return ActsAdopted(row["number"], row["said_on"]) if row else None

    async def say_acts(self, institution: InstitutionId, year: int, acts: ActsAdopted | None) -> None:
        """Keep it in the place of what was said before."""
        if acts is None:
            await self._run(adopted.delete().where(*_of_year(institution, year)))
            return
        once, said = {"institution": institution, "year": year}, {"number": acts.number, "said_on": acts.on}
        put = insert(adopted).values(once | said)
        await self._run(put.on_conflict_do_update(index_elements=[*once], set_=said))


def _of_year(institution: InstitutionId, year: int) -> tuple[ColumnElement[bool], ...]:
    return adopted.c.institution == institution, adopted.c.year == year


def _columns(planned: PlannedConsultation) -> dict[str, object]:
    dropped = planned.status is PlannedStatus.DROPPED
    return {"act": planned.act, "month": planned.month, "how": planned.how, "unit": planned.unit, "dropped": dropped}


def _line(row: Row) -> CalendarLine:
    status = PlannedStatus.DROPPED if row["dropped"] else PlannedStatus.PLANNED
    planned = PlannedConsultation(row["act"], row["month"], row["how"], row["unit"], status)
    tied = None if row["consultation"] is None else ConsultationId(row["consultation"])
    return CalendarLine(LineId(row["id"]), InstitutionId(row["institution"]), row["year"], planned, tied)
