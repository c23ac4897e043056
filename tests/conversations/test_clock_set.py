"""The clock is set back or forward while an announcement runs: nothing waits for a moment that has gone or is far."""

from collections import Counter
from datetime import date, time, timedelta

import pytest

from participation.clock import wall
from simulator.faults import Fault
from tests.conversations.steps import numbers, schedule
from tests.conversations.test_time import REMINDERS, follow, heard_at
from tests.hours import living

WORDS = "Plani i rrugëve"
CITIZENS = 8
MINUTE = timedelta(minutes=1)
BEGINS = wall(date(2023, 7, 24), time(14))
STEPS = (timedelta(hours=-3, minutes=-5), timedelta(days=-2), timedelta(hours=3), timedelta(days=400))
"""After the first the moment of a reminder that was sent comes again."""
STUCK = "SELECT count(*) FROM parcels WHERE state IN ('claimed', 'sending') OR campaign IS NOT NULL AND state != 'sent'"


@pytest.mark.parametrize("by", STEPS, ids=str)
async def test_what_was_due_goes_on_and_comes_once(square, tmp_path, monkeypatch, by):
    town, ana = square.town, square.ana
    people = [ana, *[await town.citizen(f"Citizen {n}", language="English") for n in range(CITIZENS)]]
    town.clock.set(BEGINS - timedelta(hours=5))
    await follow(town, ana)
    await town.until(BEGINS - 2 * MINUTE, timedelta(hours=1))
    await schedule(town, square.zana, WORDS, at=BEGINS)
    before, calls = headlines(town, people), []
    send = town.line.courier._channel.send
    async with living(town, beat=MINUTE) as hours:

        async def sending(*given, **options):
            calls.append(1)
            if len(calls) == 2:
                hours.set_clock(by)
            return await send(*given, **options)

        monkeypatch.setattr(town.line.courier._channel, "send", sending)
        for kind in ("429", "timeout_before", "refused"):
            town.world.faults.add(Fault(kind, method="sendMessage", skip=1, retry_after=40))
        while len(calls) < 2:
            await hours.until(town.clock.now() + MINUTE)
        for person in people[-2:]:
            person.says(town.bot, "/menu")
        await hours.until(town.clock.now() + 15 * MINUTE)
    assert headlines(town, people) - before == Counter({WORDS: len(people), "What would you like to do?": 2})
    assert town.world.pending(town.bot) == 0
    assert town.clock.now() < BEGINS + by + 20 * MINUTE  # nobody has slept until the moment before the step
    assert numbers(tmp_path, STUCK) == [0]
    assert [len(heard_at(ana, words)) for words in REMINDERS] == [0, 1, 0]


def headlines(town, people) -> Counter[str]:
    return Counter(text.partition("\n")[0] for person in people for text in town.seen(person))
