"""A name that was given with a report: it opens only when one officer writes why, and a second one agrees.

asked ──agreed──▶ open to these two, for a day ──▶ closed
   └──declined, nobody answers, the asker leaves──▶ closed

Each step is noted, without a word of what was written. Where no name is there, all of it ends alike: whoever took
theirs off cannot be told from whoever never gave one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from participation.clock import day_begins, local_day
from participation.errors import Refusal, Refused
from participation.ids import PersonId, ReportId, UnveilingId
from participation.letters import Lane, Letter, UnveilingAnswered, UnveilingAsked
from participation.offices.usecases import readers_of, reads
from participation.ports import UnitOfWork
from participation.readable import check_readable
from participation.reports.casework import report_for_officer
from participation.reports.life import Act, after, can
from participation.reports.model import Deed, Entry, Report, Unveiling
from participation.reports.news import tell
from participation.words import has_letters

OPEN_FOR: Final = timedelta(hours=24)
WAITS: Final = timedelta(days=7)
"""After that a reason is old, and whoever still needs the name asks anew."""


@dataclass(frozen=True)
class Veil:
    """How the name of a report stands for one officer: is there one, which request waits, until when is it open."""

    is_named: bool
    may_ask: bool = False
    asked: UnveilingId | None = None
    is_own: bool = False
    until: datetime | None = None


def waits(unveiling: Unveiling, today: date) -> bool:
    """Whether nobody has answered it, and it is not too old for it."""
    return unveiling.agreed_by is None and today <= unveiling.asked_on + WAITS


def is_open_to(unveiling: Unveiling, officer: PersonId, now: datetime) -> bool:
    """Whether one of the two may still look."""
    both = {unveiling.asker, unveiling.agreed_by}
    return officer in both and unveiling.until is not None and now < unveiling.until


async def veil_of(found: Report, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Veil:
    """How its name stands for an officer."""
    if found.account.signature is None:
        return Veil(is_named=False)
    known = await uow.unveilings.of(found.id)
    asked = await _waiting(known, found, uow=uow, now=now)
    opened = await _opened(known, found, by=by, uow=uow, now=now)
    return Veil(
        is_named=True,
        may_ask=asked is None and opened is None and can(found.state, Act.UNVEIL),
        asked=asked,
        is_own=asked is not None and known[asked].asker == by,
        until=None if opened is None else known[opened].until,
    )


async def _waiting(
    known: Mapping[UnveilingId, Unveiling], found: Report, *, uow: UnitOfWork, now: datetime
) -> UnveilingId | None:
    """The request that waits for an answer, as long as whoever asked is still there."""
    for number, one in known.items():
        if waits(one, local_day(now)) and await reads(one.asker, found.docket, uow=uow):
            return number
    return None


async def _opened(
    known: Mapping[UnveilingId, Unveiling], found: Report, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> UnveilingId | None:
    """The opening that lets them look: as long as it lasts, and as long as both are there."""
    for number, one in known.items():
        if is_open_to(one, by, now) and await _both_are_there(one, found, uow=uow):
            return number
    return None


async def _both_are_there(one: Unveiling, found: Report, *, uow: UnitOfWork) -> bool:
    both = (one.asker, one.agreed_by)
    return all([who is not None and await reads(who, found.docket, uow=uow) for who in both])


async def named_report(report: ReportId, *, by: PersonId, uow: UnitOfWork) -> Report:
    """A report with a name, as an officer of its institution sees it."""
    found = await report_for_officer(report, by=by, uow=uow)
    if found.account.signature is None:
        raise Refused(Refusal.NO_NAME)
    return found


async def may_ask(report: ReportId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Report:
    """The report, if its name can be asked for now: nobody has asked, and somebody else is there to answer."""
    found = await named_report(report, by=by, uow=uow)
    after(found.state, Act.UNVEIL)
    veil = await veil_of(found, by=by, uow=uow, now=now)
    if not veil.may_ask:
        raise Refused(Refusal.ASKED_BEFORE)
    if not await _others(found, by, uow=uow):
        raise Refused(Refusal.ALONE)
    return found


async def _others(found: Report, by: PersonId, *, uow: UnitOfWork) -> list[PersonId]:
    return [office.person for office in await readers_of(found.docket, uow=uow) if office.person != by]


def check_reason(reason: str) -> None:
    """Refuse one that says nothing, or more than a person can read."""
    if not has_letters(reason):
        raise Refused(Refusal.REASON_MISSING)
    check_readable(reason)


async def ask_for_name(report: ReportId, reason: str, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Ask every other officer there whether one may see the name."""
    found = await may_ask(report, by=by, uow=uow, now=now)
    check_reason(reason)
    number = await uow.unveilings.add(report, Unveiling(by, reason, local_day(now)))
    await _note("name ask", found, by=by, uow=uow, now=now)
    for officer in await _others(found, by, uow=uow):
        letter = UnveilingAsked(report, number)
        await _send(letter, to=officer, about=found, key=f"unveiling:{number}", uow=uow, now=now)


