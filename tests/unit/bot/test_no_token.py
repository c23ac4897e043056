"""The token stands in no line of the log, no warning and no exception, whatever breaks and however much is logged.

What stood in local variables is another matter: `traceback.format_exception(…, capture_locals=True)` would show it, and
nothing of ours asks for that.
"""

import asyncio
import gc
import io
import logging
import traceback
import warnings
from datetime import UTC, datetime

import pytest
from telegram import Bot
from telegram.error import InvalidToken

from bot import logs
from bot.settings import Settings
from bot.transport import AiohttpRequest
from bot.wiring import SystemClock, bot_of, introduce, open_service
from delivery.channels.telegram import TelegramChannel
from participation.clock import HandClock
from participation.messages import Media, MediaKind, Message
from participation.post import Address
from storage.keys import create_key_file
from tests.wire import answering, dripping, ending, http, ok, refusing, resetting, serving

SECRET = "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw_"[:35]
TOKEN = f"110201543:{SECRET}"
HTML = f"<html>The requested URL /bot{TOKEN}/sendMessage was not found, nor /bot110201543%3A{SECRET}/x</html>".encode()

TROUBLES = {
    "reset": resetting,
    "end": ending(),
    "half": ending(http(200, b'{"ok":true,"result":true}')[:-5]),
    "no http": ending(HTML + b"\r\n\r\n"),
    "silence": dripping(b""),
    "half and silence": dripping(http(200, b"x" * 50)[:-5]),
    "page 200": answering(200, HTML),
    "page 404": answering(404, HTML),
    "page 502": answering(502, HTML),
    "elsewhere": answering(302, HTML, f"Location: http://127.0.0.1:9/bot{TOKEN}/getMe"),
    "unauthorized": refusing(401, "Unauthorized"),
    "not found": refusing(404, "Not Found"),
    "other poller": refusing(409, "Conflict: terminated by other getUpdates request"),
    "restart": refusing(500, "Internal Server Error: restart"),
    "slowly": refusing(429, "Too Many Requests: retry after 5", retry_after=5),
    "nonsense": ok("nonsense"),
}


async def say(bot: Bot) -> None:
    await TelegramChannel(bot).send(Message("hello"), to=Address(1, 5), over=None)
    await TelegramChannel(bot).send(Message("hello"), to=Address(1, 5), over=7)
    await bot.send_message(5, "hello")


async def upload(bot: Bot) -> None:
    media = Media(MediaKind.DOCUMENT, name="x", content=b"x")
    await TelegramChannel(bot).send(Message("", media=media), to=Address(1, 5), over=None)
    await bot.send_document(5, b"x")


async def listen(bot: Bot) -> None:
    await bot.get_updates(timeout=0)


async def fetch(bot: Bot) -> None:
    await bot.request.retrieve(f"{bot.base_file_url}/voice/file_1.oga")


async def meet(bot: Bot) -> None:
    await introduce(bot, HandClock(datetime(2023, 6, 12, tzinfo=UTC)), patient=False)


DEEDS = (say, upload, listen, fetch, meet)


