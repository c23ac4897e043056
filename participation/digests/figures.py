"""The figures of a month (shifrat e muajit): word of them on the first working day of the next one."""

from datetime import datetime

from participation.apart import one_by_one
from participation.calendar.working_days import CLOSES
from participation.clock import local_day, wall
from participation.digests.usecases import is_due
from participation.letters import FiguresReady, Lane
from participation.people.model import Office
from participation.ports import UnitOfWork


async def send_figures(*, uow: UnitOfWork, now: datetime) -> int:
    """Queue word of last month's figures for everybody who holds an office, at the hour of their digest.

    Where nothing came in it is queued too, and void when it is to leave: nothing has to be counted to queue it.
    """
    today = local_day(now)
    month = today.replace(day=1)

    async def send_one(office: Office) -> bool:
        calendar = await uow.places.calendar(office.institution)
        if today != calendar.next_working(month) or not is_due(office, calendar, now):
            return False
        return await uow.outbox.add(
            FiguresReady(office.institution, month),
            to=office.person,
            lane=Lane.REMINDER,
            due_at=now,
            use_by=wall(today, CLOSES),
            key=f"figures:{office.institution}:{office.person}:{month:%Y-%m}",
        )

    return await one_by_one(await uow.people.all_officers(), send_one, uow=uow)
