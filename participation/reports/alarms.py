"""Calling those who must act on an urgent report."""

from datetime import datetime

from participation.dockets import open_to
from participation.ids import PersonId, ReportId
from participation.letters import Lane, ReportArrived
from participation.offices.usecases import readers_of
from participation.ports import UnitOfWork
from participation.reports.model import Report


async def call_officers(found: Report, *, uow: UnitOfWork, now: datetime) -> None:
    """Tell everybody who may read it, once each."""
    for office in await readers_of(found.docket, uow=uow):
        await call(office.person, to=found.id, uow=uow, now=now)


async def call(officer: PersonId, *, to: ReportId, uow: UnitOfWork, now: datetime) -> None:
    """Tell one officer of an urgent report; one who cannot be reached, or asked for silence, is told on return."""
    key = f"report:{to}:{officer}"
    await uow.outbox.add(ReportArrived(to), to=officer, lane=Lane.URGENT, due_at=now, key=key)


async def call_again(officer: PersonId, *, uow: UnitOfWork, now: datetime) -> None:
    """Tell somebody who is back of the urgent reports that nobody has read."""
    for docket in open_to(await uow.people.offices(officer)):
        for report in await uow.reports.unseen_urgent(docket):
            await call(officer, to=report, uow=uow, now=now)
