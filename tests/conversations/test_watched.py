"""What the operator hears when something goes wrong in the queue, and that nothing is said where all is well."""

import logging
from datetime import timedelta

import pytest

from scheduler.watchdogs import sentence_of, standing
from simulator.faults import Fault
from tests.town import announce

BEAT = timedelta(seconds=15)


@pytest.fixture
def alarms(caplog):
    """What the watchdogs have written into the log."""
    caplog.set_level(logging.INFO)

    def heard():
        return [
            (each.levelname, each.getMessage())
            for each in caplog.records
            if each.name == "scheduler.jobs" and each.levelno >= logging.WARNING
        ]

    return heard


async def time_goes_by(town, beats):
    """Somebody keeps time, and nobody delivers."""
    for _ in range(beats):
        town.clock.move(BEAT)
        await town.service.metronome.beat()


async def nobody_answers(town, person, words):
    """Somebody says something; it is taken in and not carried out."""
    await town.line.courier.begin()
    await time_goes_by(town, 8)
    person.says(town.bot, words)
    await town._take()


async def ringing(town):
    async with town.service.database.reading() as work:
        return await standing(work.watch, town.clock.now())


@pytest.mark.on_both
async def test_a_reply_that_nobody_carries_out_is_heard_of_until_somebody_does(square, alarms):
    town, ana = square.town, square.ana
    await nobody_answers(town, ana, "/hapur")
    await time_goes_by(town, 20)
    alarm = f"replies {town.bot.id}"
    assert alarms() == [("ERROR", sentence_of(alarm))]
    assert await ringing(town) == [alarm]
    await town.settle()
    await time_goes_by(town, 1)
    assert alarms()[1:] == [("WARNING", f"This is over, there is nothing to do: {sentence_of(alarm)}")]
    assert await ringing(town) == []


async def test_an_alarm_names_nobody(square, alarms):
    town, ana = square.town, square.ana
    await nobody_answers(town, ana, "Kam një sekret")
    await time_goes_by(town, 8)
    ((_, said),) = alarms()
    assert not any(word in said for word in (str(ana.id), "Ana", "sekret"))


async def test_an_ordinary_announcement_is_no_alarm(town, alarms):
    """Two have blocked us, one has no account any more, and Telegram says wait."""
    era = await town.officer()
    people = [await town.citizen(f"P{n}", language="English") for n in range(24)]
    await town.line.courier.begin()
    people[0].blocks(town.bot)
    people[1].blocks(town.bot)
    people[2].deletes_account()
    town.world.faults.add(Fault("429", method="sendMessage", skip=5, retry_after=20))
    await announce(town, by=era)
    await town.say(people[5], "/hapur")
    for _ in range(20):
        town.clock.move(BEAT)
        await town.service.metronome.beat()
        await town.settle()
    assert sum(town.who_sees(people, "asks for your opinion").values()) == 21
    assert alarms() == []
    assert await ringing(town) == []
