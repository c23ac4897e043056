"""The same world behind both doors."""

from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
from telegram import Bot as Client

from simulator.clock import HandClock
from simulator.door import InProcess
from simulator.http import serving
from simulator.world import TOKEN, World


@pytest.fixture(autouse=True)
def durations(monkeypatch):
    """The library warns unless durations are timedeltas."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
def clock():
    return HandClock(datetime(2023, 6, 12, 8, 0, tzinfo=UTC))


@pytest.fixture
def world(clock):
    world = World(now=clock)
    world.add_bot()
    return world


@pytest.fixture
def bot(world):
    return world.bot()


@pytest.fixture
def ana(world):
    person = world.person("Ana")
    person.starts()
    return person


@asynccontextmanager
async def in_process(world, token=TOKEN):
    client = Client(token, request=InProcess(world), get_updates_request=InProcess(world))
    async with client:
        yield client


@asynccontextmanager
async def over_http(world, token=TOKEN):
    async with (
        serving(world) as addresses,
        Client(token, base_url=addresses.bot, base_file_url=addresses.file) as client,
    ):
        yield client


DOORS = {"in process": in_process, "over HTTP": over_http}


@pytest.fixture(params=DOORS)
def door(request):
    return DOORS[request.param]


@pytest.fixture
async def client(door, world):
    async with door(world) as client:
        yield client
