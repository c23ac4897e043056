"""When one half of the service ends, the other does not go on alone."""

import asyncio

import pytest
from telegram import Bot
from telegram.error import InvalidToken

from participation.post import Stopped
from tests.town import open_town


@pytest.fixture
async def service(tmp_path):
    async with open_town(tmp_path) as town:
        yield town.service


async def ended(service):
    async with asyncio.timeout(10):
        return await service.run()


async def test_a_token_that_intake_may_not_use_stops_the_courier_too(service, monkeypatch):
    async def refused(*_given, **_options):
        raise InvalidToken

    monkeypatch.setattr(Bot, "get_updates", refused)
    assert await ended(service) is False


async def test_a_token_that_the_courier_may_not_use_stops_intake_too(service, monkeypatch):
    monkeypatch.setattr(Bot, "get_updates", lambda *_given, **_options: asyncio.Event().wait())
    service.courier.stopped = Stopped("unauthorized")
    assert await ended(service) is False


async def test_one_that_was_asked_to_stop_says_so(service):
    service.stop()
    assert await ended(service) is True
