"""Updates that are brought to us: each waits here until its transaction is committed, and only then gets its 200.

hand_in() ──▶ waiting ──some, in one transaction──▶ committed: 200
   │              └── the database is away ──▶ 503, and Telegram brings it again
   └── too many wait, or nobody takes in: 503

Telegram brings what is said in one chat in its order, but a button and a message of the same person may come side by
side. Here they wait in one queue, and the intake takes one after another.
"""

import asyncio
import hmac
import json
import logging
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from telegram import Update

from bot.batches import SIZE, number_of, read
from bot.intake import Intake
from bot.outage import Outage
from bot.registration import Registration
from delivery.desk import fault_number
from participation.clock import Clock

log = logging.getLogger(__name__)

MOST_WAITING: Final = 300
QUIET: Final = 60
"""Seconds between two looks at an empty queue; whatever comes ends the wait."""
ILL: Final = 60.0
"""Seconds after a failure for which the intake counts as ill if nothing has been taken in since."""


@dataclass(eq=False)
class Waiting:
    """An update, and what becomes of it."""

    update: Update
    taken: asyncio.Future[bool] = field(default_factory=lambda: asyncio.get_running_loop().create_future())

    def settle(self, taken: bool) -> None:
        """Tell whoever brought it; they may be gone."""
        if not self.taken.done():
            self.taken.set_result(taken)


class Webhook:
    """Where the updates of one bot are brought to."""

    def __init__(self, intake: Intake, *, registration: Registration, clock: Clock) -> None:
        self.bot = intake.bot
        self._intake = intake
        self._registration = registration
        self._outage = Outage(log, clock)
        self._queue: deque[Waiting] = deque()
        self._stir = asyncio.Event()
        self._lets_in = False
        self._stopped = False
        self._ill_until = 0.0

    @property
    def is_open(self) -> bool:
        """Whether somebody takes in, and not too many wait."""
        return self._lets_in and len(self._queue) < MOST_WAITING

    @property
    def is_well(self) -> bool:
        """Whether somebody takes in and has lately been able to."""
        return self.is_open and asyncio.get_running_loop().time() >= self._ill_until

    def trusts(self, secret: bytes) -> bool:
        """Whether Telegram alone can have said this; it takes the same time whatever was said."""
        return hmac.compare_digest(secret, self._registration.secret.encode())

    def stop(self) -> None:
        """Let nothing more in; what was let in is still taken."""
        self._stopped = True
        self.resign()

    def resign(self) -> None:
        """Leave it to another process: what is brought here is sent away. `run` returns, and may be called again."""
        self._lets_in = False
        self._stir.set()

    async def run(self) -> None:
        """Tell Telegram where we are and take in what it brings, until stopped or until the token is refused."""
        self._lets_in = not self._stopped
        try:
            async with asyncio.TaskGroup() as both:
                registering = both.create_task(self._register())
                while self._lets_in or self._queue:
                    await self.poll(QUIET)
                registering.cancel()
        finally:
            self._lets_in = False
            while self._queue:
                self._queue.popleft().settle(taken=False)

    async def _register(self) -> None:
        await self._registration.keep()
        log.critical("the token is no longer valid: intake stops, everything queued stays")
        self.resign()

    async def poll(self, patience: int) -> int:
        """Wait so many seconds for something to be brought and take as much as goes into a batch; returns how many."""
        if not self._queue:
            self._stir.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(patience):
                    await self._stir.wait()
        batch = [self._queue.popleft() for _ in range(min(SIZE, len(self._queue)))]
        taken = False
        try:
            taken = await self._try([each.update for each in batch])
        finally:
            for each in batch:
                each.settle(taken)
        return len(batch)

    async def _try(self, updates: Sequence[Update]) -> bool:
        """Take them in; returns whether they are safe with us."""
        if not updates:
            return True
        try:
            await self.take(updates)
        except Exception as error:  # noqa: BLE001  whatever it is, nothing is confirmed: it comes again
            self._outage.tell_of(error, "Telegram will try again")
            self._ill_until = asyncio.get_running_loop().time() + ILL
            return False
        self._outage.is_over()
        self._ill_until = 0.0
        return True

    async def take(self, updates: Sequence[Update]) -> None:
        """Take these in, in one transaction."""
        await self._intake.take(updates)

    async def hand_in(self, body: bytes) -> bool:
        """Whether what was brought is done with: committed, or of a kind that no other try would make readable."""
        raw: object = None
        try:
            raw = json.loads(body)
            update = read(raw, self.bot)
        except Exception as error:  # noqa: BLE001  whatever it is, it would be the same the next time
            return await self._leave_out(raw, error)
        return await self._let_wait(update)

    async def _leave_out(self, raw: object, error: Exception) -> bool:
        """Park what cannot be read: an error would have Telegram repeat it for a day, and nothing else of its chat."""
        number = number_of(raw)
        if number is None:
            log.error("what was brought is no update, fault %s", fault_number(), exc_info=error)
            return True
        try:
            await self._intake.park(number, error)
        except Exception as away:  # noqa: BLE001  as in `_try`
            self._outage.tell_of(away, "Telegram will try again")
            return False
        return True

    async def _let_wait(self, update: Update) -> bool:
        if not self.is_open:
            return False
        waiting = Waiting(update)
        self._queue.append(waiting)
        self._stir.set()
        if update.callback_query is not None:
            # Now, and not when it is taken: whoever pressed looks at a spinner, for 150 seconds at the most.
            await self._intake.acknowledge(update.callback_query)
        return await waiting.taken
