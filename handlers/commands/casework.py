"""A safety report at the desk, with all that was done about it and all that can be done now."""

from handlers.commands.inbox import shelves_of
from handlers.reports import units
from handlers.turns import Talk, Turn, show
from handlers.views import casework as views
from handlers.views.inbox import label_of as button_label
from handlers.views.known import HideKnown
from handlers.views.pages import page_of
from locales.words import OTHER_CATEGORY
from participation import desk_actions
from participation.clock import local_day
from participation.ids import ReportId
from participation.offices.usecases import readers_of
from participation.people.model import Language
from participation.reports.casework import read, report_for_officer
from participation.reports.casework import take_from_group as take
from participation.reports.guarding import can_be_guarded
from participation.reports.identity import veil_of
from participation.reports.joining import likely
from participation.reports.known import can_be_known, withdraw
from participation.reports.life import State
from participation.reports.model import Report, View, label_of


async def report(talk: Talk, pressed: desk_actions.ShowReport) -> Turn:
    """Show a report; from then on it counts as read."""
    found = await read(ReportId(pressed.report), by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(*views.report(talk, await _case(talk, found.id), with_files=True))


async def take_from_group(talk: Talk, pressed: desk_actions.TakeFromGroup) -> Turn:
    """Take in hand what nobody has, and show it."""
    found = await take(ReportId(pressed.report), by=talk.person.id, uow=talk.uow, now=talk.now)
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
    officers = {office.person: office.role for office in await readers_of(found.docket, uow=talk.uow)}
    open_there = await talk.uow.reports.count_by_view([found.docket], officer=talk.person.id)
    return views.Case(
        found,
        await category_of(talk, found),
        await units(found.institution, talk),
        await talk.uow.reports.entries(number),
        await veil_of(found, by=talk.person.id, uow=talk.uow, now=talk.now),
        charge=officers.get(found.officer) if found.officer else None,
        give=bool(officers.keys() - {talk.person.id, found.officer}),
        lead=(await talk.uow.reports.get(found.lead)).receipt if found.state is State.JOINED and found.lead else "",
        joined=len(await talk.uow.reports.joined_to(number)),
        alike=len(await likely(found, uow=talk.uow, today=local_day(talk.now))),
        known=await talk.uow.known.about(number),
        may_tell=await can_be_known(found, uow=talk.uow),
        may_guard=await can_be_guarded(found, uow=talk.uow),
        is_alone=open_there[View.OPEN] < 2,
    )


async def hide_known(talk: Talk, pressed: HideKnown) -> Turn:
    """Let citizens read of it no longer."""
    await withdraw(ReportId(pressed.report), by=talk.person.id, uow=talk.uow, now=talk.now)
    return await changed(talk, ReportId(pressed.report))


async def joined(talk: Talk, pressed: views.ShowJoined) -> Turn:
    """List the reports that are joined to one."""
    found = await report_for_officer(ReportId(pressed.report), by=talk.person.id, uow=talk.uow)
    numbers = await talk.uow.reports.joined_to(found.id)
    shown = [await talk.uow.reports.get(one) for one in page_of(numbers, pressed.page)]
    shelves = await shelves_of(talk)
    labels = [(one.id, button_label(talk, one, shelves)) for one in shown]
    return show(views.joined(talk, found, labels, count=len(numbers), page=pressed.page), over=True)


async def category_of(talk: Talk, report: Report) -> str:
    """What its category is called; where it is gone, as what fits nowhere else."""
    known = await talk.uow.places.report_categories(report.institution, Language(talk.texts.language))
    return label_of(report.account.category, known, other=talk.t(OTHER_CATEGORY))
