"""Reporting something to the local public-safety council (KVSP), unknown by default."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from participation.clock import local, local_day
from participation.dockets import Docket, both_of
from participation.errors import Refusal, Refused
from participation.ids import InstitutionId, PersonId
from participation.offices.contacts import contacts
from participation.offices.usecases import readers_of
from participation.people.model import Language
from participation.places import Institution
from participation.ports import UnitOfWork
from participation.readable import check_readable
from participation.reports.alarms import call_officers
from participation.reports.danger import sounds_like_need
from participation.reports.group import keep_in_step
from participation.reports.kinds import limits_of_need, soonest
from participation.reports.model import Account, Category, GivenName, NewReport, Report
from participation.words import is_blank, is_name

MOST_OF_ONE: Final = 5
"""So many reports of one person are taken in a day: more is not told in a day, and somebody else waits to be read."""
MOST_OF_ALL: Final = 300
"""So many reports are taken by one institution in a day: nobody reads more, and whoever floods it hides the others."""

APART: Final = 500_000
"""More than an institution takes in a year: up to here numbers are counted that all officers see."""
draw: Final = secrets.randbelow


async def check_patience(*, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Refuse what is too much of one person for a day; tomorrow there is room again."""
    if await uow.reports.count_of(by, local_day(now)) >= MOST_OF_ONE:
        raise Refused(Refusal.TOO_OFTEN)


async def check_room(docket: Docket, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """The same, and what is too much of all together: a flood of the one kind does not shut the door for the other."""
    await check_patience(by=by, uow=uow, now=now)
    if await uow.reports.count_on(docket, local_day(now)) >= MOST_OF_ALL:
        raise Refused(Refusal.CROWDED)


async def where_it_lies(to: InstitutionId, category: Category, *, alone: bool = False, uow: UnitOfWork) -> Docket:
    """Who would read a report of this category now, or one that its sender wants the contact `alone` to read."""
    return Docket(to, guarded=(category.helps or alone) and bool(await contacts(to, uow=uow)))


def check_account(account: Account) -> None:
    """Refuse silence, and more than a person can read."""
    if is_blank(account.text) and not account.media:
        raise Refused(Refusal.EMPTY)
    check_readable(account.text, account.media)
    if account.name is not None:
        check_name(account.name)


def check_name(name: GivenName) -> None:
    """Refuse what shows nothing, or is a story."""
    if not is_name(name.words):
        raise Refused(Refusal.NAME_MISSING)


async def report(
    account: Account, *, to: InstitutionId, by: PersonId, alone: bool = False, uow: UnitOfWork, now: datetime
) -> Report:
    """Keep a report sealed, and call who reads it at once if its category is urgent, or it sounds like need.

    Somebody may tell the worst under any heading: then it is as urgent as under its own, and kept as carefully. Only
    the day is kept, never the hour: an hour could tell who it was. Until it is read a full hour is kept, sealed,
    by which it should be.
    """
    check_account(account)
    categories = await uow.places.report_categories(to, Language.SQ)
    category = next((c for c in categories if c.code == account.category), None)
    if category is None:
        raise Refused(Refusal.NOT_FOUND)
    docket = await where_it_lies(to, category, alone=alone, uow=uow)
    await check_room(docket, by=by, uow=uow, now=now)
    heard = alone or sounds_like_need(account.text)
    limits = [category.limits, *(await limits_of_need(to, uow=uow) if heard else ())]
    new = NewReport(
        receipt=await next_receipt(docket, uow=uow, now=now),
        institution=to,
        author=by,
        account=replace(account, careful=category.helps or heard),
        received_on=local_day(now),
        urgent=category.urgent or docket.guarded or heard,
        due=soonest(limits, now, await uow.places.calendar(to)),
        guarded=docket.guarded,
    )
    arrived = await uow.reports.get(await uow.reports.add(new))
    if arrived.urgent:
        await call_officers(arrived, uow=uow, now=now)
    await keep_in_step(arrived, uow=uow, now=now)
    return arrived


async def next_receipt(docket: Docket, *, uow: UnitOfWork, now: datetime) -> str:
    """The number of a new report.

    What only the protection contact reads has a number by chance: in those that other officers see is no gap, and
    whoever reports something themselves does not see how many there are.
    """
    year = local(now).year
    prefix = (await uow.places.institution(docket.institution)).prefix
    if not docket.guarded:
        return f"{prefix}-S-{year}-{await uow.places.next_receipt(docket.institution, 'reports', year):04d}"
    while await uow.reports.find(drawn := f"{prefix}-S-{year}-{APART + draw(APART)}") is not None:
        pass
    return drawn


async def unattended(*, uow: UnitOfWork) -> Sequence[Institution]:
    """Where urgent reports wait and nobody holds the office to read them."""
    return [
        one
        for one in await uow.places.institutions()
        if any([await _waits_for_nobody(docket, uow=uow) for docket in both_of(one.id)])
    ]


async def _waits_for_nobody(docket: Docket, *, uow: UnitOfWork) -> bool:
    """Urgent reports that nobody has read; of those that others do not see also what was said since."""
    waits = await uow.reports.count_unseen([docket]) if docket.guarded else await uow.reports.unseen_urgent(docket)
    return bool(waits) and not await readers_of(docket, uow=uow)
