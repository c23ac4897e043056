"""The courier: takes what is due from the queue, sends it at the pace of the road, and writes down what became of it.

    claim ── write ── mark_sending ── book a slot ── send (many at once) ── settle (in batches)
      │        │
      │      void, or held back: this chat has just heard enough
      nothing due: wait for a kick, the next due moment or a tick

A round takes only what may leave within `slice_seconds`, so a reply never waits behind an announcement; it takes more
where a slow database would cost us the pace. While the answers of one round are on their way the next one is prepared.
What stood as `sending` when the power went out is doubtful, nothing else.
"""

import asyncio
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from delivery.chats import Chats
from delivery.desk import Desk, fault_number, nobody_knows, report_fault
from delivery.habits import DILIGENT, Habits, a_moment
from delivery.ledger import PATIENCE, Ledger
from delivery.limits import Pace
from delivery.ports import Channel, Queue, Workshop, Writer
from delivery.road import after
from participation.clock import Clock
from participation.letters import Lane, Reply
from participation.messages import Message
from participation.post import (
    Address,
    Later,
    Lost,
    Outcome,
    Parcel,
    Rejected,
    Stopped,
    Unreachable,
    Void,
)

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Ready:
    """A parcel with its words, its address, and how many messages it takes."""

    parcel: Parcel
    message: Message
    address: Address
    cost: int


