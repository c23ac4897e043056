"""What the sender of a report can do after it: say more, say whether it is solved, and cut the thread for ever."""

from collections.abc import Sequence, Set
from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import Final

from participation.clock import local_day
from participation.errors import NotFound, Refusal, Refused
from participation.ids import PersonId, ReportId
from participation.ports import UnitOfWork
from participation.reports.alarms import call_officers
from participation.reports.casework import MOST_ENTRIES, check_deed
from participation.reports.group import keep_in_step
from participation.reports.life import SENDERS, Act, State, after, can
from participation.reports.model import Deed, Entry, Report
from participation.reports.news import tell
from participation.reports.raising import limits_of

REOPENED_WITHIN: Final = timedelta(days=14)
"""So long after it was closed its sender can say that it is not solved."""
SOLVED: Final = frozenset({Act.AGREE, Act.DISAGREE})
MOST_ADDED: Final = 20
"""So much may a sender add that nobody has answered: more would not be read."""


async def report_for_sender(report: ReportId, *, by: PersonId, uow: UnitOfWork) -> Report:
    """A report as its sender sees it; for anybody else, and once the thread is cut, it is not there."""
    if await uow.reports.sender(report) != by:
        raise NotFound
    return await uow.reports.get(report)


async def say_more(report: ReportId, deed: Deed, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Report:
    """Add to a report, or answer what was asked; or say of a closed one whether it is solved."""
    found = await report_for_sender(report, by=by, uow=uow)
    today = local_day(now)
    state = after(found.state, deed.act)
    check_deed(deed, today)
    entries = await uow.reports.entries(report)
    if deed.act in SOLVED - answers_open(found, entries, today):
        raise Refused(Refusal.NOT_NOW)
    if deed.act is Act.TELL:
        check_fits(entries)
    if state is not found.state:
        await uow.reports.move(report, state, officer=None, on=today)
        await uow.reports.part(report)
        await _set_due_anew(found, uow=uow, now=now)
    called = found.urgent and deed.act is Act.DISAGREE
    entry = await uow.reports.enter(report, Entry(deed, today, is_news=not called))
    if called:
        await call_officers(found, uow=uow, now=now)
    else:
        await tell(entry, uow=uow, now=now)
    after_it = await uow.reports.get(report)
    await keep_in_step(after_it, uow=uow, now=now)
    return after_it


async def _set_due_anew(found: Report, *, uow: UnitOfWork, now: datetime) -> None:
    """What was opened again is to be read and answered as if it had come now."""
    limits = await limits_of(found, uow=uow)
    await uow.reports.set_due(found.id, limits.due(now, await uow.places.calendar(found.institution)))


def answers_open(found: Report, entries: Sequence[Entry], today: date) -> Set[Act]:
    """What the sender may say of what was closed lately: once that it is solved, and still that it is not."""
    if found.state is not State.CLOSED or today > closed_on(entries) + REOPENED_WITHIN:
        return frozenset()
    since = takewhile(lambda entry: entry.deed.act is not Act.CLOSE, reversed(entries))
    return SOLVED - {entry.deed.act for entry in since}


def closed_on(entries: Sequence[Entry]) -> date:
    """The day on which it was closed last."""
    return max((entry.on for entry in entries if entry.deed.act is Act.CLOSE), default=date.min)


def why_full(entries: Sequence[Entry]) -> Refusal | None:
    """Why nobody would read more: too much is there already, or too much since an officer did something."""
    theirs = takewhile(lambda entry: entry.deed.act in SENDERS, reversed(entries))
    if len(entries) >= MOST_ENTRIES:
        return Refusal.ENOUGH
    return Refusal.UNANSWERED if sum(1 for _ in theirs) >= MOST_ADDED else None


def check_fits(entries: Sequence[Entry]) -> None:
    """Refuse what nobody would read; what is refused only until somebody answers says so."""
    full = why_full(entries)
    if full is not None:
        raise Refused(full)


def question_to(entries: Sequence[Entry]) -> Entry | None:
    """What an officer asked the sender last, if they have said nothing since; a name is no answer."""
    since = takewhile(lambda entry: entry.deed.act not in SENDERS - {Act.GO_BY}, reversed(entries))
    return next((entry for entry in since if entry.deed.act is Act.ASK), None)


async def asked_of(person: PersonId, *, uow: UnitOfWork) -> Report | None:
    """The newest of somebody's reports about which they were asked something and have not answered."""
    for report in await uow.reports.receipts_of(person):
        if can(report.state, Act.TELL) and question_to(await uow.reports.entries(report.id)):
            return report
    return None


async def cut_thread(report: ReportId, *, by: PersonId, uow: UnitOfWork) -> None:
    """Let nothing lead from a report to its sender any more; it cannot be undone, and no news comes again."""
    await report_for_sender(report, by=by, uow=uow)
    await uow.reports.cut(report)
