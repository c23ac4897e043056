"""One bot's line: who takes in for its token, and who carries out; each where nobody else does it already.

A token that Telegram no longer accepts ends its line and no other: what is queued for it stays.
"""

import asyncio
from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from telegram import Bot, Update

from bot.aside import Aside
from bot.duties import Watch
from delivery.courier import Courier
from storage.duties import Duties


class Role(StrEnum):
    """What a process does; several processes share one PostgreSQL."""

    ALL = "all"
    INTAKE = "intake"
    COURIER = "courier"
    SCHEDULER = "scheduler"

    def does(self, room: "Role") -> bool:
        """Whether this is among its work."""
        return self in {Role.ALL, room}

    @property
    def speaks(self) -> bool:
        """Whether it has to do with Telegram at all."""
        return self is not Role.SCHEDULER


class Door(Protocol):
    """How updates come in: they are asked for, or brought."""

    async def run(self) -> None:
        """Let them in until told to stop, or until the token is refused."""
        ...

    async def poll(self, patience: int) -> int:
        """Wait so many seconds for updates, take what came in, and only then confirm it; returns how many came."""
        ...

    async def take(self, updates: Sequence[Update]) -> None:
        """Take these in, all of them or none."""
        ...

    def stop(self) -> None:
        """Let nothing more in."""
        ...

    def resign(self) -> None:
        """Leave it to another process; `run` returns, and may be called again."""
        ...


class Line:
    """A bot, its intake with what is done aside of it, and its courier."""

    def __init__(self, bot: Bot, *, intake: Door, aside: Aside, courier: Courier, role: Role, duties: Duties) -> None:
        self.bot = bot
        self.aside = aside
        self.intake = intake
        self.courier = courier
        rooms: dict[Role, Door | Courier] = {Role.INTAKE: intake, Role.COURIER: courier}
        self._watches = [
            Watch(f"{name} of @{bot.username}", duties=duties, work=room.run, resign=room.resign)
            for name, room in rooms.items()
            if role.does(name)
        ]

    async def run(self) -> None:
        """Take in and carry out until stopped, or until the token is refused."""
        async with asyncio.TaskGroup() as rooms:
            rooms.create_task(self.aside.run())
            for watch in self._watches:
                rooms.create_task(self._together(watch))

    async def _together(self, watch: Watch) -> None:
        """Nothing is taken in while nobody can answer, and nobody answers what is not taken in."""
        try:
            await watch.run()
        finally:
            self.stop()

    def stop(self) -> None:
        """Take nothing more in, let the courier settle."""
        for watch in self._watches:
            watch.stop()
        self.intake.stop()
        self.aside.stop()
        self.courier.stop()