class Courier:
    """One courier for one token."""

    def __init__(
        self,
        *,
        queue: Queue,
        channel: Channel,
        letters: Writer,
        workshop: Workshop,
        clock: Clock,
        pace: Pace,
        habits: Habits = DILIGENT,
        jitter: Callable[[], float] = a_moment,
        fault: Callable[[], str] = fault_number,
        is_told: Callable[[Exception], bool] = nobody_knows,
    ) -> None:
        self._queue = queue
        self._ledger = Ledger(queue)
        self._channel = channel
        self._desk = Desk(letters=letters, workshop=workshop, fault=fault, is_told=is_told)
        self._clock = clock
        self._pace = pace
        self._chats = Chats(pace.limits)
        self._habits = habits
        self._jitter = jitter
        self._fault = fault
        self._is_told = is_told
        self._woken = asyncio.Event()
        self._delays = 0.0, 0.0
        """By how many seconds preparing the last two slices took longer than a first message would have waited."""
        self._replies = 0
        """How many were taken for which nothing else has been yet."""
        self._stopping = False
        self._resigned = False
        self._runway = asyncio.Semaphore(habits.in_flight)
        self.stopped: Stopped | None = None
        """Why nothing goes out any more, if the messenger refused our token."""

    @property
    def arrived(self) -> int:
        """How many messages arrived since the start."""
        return self._ledger.tally["Sent"]

    def kick(self) -> None:
        """There is something new in the queue."""
        self._woken.set()

    def stop(self) -> None:
        """Claim nothing more; `run` returns when all answers are in and written down."""
        self._stopping = True
        self._woken.set()

    def resign(self) -> None:
        """Leave the token to another courier; `run` returns when all answers are in, and may be called again."""
        self._resigned = True
        self._woken.set()

    async def run(self) -> Stopped | None:
        """Deliver until stopped; returns why, if it was the messenger that stopped us."""
        self._resigned = False
        while not (await self._has_begun() or self._is_over()):
            self._woken.clear()
            await self._rest(self._habits.tick)
        async with asyncio.TaskGroup() as flights:
            while not self._is_over():
                self._woken.clear()
                await self._safe_round(flights)
        await self._write_the_last(tries=1 if self._resigned else self._habits.last_tries)
        return self.stopped

    async def deliver_due(self) -> int:
        """Deliver what is due now, and what the road holds back for a moment; returns how many messages arrived."""
        before = self.arrived
        self._desk.forget()
        while not self._is_over():
            async with asyncio.TaskGroup() as flights:
                busy = await self._round(flights)
            await self._write_down()
            if not busy and not await self._wait_for_promised():
                break
        return self.arrived - before

    async def _has_begun(self) -> bool:
        """Whether a new term could be begun; a database that is away is asked again."""
        try:
            await self.begin()
        except Exception as error:  # noqa: BLE001  the database may come back; the courier must still be there
            self._report("The beginning of", error)
            return False
        return True

    async def begin(self) -> None:
        """Begin a term: what an older one left on its way is queued again, and its gate is ours."""
        # What is known from the term before counts, unless somebody else has begun one since.
        await self._ledger.write_down()
        doubtful = await self._queue.begin()
        if doubtful:
            log.warning("After the restart %d messages may have been sent; they are sent again", doubtful)
        latest = self._clock.now() + self._pace.limits.longest_gate
        kept = await self._ledger.read_gate(latest)
        if kept.shut_until >= self._pace.shut_until:  # else we were told to wait since, and could not write it down
            self._pace = self._pace.behind(kept)

    def _is_over(self) -> bool:
        return self._stopping or self._resigned or self.stopped is not None

    async def _safe_round(self, flights: asyncio.TaskGroup) -> None:
        """A round, or a rest; a queue that fails is asked again at the next tick, and what was noted is kept."""
        try:
            if not await self._round(flights):
                await self._rest(await self._seconds_to_rest())
        except Exception as error:  # noqa: BLE001  the database may come back; the courier must still be there
            self._report("A round of", error)
            await self._rest(self._habits.tick)

    async def _round(self, flights: asyncio.TaskGroup) -> bool:
        """Take what may leave in this slice and send it; returns whether there may be more."""
        began = self._clock.now()
        await self._write_down()
        now = self._clock.now()
        await self._follow(now)
        room = self._room(now)
        if room < 1 or (self._pace.is_down and not await self._is_up()):
            return False
        written = await self._queue.expand(now, self._habits.expand_chunk)
        parcels = await self._claim(now, room)
        ready = await self._prepare(parcels, now)
        if ready:
            latest = self._clock.now() + self._habits.late
            with self._given_back([each.parcel for each in ready]):
                going = await self._queue.mark_sending([each.parcel.id for each in ready])
            self._delays = self._delays[1], (self._clock.now() - began).total_seconds() - 1 / self._pace.rate(now)
            await self._dispatch([each for each in ready if each.parcel.id in going], latest, flights)
        return bool(parcels or written)

    async def _follow(self, now: datetime) -> None:
        """Follow the clock, also when it was set back: nothing waits for a moment that was near and is far now."""
        if self._pace.is_ahead_of(now):
            await self._queue.call_forward(now, self._pace.seen)
            self._chats.set_back(self._pace.seen - now)
        self._pace = self._pace.at(now)

    async def _is_up(self) -> bool:
        """Whether the line is well again; no message is put at risk to find that out."""
        up = await self._channel.is_up()
        self._pace = self._pace.arrive() if up else self._pace.fail(self._clock.now())
        return up

    def _room(self, now: datetime) -> int:
        """How many may leave in this slice: none while the gate is shut."""
        if self._pace.is_shut(now):
            return 0
        habits = self._habits
        delay = min(self._delays)  # every disk is slow now and then, and whoever asks meanwhile would wait for it
        slice_ = min(max(habits.slice_seconds, habits.slices_for_a_delay * delay), habits.longest_slice)
        return min(max(int(self._pace.rate(now) * slice_), 1), habits.most_at_once)

    async def _claim(self, now: datetime, room: int) -> Sequence[Parcel]:
        """Replies first, and as much of what else waits as it is owed."""
        for_one_other = self._habits.replies_for_one_other
        owed = self._replies // for_one_other
        parcels = await self._queue.claim(now, limit=room, others=owed, lease=self._habits.lease)
        replies = sum(parcel.lane is Lane.REPLY for parcel in parcels)
        others = len(parcels) - replies
        self._replies = min(max(self._replies - others * for_one_other, 0) + replies, room * for_one_other)
        return parcels

    async def _prepare(self, parcels: Sequence[Parcel], now: datetime) -> list[Ready]:
        """Those that may leave, with their words; the others are settled here."""
        if not parcels:
            return []
        with self._given_back(parcels):
            addresses = await self._queue.addresses(tuple({parcel.person for parcel in parcels}))
            composed = await self._desk.write(parcels, now=now)
            addressed = [(one, self._addressed(one, words, addresses.get(one.person), now)) for one, words in composed]
        ready: list[Ready] = []
        for parcel, found in addressed:
            if isinstance(found, Ready):
                ready.append(found)
            else:
                self._ledger.note(parcel, found, now)
        return ready

    @contextmanager
    def _given_back(self, parcels: Sequence[Parcel]) -> Iterator[None]:
        """What fails before the bytes leave must not keep these until their lease runs out."""
        try:
            yield
        except Exception:
            for parcel in parcels:
                self._ledger.note(parcel, Later(0, whole_token=False), self._clock.now())
            raise

    def _addressed(
        self, parcel: Parcel, written: Message | Outcome | Void, address: Address | None, now: datetime
    ) -> Ready | Outcome | Void:
        """Ready to leave, unless it has no words, no address, or its chat must rest."""
        if not isinstance(written, Message):
            return written
        if address is None:
            return Unreachable(Lost.NOT_FOUND)
        rested = self._chats.free_at(address.chat, parcel.lane)
        if rested > max(now, self._pace.free_at):
            return Later((rested - now).total_seconds(), whole_token=False)
        return Ready(parcel, written, address, self._channel.cost(written))

    async def _dispatch(self, ready: Sequence[Ready], latest: datetime, flights: asyncio.TaskGroup) -> None:
        """Start each at its slot; once it is too late, the gate shut, or we stop, the rest goes back unsent."""
        for each in ready:
            await self._runway.acquire()
            if not self._must_stay(latest):
                # Never a slot that is past, or a slow database would make a burst of them.
                self._pace, slot = self._pace.book(cost=each.cost, now=self._clock.now())
                latest = max(latest, slot + self._habits.late)
                await self._wait_for(slot)
            now = self._clock.now()
            if self._must_stay(latest):
                self._ledger.note(each.parcel, Later(0, whole_token=False), now)
                self._runway.release()
            else:
                self._chats.book(each.address.chat, cost=each.cost, now=now)
                flights.create_task(self._carry(each))

    def _must_stay(self, latest: datetime) -> bool:
        now = self._clock.now()
        return self._is_over() or self._pace.is_shut(now) or now > latest

    async def _wait_for(self, slot: datetime) -> None:
        """Not where the clock was set back since it was booked: it would be as far away as that."""
        now = self._clock.now()
        if slot > now and not self._pace.is_ahead_of(now):
            await asyncio.sleep(0)  # what has left starts at its own slot, before the clock moves on
            await self._clock.sleep((slot - now).total_seconds())

    async def _carry(self, ready: Ready) -> None:
        """Send one and note what became of it; never raises, or its companions would be cancelled with it."""
        outcome = await self._outcome(ready)
        now = self._clock.now()
        if isinstance(outcome, Stopped):
            self.stopped = outcome
            log.critical("The messenger refuses our token: %s", outcome.reason)
        self._pace = after(self._pace, self._chats, outcome, chat=ready.address.chat, now=now, jitter=self._jitter())
        self._ledger.note(ready.parcel, outcome, now)
        self._runway.release()
        self._woken.set()

    async def _outcome(self, ready: Ready) -> Outcome:
        try:
            return await self._channel.send(
                ready.message, to=ready.address, over=over_of(ready.parcel), done=ready.parcel.done
            )
        except Exception as error:  # noqa: BLE001  a fault of ours in one message must not stop the others
            number = self._fault()
            report_fault("Sending", type(ready.parcel.letter).__name__, error, number)
            return Rejected(f"fault {number}", for_all=True)

    async def _write_down(self) -> None:
        await self._ledger.write_down()
        await self._ledger.keep_gate(self._pace.gate, self._clock.now())

    async def _write_the_last(self, *, tries: int) -> None:
        """What is not written down when we leave is sent again: a busy database is waited for.

        Who resigns tries once: if another one has begun, it is void, and whoever lost the database has no time.
        """
        for left in reversed(range(tries)):
            try:
                await self._write_down()
                break
            except Exception as error:
                if not left and not self._resigned:
                    raise
                self._report("The last writing of", error)
                await self._clock.sleep(self._habits.breath)

    def _report(self, doing: str, error: Exception) -> None:
        if not self._is_told(error):
            report_fault(doing, "the courier", error, self._fault())

    async def _rest(self, seconds: float) -> None:
        """Wait for a kick, an answer or the end of these seconds: whichever is first."""
        self._desk.forget()
        try:
            await asyncio.wait_for(self._woken.wait(), seconds)
        except TimeoutError:
            return

    async def _seconds_to_rest(self) -> float:
        """Until the gate opens or something is due, but never longer than a tick."""
        now = self._clock.now()
        until = self._pace.shut_until if self._pace.is_shut(now) else await self._queue.next_due()
        if until is None:
            return self._habits.tick
        return min(max((until - now).total_seconds(), self._habits.breath), self._habits.tick)

    async def _wait_for_promised(self) -> bool:
        """Wait for what was put back for a moment only; returns whether there is such a thing."""
        if self._pace.is_down:
            return False
        now = self._clock.now()
        shut = self._pace.is_shut(now)
        until = self._pace.shut_until if shut else await self._queue.next_due()
        latest = now + PATIENCE if shut else self._ledger.promised
        if until is None or not now < until <= latest:
            return False
        await self._clock.sleep((until - now).total_seconds())
        return True


def over_of(parcel: Parcel) -> int | None:
    """The message it replaces: the queue's word for it, or the reply's own."""
    if parcel.over is None and isinstance(parcel.letter, Reply):
        return parcel.letter.over
    return parcel.over
