"""Whether a letter still concerns the one to whom it was addressed; its words are the same for all who read it."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from participation.consultations.model import Stage
from participation.consultations.usecases import audience_of
from participation.ids import PersonId
from participation.letters import (
    Announced,
    ColleagueCame,
    DeadlineReminder,
    Digest,
    HeldBack,
    Letter,
    Progress,
    ReportArrived,
)
from participation.offices.usecases import holds_office
from participation.people.model import Role
from participation.ports import UnitOfWork

Check = Callable[[Any, PersonId, UnitOfWork], Awaitable[bool]]


async def still_follows(letter: Announced, reader: PersonId, uow: UnitOfWork) -> bool:
    """Whoever has changed their mind since it was queued gets nothing with "because you asked to be told" in it."""
    consultation = await uow.consultations.get(letter.consultation)
    return await uow.listeners.concerns(await audience_of(consultation, uow=uow), reader)


async def has_not_spoken(letter: DeadlineReminder, reader: PersonId, uow: UnitOfWork) -> bool:
    """Whoever has commented need not be told that the time for it runs out."""
    return not await uow.comments.has_commented(reader, letter.consultation)


async def acts_there(letter: Digest, reader: PersonId, uow: UnitOfWork) -> bool:
    """A digest is for those who hold an office when it leaves."""
    return await holds_office(reader, letter.institution, uow=uow)


async def may_read(letter: ReportArrived, reader: PersonId, uow: UnitOfWork) -> bool:
    """A report is for those who hold an office when it leaves."""
    return await holds_office(reader, (await uow.reports.get(letter.report)).institution, uow=uow)


async def administers_there(letter: ColleagueCame, reader: PersonId, uow: UnitOfWork) -> bool:
    """A new colleague is news for those who may dismiss one when it leaves."""
    return any(
        office.institution == letter.institution and office.role is Role.ADMIN
        for office in await uow.people.offices(reader)
    )


async def announces_there(letter: Progress, reader: PersonId, uow: UnitOfWork) -> bool:
    """How an announcement gets on is for those who hold an office when it is told."""
    return await holds_office(reader, (await uow.consultations.get(letter.consultation)).institution, uow=uow)


async def waits_there(letter: HeldBack, reader: PersonId, uow: UnitOfWork) -> bool:
    """What was held back is news for those who hold an office, as long as it waits."""
    found = await uow.consultations.get(letter.consultation)
    return found.stage is Stage.SCHEDULED and await holds_office(reader, found.institution, uow=uow)


CHECKS: Final[Mapping[type[Letter], Check]] = {
    Announced: still_follows,
    DeadlineReminder: has_not_spoken,
    ColleagueCame: administers_there,
    Digest: acts_there,
    HeldBack: waits_there,
    ReportArrived: may_read,
    Progress: announces_there,
}
"""The letters that not everybody to whom they were addressed may still get; all others are for whoever they are to."""
