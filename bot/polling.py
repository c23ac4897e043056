"""Updates by asking for them: each batch is taken in, and only then does the offset move.

Telegram keeps what was not confirmed for a day, so whatever fails here comes again.
"""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.batches import Batch, fetch
from bot.intake import Intake
from bot.outage import Outage, wished
from participation.clock import Clock

log = logging.getLogger(__name__)

LONG_POLL: Final = 25
PATIENCE: Final = 5.0
SHORTEST_REST: Final = 1.0
LONGEST_REST: Final = 30.0
"""Seconds between two tries while Telegram cannot be reached: each rest is twice the one before."""


class Polling:
    """Asks Telegram for the updates of one bot."""

    def __init__(self, intake: Intake, *, clock: Clock) -> None:
        self._intake = intake
        self._bot = intake.bot
        self._offset: int | None = None
        self._outage = Outage(log, clock)
        self._patience = SHORTEST_REST
        self._waiting: asyncio.Timeout | None = None
        self._resigned = False
        self.stopping = asyncio.Event()

    def stop(self) -> None:
        """Take nothing more in; a poll that waits is broken off once, since what it would bring is not confirmed."""
        if not self.stopping.is_set():
            self._break_off()
        self.stopping.set()

    def resign(self) -> None:
        """Leave the polling to another process; `run` returns, and may be called again."""
        self._resigned = True
        self._break_off()

    def _break_off(self) -> None:
        if self._waiting is not None:
            self._waiting.reschedule(0)

    async def run(self) -> None:
        """Poll until stopped; a network that is away, or a database, is waited for."""
        self._resigned = False
        await self._close_webhook()
        while not (self.stopping.is_set() or self._resigned):
            try:
                await self.poll(LONG_POLL)
                self._outage.is_over()
                self._patience = SHORTEST_REST
            except RetryAfter as wait:
                await self._rest(wished(wait))
            except InvalidToken:
                log.critical("the token is no longer valid: intake stops, everything queued stays")
                return
            except Conflict:
                self._outage.tell("another process polls with this token, or it had a webhook; trying again")
                await self._close_webhook()
                await self._rest(PATIENCE)
            except NetworkError as away:
                self._outage.tell("Telegram cannot be reached (%s); trying again", type(away).__name__)
                await self._rest(self._patience)
                self._patience = min(2 * self._patience, LONGEST_REST)
            except Exception as error:  # noqa: BLE001  whatever it is, nothing was confirmed: it comes again
                self._outage.tell_of(error, "trying again")
                await self._rest(PATIENCE)

    async def _close_webhook(self) -> None:
        """One that was set before would keep every update from us; what waits behind it stays."""
        with suppress(TelegramError, TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self._delete_webhook()

    async def _delete_webhook(self) -> None:
        if (await self._bot.get_webhook_info()).url:
            log.warning("a webhook was set: it is closed, for here updates are asked for")
            await self._bot.delete_webhook()

    async def _rest(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self.stopping.wait()
        except TimeoutError:
            return

    async def poll(self, patience: int) -> int:
        """Wait so many seconds for updates, take what came, move the offset; returns how many came."""
        batch = await self._fetch(patience)
        if batch.updates:
            await self.take(batch.updates)
        self._offset = batch.behind
        return batch.came

    async def _fetch(self, patience: int) -> Batch:
        try:
            async with asyncio.timeout(None) as self._waiting:
                return await fetch(self._bot, offset=self._offset, patience=patience)
        except TimeoutError:
            return Batch(behind=self._offset)
        finally:
            self._waiting = None

    async def take(self, updates: Sequence[Update]) -> None:
        """Acknowledge the buttons, and take everything in meanwhile."""
        async with asyncio.TaskGroup() as direct:
            for query in filter(None, (update.callback_query for update in updates)):
                direct.create_task(self._intake.acknowledge(query))
            direct.create_task(self._intake.take(updates))
