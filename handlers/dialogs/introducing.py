"""Saying who one is, of a report that was sent: only its sender can, later or never, and can take it back.

Naming ──which kind, which name──▶ Checking ──confirm──▶ given
   └──take it away──▶ taken away
"""

from dataclasses import dataclass, replace

from handlers.commands.sent import sent as sent_page
from handlers.events import Chose, Edited, Text
from handlers.names import UNASKED, Asked, Given, answer
from handlers.spoken import means_send
from handlers.turns import WITHIN_THE_HOUR, Dialog, Said, Talk, Turn, show
from handlers.views import introducing as views
from handlers.views import sent
from handlers.views.errors import nothing_done
from participation import actions
from participation.ids import ReportId
from participation.reports.introducing import introduce, withdraw_name
from participation.reports.model import GivenName, Report
from participation.reports.senders import report_for_sender


@dataclass(frozen=True)
class Naming:
    """The name is awaited, or first of which kind it is."""

    report: int
    asked: Asked = UNASKED


@dataclass(frozen=True)
class Checking:
    """It is here; it has to be looked at and given."""

    report: int
    name: GivenName
    message: int = 0


async def begin_introducing(talk: Talk, pressed: sent.SayWho) -> Turn:
    """Ask which kind of name it is to be."""
    return await _ask(Naming(pressed.report), talk)


async def _own(report: int, talk: Talk) -> Report:
    return await report_for_sender(ReportId(report), by=talk.person.id, uow=talk.uow)


async def _ask(draft: Naming, talk: Talk, *, over: bool = False) -> Turn:
    return show(views.ask(talk, await _own(draft.report, talk), draft.asked), draft=draft, over=over)


async def naming(draft: Naming, said: Said, talk: Talk) -> Turn:
    """Take the name, or take it away."""
    over = isinstance(said, Chose)
    match answer(draft.asked, said):
        case Given(name, message):
            return await _check(Checking(draft.report, name, message), talk, over=over)
        case Asked() as asked:
            return await _ask(replace(draft, asked=asked), talk, over=over)
    match said:
        case Chose("away"):
            found = await withdraw_name(ReportId(draft.report), by=talk.person.id, uow=talk.uow)
            return show(views.taken_away(talk, found), draft=None, over=True)
        case Chose("back"):
            return replace(await sent_page(talk, actions.ShowSent(draft.report)), draft=None)
        case Chose("cancel"):
            return show(nothing_done(talk), draft=None, over=True)
        case _:
            return await _ask(draft, talk)


async def _check(draft: Checking, talk: Talk, *, over: bool = False) -> Turn:
    return show(views.preview(talk, await _own(draft.report, talk), draft.name), draft=draft, over=over)


async def checking(draft: Checking, said: Said, talk: Talk) -> Turn:
    """Give it, or another one."""
    match said:
        case Chose("send"):
            return await _give(draft, talk)
        case Text(words) if means_send(words):
            return await _give(draft, talk)
        case Chose("back"):
            return await _ask(Naming(draft.report, Asked(draft.name.kind)), talk, over=True)
        case Chose("cancel"):
            return show(nothing_done(talk), draft=None, over=True)
        case Text():
            return await naming(Naming(draft.report, Asked(draft.name.kind)), said, talk)
        case Edited(message=message) if message and message == draft.message:
            return await naming(Naming(draft.report, Asked(draft.name.kind, typed_in=message)), said, talk)
        case _:
            return await _check(draft, talk)


async def _give(draft: Checking, talk: Talk) -> Turn:
    found = await introduce(ReportId(draft.report), draft.name, by=talk.person.id, uow=talk.uow, now=talk.now)
    return show(views.given(talk, found, draft.name.kind), draft=None, over=True)


INTRODUCING = Dialog(
    views.DIALOG, 1, {Naming: naming, Checking: checking}, listens=WITHIN_THE_HOUR, lasts=WITHIN_THE_HOUR
)
"""As a report: whoever takes up the phone later must not be shown a name."""
