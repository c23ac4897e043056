"""How long a report is kept: so long after it was closed as its institution says; what is not closed stays."""

from datetime import date, datetime, timedelta
from functools import partial

from participation.apart import one_by_one
from participation.clock import local_day
from participation.ids import ReportId
from participation.places import Institution
from participation.ports import UnitOfWork
from participation.reports.group import let_topic_go
from participation.reports.life import Act, after


def kept_until(institution: Institution, closed_on: date) -> date:
    """The last day of a report that was closed on a day, unless it is opened again."""
    return closed_on + timedelta(days=institution.keep_days)


async def expire_reports(*, uow: UnitOfWork, now: datetime) -> int:
    """Delete the reports whose time is over; returns how many."""
    today = local_day(now)
    over = [
        report
        for one in await uow.places.institutions()
        for report in await uow.reports.closed_before(one.id, today - timedelta(days=one.keep_days))
    ]
    return await one_by_one(over, partial(_expire, uow=uow, now=now), uow=uow)


async def _expire(report: ReportId, *, uow: UnitOfWork, now: datetime) -> bool:
    found = await uow.reports.get(report)
    after(found.state, Act.EXPIRE)
    await let_topic_go(found, uow=uow, now=now)
    await uow.reports.bury(report, on=local_day(now))
    await uow.audit.note(
        at=now, person=None, institution=found.institution, action="report expire", subject=found.receipt
    )
    return True
