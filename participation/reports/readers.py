"""Telling those who told the protection contact alone that others read it now, or nobody any more.

They told it because they knew who would read it: it may have been the one person they would tell.
"""

from datetime import datetime

from participation.clock import local_day
from participation.dockets import Docket
from participation.ids import InstitutionId
from participation.offices.usecases import readers_of
from participation.ports import UnitOfWork
from participation.reports.life import Act, can
from participation.reports.model import Deed, Entry
from participation.reports.news import tell


async def tell_of_readers(institution: InstitutionId, *, uow: UnitOfWork, now: datetime) -> None:
    """Let each sender of what is open hear that its readers have changed; who they are now stands on its page."""
    for one in await uow.reports.pending([Docket(institution, guarded=True)]):
        if can(one.state, Act.READERS):
            entry = await uow.reports.enter(one.id, Entry(Deed(Act.READERS), local_day(now), is_news=True))
            await tell(entry, uow=uow, now=now)


async def tell_if_nobody_reads(institution: InstitutionId, *, uow: UnitOfWork, now: datetime) -> None:
    """The same where the last one who read it has left."""
    if not await readers_of(Docket(institution, guarded=True), uow=uow):
        await tell_of_readers(institution, uow=uow, now=now)
