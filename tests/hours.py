"""The service's own loops, whose rests take hours of a clock that is moved by hand instead of ours."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest

from tests.town import Town

PATIENCE = 30.0


class Hours:
    """Whoever rests is noted with the moment until when; the hands move once everybody rests."""

    def __init__(self, town: Town, beat: timedelta) -> None:
        self._town = town
        self._beat = beat
        self._next_beat = self._until = town.clock.now()
        self._resting: dict[object, tuple[datetime, asyncio.Event]] = {}

    async def rest(self, who: object, seconds: float, woken: asyncio.Event) -> None:
        """Sleep until the hands are there, or until woken."""
        alarm = asyncio.Event()
        self._resting[who] = (self._town.clock.now() + timedelta(seconds=seconds), alarm)
        both = [asyncio.ensure_future(each.wait()) for each in (alarm, woken)]
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            del self._resting[who]
            for each in both:
                each.cancel()

    async def until(self, moment: datetime) -> None:
        """Let time go by: everybody wakes at their own moment, and the metronome beats."""
        town, self._until = self._town, moment
        while town.clock.now() < self._until:
            await self._all_rest()
            town.clock.set(min(self._until, self._next_beat, *(until for until, _ in self._resting.values())))
            if town.clock.now() >= self._next_beat:
                self._next_beat = town.clock.now() + self._beat
                for job in town.service.metronome._jobs:
                    await town.service.metronome._safely(job)
            for until, alarm in self._resting.values():
                if until <= town.clock.now():
                    alarm.set()
        await self._all_rest()

    def set_clock(self, by: timedelta) -> None:
        """Set the clock back or forward; whoever rests does so for as long as they would have."""
        self._town.clock.move(by)
        self._next_beat += by
        self._until += by
        self._resting = {who: (until + by, alarm) for who, (until, alarm) in self._resting.items()}

    async def _all_rest(self) -> None:
        async with asyncio.timeout(PATIENCE):
            while not self._is_quiet():  # noqa: ASYNC110
                await asyncio.sleep(0.0005)

    def _is_quiet(self) -> bool:
        couriers = [line.courier for line in self._town.service.lines]
        if any(courier._woken.is_set() or courier._runway._value < courier._habits.in_flight for courier in couriers):
            return False
        return len(self._resting) == 2 * len(couriers) and not any(a.is_set() for _, a in self._resting.values())


@asynccontextmanager
async def living(town: Town, *, beat: timedelta = timedelta(minutes=5)) -> AsyncIterator[Hours]:
    """Intake by asking and courier run as they do in a town hall."""
    hours = Hours(town, beat)
    with pytest.MonkeyPatch.context() as patch:
        for line in town.service.lines:
            _slow_down(line, hours, patch)
        async with asyncio.TaskGroup() as rooms:
            for line in town.service.lines:
                rooms.create_task(line.run())
            try:
                yield hours
            finally:
                town.service.stop()


def _slow_down(line, hours: Hours, patch: pytest.MonkeyPatch) -> None:
    polling, courier = line.intake, line.courier
    poll = polling.poll

    async def rest_of_intake(seconds: float) -> None:
        await hours.rest(polling, seconds, polling.stopping)

    async def rest_of_courier(seconds: float) -> None:
        courier._desk.forget()
        await hours.rest(courier, seconds, courier._woken)

    async def long_poll(patience: int) -> int:
        if not (came := await poll(0)):
            await rest_of_intake(patience)
        return came

    patch.setattr(polling, "poll", long_poll)
    patch.setattr(polling, "_rest", rest_of_intake)
    patch.setattr(courier, "_rest", rest_of_courier)
