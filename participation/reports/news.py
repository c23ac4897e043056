"""Bringing news of a report: to whoever sent it, and to whoever has it in hand.

What was written down and not brought yet waits with the report, not in the outbox, where a whole night long a name
would stand beside it.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Final

from participation.apart import one_by_one
from participation.clock import day_begins, local, local_day
from participation.ids import EntryId, PersonId, ReportId
from participation.letters import Lane, ReportMoved, SenderSaid
from participation.offices.usecases import readers_of
from participation.people.model import QuietHours
from participation.ports import UnitOfWork
from participation.reports.danger import sounds_dangerous
from participation.reports.life import SENDERS

ON_THE_HOUR: Final = 5
"""Minutes after the hour in which officers are told what senders have said since the last."""


async def tell_all(*, uow: UnitOfWork, now: datetime) -> int:
    """Bring the news that waited for the end of somebody's quiet hours; returns how many."""
    return await one_by_one(await uow.reports.untold(), partial(tell, uow=uow, now=now), uow=uow)


async def tell(entry: EntryId, *, uow: UnitOfWork, now: datetime) -> bool:
    """Bring news once the phone of somebody who is to hear it may ring; returns whether anybody hears of it."""
    report, found = await uow.reports.entry(entry)
    if found.deed.act in SENDERS:
        return await _tell_officers(report, entry, uow=uow, now=now)
    sender = await uow.reports.sender(report)
    quiet = QuietHours() if sender is None else (await uow.people.get(sender)).quiet
    if quiet.cover(now):  # also where nobody is to be told: what is told at once at night would show it
        return False
    await uow.reports.mark_told(entry)
    return sender is not None and await bring(entry, to=sender, uow=uow, now=now)


async def _tell_officers(report: ReportId, entry: EntryId, *, uow: UnitOfWork, now: datetime) -> bool:
    """Tell whoever has it in hand, else all who act there; on the hour, so that nobody learns when it was written.

    What sounds like danger now, all of them are told at once: nobody was asked about danger before it was written.
    """
    found = await uow.reports.get(report)
    everybody = [office.person for office in await readers_of(found.docket, uow=uow)]
    if sounds_dangerous((await uow.reports.entry(entry))[1].deed.words):
        return await _say(entry, everybody, lane=Lane.URGENT, uow=uow, now=now)
    in_charge = [one for one in everybody if one == found.officer]
    asleep = all([await _sleeps(one, uow=uow, now=now) for one in everybody])
    if everybody and (asleep or (local(now).minute >= ON_THE_HOUR and not found.urgent)):
        return False
    return await _say(entry, in_charge, uow=uow, now=now) or await _say(entry, everybody, uow=uow, now=now)


async def _say(
    entry: EntryId, readers: Sequence[PersonId], *, lane: Lane = Lane.REMINDER, uow: UnitOfWork, now: datetime
) -> bool:
    """Queue word of what the sender said; returns whether anybody gets it."""
    letter, key = SenderSaid(entry), f"said:{entry}"
    day = day_begins(local_day(now))
    queued = [await uow.outbox.add(letter, to=one, lane=lane, due_at=day, key=key) for one in readers]
    if any(queued):  # what reaches nobody now waits for somebody who comes, or comes back
        await uow.reports.mark_told(entry)
    return any(queued)


async def _sleeps(person: PersonId, *, uow: UnitOfWork, now: datetime) -> bool:
    return (await uow.people.get(person)).quiet.cover(now)


async def bring(entry: EntryId, *, to: PersonId, uow: UnitOfWork, now: datetime) -> bool:
    """Queue the news; for one who cannot be reached, or asked for silence, it is not queued but waits for them."""
    day = day_begins(local_day(now))  # a letter that waits must not tell the moment of what an officer did
    return await uow.outbox.add(ReportMoved(entry), to=to, lane=Lane.REMINDER, due_at=day, key=f"moved:{entry}")


async def bring_all(to: PersonId, *, uow: UnitOfWork, now: datetime) -> None:
    """Bring somebody who is back the news that never reached them."""
    for entry in await uow.reports.unheard(to):
        await uow.reports.mark_told(entry)
        await bring(entry, to=to, uow=uow, now=now)
