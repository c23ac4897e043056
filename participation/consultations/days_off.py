"""Days that a decision made free, or working days: open deadlines are counted anew, and none is shortened."""

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


async def is_rest_day(institution: InstitutionId, day: date, *, uow: UnitOfWork, now: datetime) -> bool:
    """Whether nobody works on a day as a rule; refuse one that a decision has changed already, is long past or far."""
    if day < local_day(now) - REACHES_BACK:
        raise Refused(Refusal.IN_THE_PAST)
    if is_too_far(day, now):
        raise Refused(Refusal.TOO_FAR)
    calendar = await uow.places.calendar(institution)
    if day in calendar.worked or day in calendar.extra_off:
        raise Refused(Refusal.DAY_LISTED)
    return not calendar.is_working(day)


async def change_day(
    institution: InstitutionId, day: date, name: str, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> int:
    """Keep that an institution rests on a working day, or works on a rest day; returns how many deadlines end later."""
    await office_in(by, institution, uow=uow, right=Right.APPOINT)
    worked = await is_rest_day(institution, day, uow=uow, now=now)
    await uow.places.add_day_off(institution, day, name, worked=worked)
    deed = "worked day" if worked else "day off"
    await uow.audit.note(at=now, person=by, institution=institution, action=deed, subject=day.isoformat())
    return await recount(uow=uow, now=now)


async def remove_day_off(
    institution: InstitutionId, number: DayOffId, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> int:
    """Take one out that was a mistake; returns how many deadlines end later, for what was counted is worked no more.

    A deadline that was moved because of a day off stays where it is.
    """
    await office_in(by, institution, uow=uow, right=Right.APPOINT)
    if not await uow.places.remove_day_off(institution, number):
        raise NotFound
    await uow.audit.note(at=now, person=by, institution=institution, action="day removed", subject=str(number))
    return await recount(uow=uow, now=now)
