"""What a bot is told: in order, until confirmed, and not for ever."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import Conflict

from simulator.clock import HandClock
from simulator.updates import FIRST_ID, Inbox

from .conftest import START


async def texts(call, **parameters):
    code, updates = await call("getUpdates", **parameters)
    assert code == 200
    return [update["message"]["text"] for update in updates]


async def test_unconfirmed_updates_come_again(call, bot, ana):
    ana.says(bot, "dy")
    assert await texts(call) == await texts(call) == ["/start", "dy"]


async def test_an_offset_confirms_everything_below_at_the_call(call, world, bot, ana):
    ana.says(bot, "dy")
    _, updates = await call("getUpdates")
    assert await texts(call, offset=updates[1]["update_id"]) == ["dy"]
    assert world.pending() == 1
    assert await texts(call, offset=updates[1]["update_id"] + 1) == []
    assert await texts(call, offset=0) == []


async def test_a_negative_offset_forgets_all_but_the_newest(call, bot, ana):
    for text in ("dy", "tre"):
        ana.says(bot, text)
    assert await texts(call, offset=-1) == ["tre"]
    assert await texts(call) == ["tre"]


async def test_a_limit_cuts_the_batch(call, bot, ana):
    for n in range(150):
        ana.says(bot, str(n))
    assert len(await texts(call)) == len(await texts(call, limit=0)) == 100
    assert await texts(call, limit="2") == ["/start", "0"]


async def test_a_press_is_lost_after_150_seconds_and_a_message_after_a_day(call, world, clock, bot, ana):
    await call(
        "sendMessage",
        chat_id=ana.id,
        text="a",
        reply_markup={"inline_keyboard": [[{"text": "Po", "callback_data": "po"}]]},
    )
    ana.presses("Po")
    clock.advance(seconds=149)
    assert world.pending() == 2
    clock.advance(seconds=1)
    assert world.pending() == 1
    clock.advance(hours=24)
    assert world.pending() == 0


async def test_only_the_kinds_a_bot_asked_for_are_kept(call, world, bot, ana):
    await call("getUpdates", allowed_updates=["my_chat_member"])
    ana.says(bot, "nuk vjen")
    ana.blocks()
    _, updates = await call("getUpdates")
    assert [set(update) - {"update_id"} for update in updates] == [{"message"}, {"my_chat_member"}]
    await call("getUpdates", allowed_updates=[])
    ana.starts()
    assert world.pending() == 4


async def test_a_waiting_poll_is_answered_when_something_happens(client, bot, ana):
    (first,) = await client.get_updates()
    async with asyncio.timeout(2), asyncio.TaskGroup() as tasks:
        poll = tasks.create_task(client.get_updates(offset=first.update_id + 1, timeout=30))
        await asyncio.sleep(0.02)
        assert not poll.done()
        ana.says(bot, "tani")
    assert [update.message.text for update in poll.result()] == ["tani"]


async def test_a_poll_gives_up_when_its_time_is_over(call):
    async with asyncio.timeout(3):
        assert await texts(call, timeout=1) == []


async def test_a_second_poller_ends_the_wait_of_the_first(client, bot):
    async with asyncio.timeout(2), asyncio.TaskGroup() as tasks:
        older = tasks.create_task(told(client.get_updates(timeout=30)))
        await asyncio.sleep(0.02)
        newer = tasks.create_task(told(client.get_updates(timeout=30)))
        await asyncio.sleep(0.02)
        bot.inbox.release()
    assert "terminated by other getUpdates request" in older.result()
    assert newer.result() == "()"


async def test_setting_a_webhook_ends_a_waiting_poll(client):
    async with asyncio.timeout(2), asyncio.TaskGroup() as tasks:
        poll = tasks.create_task(told(client.get_updates(timeout=30)))
        await asyncio.sleep(0.02)
        await client.set_webhook("https://bot.example/hook")
    assert "terminated by setWebhook request" in poll.result()


async def told(poll):
    try:
        return str(await poll)
    except Conflict as error:
        return error.message


async def test_dropping_pending_updates_forgets_them(call, world, ana):
    await call("deleteWebhook", drop_pending_updates=True)
    assert world.pending() == 0


@given(steps=st.lists(st.one_of(st.just("add"), st.just("crash"), st.integers(1, 7)), max_size=60))
def test_offsets_never_lose_an_update_and_repeat_only_what_was_not_confirmed(steps):
    """`add` makes an update; a number takes that many and confirms; `crash` takes and never confirms."""
    inbox = Inbox(HandClock(START))
    made, handled, offset = [], [], 0
    for step in steps:
        if step == "add":
            made.append(inbox.add("message", {"n": len(made)}, lane="chat 1").update_id)
            continue
        inbox.confirm(offset)
        batch = [update.update_id for update in inbox.waiting()][: 3 if step == "crash" else step]
        if step != "crash" and batch:
            handled += batch
            offset = batch[-1] + 1
    inbox.confirm(offset)
    assert handled + [update.update_id for update in inbox.waiting()] == made
    assert made == [FIRST_ID + n for n in range(len(made))]


@pytest.mark.parametrize("kind", ["chat_member", "message_reaction"])
def test_some_kinds_come_only_when_asked_for(kind):
    inbox = Inbox(HandClock(START))
    inbox.add(kind, {}, lane="chat 1")
    inbox.want([kind])
    inbox.add(kind, {}, lane="chat 1")
    assert len(inbox) == 1
