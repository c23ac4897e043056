"""When one half of the service ends, the other does not go on alone."""

import asyncio
import gc
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import InvalidToken, NetworkError

from bot import wiring
from bot.settings import Settings
from participation.clock import HandClock
from participation.post import Stopped
from storage.errors import WrongKey
from storage.keys import create_key_file
from tests.town import MIDSUMMER, TOKEN, open_town


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
    service.lines[0].courier.stopped = Stopped("unauthorized")
    assert await ended(service) is False


async def test_one_that_was_asked_to_stop_says_so(service):
    service.stop()
    assert await ended(service) is True


async def test_a_telegram_that_is_away_at_the_start_is_waited_for_and_told_once_a_minute(monkeypatch, caplog):
    clock, tries = HandClock(MIDSUMMER), []

    class Away:
        async def initialize(self):
            tries.append(clock.now())
            if clock.now() < MIDSUMMER + timedelta(minutes=3):
                raise NetworkError("away")

    async def passes(seconds):
        clock.move(timedelta(seconds=seconds))

    monkeypatch.setattr(wiring.asyncio, "sleep", passes)
    await wiring.introduce(Away(), clock, patient=True)
    assert len(tries) > 30
    assert caplog.text.count("cannot be reached") == 3


async def test_a_key_that_does_not_fit_leaves_no_connection_open(service, tmp_path):
    key = tmp_path / "other.key"
    create_key_file(key)
    settings = Settings.model_construct(database_url=f"sqlite:///{tmp_path / 'bashke.sqlite3'}", key_file=key)
    with pytest.raises(WrongKey):
        async with wiring.open_database(settings):
            pass
    gc.collect()  # an open one would say so now, and warnings are errors here


async def test_the_courier_keeps_the_pace_that_is_set(tmp_path):
    async with open_town(tmp_path) as town:
        settings = Settings(
            _env_file=None, token=TOKEN, database_url="sqlite:///elsewhere", key_file="x", messages_per_second=0.5
        )
        slow = wiring.line_of(town.line.bot, wiring.Premises(town.service.database, town.clock, settings), lambda: None)
        people = [town.newcomer(name) for name in ("Ana", "Beni", "Cara", "Dea")]
        for person in people:
            person.starts(town.bot)
        await slow.intake.poll(0)
        await slow.courier.deliver_due()
        came = [town.heard(person).at - MIDSUMMER for person in people]
        assert came == [timedelta(seconds=2 * place) for place in range(4)]
