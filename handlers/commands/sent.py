"""One's own safety reports: what became of each, whether it is solved, and the thread that can be cut."""

from collections.abc import Mapping
from typing import Final

from handlers.reports import readers_of_what_lies
from handlers.turns import Talk, Turn, show
from handlers.views import introducing
from handlers.views import sent as views
from participation import actions
from participation.clock import local_day
from participation.errors import Refusal, Refused
from participation.ids import ReportId
from participation.reports.life import Act, State
from participation.reports.model import Deed, Outcome, Report
from participation.reports.retention import kept_until
from participation.reports.senders import answers_open, closed_on, cut_thread, report_for_sender, say_more

ANSWERS: Final[Mapping[str, Deed]] = {
    "yes": Deed(Act.AGREE, outcome=Outcome.SOLVED),
    "partly": Deed(Act.AGREE, outcome=Outcome.PARTLY),
    "no": Deed(Act.DISAGREE),
}
"""What somebody says who is asked whether it is solved."""


async def sent(talk: Talk, pressed: actions.ShowSent) -> Turn:
    """Show a report to whoever sent it."""
    return await _shown(talk, await report_for_sender(ReportId(pressed.report), by=talk.person.id, uow=talk.uow))


async def _shown(talk: Talk, found: Report, *, over: bool = False) -> Turn:
    entries = await talk.uow.reports.entries(found.id)
    answers = answers_open(found, entries, local_day(talk.now))
    is_closed = found.state is State.CLOSED
    receiver = await talk.uow.places.institution(found.institution)
    until = kept_until(receiver, closed_on(entries)) if is_closed else None
    return show(*views.sent(talk, found, entries, answers=answers, kept_until=until), over=over)


async def readers(talk: Talk, pressed: views.ShowReaders) -> Turn:
    """Say to whoever sent a report who reads it now."""
    found = await report_for_sender(ReportId(pressed.report), by=talk.person.id, uow=talk.uow)
    return show(views.read_now(talk, found, await readers_of_what_lies(found.docket, talk)), over=True)


async def say_solved(talk: Talk, pressed: views.SaySolved) -> Turn:
    """Take whether it is solved; what is not is looked at again."""
    deed = ANSWERS.get(pressed.answer)
    if deed is None:
        raise Refused(Refusal.NOT_FOUND)
    found = await say_more(ReportId(pressed.report), deed, by=talk.person.id, uow=talk.uow, now=talk.now)
    return await _shown(talk, found, over=True)


async def confirmation(talk: Talk, pressed: views.ShowConfirmation) -> Turn:
    """Give whoever sent a report something to show, in which nobody and nothing is named."""
    found = await report_for_sender(ReportId(pressed.report), by=talk.person.id, uow=talk.uow)
    return show(*views.confirmation(talk, found, await talk.uow.places.institution(found.institution)))


async def cut(talk: Talk, pressed: views.CutThread) -> Turn:
    """Ask once, then destroy what joins a report to its sender."""
    report = ReportId(pressed.report)
    found = await report_for_sender(report, by=talk.person.id, uow=talk.uow)
    if not pressed.sure:
        return show(views.ask_to_cut(talk, found), over=True)
    await cut_thread(report, by=talk.person.id, uow=talk.uow)
    for dialog in (views.DIALOG, introducing.DIALOG):
        await talk.uow.drafts.drop(talk.person.id, dialog)  # what was begun and not sent names the report
    return show(views.cut(talk), over=True)
