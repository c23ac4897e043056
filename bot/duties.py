"""Work that only one of several processes does; the others stand by and take over when it is gone."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

from storage.duties import Duties

log = logging.getLogger(__name__)

TRY_AGAIN = 1.0
"""Seconds: so soon somebody who stands by notices that a duty is free."""


class Watch:
    """Does something while it is ours to do, until told to stop."""

    def __init__(
        self, duty: str, *, duties: Duties, work: Callable[[], Awaitable[object]], resign: Callable[[], None]
    ) -> None:
        self._duty = duty
        self._duties = duties
        self._work = work
        self._resign = resign
        self._told = asyncio.Event()

    def stop(self) -> None:
        """Stand by no longer; what works is stopped by whoever knows it."""
        self._told.set()

    async def run(self) -> None:
        """Stand by, work, and stand by again when somebody else has taken over; ends when the work does."""
        stood_by = False
        while not self._told.is_set():
            if await self._duties.take(self._duty):
                if stood_by:
                    log.warning("taking over: %s", self._duty)
                if await self._serve():
                    return
            stood_by = True
            await self._rest()

    async def _serve(self) -> bool:
        """Work until done, or until it is ours no more; returns whether it is done."""
        lost = False

        async def look() -> None:
            nonlocal lost
            await self._duties.until_lost(self._duty)
            lost = True
            log.warning("no longer ours: %s", self._duty)
            self._resign()

        try:
            async with asyncio.TaskGroup() as both:
                guard = both.create_task(look())
                await self._work()
                guard.cancel()
        finally:
            await self._duties.leave(self._duty)
        return not lost

    async def _rest(self) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._told.wait(), TRY_AGAIN)
