"""The category of a report as it stands in the list now."""

from participation.people.model import Language
from participation.ports import UnitOfWork
from participation.reports.model import Category, Report


async def kind_of(report: Report, *, uow: UnitOfWork, language: Language = Language.SQ) -> Category | None:
    """The category of a report, called as in this language; None where its row is gone."""
    known = await uow.places.report_categories(report.institution, language)
    return next((one for one in known if one.code == report.account.category), None)
