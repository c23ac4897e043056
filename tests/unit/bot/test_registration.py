"""Telegram is told where to bring updates, and told again when somebody else told it otherwise."""

import asyncio
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter

from bot import registration
from bot.batches import ALLOWED
from bot.registration import LOOK_AGAIN, TRY_AGAIN, Address, Registration
from tests.town import open_town

HERE = Address("https://bashke.example/telegram/1000", "s" * 64)


@pytest.fixture
async def town(tmp_path):
    async with open_town(tmp_path) as opened:
        yield opened


@pytest.fixture
def ours(town):
    return Registration(town.line.bot, HERE, clock=town.clock)


@pytest.fixture
def counted(monkeypatch):
    """What was set, each time."""
    calls, set_webhook = [], Bot.set_webhook

    async def counting(self, url, **options):
        calls.append({"url": url} | options)
        return await set_webhook(self, url, **options)

    monkeypatch.setattr(Bot, "set_webhook", counting)
    return calls


async def test_it_is_set_with_all_that_matters_and_what_waits_stays(town, ours, counted):
    town.newcomer().starts(town.bot)
    await ours.look()
    assert counted == [
        {"url": HERE.url, "secret_token": HERE.secret, "allowed_updates": ALLOWED, "max_connections": 40}
    ]
    assert town.bot.webhook.secret == HERE.secret
    assert town.world.pending(town.bot) == 1


async def test_it_is_set_anew_at_each_start_for_its_secret_is_not_shown(town, ours, counted):
    await ours.look()
    await Registration(town.line.bot, HERE, clock=town.clock).look()
    assert len(counted) == 2


async def test_it_is_left_as_it_is_while_it_is_ours(ours, counted):
    for _ in range(3):
        await ours.look()
    assert len(counted) == 1


@pytest.mark.parametrize(
    "theirs",
    [
        {"url": "https://elsewhere.example/hook"},
        {"url": ""},
        {"url": HERE.url, "max_connections": 1},
        {"url": HERE.url, "allowed_updates": ["poll"]},
    ],
)
async def test_what_somebody_else_changed_is_set_again_and_told_once(town, ours, counted, caplog, theirs):
    await ours.look()
    await town.line.bot.set_webhook(**{"max_connections": 40} | theirs)
    for _ in range(3):
        await ours.look()
    assert len(counted) == 3
    assert town.bot.webhook.url == HERE.url
    assert caplog.text.count("somebody else changed the webhook") == 1


async def test_an_address_that_telegram_writes_in_its_own_way_is_still_ours(ours, counted, monkeypatch):
    get_info = Bot.get_webhook_info

    async def in_its_own_way(self):
        info = await get_info(self)
        with info._unfrozen():
            info.url = info.url.replace("https://bashke.example", "https://bashke.example:443")
        return info

    monkeypatch.setattr(Bot, "get_webhook_info", in_its_own_way)
    for _ in range(3):
        await ours.look()
    assert len(counted) == 1


async def test_what_telegram_complains_of_is_told_once(town, ours, caplog):
    await ours.look()
    for minutes in (1, 2):
        town.bot.webhook.last_error = (town.clock.now() + timedelta(minutes=minutes), "Connection timed out")
        for _ in range(2):
            await ours.look()
    assert caplog.text.count("Connection timed out") == 2


@pytest.mark.parametrize(
    ("trouble", "pause", "said"),
    [
        (RetryAfter(timedelta(seconds=7)), 7, ""),
        (RetryAfter(timedelta(seconds=0)), 1, ""),
        (NetworkError("away"), TRY_AGAIN, "could not be set (NetworkError)"),
        (BadRequest("Bad webhook: failed to resolve host"), TRY_AGAIN, "Bad webhook: failed to resolve host"),
        (ZeroDivisionError(), LOOK_AGAIN, "is taken in all the same"),
        (None, LOOK_AGAIN, ""),
    ],
)
async def test_it_waits_as_long_as_it_has_to(ours, monkeypatch, caplog, trouble, pause, said):
    pauses = []

    async def set_webhook(*_given, **_options):
        if trouble is not None:
            raise trouble

    async def sleep(seconds):
        pauses.extend([seconds] if seconds else [])  # the way to the world takes no time
        if len(pauses) == 2:
            raise asyncio.CancelledError

    monkeypatch.setattr(Bot, "set_webhook", set_webhook)
    monkeypatch.setattr(registration.asyncio, "sleep", sleep)
    with pytest.raises(asyncio.CancelledError):
        await ours.keep()
    assert pauses[0] == pause
    assert said in caplog.text


async def test_a_refused_token_ends_it(ours, monkeypatch):
    async def refused(*_given, **_options):
        raise InvalidToken

    monkeypatch.setattr(Bot, "set_webhook", refused)
    await ours.keep()


def test_the_secret_is_not_shown():
    assert HERE.secret not in repr(HERE)
