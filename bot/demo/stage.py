"""A stage: a world without Telegram, the real service in it, and a clock moved by hand.

The demo plays on it over HTTP and the conversation tests in process; both see what phones see.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.lines import Line
from bot.wiring import Service
from participation.clock import HandClock
from simulator.bots import Bot
from simulator.messages import Message
from simulator.people import Person
from simulator.world import World

MOST_ROUNDS = 500
A_BREATH = timedelta(seconds=5)


class RestlessError(Exception):
    """The stage never comes to rest: something answers itself."""


@dataclass
class Stage:
    """Everything a scene needs."""

    world: World
    bot: Bot
    service: Service
    clock: HandClock

    @property
    def line(self) -> Line:
        """The line of the one bot on it."""
        return self.service.lines[0]

    async def settle(self) -> None:
        """Let everything happen that can happen at this moment."""
        await self._take()
        await self._deliver()
        for _ in range(MOST_ROUNDS):
            if not await self._take() and not any(map(self.world.pending, self.world.bots.values())):
                return
            await self._deliver()
        raise RestlessError

    async def _take(self) -> int:
        """Take in what waits at every bot, with what is done aside; returns how much it was."""
        taken = sum([await line.intake.poll(0) for line in self.service.lines])
        for line in self.service.lines:
            await line.aside.settle()
        return taken

    async def _deliver(self) -> None:
        """Deliver what is due, and what the courier holds back for a breath."""
        await self._deliver_due()
        while (due := await self._next_due()) is not None and due - self.clock.now() <= A_BREATH:
            self.clock.set(due)
            await self._deliver_due()

    async def _deliver_due(self) -> None:
        for line in self.service.lines:
            await line.courier.deliver_due()

    async def until(self, moment: datetime, step: timedelta = timedelta(minutes=30)) -> None:
        """Let time go by: the metronome beats at each step, and what is due between two beats leaves at its moment."""
        while self.clock.now() < moment:
            self.clock.set(min(self.clock.now() + step, moment, await self._next_due() or moment))
            await self.service.metronome.beat()
            await self.settle()

    async def _next_due(self) -> datetime | None:
        queues = [self.service.database.queue(line.bot.id) for line in self.service.lines]
        due = min(filter(None, [await queue.next_due() for queue in queues]), default=None)
        return due if due is not None and due > self.clock.now() else None

    async def pass_time(self, by: timedelta, step: timedelta = timedelta(minutes=30)) -> None:
        """Let so much time go by."""
        await self.until(self.clock.now() + by, step)

    def heard(self, person: Person) -> Message:
        """The newest message this person sees from the bot."""
        return person.last(self.bot)

    def seen(self, person: Person) -> list[str]:
        """Every text that the bot shows this person now."""
        return [message.text for message in person.chat(self.bot).messages if message.direction == "out"]
