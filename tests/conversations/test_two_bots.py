"""Two bots in one house: what is said to one is heard through the other, and each keeps to its own people."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from participation.clock import HandClock
from simulator.faults import Fault
from simulator.world import World
from tests.conversations.steps import publish_despite
from tests.town import MIDSUMMER, TOKEN, announce, open_town

OTHER = "2000:BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB"
NOTICE = Path(__file__).parents[2] / "examples" / "permet-plani-social.txt"


@pytest.fixture
async def towns(tmp_path):
    """The same town seen through either bot."""
    clock = HandClock(MIDSUMMER)
    world = World(now=clock.now)
    world.add_bot(token=TOKEN, username="bashke_bot", name="Bashkë")
    other = world.add_bot(token=OTHER, username="permet_bot", name="Përmeti")
    async with open_town(tmp_path, clock=clock, world=world) as town:
        yield town, replace(town, bot=other)


async def test_everybody_hears_of_a_consultation_through_the_bot_they_know(towns):
    here, there = towns
    ana, bora = await here.citizen("Ana"), await there.citizen("Bora")
    await announce(here)
    assert here.who_sees([ana], "Plani Social") == {ana.id: 1}
    assert there.who_sees([bora], "Plani Social") == {bora.id: 1}
    assert not here.seen(bora)
    assert not there.seen(ana)


async def test_a_comment_left_at_one_bot_is_answered_at_the_other(towns):
    here, there = towns
    era = await here.officer("Era")
    bora = await there.citizen("Bora", "English")
    await announce(here, era)
    await there.press(bora, "Comment")
    await there.say(bora, "More buses.")
    for label in ("Without a name", "Send"):
        await there.press(bora, label)
    await here.say(era, "/zyra")
    for label in ("Comments to answer", "PR-2023-0001", "Answer", "Accept"):
        await here.press(era, label)
    await here.say(era, "We will run two more.")
    await here.press(era, "Send")
    assert "We will run two more." in there.heard(bora).text


async def test_a_document_that_one_bot_was_given_comes_through_the_other_and_is_fetched_once(towns):
    here, there = towns
    era = await here.officer("Era")
    bora, cara = await there.citizen("Bora", "English"), await there.citizen("Cara", "English")
    await here.press(era, "Publish a notice")
    await here.say(era, NOTICE.read_text(encoding="utf-8"))
    await here.press(era, "That was all")
    await here.do(era, lambda: era.sends_document(here.bot, "plani.pdf", b"the plan itself"))
    await here.press(era, "Go on")
    await publish_despite(here, era)
    await there.press(bora, "plani.pdf (")
    given = bora.chat(there.bot).messages[-1]
    assert (given.kind, given.file.name, given.file.content) == ("document", "plani.pdf", b"the plan itself")
    here.world.faults.add(Fault("500", method="getFile", times=None))
    await there.press(cara, "plani.pdf (")
    assert cara.chat(there.bot).messages[-1].file.content == b"the plan itself"


async def test_a_token_that_is_refused_ends_its_own_line_and_no_other(towns, caplog):
    here, there = towns
    bora, ana = await there.citizen("Bora"), here.newcomer()
    del here.world.bots[OTHER]
    bora.starts(there.bot)
    async with asyncio.timeout(20), asyncio.TaskGroup() as tasks:
        running = tasks.create_task(here.service.run())
        ana.starts(here.bot)
        while not here.seen(ana):  # noqa: ASYNC110  nobody rings when it is so
            await asyncio.sleep(0.01)
        assert not running.done()
        here.service.stop()
    assert running.result() is True
    assert "the token is no longer valid" in caplog.text
