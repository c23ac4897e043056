"""The desk where letters get their words, just before they leave; a fault in one does not stop the others."""

import logging
import secrets
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from traceback import extract_tb

from delivery.limits import LONG_AGO
from delivery.ports import Workshop, Writer
from delivery.retries import after_fault, is_expired
from participation.letters import REMINDERS, Letter, Reply
from participation.messages import Message
from participation.people.model import Language, Person
from participation.ports import UnitOfWork
from participation.post import Asleep, Outcome, Parcel, Void, leaves_at

log = logging.getLogger(__name__)

Written = Message | Outcome | Void

FRESH = timedelta(seconds=1)
"""So long the words of a letter are used again without a look at what it is about."""


def fault_number() -> str:
    """A short number by which a fault is found in the log."""
    return secrets.token_hex(3).upper()


def report_fault(doing: str, kind: str, error: Exception, number: str) -> None:
    """A log line that says where in our code it happened, and nothing of anybody: no text, no number of a person."""
    last = extract_tb(error.__traceback__)[-1]
    log.error("%s %s failed: %s in %s, fault %s", doing, kind, type(error).__name__, last.name, number)


def nobody_knows(_error: Exception) -> bool:
    """Each error is a fault of ours, unless somebody knows better."""
    return False


class Desk:
    """Writes the letters of one slice; the same letter in the same language is written once.

    What was written is good for the next slices too, but not for long: what a letter is about may change.
    """

    def __init__(
        self,
        *,
        letters: Writer,
        workshop: Workshop,
        fault: Callable[[], str] = fault_number,
        is_told: Callable[[Exception], bool] = nobody_knows,
    ) -> None:
        self._letters = letters
        self._workshop = workshop
        self._fault = fault
        self._is_told = is_told
        self._written: dict[tuple[Letter, Language | None], Message | None] = {}
        self._written_at = LONG_AGO

    def forget(self) -> None:
        """Whoever rests writes everything anew."""
        self._written_at = LONG_AGO

    async def write(self, parcels: Sequence[Parcel], *, now: datetime) -> list[tuple[Parcel, Written]]:
        """The message of each parcel, or what becomes of it without one."""
        written = {parcel.id: found for parcel in parcels if (found := at_once(parcel, now))}
        waiting: defaultdict[Letter, list[Parcel]] = defaultdict(list)
        for parcel in parcels:
            if parcel.id not in written:
                waiting[parcel.letter].append(parcel)
        if not timedelta(0) <= now - self._written_at < FRESH:
            self._written.clear()
            self._written_at = now
        written |= await self._compose(list(waiting.values()), now)
        return [(parcel, written[parcel.id]) for parcel in parcels]

    async def _compose(self, waiting: list[list[Parcel]], now: datetime) -> dict[int, Written]:
        composed: dict[int, Written] = {}
        while waiting:
            async with self._workshop() as uow:
                composed |= await self._until_fault(waiting, uow=uow, now=now)
        return composed

    async def _until_fault(self, waiting: list[list[Parcel]], *, uow: UnitOfWork, now: datetime) -> dict[int, Written]:
        """Write until one fails: a unit of work that saw a fault may be spoilt, so what follows gets a new one."""
        done: dict[int, Written] = {}
        while waiting:
            parcels = waiting.pop()
            try:
                done |= await self._alike(parcels, uow=uow, now=now)
            except Exception as error:  # one bad letter must not hold up the others
                if self._is_told(error):
                    raise  # no letter's fault, so none is put aside for it
                done |= self._failed(parcels, error)
                break
        return done

    async def _alike(self, parcels: Sequence[Parcel], *, uow: UnitOfWork, now: datetime) -> dict[int, Written]:
        """The same letter to many people: what is asked of the database is asked once for all of them."""
        letter, people = parcels[0].letter, [parcel.person for parcel in parcels]
        concerned = await self._letters.concerned(letter, people, uow=uow)
        readers = await uow.people.get_all(people)
        return {
            parcel.id: await self._one(parcel, readers[parcel.person], uow=uow, now=now)
            if parcel.person in concerned
            else Void("cancelled")
            for parcel in parcels
        }

    async def _one(self, parcel: Parcel, reader: Person, *, uow: UnitOfWork, now: datetime) -> Written:
        # It was queued for a moment at which they are awake, but it may be late, or they have chosen other hours.
        wakes = leaves_at(now, lane=parcel.lane, quiet=reader.quiet, use_by=parcel.use_by)
        if wakes > now:
            return Asleep(wakes)
        if isinstance(parcel.letter, REMINDERS) and reader.quiet.cover(now):
            return Void("expired")
        key = (parcel.letter, reader.language)
        if key not in self._written:
            words = await self._letters.render(parcel.letter, language=reader.language, uow=uow, now=now)
            self._written[key] = words
        return self._written[key] or Void("cancelled")

    def _failed(self, parcels: Sequence[Parcel], error: Exception) -> dict[int, Written]:
        number = self._fault()
        report_fault("Writing", type(parcels[0].letter).__name__, error, number)
        return {parcel.id: after_fault(parcel, number) for parcel in parcels}


def at_once(parcel: Parcel, now: datetime) -> Written | None:
    """What needs no reading: a reply has its words, and what comes too late needs none."""
    if is_expired(parcel, now):
        return Void("expired")
    return parcel.letter.message if isinstance(parcel.letter, Reply) else None