async def request_about(
    report: ReportId, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> tuple[UnveilingId, Unveiling]:
    """The request that waits for the answer of a second officer."""
    found = await named_report(report, by=by, uow=uow)
    known = await uow.unveilings.of(report)
    number = await _waiting(known, found, uow=uow, now=now)
    if number is None:
        raise Refused(Refusal.REQUEST_OVER)
    return number, known[number]


async def agree(report: ReportId, number: UnveilingId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> datetime:
    """Let a colleague see the name, and see it oneself, for a day; returns until when. Twice is the same as once."""
    found = await named_report(report, by=by, uow=uow)
    one = (await uow.unveilings.of(report)).get(number)
    if one is not None and one.agreed_by == by and one.until is not None and now < one.until:
        return one.until
    asked = await _to_answer(one, found, by=by, uow=uow, now=now)
    until = now + OPEN_FOR
    await uow.unveilings.put(number, replace(asked, agreed_by=by, until=until))
    await _note("name agree", found, by=by, uow=uow, now=now)
    await _answer(number, asked, found, until, uow=uow, now=now)
    return until


async def decline(report: ReportId, number: UnveilingId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Leave the name closed; nothing of the request is kept."""
    found = await named_report(report, by=by, uow=uow)
    asked = await _to_answer((await uow.unveilings.of(report)).get(number), found, by=by, uow=uow, now=now)
    await uow.unveilings.drop(number)
    await _note("name decline", found, by=by, uow=uow, now=now)
    await _answer(number, asked, found, None, uow=uow, now=now)


async def _to_answer(
    one: Unveiling | None, found: Report, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> Unveiling:
    """The request, if it waits, and for somebody else than who asked."""
    if one is None or not waits(one, local_day(now)):
        raise Refused(Refusal.REQUEST_OVER)
    if one.asker == by:
        raise Refused(Refusal.OWN_REQUEST)
    if not await reads(one.asker, found.docket, uow=uow):
        raise Refused(Refusal.REQUEST_OVER)
    return one


async def _answer(
    number: UnveilingId, one: Unveiling, found: Report, until: datetime | None, *, uow: UnitOfWork, now: datetime
) -> None:
    letter = UnveilingAnswered(found.id, until)
    await _send(letter, to=one.asker, about=found, key=f"unveiled:{number}", uow=uow, now=now)


async def look(report: ReportId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> tuple[Report, str]:
    """The report, and the name that was given with it; each look is noted, and of the first one its sender is told."""
    found = await named_report(report, by=by, uow=uow)
    known = await uow.unveilings.of(report)
    number = await _opened(known, found, by=by, uow=uow, now=now)
    if number is None or found.account.signature is None:
        raise Refused(Refusal.NAME_CLOSED)
    await _note("name look", found, by=by, uow=uow, now=now)
    if not known[number].seen:
        await uow.unveilings.put(number, replace(known[number], seen=True))
        entry = await uow.reports.enter(report, Entry(Deed(Act.UNVEIL), local_day(now), is_news=True))
        await tell(entry, uow=uow, now=now)
    return found, found.account.signature


async def _note(action: str, found: Report, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    await uow.audit.note(at=now, person=by, institution=found.institution, action=action, subject=found.receipt)


async def _send(letter: Letter, *, to: PersonId, about: Report, key: str, uow: UnitOfWork, now: datetime) -> None:
    lane = Lane.URGENT if about.urgent else Lane.REMINDER
    day = day_begins(local_day(now))  # a letter that waits must not tell the moment of what an officer did
    await uow.outbox.add(letter, to=to, lane=lane, due_at=day, key=key)
