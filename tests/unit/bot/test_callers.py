"""Whoever calls at the port says what they want in good time, or is cut; so many at a time, and no more."""

import asyncio
import gc
import socket
from contextlib import asynccontextmanager, suppress
from types import SimpleNamespace
from weakref import WeakSet

import pytest

from bot import callers, front
from bot.front import open_front
from tests.hooked import free_port

PATIENCE = 0.2
AT_LAST = 5.0
"""Seconds in which a loaded machine has done anything."""
GET = b"GET /x HTTP/1.1\r\nHost: x\r\n\r\n"
POST = b"POST /telegram/1 HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\n"
ENDLESS = b"POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n"


class Box:
    """Takes whatever is brought, and its time."""

    bot = SimpleNamespace(id=1)
    is_open = True

    def trusts(self, _secret):
        return True

    async def hand_in(self, _body):
        await asyncio.sleep(PATIENCE * 1.2)
        return True


@asynccontextmanager
async def kept(listen):
    async with open_front(listen, [Box()], None):
        await asyncio.sleep(0)
        yield


@pytest.fixture
def impatient(monkeypatch):
    monkeypatch.setattr(callers, "PATIENCE", PATIENCE)


@pytest.fixture
async def port():
    port = free_port()
    async with kept(f"127.0.0.1:{port}"):
        yield port


class Voice:
    """The other end of a line."""

    def __init__(self, reader, writer):
        self._reader, self._writer = reader, writer

    def say(self, words):
        self._writer.write(words)

    def hang_up(self):
        self._writer.close()

    async def hear(self):
        """The status of an answer, or nothing where there is none."""
        try:
            async with asyncio.timeout(AT_LAST):
                head = (await self._reader.readuntil(b"\r\n\r\n")).lower()
        except (ConnectionError, asyncio.IncompleteReadError):
            return ""
        await self._reader.readexactly(int(head.partition(b"content-length: ")[2].split()[0]))
        return head.split()[1].decode()

    async def hear_out(self):
        """Whether the line is cut in the end."""
        try:
            async with asyncio.timeout(AT_LAST):
                await self._reader.read()
        except ConnectionError:
            return True
        except TimeoutError:
            return False
        return True


@asynccontextmanager
async def calling(port):
    voice = Voice(*await asyncio.open_connection("127.0.0.1", port))
    try:
        yield voice
    finally:
        voice.hang_up()


@pytest.mark.parametrize("drop", [b"", b"x"], ids=["silence", "one byte after another"])
async def test_whoever_does_not_say_what_they_want_is_cut(impatient, port, drop):
    """In one go, for all of them may take their time at once."""
    slow = {
        "nothing": [],
        "half": [GET[:-5]],
        "half of a second": [GET, GET[:-5]],
        "half behind a whole": [GET + GET[:-5]],
        "a body that nobody needs": [ENDLESS, b"x"],
    }
    async with asyncio.TaskGroup() as crowd:
        taken = {name: crowd.create_task(time_of(port, said, drop)) for name, said in slow.items()}
    assert {name for name, task in taken.items() if not PATIENCE <= task.result() < AT_LAST} == set()


async def time_of(port, said, drop):
    """Seconds until the line is cut, from the beginning or from the last that was said after an answer."""
    now = asyncio.get_running_loop().time
    since = now()
    async with calling(port) as voice, asyncio.TaskGroup() as both:
        for number, words in enumerate(said):
            if number:
                assert await voice.hear() == "404"
                await asyncio.sleep(PATIENCE / 4)
                since = now()
            voice.say(words)
        dripping = both.create_task(drip(voice, drop))
        await voice.hear_out()
        dripping.cancel()
    return now() - since


async def drip(voice, drop):
    while True:
        await asyncio.sleep(PATIENCE / 10)
        voice.say(drop)


async def test_whoever_has_said_it_is_waited_for(impatient, port):
    """A body has its own time, and so has what is done with it."""
    async with calling(port) as voice:
        for words, pause in ((POST[:9], 0.1), (POST[9:] + b"12", 1.2), (b"34", 0)):
            voice.say(words)
            await asyncio.sleep(PATIENCE * pause)
        assert await voice.hear() == "200"


async def test_one_too_many_is_cut_at_once_and_nobody_else_until_others_have_gone(port, monkeypatch):
    monkeypatch.setattr(callers, "MOST_CALLERS", 3)
    async with calling(port) as one, calling(port) as two, calling(port) as three:
        one.say(GET[:-5])
        for _ in range(20):
            assert await asked(port) == ""
        one.say(GET[-5:])
        two.say(GET)
        three.say(GET)
        assert [await each.hear() for each in (one, two, three)] == ["404"] * 3
        two.hang_up()
        async with asyncio.timeout(AT_LAST):
            while await asked(port) != "404":
                pass


async def asked(port):
    async with calling(port) as voice:
        voice.say(GET)
        return await voice.hear()


async def test_a_rush_takes_no_more_files_than_a_process_may_have_open(tmp_path):
    """Four such crowds may be on their way in and out again, and some hundred files are not lines."""
    async with kept(str(tmp_path / "door")):
        crowd = []
        with suppress(BlockingIOError):
            while len(crowd) < 900:
                crowd.append(knocking(tmp_path / "door"))
        for line in crowd:
            line.close()
    assert callers.MOST_CALLERS + 4 * len(crowd) <= 1024 - 100


def knocking(door):
    line = socket.socket(socket.AF_UNIX)
    line.setblocking(False)
    try:
        line.connect(str(door))
    except BlockingIOError:
        line.close()
        raise
    return line


async def test_whoever_does_not_listen_is_cut(impatient, tmp_path):
    """Whether what they were told fills what we keep for them, or we have hung up and it only waits to leave."""
    async with kept(str(tmp_path / "door")):
        told = await asyncio.gather(
            *[deaf(tmp_path / "door", words) for words in (GET * 2000, GET * 600 + b"GET /x HTTP/1.0\r\n\r\n")]
        )
    assert told == [True, True]


async def deaf(door, words):
    """Whether somebody who never listens is cut in the end."""
    loop = asyncio.get_running_loop()
    with knocking(door) as line:
        try:
            async with asyncio.timeout(AT_LAST):
                while True:
                    await loop.sock_sendall(line, words)
                    await asyncio.sleep(0.01)
                    words = b"x"
        except ConnectionError:
            return True
        except TimeoutError:
            return False


async def test_of_whoever_has_hung_up_nothing_is_kept(monkeypatch):
    lines = WeakSet()

    class Known(callers.Caller):
        def connection_made(self, transport):
            super().connection_made(transport)
            lines.add(transport)

    monkeypatch.setattr(front, "Caller", Known)
    port = free_port()
    async with kept(f"127.0.0.1:{port}"):
        async with calling(port) as voice:
            voice.say(GET[:-5])
            await seen(lines, 1)
        await seen(lines, 0)


async def seen(lines, number):
    async with asyncio.timeout(AT_LAST):
        while len(lines) != number:
            await asyncio.sleep(0.01)
            gc.collect()
