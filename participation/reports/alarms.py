"""Calling those who must act on an urgent report."""

from datetime import datetime

from participation.ids import InstitutionId, PersonId, ReportId
from participation.letters import Lane, ReportArrived
from participation.offices.usecases import offices_at
from participation.people.model import Right
from participation.ports import UnitOfWork


async def call_officers(report: ReportId, *, institution: InstitutionId, uow: UnitOfWork, now: datetime) -> None:
    """Tell everybody who holds an office there, once each."""
    for office in await offices_at(institution, uow=uow):
        await call(office.person, to=report, uow=uow, now=now)


async def call(officer: PersonId, *, to: ReportId, uow: UnitOfWork, now: datetime) -> None:
    """Tell one officer of an urgent report; one who cannot be reached, or asked for silence, is told on return."""
    key = f"report:{to}:{officer}"
    await uow.outbox.add(ReportArrived(to), to=officer, lane=Lane.URGENT, due_at=now, key=key)


async def call_again(officer: PersonId, *, uow: UnitOfWork, now: datetime) -> None:
    """Tell somebody who is back of the urgent reports that nobody has read."""
    for office in await uow.people.offices(officer):
        if not office.may(Right.ACT):
            continue
        for report in await uow.reports.unseen_urgent(office.institution):
            await call(officer, to=report, uow=uow, now=now)
