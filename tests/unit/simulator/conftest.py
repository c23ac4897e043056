"""The same world behind both doors."""

import json
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
from httpx import ASGITransport
from telegram import Bot as Client
from telegram.request import HTTPXRequest

from simulator.clock import HandClock
from simulator.door import InProcess
from simulator.http import app, serving
from simulator.server import answer
from simulator.world import TOKEN, World

START = datetime(2023, 6, 12, 8, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def durations(monkeypatch):
    """The library warns unless durations are timedeltas."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")


@pytest.fixture
def clock():
    return HandClock(START)


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
    async with serving(world) as addresses, _client(token, addresses.root, verify=False) as client:
        yield client


@asynccontextmanager
async def by_asgi(world, token=TOKEN):
    """The HTTP door without a socket, which is much quicker to open."""
    async with _client(token, "http://simulator", transport=ASGITransport(app(world))) as client:
        yield client


def _client(token, root, **options):
    """A client of the library; reading certificates for loopback would cost more than the tests."""
    return Client(
        token,
        base_url=f"{root}/bot",
        base_file_url=f"{root}/file/bot",
        request=HTTPXRequest(httpx_kwargs=options),
        get_updates_request=HTTPXRequest(httpx_kwargs=options),
    )


DOORS = {"in process": in_process, "by ASGI": by_asgi, "over HTTP": over_http}


@pytest.fixture(params=["in process", "by ASGI"])
def door(request):
    return DOORS[request.param]


@pytest.fixture
async def client(door, world):
    async with door(world) as client:
        yield client


@pytest.fixture(params=["in process", "over HTTP"])
async def line(request, world):
    """A client on a line that can break: in process, or over a real socket."""
    async with DOORS[request.param](world) as client:
        yield client


@pytest.fixture
def call(world):
    """Call a method and get the server's own words: (code, result or description)."""

    async def called(method, token=TOKEN, uploads=None, **parameters):
        reply = await answer(world, token, method, parameters, uploads)
        body = json.loads(reply.body)
        assert body["ok"] is (reply.status == 200)
        assert body.get("error_code", 200) == reply.status
        return reply.status, body["result"] if body["ok"] else body["description"]

    return called
