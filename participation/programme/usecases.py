"""The annual calendar, kept by whoever acts for an institution."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from participation.clock import local_day
from participation.consultations.model import Consultation
from participation.consultations.usecases import consultation_for_officer, newest_first, public_of
from participation.errors import NotFound, Refusal, Refused
from participation.ids import ConsultationId, InstitutionId, LineId, PersonId
from participation.offices.usecases import office_in
from participation.ports import UnitOfWork
from participation.programme.model import MOST_LINES, CalendarLine, PlannedConsultation, PlannedStatus

YEARS_BACK: Final = 3
BEGINNING: Final = 2014
"""The year of the law: no calendar is older."""


def years_at(now: datetime) -> range:
    """The years whose calendar can be written, the next one first: a plan is made before its year begins."""
    this = local_day(now).year
    return range(this + 1, this - YEARS_BACK, -1)


async def years_told(institution: InstitutionId, *, uow: UnitOfWork, now: datetime) -> range:
    """The years of which there may be papers, the next one first, back to the first of which anything is kept."""
    years = years_at(now)
    begun = [one.since.year for one in await public_of(institution, uow=uow)]
    return range(years.start, min([years[-1], *begun, *await uow.calendars.years(institution)]) - 1, -1)


async def calendar_of(
    institution: InstitutionId, year: int, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> Sequence[CalendarLine]:
    """The calendar of a year, each line as far as it has got."""
    await office_in(by, institution, uow=uow)
    if not BEGINNING <= year <= years_at(now).start:
        raise NotFound
    return [await _reached(line, uow=uow, now=now) for line in await uow.calendars.of(institution, year)]


async def line_for_officer(line: LineId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> CalendarLine:
    """A line, for somebody who acts for its institution."""
    found = await uow.calendars.get(line)
    await office_in(by, found.institution, uow=uow)
    return await _reached(found, uow=uow, now=now)


async def add_lines(
    institution: InstitutionId,
    year: int,
    planned: Sequence[PlannedConsultation],
    *,
    by: PersonId,
    uow: UnitOfWork,
    now: datetime,
) -> Sequence[PlannedConsultation]:
    """Write down what the year does not have yet; returns what was new. Two lines of one act and month are one."""
    if year not in years_at(now):
        raise NotFound
    there = await calendar_of(institution, year, by=by, uow=uow, now=now)
    known = {_same(line.planned) for line in there}
    new = {_same(each): each for each in planned if _same(each) not in known}
    if len(there) + len(new) > MOST_LINES:
        raise Refused(Refusal.TOO_MANY_LINES)
    for each in new.values():
        await uow.calendars.add(institution, year, each)
    if new:
        await _note("annual calendar: added", institution, f"{year}: {len(new)}", by=by, uow=uow, now=now)
    return tuple(new.values())


async def change_line(
    line: LineId, planned: PlannedConsultation, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> None:
    """It says something else now; whether it was dropped stays."""
    found = await line_for_officer(line, by=by, uow=uow, now=now)
    kept = (await uow.calendars.get(line)).planned.status  # and not how far its consultation has got
    await uow.calendars.change(line, replace(planned, status=kept))
    await _note("annual calendar: changed", found.institution, str(line), by=by, uow=uow, now=now)


async def drop_line(line: LineId, *, dropped: bool, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """It will not be consulted on after all, or it will."""
    found = await line_for_officer(line, by=by, uow=uow, now=now)
    status = PlannedStatus.DROPPED if dropped else PlannedStatus.PLANNED
    await uow.calendars.change(line, replace(found.planned, status=status))
    what = "annual calendar: dropped" if dropped else "annual calendar: taken up"
    await _note(what, found.institution, str(line), by=by, uow=uow, now=now)


async def tie_line(
    line: LineId, consultation: ConsultationId | None, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> None:
    """It is this consultation that was foreseen, or none any more; only one of the same institution."""
    found = await line_for_officer(line, by=by, uow=uow, now=now)
    if consultation is not None:
        meant = await consultation_for_officer(consultation, by=by, uow=uow)
        if meant.institution != found.institution or not meant.is_public():
            raise NotFound
        if found.planned.status is PlannedStatus.DROPPED:
            await uow.calendars.change(line, replace(found.planned, status=PlannedStatus.PLANNED))
    await uow.calendars.tie(line, consultation)
    await _note("annual calendar: tied", found.institution, str(line), by=by, uow=uow, now=now)


async def remove_line(line: LineId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> CalendarLine:
    """Take out one that was a mistake."""
    found = await line_for_officer(line, by=by, uow=uow, now=now)
    await uow.calendars.remove(line)
    await _note("annual calendar: removed", found.institution, str(line), by=by, uow=uow, now=now)
    return found


async def to_tie(line: CalendarLine, *, uow: UnitOfWork) -> Sequence[Consultation]:
    """The consultations that a line may stand for, the newest first: those that no other line of its year has."""
    taken = {each.consultation for each in await uow.calendars.of(line.institution, line.year)} - {line.consultation}
    return newest_first(one for one in await public_of(line.institution, uow=uow) if one.id not in taken)


def _same(planned: PlannedConsultation) -> tuple[str, int | None]:
    return planned.act.casefold(), planned.month


async def _reached(line: CalendarLine, *, uow: UnitOfWork, now: datetime) -> CalendarLine:
    if line.consultation is None:
        return line
    return line.reached((await uow.consultations.get(line.consultation)).phase(now))


async def _note(
    what: str, institution: InstitutionId, subject: str, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> None:
    await uow.audit.note(at=now, person=by, institution=institution, action=what, subject=subject)
