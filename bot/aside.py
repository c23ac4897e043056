"""What is done beside the intake: papers are drawn and files opened, which takes seconds, and nobody waits for it.

add() ──▶ waiting ──▶ being made ──▶ told, in a transaction of its own
              └─────────┴── told to stop, or the same is wished for anew: given up
"""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from typing import Any, Final

from storage.troubles import is_away

log = logging.getLogger(__name__)

MOST_WAITING: Final = 500
"""Errands; what comes beyond is given up, for its button waits to be pressed again."""


@dataclass(frozen=True)
class Errand:
    """Something to make, and who is told what came of it, also that it failed; `whose` has one of them at a time.

    One for the same things is the same errand, another one takes its place.
    """

    whose: Hashable
    things: Hashable
    make: Callable[[], Awaitable[Any]]
    tell: Callable[[Any], Awaitable[None]]


class Aside:
    """Makes what is wished for, as it comes. What is given up is lost to nobody: the draft knows what it waits for."""

    def __init__(self) -> None:
        self._waiting: deque[Errand] = deque()
        self._being_made: dict[Hashable, tuple[Hashable, asyncio.Task[None]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._stir = asyncio.Event()
        self._stopped = False

    def add(self, errand: Errand) -> None:
        """Do this as soon as somebody runs us."""
        if len(self._waiting) >= MOST_WAITING:
            log.warning("too much waits to be drawn or opened: one is given up")
            return
        self._waiting.append(errand)
        self._stir.set()

    @property
    def is_busy(self) -> bool:
        """Whether something waits or is being made, and is not told yet."""
        return bool(self._waiting or self._tasks)

    def stop(self) -> None:
        """Begin nothing more; what is being made is given up, what is being told is told."""
        self._stopped = True
        self._stir.set()

    async def run(self) -> None:
        """Do what comes, until stopped."""
        async with asyncio.TaskGroup() as tasks:
            while not self._stopped:
                self._stir.clear()
                self._begin(tasks)
                await self._stir.wait()
            for _, task in self._being_made.values():
                task.cancel()

    async def settle(self) -> None:
        """Do what waits, and whatever follows from it: for whoever moves everything by hand."""
        while self._waiting:
            async with asyncio.TaskGroup() as tasks:
                self._begin(tasks)

    def _begin(self, tasks: asyncio.TaskGroup) -> None:
        latest = {errand.whose: errand for errand in self._waiting}
        self._waiting.clear()
        for errand in latest.values():
            things, task = self._being_made.get(errand.whose, (None, None))
            if task is not None and things == errand.things:
                continue
            if task is not None:
                task.cancel()
            task = tasks.create_task(self._do(errand))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
            self._being_made[errand.whose] = errand.things, task

    async def _do(self, errand: Errand) -> None:
        try:
            await errand.tell(await self._made(errand))
        except Exception as error:
            away = is_away(error)
            log.exception("what was made aside could not be told: its button waits", exc_info=None if away else error)

    async def _made(self, errand: Errand) -> object:
        try:
            return await errand.make()
        except Exception as error:  # noqa: BLE001  whoever is told parks it, as any other fault
            return error
        finally:
            self._leave(errand)

    def _leave(self, errand: Errand) -> None:
        """From here on it is not given up any more."""
        _, task = self._being_made.get(errand.whose, (None, None))
        if task is asyncio.current_task():
            del self._being_made[errand.whose]
