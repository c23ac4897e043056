"""The category of a report as it stands in the list now, and the time that what is of need leaves."""

from collections.abc import Sequence
from datetime import datetime
from operator import attrgetter

from participation.calendar.working_days import WorkingCalendar
from participation.ids import InstitutionId
from participation.people.model import Language
from participation.ports import UnitOfWork
from participation.reports.limits import Due, Limits
from participation.reports.model import Category, Report


async def kind_of(report: Report, *, uow: UnitOfWork, language: Language = Language.SQ) -> Category | None:
    """The category of a report, called as in this language; None where its row is gone."""
    known = await uow.places.report_categories(report.institution, language)
    return next((one for one in known if one.code == report.account.category), None)


async def limits_of_need(institution: InstitutionId, *, uow: UnitOfWork) -> Sequence[Limits]:
    """The times that whatever is of need leaves there: for what is of need under another heading."""
    return [kind.limits for kind in await uow.places.report_categories(institution, Language.SQ) if kind.helps]


def soonest(limits: Sequence[Limits], now: datetime, calendar: WorkingCalendar) -> Due:
    """By when, under those that leave the least time for reading."""
    return min((one.due(now, calendar) for one in limits), key=attrgetter("read_by"))
