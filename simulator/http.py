"""The door over HTTP: the Bot API on loopback, for any client in any process."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from simulator.bodies import Body, form, read_body
from simulator.errors import ApiError, not_found
from simulator.loopback import listening, opened_by
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
    return Starlette(routes=doors)


@asynccontextmanager
async def serving(world: World, port: int = 0, *, routes: tuple[BaseRoute, ...] = ()) -> AsyncIterator[Addresses]:
    """Serve a world on loopback; port 0 takes a free one. Webhooks are pushed while it runs."""
    async with listening(app(world, routes=routes), port) as root:
        # Awaited below, so no error of it is lost; a TaskGroup would wrap the errors of the caller.
        pushed = asyncio.get_running_loop().create_task(push(world))
        try:
            yield Addresses(root)
        finally:
            pushed.cancel()
            with suppress(asyncio.CancelledError):
                await pushed
            for bot in world.bots.values():
                bot.inbox.release()


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
    line = opened_by(request.scope)
    if line is not None:
        line.abort()
