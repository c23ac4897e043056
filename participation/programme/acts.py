"""How many acts an institution adopted in a year: of those without consultation the bot knows nothing.

Its office says it, asked with the annual report, and may leave it out; then the report says that nobody has said it.
"""

from datetime import datetime

from participation.clock import local_day
from participation.consultations.usecases import public_of
from participation.errors import NotFound, Refusal, Refused
from participation.ids import InstitutionId, PersonId
from participation.offices.usecases import office_in
from participation.ports import UnitOfWork
from participation.programme.model import MOST_ACTS, ActsAdopted
from participation.programme.usecases import BEGINNING


async def adopted_here(institution: InstitutionId, year: int, *, uow: UnitOfWork) -> int:
    """How many acts of a year came of a consultation that was announced here."""
    acts = [one.adoption for one in await public_of(institution, uow=uow)]
    return sum(act is not None and act.day.year == year for act in acts)


async def acts_for_officer(
    institution: InstitutionId, year: int, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> ActsAdopted | None:
    """What was said of a year that has begun."""
    await office_in(by, institution, uow=uow)
    if not BEGINNING <= year <= local_day(now).year:
        raise NotFound
    return await uow.calendars.acts(institution, year)


async def say_acts(
    institution: InstitutionId, year: int, number: int | None, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> None:
    """Keep the number for the report of that year, or that there is none; it counts the consulted ones too."""
    await acts_for_officer(institution, year, by=by, uow=uow, now=now)
    if number is not None and not await adopted_here(institution, year, uow=uow) <= number <= MOST_ACTS:
        raise Refused(Refusal.ODD_NUMBER)
    acts = None if number is None else ActsAdopted(number, local_day(now))
    await uow.calendars.say_acts(institution, year, acts)
    await uow.audit.note(at=now, person=by, institution=institution, action="acts of the year said", subject=str(year))
