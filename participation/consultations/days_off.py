"""Days off that a decision adds: an administrator writes them down, and open deadlines are counted anew."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from participation.calendar.working_days import DayOff
from participation.clock import is_too_far, local_day
from participation.consultations.amending import recount
from participation.errors import NotFound, Refusal, Refused
from participation.ids import DayOffId, InstitutionId, PersonId
from participation.offices.usecases import office_in
from participation.people.model import Right
from participation.ports import UnitOfWork

REACHES_BACK = timedelta(days=60)
"""A decision is sometimes written down late; what is older is in no clock that still runs."""


async def days_off(institution: InstitutionId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Sequence[DayOff]:
    """Those that are not long past."""
    await office_in(by, institution, uow=uow, right=Right.APPOINT)
    return await uow.places.days_off(institution, local_day(now) - REACHES_BACK)


async def check_day_off(institution: InstitutionId, day: date, *, uow: UnitOfWork, now: datetime) -> None:
    """Refuse a day on which nobody works anyway, and one that is long past or too far away."""
    if day < local_day(now) - REACHES_BACK:
        raise Refused(Refusal.IN_THE_PAST)
    if is_too_far(day, now):
        raise Refused(Refusal.TOO_FAR)
    if not (await uow.places.calendar(institution)).is_working(day):
        raise Refused(Refusal.NO_WORKING_DAY)


async def add_day_off(
    institution: InstitutionId, day: date, name: str, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> int:
    """Keep a day off of an institution; returns how many deadlines end later because of it."""
    await office_in(by, institution, uow=uow, right=Right.APPOINT)
    await check_day_off(institution, day, uow=uow, now=now)
    await uow.places.add_day_off(institution, day, name)
    await uow.audit.note(at=now, person=by, institution=institution, action="day off", subject=day.isoformat())
    return await recount(uow=uow, now=now)


async def remove_day_off(
    institution: InstitutionId, number: DayOffId, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> None:
    """Take one out that was a mistake; a deadline that was moved because of it stays where it is."""
    await office_in(by, institution, uow=uow, right=Right.APPOINT)
    if not await uow.places.remove_day_off(institution, number):
        raise NotFound
    await uow.audit.note(at=now, person=by, institution=institution, action="day off removed", subject=str(number))
