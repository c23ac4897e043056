"""The demo's last line is honest: a lost and a doubled message are counted."""

from datetime import UTC, datetime

import pytest
from telegram import Bot
from telegram.error import Forbidden

from bot.demo.account import Account, last_line, marks
from simulator.door import InProcess
from simulator.world import World

NOW = datetime(2023, 6, 20, 8, tzinfo=UTC)


@pytest.fixture
async def scene():
    world = World(now=lambda: NOW)
    side = world.add_bot()
    people = [world.person(name) for name in ("Ana", "Beni", "Cela")]
    for person in people:
        person.starts(side)
    async with Bot(side.token, request=InProcess(world), get_updates_request=InProcess(world)) as bot:
        await bot.get_updates(timeout=0)
        yield world, side, people, bot


async def test_everybody_who_heard_once_is_neither_lost_nor_doubled(scene):
    _, _, people, bot = scene
    account, before = Account(), marks(people)
    for person in people:
        await bot.send_message(person.id, "hear, hear")
    account.everybody_heard(people, "hear", before)
    assert (account.lost, account.doubled) == (0, 0)


async def test_who_heard_nothing_is_lost_and_who_heard_twice_is_doubled(scene):
    _, _, people, bot = scene
    account, before = Account(), marks(people)
    await bot.send_message(people[0].id, "hear, hear")
    await bot.send_message(people[0].id, "hear, hear")
    await bot.send_message(people[1].id, "hear, hear")
    account.everybody_heard(people, "hear", before)
    assert (account.lost, account.doubled) == (1, 1)


async def test_whoever_was_not_answered_is_lost(scene):
    _, _, people, bot = scene
    account = Account()
    for person in people[:2]:
        await bot.send_message(person.id, "hello")
    account.nobody_waits(people)
    assert account.lost == 1


async def test_the_last_line_counts_on_the_phones_and_at_the_servers_door(scene):
    world, side, people, bot = scene
    people[2].blocks()
    for person in people[:2]:
        await bot.send_message(person.id, "hello")
    with pytest.raises(Forbidden):
        await bot.send_message(people[2].id, "hello")
    line = last_line(world, side, Account(), 1.2)
    # what the block told the bot was never fetched: that update counts as lost
    assert line == "sent=3 received=2 unreachable=1 lost=4 doubled=0 seconds=1"
