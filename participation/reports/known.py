"""What is known already: an officer says so in a sentence, and whoever reports the like says “it concerns me too”.

Nobody reads anybody's report: the sentence is the officer's, and it ends when the one that leads is closed or joined.
Of what must not be told to a whole town, danger to people and what one may be in need of oneself, there is none.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from participation.clock import local_day
from participation.dockets import Docket
from participation.errors import Refusal, Refused
from participation.ids import InstitutionId, KnownId, PersonId, ReportId
from participation.ports import UnitOfWork
from participation.reports.casework import report_for_officer
from participation.reports.joining import is_for_all, may_lead
from participation.reports.model import Account, Category, KnownProblem, NewReport, Report
from participation.reports.usecases import check_account, check_room, next_receipt
from participation.words import has_letters

LONGEST: Final = 200
"""Letters: a sentence, read by somebody who came to say something else."""
MOST: Final = 5
"""So many are shown to whoever reports."""


@dataclass(frozen=True)
class Known:
    """A problem that is known, and how many it concerns where that may be said."""

    problem: KnownProblem
    concerned: int | None = None


async def can_be_known(found: Report, *, uow: UnitOfWork) -> bool:
    """Whether citizens may be told that this is known."""
    return may_lead(found) and await is_for_all(found, uow=uow)


async def known_by(report: ReportId, *, by: PersonId, uow: UnitOfWork) -> Report:
    """The report of which an officer wants to tell citizens; refuse what none may be told of."""
    found = await report_for_officer(report, by=by, uow=uow)
    if not await can_be_known(found, uow=uow):
        raise Refused(Refusal.NOT_NOW)
    return found


async def check_known(report: ReportId, words: str, *, by: PersonId, uow: UnitOfWork) -> Report:
    """The same; refuse also what is no sentence."""
    found = await known_by(report, by=by, uow=uow)
    if not has_letters(words):
        raise Refused(Refusal.EMPTY)
    if len(words) > LONGEST:
        raise Refused(Refusal.NO_SENTENCE)
    return found


async def make_known(report: ReportId, words: str, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Let whoever reports the like read this first."""
    found = await check_known(report, words, by=by, uow=uow)
    await uow.known.put(report, words)
    await _note("known told", found, by=by, uow=uow, now=now)


async def withdraw(report: ReportId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Let nobody read it any more; twice is the same as once."""
    found = await report_for_officer(report, by=by, uow=uow)
    if await uow.known.about(report) is not None:
        await uow.known.drop(report)
        await _note("known hidden", found, by=by, uow=uow, now=now)


async def _note(action: str, found: Report, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    await uow.audit.note(at=now, person=by, institution=found.institution, action=action, subject=found.receipt)


async def known_about(category: Category, institution: InstitutionId, *, uow: UnitOfWork) -> Sequence[Known]:
    """What whoever reports of this category may read first, the newest first."""
    if not category.is_for_all:
        return ()
    smallest = (await uow.places.institution(institution)).smallest
    there = [one for one in await uow.known.of(institution) if one.category == category.code]
    return [Known(one, await _concerned(one, smallest, uow=uow)) for one in there[:MOST]]


async def _concerned(problem: KnownProblem, smallest: int, *, uow: UnitOfWork) -> int | None:
    """How many have reported it; of a few nobody is told, for they could be counted at the door."""
    count = 1 + len(await uow.reports.joined_to(problem.report))
    return count if count >= smallest else None


async def concern(known: KnownId, account: Account, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Report:
    """Keep that it concerns somebody too, with what they add, if anything: a report joined to the one that leads."""
    problem = await uow.known.find(known)
    if problem is None or not await is_for_all(await uow.reports.get(problem.report), uow=uow):
        raise Refused(Refusal.NOT_KNOWN)
    if any(problem.report in {one.id, one.lead} for one in await uow.reports.receipts_of(by)):
        raise Refused(Refusal.SAID_BEFORE)
    adds = bool(account.text or account.media)
    if adds:
        check_account(account)
    await check_room(Docket(problem.institution), by=by, uow=uow, now=now)
    new = NewReport(
        receipt=await next_receipt(Docket(problem.institution), uow=uow, now=now),
        institution=problem.institution,
        author=by,
        account=replace(account, category=problem.category),
        received_on=local_day(now),
        urgent=False,
        lead=problem.report,
        said=adds,
    )
    return await uow.reports.get(await uow.reports.add(new))
