"""How fast a bot may send."""

from datetime import UTC, datetime, timedelta

import pytest

from simulator.limits import Gate, Limits

START = datetime(2023, 6, 12, tzinfo=UTC)


def passing(gate, moments, *, chat=1, group=False):
    """How many messages at these seconds pass; a chat of None is another one each time."""
    refused = [
        gate.refuses(1000 + at if chat is None else chat, group=group, cost=1, now=START + timedelta(seconds=second))
        for at, second in enumerate(moments)
    ]
    return refused.count(0)


RATES = [
    ("thirty at once to thirty chats", [0.0] * 31, None, False, 30),
    ("thirty a second for ten seconds", [n / 30 for n in range(300)], None, False, 300),
    ("a short burst to one chat", [0.0] * 9, 1, False, 5),
    ("one a second to one chat", [float(n) for n in range(60)], 1, False, 60),
    ("twenty to a group", [n / 10 for n in range(25)], 1, True, 20),
    ("twenty a minute to a group", [3.0 * n for n in range(60)], 1, True, 60),
]


@pytest.mark.parametrize(("name", "moments", "chat", "group", "expected"), RATES, ids=[row[0] for row in RATES])
def test_the_allowed_rate_passes_and_the_surplus_does_not(name, moments, chat, group, expected):
    assert passing(Gate(Limits.mild()), moments, chat=chat, group=group) == expected


def test_a_mild_server_takes_the_next_as_soon_as_it_said():
    gate = Gate(Limits(chat_burst=1, chat_per_second=0.25))
    assert [gate.refuses(1, group=False, cost=1, now=START) for _ in range(2)] == [0, 4]
    assert gate.refuses(2, group=False, cost=1, now=START) == 0
    assert gate.refuses(1, group=False, cost=1, now=START + timedelta(seconds=4)) == 0


def test_a_strict_server_shuts_the_whole_token():
    gate = Gate(Limits(chat_burst=1, shut_for=5))
    assert [gate.refuses(1, group=False, cost=1, now=START) for _ in range(2)] == [0, 5]
    assert gate.refuses(2, group=False, cost=1, now=START + timedelta(seconds=2.5)) == 3
    assert gate.refuses(2, group=False, cost=1, now=START + timedelta(seconds=5)) == 0


async def test_an_album_counts_as_many_and_an_answer_to_a_press_as_none(call, bot, ana):
    bot.gate = Gate(Limits(chat_burst=3))
    album = [{"type": "photo", "media": ana.sends_photo(bot).file.file_id}] * 2
    assert (await call("sendMediaGroup", chat_id=ana.id, media=album))[0] == 200
    assert (await call("sendMessage", chat_id=ana.id, text="a"))[0] == 200
    assert await call("sendMessage", chat_id=ana.id, text="b") == (429, "Too Many Requests: retry after 1")
    assert (await call("sendChatAction", chat_id=ana.id, action="typing"))[0] == 200
    refused = await call("editMessageText", chat_id=ana.id, message_id=ana.last().message_id, text="c")
    assert refused[0] == 429


async def test_a_refused_message_is_not_delivered(call, world, clock, bot, ana):
    bot.gate = Gate(Limits(chat_burst=1))
    codes = [(await call("sendMessage", chat_id=ana.id, text=str(n)))[0] for n in range(3)]
    clock.advance(seconds=1)
    codes.append((await call("sendMessage", chat_id=ana.id, text="3"))[0])
    assert codes == [200, 429, 429, 200]
    assert world.delivered(ana.id) == 2
