"""What the refusals and faults become in python-telegram-bot, through each door."""

import time

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from simulator.faults import Fault
from simulator.limits import Gate, Limits

from .conftest import in_process


async def test_a_blocked_person_is_forbidden(client, ana):
    ana.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await client.send_message(ana.id, "a")


async def test_an_unknown_chat_is_a_bad_request(client):
    with pytest.raises(BadRequest, match="Chat not found"):
        await client.send_message(5, "a")


async def test_an_upgraded_group_tells_its_new_id(client, world, bot, ana):
    old = world.group("Lagjja", members=[ana, bot])
    new = old.upgrades()
    with pytest.raises(ChatMigrated) as caught:
        await client.send_message(old.id, "a")
    assert caught.value.new_chat_id == new.id
    await client.send_message(new.id, "a")
    assert new.last().text == "a"


async def test_a_strange_token_is_invalid(world):
    with pytest.raises(InvalidToken):
        async with in_process(world, token="2000:nobody"):
            pass


async def test_a_flood_says_how_long_to_wait(client, bot, ana):
    bot.gate = Gate(Limits(chat_burst=1))
    await client.send_message(ana.id, "a")
    with pytest.raises(RetryAfter) as caught:
        await client.send_message(ana.id, "b")
    assert caught.value.retry_after.total_seconds() == 1


async def test_a_set_webhook_conflicts_with_polling(client):
    await client.set_webhook("https://bot.example/hook")
    with pytest.raises(Conflict, match="webhook is active"):
        await client.get_updates()
    await client.delete_webhook()
    assert await client.get_updates() == ()


FAULTS = [
    (Fault("429", retry_after=7), RetryAfter, 0),
    (Fault("500"), NetworkError, 0),
    (Fault("html_502"), NetworkError, 0),
    (Fault("refused"), NetworkError, 0),
    (Fault("cut_before"), NetworkError, 0),
    (Fault("cut_after"), NetworkError, 1),
    (Fault("timeout_before"), TimedOut, 0),
    (Fault("timeout_after"), TimedOut, 1),
    (Fault("slow", seconds=0.25), TimedOut, 1),
]


@pytest.mark.parametrize(("fault", "error", "delivered"), FAULTS, ids=lambda row: getattr(row, "kind", None))
async def test_a_fault_befalls_one_call(line, world, ana, fault, error, delivered):
    world.faults.add(fault)
    with pytest.raises(error):
        await line.send_message(ana.id, "a", read_timeout=0.12)
    assert world.delivered(ana.id) == delivered
    await line.send_message(ana.id, "b")
    assert world.delivered(ana.id) == delivered + 1


async def test_a_slow_answer_arrives_for_the_patient(line, world, ana):
    world.faults.add(Fault("slow", seconds=0.1))
    began = time.monotonic()
    assert (await line.send_message(ana.id, "a")).text == "a"
    assert time.monotonic() - began >= 0.1


async def test_a_refused_connection_is_told_from_a_cut_one_by_its_cause(world, ana):
    causes = []
    async with in_process(world) as client:
        world.faults.add(Fault("refused"))
        world.faults.add(Fault("cut_after"))
        for _ in range(2):
            with pytest.raises(NetworkError) as caught:
                await client.send_message(ana.id, "a")
            causes.append(type(caught.value.__cause__).__name__)
    assert causes == ["ConnectError", "RemoteProtocolError"]


async def test_a_fault_finds_its_method_and_chat(client, world, ana):
    era = world.person("Era")
    era.starts()
    world.faults.add(Fault("429", method="sendMessage", chat_id=era.id, times=2, skip=1))
    await client.get_me()
    await client.send_message(ana.id, "a")
    await client.send_message(era.id, "a")
    for _ in range(2):
        with pytest.raises(RetryAfter):
            await client.send_message(era.id, "b")
    await client.send_message(era.id, "c")
    assert [message.text for message in era.chat().messages] == ["/start", "a", "c"]


async def test_a_fault_without_end_ends_when_cleared(client, world, ana):
    world.faults.add(Fault("500", times=None))
    for _ in range(3):
        with pytest.raises(NetworkError):
            await client.send_message(ana.id, "a")
    world.faults.clear()
    await client.send_message(ana.id, "a")
    assert [call.outcome for call in world.calls if call.method == "sendMessage"] == ["500"] * 3 + ["ok"]
