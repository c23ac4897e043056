"""A safety report at the desk, with all that was done about it and all that can be done now."""

from collections.abc import Sequence

from handlers.turns import Talk, Turn, show
from handlers.views import casework as views
from participation import actions
from participation.ids import ReportId
from participation.offices.usecases import offices_at
from participation.people.model import Language
from participation.places import Unit
from participation.reports.casework import read, report_for_officer
from participation.reports.identity import veil_of
from participation.reports.model import Report


async def report(talk: Talk, pressed: actions.ShowReport) -> Turn:
    """Show a report; from then on it counts as read."""
    found = await read(ReportId(pressed.report), by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(*views.report(talk, await _case(talk, found.id), with_files=True))


async def earlier(talk: Talk, pressed: views.ShowEarlier) -> Turn:
    """Show what was done before what the report's page shows."""
    found = await report_for_officer(ReportId(pressed.report), by=talk.person.id, uow=talk.uow)
    return show(*views.earlier(talk, await _case(talk, found.id), max(pressed.page, 0)))


async def changed(talk: Talk, number: ReportId) -> Turn:
    """A report as it stands now, in the place of what was pressed; its files have been shown."""
    return show(*views.report(talk, await _case(talk, number), with_files=False), over=True)


async def _case(talk: Talk, number: ReportId) -> views.Case:
    found = await talk.uow.reports.get(number)
    officers = {office.person: office.role for office in await offices_at(found.institution, uow=talk.uow)}
    return views.Case(
        found,
        await _category(talk, found),
        await _units(talk, found),
        await talk.uow.reports.entries(number),
        await veil_of(found, by=talk.person.id, uow=talk.uow, now=talk.now),
        charge=officers.get(found.officer) if found.officer else None,
        give=bool(officers.keys() - {talk.person.id, found.officer}),
    )


async def _category(talk: Talk, report: Report) -> str:
    """What its category is called; the code where it is gone."""
    known = await talk.uow.places.report_categories(report.institution, Language(talk.texts.language))
    code = report.account.category
    return next((category.label for category in known if category.code == code), code)


async def _units(talk: Talk, report: Report) -> Sequence[Unit]:
    institution = await talk.uow.places.institution(report.institution)
    return await talk.uow.places.units(institution.municipality) if institution.municipality else ()
