"""Safety reports at the desk: the list, and each with all that was done about it and all that can be done now."""

from collections.abc import Sequence

from handlers.turns import Talk, Turn, show
from handlers.views import casework as views
from handlers.views.pages import page_of
from participation import actions
from participation.ids import InstitutionId, ReportId
from participation.people.model import Language
from participation.places import Unit
from participation.reports.casework import read, report_for_officer
from participation.reports.model import Report


async def reports(talk: Talk, pressed: actions.ShowReports) -> Turn:
    """List the safety reports, those not read yet first."""
    found = await talk.uow.reports.of(talk.institutions)
    page = [await talk.uow.reports.get(one) for one in page_of(found, pressed.page)]
    labels = {code: label for place in talk.institutions for code, label in (await _labels(talk, place)).items()}
    unread = await talk.uow.reports.count_unseen(talk.institutions)
    screen = views.reports(talk, page, labels, pressed.page, count=len(found), unread=unread)
    return show(screen, over=pressed.page != 0)


async def _labels(talk: Talk, place: InstitutionId) -> dict[str, str]:
    categories = await talk.uow.places.report_categories(place, Language(talk.texts.language))
    return {category.code: category.label for category in categories}


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
    labels = await _labels(talk, found.institution)
    return views.Case(
        found,
        labels.get(found.account.category, found.account.category),
        await _units(talk, found),
        await talk.uow.reports.entries(number),
    )


async def _units(talk: Talk, report: Report) -> Sequence[Unit]:
    institution = await talk.uow.places.institution(report.institution)
    return await talk.uow.places.units(institution.municipality) if institution.municipality else ()
