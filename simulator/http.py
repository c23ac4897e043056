"""The door over HTTP: the Bot API on loopback, for any client in any process."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from uvicorn import Config, Server
from uvicorn.protocols.http.h11_impl import H11Protocol

from simulator.bodies import Body, form, read_body
from simulator.errors import ApiError, not_found
from simulator.server import Reply, answer, download, refusal
from simulator.webhook import push
from simulator.world import World

SILENCE = 60.0
"""Real seconds a call hangs that is never answered, unless its client gives up first."""


@dataclass(frozen=True)
class Addresses:
    """Where a served world is; add a token and a slash to `bot` and `file`."""

    root: str

    @property
    def bot(self) -> str:
        """What python-telegram-bot calls base_url."""
        return f"{self.root}/bot"

    @property
    def file(self) -> str:
        """What python-telegram-bot calls base_file_url."""
        return f"{self.root}/file/bot"


def app(world: World, *, routes: tuple[BaseRoute, ...] = ()) -> Starlette:
    """The world as an ASGI application; `routes` are other doors beside it."""

    async def call(request: Request) -> Response:
        reply = await _reply(world, request)
        return await _sent(request, reply)

    async def file(request: Request) -> Response:
        reply = download(world, request.path_params["token"], request.path_params["path"])
        return await _sent(request, reply)

    async def nothing(request: Request) -> Response:
        return await _sent(request, refusal(not_found()))

    doors = [
        *routes,
        Route("/file/bot{token}/{path:path}", file),
        Route("/bot{token}/{method}", call, methods=["GET", "POST"]),
        Route("/{rest:path}", nothing, methods=["GET", "POST"]),
    ]
    starlette = Starlette(routes=doors)
    starlette.state.lines = {}
    return starlette


@asynccontextmanager
async def serving(world: World, port: int = 0, *, routes: tuple[BaseRoute, ...] = ()) -> AsyncIterator[Addresses]:
    """Serve a world on loopback; port 0 takes a free one. Webhooks are pushed while it runs."""
    with _listening(port) as listener:
        server = _server(app(world, routes=routes))
        loop = asyncio.get_running_loop()
        # Both are awaited below, so no error of theirs is lost; a TaskGroup would wrap the caller's errors.
        served = loop.create_task(server.serve(sockets=[listener]))
        pushed = loop.create_task(push(world))
        try:
            await _started(server, served)
            yield Addresses(f"http://127.0.0.1:{listener.getsockname()[1]}")
        finally:
            pushed.cancel()
            with suppress(asyncio.CancelledError):
                await pushed
            await _stopped(world, server, served)


async def _reply(world: World, request: Request) -> Reply:
    try:
        body = await _body(request)
    except ApiError as error:
        return refusal(error)
    path = request.path_params
    return await answer(world, path["token"], path["method"], body.parameters, body.uploads)


async def _body(request: Request) -> Body:
    body = read_body(await request.body(), request.headers.get("content-type", ""))
    return Body(form(request.url.query) | body.parameters, body.uploads)


async def _sent(request: Request, reply: Reply) -> Response:
    """Let the reply arrive late, or not at all."""
    if reply.fate == "timeout":
        await _until_gone(request, SILENCE)
    if reply.fate != "arrives":
        _cut(request)
    await asyncio.sleep(reply.seconds)
    return Response(reply.body, reply.status, headers=dict(reply.headers))


async def _until_gone(request: Request, seconds: float) -> None:
    """The body is read already, so the next thing to receive is that the client hung up."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await request.receive()


def _cut(request: Request) -> None:
    line = request.app.state.lines.get(request.scope.get("client"))
    if line is not None:
        line.abort()


class _Line(H11Protocol):
    """Remembers its connection, so that a fault can cut it."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._lines()[self.client] = transport

    def connection_lost(self, exc: Exception | None) -> None:
        self._lines().pop(self.client, None)
        super().connection_lost(exc)

    def _lines(self) -> dict[Any, asyncio.Transport]:
        lines: dict[Any, asyncio.Transport] = self.config.app.state.lines  # type: ignore[union-attr]
        return lines


class _Server(Server):
    """Leaves the signals to whoever runs the loop."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _server(application: Starlette) -> Server:
    return _Server(
        Config(
            application,
            http=_Line,
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="critical",
            access_log=False,
            timeout_graceful_shutdown=1,
        )
    )


@contextmanager
def _listening(port: int) -> Iterator[socket.socket]:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        yield listener


async def _started(server: Server, served: asyncio.Task[None]) -> None:
    while not server.started:
        if served.done():
            served.result()
        await asyncio.sleep(0.002)


async def _stopped(world: World, server: Server, served: asyncio.Task[None]) -> None:
    for bot in world.bots.values():
        bot.inbox.release()
    server.should_exit = True
    await served
