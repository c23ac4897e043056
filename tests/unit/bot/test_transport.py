"""The aiohttp road under python-telegram-bot, against the simulator's HTTP door."""

import asyncio
import traceback
from datetime import UTC, datetime

import pytest
from telegram import Bot
from telegram.error import Forbidden, TelegramError

from bot.transport import AiohttpRequest
from delivery.channels.telegram import TelegramChannel
from participation.messages import Media, MediaKind, Message
from participation.post import Address, Doubtful, Later, Sent
from simulator.faults import Fault
from simulator.http import Addresses, serving
from simulator.world import World

NOW = datetime(2023, 6, 20, 8, tzinfo=UTC)
PATIENCE = 0.5


@pytest.fixture
async def road():
    world = World(now=lambda: NOW)
    side = world.add_bot()
    ana = world.person("Ana")
    ana.starts(side)
    async with serving(world) as addresses, _bot(side.token, addresses) as bot:
        yield world, ana, bot


def _bot(token: str, addresses: Addresses) -> Bot:
    roads = {"request": AiohttpRequest(), "get_updates_request": AiohttpRequest()}
    return Bot(token, base_url=addresses.bot, base_file_url=addresses.file, **roads)


@pytest.fixture
async def impatient(road):
    """The same bot on a road where an answer is not waited for long."""
    _, _, bot = road
    request = AiohttpRequest(read_timeout=PATIENCE)
    yield Bot(bot.token, base_url=bot.base_url.removesuffix(bot.token), request=request)
    await request.shutdown()


async def test_words_and_files_arrive_as_they_were(road):
    _, ana, bot = road
    await bot.send_message(ana.id, "ë ç & <b> 👋")
    await bot.send_document(ana.id, bytes(range(256)), filename="plan.bin", caption="ç")
    said, sent = ana.chat().messages[-2:]
    assert said.text == "ë ç & <b> 👋"
    assert sent.file.content == bytes(range(256))
    assert sent.file.name == "plan.bin"


async def test_what_somebody_sent_can_be_fetched(road):
    _, ana, bot = road
    ana.sends_voice(bot=None, seconds=3, content=b"OggS" + bytes(5000))
    update = (await bot.get_updates(timeout=0))[-1]
    file = await bot.get_file(update.message.voice.file_id)
    assert bytes(await file.download_as_bytearray()) == b"OggS" + bytes(5000)


async def test_the_servers_refusals_keep_their_kind(road):
    _, ana, bot = road
    ana.blocks()
    with pytest.raises(Forbidden):
        await bot.send_message(ana.id, "hello")


@pytest.mark.parametrize(
    ("fault", "outcome", "arrived"),
    [
        ("cut_before", Doubtful, 0),
        ("cut_after", Doubtful, 1),
        ("500", Doubtful, 0),
        ("html_502", Doubtful, 0),
        ("429", Later, 0),
    ],
)
async def test_each_kind_of_trouble_has_its_outcome(road, fault, outcome, arrived):
    world, ana, bot = road
    world.faults.add(Fault(fault, method="sendMessage"))
    got = await TelegramChannel(bot).send(Message("hello"), to=Address(bot.id, ana.id), over=None)
    assert isinstance(got, outcome)
    assert world.delivered(ana.id) == arrived


@pytest.mark.parametrize(("fault", "arrived"), [("timeout_before", 0), ("timeout_after", 1)])
async def test_an_answer_that_never_comes_is_doubtful(road, impatient, fault, arrived):
    world, ana, bot = road
    world.faults.add(Fault(fault, method="sendMessage"))
    got = await TelegramChannel(impatient).send(Message("hello"), to=Address(bot.id, ana.id), over=None)
    assert isinstance(got, Doubtful)
    async with asyncio.timeout(30):  # a busy machine may let our patience end before the world has acted
        while world.delivered(ana.id) != arrived:  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_a_server_that_is_not_there_is_later_and_not_doubtful():
    bot = Bot("1000:" + "A" * 35, base_url="http://127.0.0.1:9/bot", request=AiohttpRequest())
    got = await TelegramChannel(bot).send(Message("hello"), to=Address(1000, 5), over=None)
    await bot.request.shutdown()
    assert isinstance(got, Later)


@pytest.mark.parametrize("fault", ["cut_before", "500", "html_502", "timeout_after"])
async def test_no_exception_carries_the_token(road, impatient, fault):
    world, ana, bot = road
    world.faults.add(Fault(fault, method="sendMessage"))
    with pytest.raises(TelegramError) as caught:
        await impatient.send_message(ana.id, "hello")
    assert bot.token not in "".join(traceback.format_exception(caught.value))


async def test_a_calendar_file_goes_out_as_bytes(road):
    _, ana, bot = road
    file = Media(MediaKind.DOCUMENT, name="takimi-1.ics", content=b"BEGIN:VCALENDAR")
    got = await TelegramChannel(bot).send(Message("here", media=file), to=Address(bot.id, ana.id), over=None)
    assert isinstance(got, Sent)
    assert ana.last().file.content == b"BEGIN:VCALENDAR"
