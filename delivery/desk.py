"""The desk where letters get their words, just before they leave; a fault in one does not stop the others."""

import logging
import secrets
from collections.abc import Callable, Sequence
from datetime import datetime
from traceback import extract_tb

from delivery.ports import Workshop, Writer
from delivery.retries import after_fault, is_expired
from participation.letters import REMINDERS, Letter, Reply
from participation.messages import Message
from participation.people.model import Language
from participation.ports import UnitOfWork
from participation.post import Asleep, Outcome, Parcel, Void, leaves_at

log = logging.getLogger(__name__)

Written = Message | Outcome | Void
Cache = dict[tuple[Letter, Language | None], Message | None]


def fault_number() -> str:
    """A short number by which a fault is found in the log."""
    return secrets.token_hex(3).upper()


def report_fault(doing: str, kind: str, error: Exception, number: str) -> None:
    """A log line that says where in our code it happened, and nothing of anybody: no text, no number of a person."""
    last = extract_tb(error.__traceback__)[-1]
    log.error("%s %s failed: %s in %s, fault %s", doing, kind, type(error).__name__, last.name, number)


class Desk:
    """Writes the letters of one slice; the same letter in the same language is written once."""

    def __init__(self, *, letters: Writer, workshop: Workshop, fault: Callable[[], str] = fault_number) -> None:
        self._letters = letters
        self._workshop = workshop
        self._fault = fault

    async def write(self, parcels: Sequence[Parcel], *, now: datetime) -> list[tuple[Parcel, Written]]:
        """The message of each parcel, or what becomes of it without one."""
        written = {parcel.id: found for parcel in parcels if (found := at_once(parcel, now))}
        waiting = [parcel for parcel in parcels if parcel.id not in written]
        written |= await self._compose(waiting, now)
        return [(parcel, written[parcel.id]) for parcel in parcels]

    async def _compose(self, waiting: list[Parcel], now: datetime) -> dict[int, Written]:
        composed: dict[int, Written] = {}
        cache: Cache = {}
        while len(composed) < len(waiting):
            async with self._workshop() as uow:
                composed |= await self._until_fault(waiting[len(composed) :], uow=uow, cache=cache, now=now)
        return composed

    async def _until_fault(
        self, parcels: list[Parcel], *, uow: UnitOfWork, cache: Cache, now: datetime
    ) -> dict[int, Written]:
        """Write until one fails: a unit of work that saw a fault may be spoilt, so what follows gets a new one."""
        done: dict[int, Written] = {}
        for parcel in parcels:
            try:
                message = await self._one(parcel, uow=uow, cache=cache, now=now)
            except Exception as error:  # noqa: BLE001  one bad letter must not hold up the others
                done[parcel.id] = self._failed(parcel, error)
                break
            done[parcel.id] = message
        return done

    async def _one(self, parcel: Parcel, *, uow: UnitOfWork, cache: Cache, now: datetime) -> Written:
        if not await self._letters.concerns(parcel.letter, reader=parcel.person, uow=uow):
            return Void("cancelled")
        reader = await uow.people.get(parcel.person)
        # It was queued for a moment at which they are awake, but it may be late, or they have chosen other hours.
        wakes = leaves_at(now, lane=parcel.lane, quiet=reader.quiet, use_by=parcel.use_by)
        if wakes > now:
            return Asleep(wakes)
        if isinstance(parcel.letter, REMINDERS) and reader.quiet.cover(now):
            return Void("expired")
        key = (parcel.letter, reader.language)
        if key not in cache:
            cache[key] = await self._letters.render(parcel.letter, language=reader.language, uow=uow, now=now)
        return cache[key] or Void("cancelled")

    def _failed(self, parcel: Parcel, error: Exception) -> Outcome:
        number = self._fault()
        report_fault("Writing", type(parcel.letter).__name__, error, number)
        return after_fault(parcel, number)


def at_once(parcel: Parcel, now: datetime) -> Written | None:
    """What needs no reading: a reply has its words, and what comes too late needs none."""
    if is_expired(parcel, now):
        return Void("expired")
    return parcel.letter.message if isinstance(parcel.letter, Reply) else None
