"""The fast door: limits, planned faults, offsets, and that its counts are what clients saw."""

import asyncio
import json
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from telegram import Bot
from telegram.error import Forbidden, NetworkError, RetryAfter

from bot.transport import AiohttpRequest
from simulator.fast.door import Door
from simulator.fast.plan import Gate, Plan
from simulator.fast.source import Source
from simulator.fast.tally import Tally
from simulator.fast.wire import Line

TOKEN = "1000:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


@dataclass
class Open:
    """A door and its port."""

    door: Door
    port: int

    async def raw(self, sent: bytes, answers: int) -> list[dict[str, Any]]:
        """Write bytes, and read so many answers off the same connection."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(sent)
        read = []
        for _ in range(answers):
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
            read.append(json.loads(await reader.readexactly(length)))
        writer.close()
        return read


@asynccontextmanager
async def opened(**plan: Any):
    door = Door(Plan.read(plan), epoch=1_700_000_000.0)
    server = await asyncio.get_running_loop().create_server(lambda: Line(door.serve), "127.0.0.1", 0)
    async with server:
        yield Open(door, server.sockets[0].getsockname()[1])


@asynccontextmanager
async def talking(place: Open):
    root = f"http://127.0.0.1:{place.port}/bot"
    async with Bot(TOKEN, base_url=root, request=AiohttpRequest(), get_updates_request=AiohttpRequest()) as bot:
        yield bot


def request(body: bytes, kind: bytes, head: bytes = b"") -> bytes:
    start = b"POST /bot%b/sendMessage HTTP/1.1\r\nHost: x\r\nContent-Type: %b\r\n%b" % (TOKEN.encode(), kind, head)
    return start + (b"\r\n" if head else b"Content-Length: %d\r\n\r\n" % len(body)) + body


FORM = request(b"chat_id=7&text=%C3%A7+%26", b"application/x-www-form-urlencoded")
JSON = request('{"chat_id": 7, "text": "ç &"}'.encode(), b"application/json")
PARTS = request(
    b'--B\r\nContent-Disposition: form-data; name="chat_id"\r\n\r\n7\r\n'
    b'--B\r\nContent-Disposition: form-data; name="text"\r\n\r\n\xc3\xa7 &\r\n--B--\r\n',
    b"multipart/form-data; boundary=B",
)
CHUNKED = request(
    b"9\r\nchat_id=7\r\n10\r\n&text=%C3%A7+%26\r\n0\r\n\r\n",
    b"application/x-www-form-urlencoded",
    b"Transfer-Encoding: chunked\r\n",
)


@pytest.mark.parametrize("sent", [FORM, JSON, PARTS, CHUNKED])
async def test_every_kind_of_body_is_read(sent: bytes) -> None:
    async with opened() as place:
        [answer] = await place.raw(sent, 1)
        assert (answer["result"]["chat"]["id"], answer["result"]["text"]) == (7, "ç &")


async def test_requests_in_one_breath_are_answered_in_their_order() -> None:
    async with opened(latency=0.01) as place:
        answers = await place.raw(FORM + JSON + PARTS, 3)
        assert [answer["result"]["message_id"] for answer in answers] == [1, 2, 3]
        assert place.door.tally.told()["accepted"] == 3


def test_a_strict_gate_lets_a_burst_through_and_shuts_at_the_next() -> None:
    gate = Gate(Plan("strict"), 100.0)
    assert [gate.refuses(1, 100.0) for _ in range(30)] == [0] * 30
    assert gate.refuses(1, 100.0) == 5
    assert gate.refuses(1, 104.9) == 1
    assert gate.refuses(1, 105.1) == 0


def test_a_mild_gate_refuses_the_surplus_only() -> None:
    gate = Gate(Plan("mild"), 100.0)
    refused = sum(gate.refuses(1, 100.0 + number / 60) > 0 for number in range(120))
    assert refused == 120 - 30 - 59


def test_even_spacing_never_offends_a_strict_gate() -> None:
    gate = Gate(Plan("strict"), 0.0)
    assert not any(gate.refuses(1, number / 29.9) for number in range(10_000))


async def test_planned_faults_strike_the_sends_they_were_planned_for() -> None:
    faults = {"2": ["429", 5], "3": ["500", 0]}
    async with opened(faults=faults) as place, talking(place) as bot:
        await bot.send_message(1, "a")
        with pytest.raises(RetryAfter):
            await bot.send_message(2, "b")
        place.door._gates.clear()  # five seconds later
        with pytest.raises(NetworkError):
            await bot.send_message(3, "c")
        await bot.send_message(4, "d")
        told = place.door.tally.told()
        assert (told["sends"], told["accepted"], told["refused"]) == (4, 2, {"429": 1, "500": 1})


async def test_a_cut_answer_was_counted_and_never_came() -> None:
    async with opened(faults={"1": ["cut", 0]}) as place, talking(place) as bot:
        with pytest.raises(NetworkError):
            await bot.send_message(9, "a")
        told = place.door.tally.told()
        assert (told["accepted"], told["cut"]) == (1, [9])


async def test_who_blocked_the_bot_is_refused_each_time_and_lacks_nothing() -> None:
    chats = range(1_000_000, 1_000_100)
    async with opened(blocked=5) as place, talking(place) as bot:
        lost = 0
        for chat in chats:
            try:
                await bot.send_message(chat, "a")
            except Forbidden as refused:
                lost += 1
                assert refused.message == "Forbidden: bot was blocked by the user"  # noqa: PT017  many, some
        tally = place.door.tally
        assert 0 < lost < 20
        assert (tally.told()["blocked"], tally.missing(chats), tally.doubled(chats)) == (lost, 0, [])
        assert tally.missing(range(1_000_000, 1_000_101)) == 1


async def test_a_second_message_to_a_chat_is_seen_as_such() -> None:
    async with opened() as place, talking(place) as bot:
        for chat in (1, 2, 2):
            await bot.send_message(chat, "a")
        assert place.door.tally.doubled(range(1, 4)) == [2]
        assert place.door.tally.missing(range(1, 4), least=2) == 3


def update(number: int) -> dict[str, Any]:
    chat = {"id": number, "type": "private", "first_name": "Ana"}
    return {"update_id": number, "message": {"message_id": 1, "chat": chat, "date": 1_700_000_000, "text": "a"}}


def test_an_offset_confirms_everything_below_it_and_nothing_else() -> None:
    source = Source()
    source.load([update(number) for number in range(10, 20)], start=0.0, every=0.0)
    source.confirm(None)
    assert [one.number for one in source.ready(1.0, 3)] == [10, 11, 12]
    source.confirm(12)
    assert [one.number for one in source.ready(1.0, 2)] == [12, 13]
    source.confirm(-1)
    assert [one.number for one in source.ready(1.0)] == [19]
    source.confirm(11)
    assert source.pending == 1


def test_an_update_cannot_be_had_before_its_moment() -> None:
    source = Source()
    source.load([update(number) for number in (1, 2)], start=5.0, every=1.0)
    assert source.ready(4.9) == []
    assert [one.number for one in source.ready(5.0)] == [1]
    assert source.next_at() == 5.0


async def test_a_waiting_poll_hears_at_once_and_its_answer_is_timed() -> None:
    async with opened() as place, talking(place) as bot:
        async with asyncio.TaskGroup() as both:
            poll = both.create_task(bot.get_updates(timeout=5))
            await asyncio.sleep(0.05)
            place.door._load({"updates": [update(77)]})
        assert [one.update_id for one in poll.result()] == [77]
        await bot.send_message(77, "an answer")
        told = place.door.tally.told()
        assert (told["answered"], told["unanswered"]) == (1, 0)
        assert told["waited"][0] < 1


async def test_a_new_beginning_forgets_the_webhook_and_whoever_still_posts_to_it() -> None:
    async with opened() as place, talking(place) as bot:
        await bot.set_webhook("http://127.0.0.1:9/hook")
        place.door._load({"updates": [update(1)], "polled": False})
        place.door._push({})
        pushing = place.door._pushing
        place.door.begin(Plan())
        await asyncio.sleep(0.01)
        assert pushing is not None
        assert pushing.cancelled()
        assert (await bot.get_webhook_info()).url == ""
        assert await bot.get_updates(timeout=0) == ()


def test_the_longest_silence_lies_between_two_messages():
    tally = Tally(began=100.0)
    assert tally.gap() == 0.0
    for moment in (107.0, 107.5, 110.0, 110.25):
        tally.accept(1, moment)
    assert tally.gap() == 2.5
