"""What officers do about a report: each deed is written down, its sender hears of what is news."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from participation.clock import day_begins, local_day
from participation.dockets import open_to
from participation.errors import NotTheirs, Refusal, Refused
from participation.ids import PersonId, ReportId
from participation.letters import Lane, ReportGiven
from participation.offices.usecases import reads
from participation.ports import UnitOfWork
from participation.readable import check_readable
from participation.reports.group import keep_in_step
from participation.reports.guarding import check_guarding, guard
from participation.reports.joining import CARRIED, WITH_OTHERS, is_for_all, lead_for
from participation.reports.life import BY_TWO, SENDERS, TIMES, Act, State, after, is_news
from participation.reports.model import Body, Deed, Entry, Outcome, Report
from participation.reports.news import tell
from participation.words import has_letters, is_blank

MOST_ENTRIES: Final = 200
"""More is no case any more; whoever needs them closes it and begins another."""

LET_GO: Final = (Act.CLOSE, Act.JOIN, Act.GUARD)
"""After which nobody has it in hand."""

Check = Callable[[Deed, date], Refusal | None]


def _says_something(deed: Deed, _today: date) -> Refusal | None:
    return Refusal.EMPTY if is_blank(deed.words) and not deed.media else None


def _goes_somewhere(deed: Deed, today: date) -> Refusal | None:
    """Passed on to somebody who is named, on a day that has come (art. 281 of the Criminal Procedure Code)."""
    handover = deed.handover
    if handover is None or (handover.body is Body.OTHER and not has_letters(handover.name)):
        return Refusal.NAME_MISSING
    return Refusal.TOO_FAR if handover.on > today else None


def _ends_somehow(deed: Deed, _today: date) -> Refusal | None:
    """Closing says how it ended and, where not all is well, why."""
    if deed.outcome is None:
        return Refusal.INCOMPLETE
    needs_reason = deed.outcome is not Outcome.SOLVED
    return Refusal.REASON_MISSING if needs_reason and not has_letters(deed.words) else None


CHECKS: Final[Mapping[Act, Check]] = {
    Act.ASK: _says_something,
    Act.NOTE: _says_something,
    Act.TELL: _says_something,
    Act.ACT_ON: _says_something,
    Act.HAND_OVER: _goes_somewhere,
    Act.CLOSE: _ends_somehow,
}
"""What a deed must bring along; all others need nothing."""


def check_deed(deed: Deed, today: date) -> None:
    """Refuse what says too little, or more than a person can read."""
    refusal = CHECKS[deed.act](deed, today) if deed.act in CHECKS else None
    if refusal is not None:
        raise Refused(refusal)
    check_readable(deed.words, deed.media)


async def report_for_officer(report: ReportId, *, by: PersonId, uow: UnitOfWork) -> Report:
    """A report as whoever may read it sees it.

    Raises Refused (NOT_ALLOWED) for who reads none at all, and NotTheirs for others: a refusal would tell that it is
    there.
    """
    readable = open_to(await uow.people.offices(by))
    if not readable:
        raise Refused(Refusal.NOT_ALLOWED)
    found = await uow.reports.get(report)
    if found.docket not in readable:
        raise NotTheirs
    return found


async def read(report: ReportId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Report:
    """Open a report; the first time it is read from then on, and its sender hears so."""
    found = await report_for_officer(report, by=by, uow=uow)
    if found.state is State.DELIVERED:
        await _do(found, Deed(Act.READ), by=by, uow=uow, now=now)
        await uow.reports.set_due(report, replace(found.due, read_by=None, raised=0))
    await uow.reports.mark_read(report)
    return await uow.reports.get(report)


async def carry_out(report: ReportId, deed: Deed, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Report:
    """Do something about a report, if its state allows it, and let its sender hear of it."""
    if deed.act in SENDERS | TIMES | BY_TWO:
        raise Refused(Refusal.NOT_ALLOWED)
    found = await report_for_officer(report, by=by, uow=uow)
    after(found.state, deed.act)  # what is not possible now is said first
    check_deed(deed, local_day(now))
    if deed.act is Act.ASSIGN and not await _works_there(deed.officer, found, uow=uow):
        raise Refused(Refusal.NO_COLLEAGUE)
    if deed.act is Act.JOIN:
        await lead_for(found, deed.lead, uow=uow)
    if deed.act is Act.GUARD:
        await check_guarding(found, uow=uow)
    if len(await uow.reports.entries(report)) >= MOST_ENTRIES and deed.act is not Act.CLOSE:
        raise Refused(Refusal.ENOUGH)
    await _do(found, deed, by=by, uow=uow, now=now)
    if deed.act is Act.ASSIGN and deed.officer is not None:
        await _tell_colleague(deed.officer, found, uow=uow, now=now)
    return await uow.reports.get(report)


async def take_from_group(report: ReportId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Report:
    """Take in hand what nobody has, and read it; two who press at once do not take it from each other."""
    found = await report_for_officer(report, by=by, uow=uow)
    if found.officer is not None:
        raise Refused(Refusal.IN_OWN_HANDS if found.officer == by else Refusal.IN_OTHER_HANDS)
    await read(report, by=by, uow=uow, now=now)
    return await carry_out(report, Deed(Act.TAKE), by=by, uow=uow, now=now)


async def _tell_colleague(officer: PersonId, report: Report, *, uow: UnitOfWork, now: datetime) -> None:
    """Word that it is theirs now; the day alone stands with it, for a moment would tell who did what."""
    lane = Lane.URGENT if report.urgent else Lane.REMINDER
    await uow.outbox.add(ReportGiven(report.id), to=officer, lane=lane, due_at=day_begins(local_day(now)))


async def _works_there(officer: PersonId | None, report: Report, *, uow: UnitOfWork) -> bool:
    return officer is not None and await reads(officer, report.docket, uow=uow)


async def hears_of(act: Act, found: Report, *, uow: UnitOfWork) -> bool:
    """Whether the sender is told when this is done."""
    return is_news(found.state, act) and (act not in WITH_OTHERS or await is_for_all(found, uow=uow))


async def _do(found: Report, deed: Deed, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    today = local_day(now)
    state, news = after(found.state, deed.act), await hears_of(deed.act, found, uow=uow)
    officer = {Act.TAKE: by, Act.ASSIGN: deed.officer, **dict.fromkeys(LET_GO)}.get(deed.act, found.officer)
    if (state, officer) != (found.state, found.officer):
        await uow.reports.move(found.id, state, officer=officer, on=today)
    entry = await uow.reports.enter(found.id, Entry(deed, today, news))
    action = f"report {deed.act.value}"
    await uow.audit.note(at=now, person=by, institution=found.institution, action=action, subject=found.receipt)
    if news:
        await tell(entry, uow=uow, now=now)
    await _join_or_part(found, deed, uow=uow)
    if deed.act is Act.GUARD:
        await guard(found, uow=uow, now=now)
    await keep_in_step(await uow.reports.get(found.id), uow=uow, now=now)
    for joined in await uow.reports.joined_to(found.id) if deed.act in CARRIED else ():
        carried = replace(deed, act=CARRIED[deed.act])
        await _do(await uow.reports.get(joined), carried, by=by, uow=uow, now=now)


async def _join_or_part(found: Report, deed: Deed, *, uow: UnitOfWork) -> None:
    """Put it under another one, or by itself; what citizens read of it they read no longer once it does not lead."""
    if deed.act is Act.JOIN and deed.lead is not None:
        await uow.reports.join(found.id, deed.lead)
    if deed.act is Act.PART:
        await uow.reports.part(found.id)
    if deed.act in {Act.JOIN, Act.CLOSE}:
        await uow.known.drop(found.id)