@pytest.fixture
def log():
    """Everything that is logged at the lowest level of every logger, as it is written."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    stream = io.StringIO()
    logs.set_up("debug", stream)
    every = [root, *(logging.getLogger(name) for name in root.manager.loggerDict)]
    levels = [(logger, logger.level) for logger in every]
    for logger in every:
        logger.setLevel(logging.DEBUG)
    yield stream
    for logger, level in levels:
        logger.setLevel(level)
    root.handlers[:], root.level = before


def chain(error: BaseException | None) -> list[BaseException]:
    """An exception and all that it hangs on."""
    found: list[BaseException] = []
    waiting = [error]
    while waiting:
        each = waiting.pop()
        if each is not None and each not in found:
            found.append(each)
            waiting += [each.__cause__, each.__context__, *(arg for arg in each.args if isinstance(arg, BaseException))]
    return found


def all_words(error: BaseException) -> str:
    """Whatever can be printed of it."""
    told = [f"{each} {each!r} {each.args!r} {vars(each)!r}" for each in chain(error)]
    return "\n".join([*told, *traceback.format_exception(error)])


def is_clean(text: str) -> bool:
    return SECRET not in text


async def what_happens(deed, root: str) -> str:
    """Do it on a road of ours in debug mode; everything that could be told of it."""
    asyncio.get_running_loop().set_debug(enabled=True)
    asyncio.get_running_loop().slow_callback_duration = 0
    roads = []

    def road():
        roads.append(AiohttpRequest(read_timeout=0.2))
        return roads[-1]

    bot = bot_of(TOKEN, root, road)
    told = []
    with warnings.catch_warnings(record=True, action="always") as warned:
        try:
            await deed(bot)
        except Exception as error:
            told.append(all_words(error))
            logging.getLogger("bot.here").exception("it failed")
            logging.getLogger("aiohttp.client").exception("it failed at %s", f"{root}/bot{TOKEN}")
        for each in roads:
            await each.shutdown()
        gc.collect()
    return "\n".join([*told, *(str(each.message) for each in warned)])


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("trouble", list(TROUBLES))
async def test_nothing_tells_the_token(log, deed, trouble):
    async with serving(TROUBLES[trouble]) as wire:
        told = await what_happens(deed, wire.root)
    assert is_clean(told)
    assert is_clean(log.getvalue())
    assert "from" in log.getvalue()


@pytest.mark.parametrize(
    "root", ["http://127.0.0.1:9", "http://nowhere.invalid", "http://[broken", "https://127.0.0.1:9"]
)
@pytest.mark.parametrize("deed", DEEDS)
async def test_nor_does_a_server_that_is_not_there(log, deed, root):
    assert is_clean(await what_happens(deed, root))
    assert is_clean(log.getvalue())


@pytest.mark.parametrize("refusal", [refusing(401, "Unauthorized"), refusing(404, "Not Found")])
async def test_a_refused_token_is_known_as_such_and_not_repeated(refusal):
    roads = [AiohttpRequest(), AiohttpRequest()]
    async with serving(refusal) as wire, roads[0], roads[1]:
        with pytest.raises(InvalidToken) as caught:
            await meet(Bot(TOKEN, base_url=f"{wire.root}/bot", request=roads[0], get_updates_request=roads[1]))
    assert is_clean(all_words(caught.value))


MET = {"id": 110201543, "is_bot": True, "first_name": "B", "username": "b_bot"}


@pytest.mark.parametrize("trouble", ["reset", "no http", "page 404", "page 502", "elsewhere", "unauthorized", "slowly"])
async def test_the_whole_service_tells_nothing_of_it_either(log, tmp_path, trouble):
    asyncio.get_running_loop().set_debug(enabled=True)
    create_key_file(tmp_path / "key")
    async with serving(ok(MET), TROUBLES[trouble]) as wire:
        settings = Settings(
            token=TOKEN,
            telegram_url=wire.root,
            key_file=tmp_path / "key",
            database_url=f"sqlite:///{tmp_path / 'bashke.sqlite3'}",
        )
        async with open_service(settings, SystemClock()) as service, asyncio.TaskGroup() as house:
            running = house.create_task(service.run())
            while len(wire.heard) < 3 and not running.done():  # noqa: ASYNC110
                await asyncio.sleep(0.01)
            service.stop()
    gc.collect()
    assert is_clean(log.getvalue())
    assert "from" in log.getvalue()


@pytest.mark.parametrize("written", [TOKEN, TOKEN.replace(":", "%3A"), TOKEN.replace(":", "%3a"), SECRET])
def test_the_filter_knows_the_token_however_it_is_written(log, written):
    logging.getLogger("bot.here").warning("see %s", f"https://x/bot{written}/getMe" if ":" in written else written)
    logging.getLogger("some.library").warning(f"see {written}")
    assert is_clean(log.getvalue())
    assert log.getvalue().count(logs.CUT) == 2


def test_whoever_wrote_elsewhere_before_writes_here_now(log):
    elsewhere = io.StringIO()
    early = logging.getLogger("some.early.library")
    early.addHandler(logging.StreamHandler(elsewhere))
    early.propagate = False
    logs.set_up("debug", log)
    early.warning(f"see {TOKEN}")
    assert is_clean(elsewhere.getvalue())
    assert "some.early.library" in log.getvalue()
