"""The front door over HTTP: where Telegram, behind a reverse proxy, brings the updates of every bot.

POST /telegram/<number of the bot>   an update; the secret is in a header, so nothing in an address gives it away
GET  /health                         whether updates are taken in, and which alarms ring; says nothing of anybody
"""

import asyncio
import socket
import stat
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from uvicorn import Config, Server

from bot.callers import AT_ONCE, Caller
from bot.webhook import Webhook
from scheduler.watchdogs import sentence_of
from storage.database import Database
from storage.dialect import AWAY

PATH: Final = "/telegram/{bot}"
SECRET: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the name of the header
LARGEST: Final = 1_000_000
"""Bytes; Telegram's updates are far smaller."""
PATIENCE: Final = 10.0
"""Seconds a body may take to arrive."""
GRACE: Final = 5
"""Seconds at the end for answers that are on their way."""
A_MOMENT: Final = 2.0
"""Seconds in which a database that is well has answered."""
CLOSE: Final = {"Connection": "close"}
LATER: Final = CLOSE | {"Retry-After": "5"}


class TooLarge(Exception):  # noqa: N818  the name says it
    """The body is larger than any update."""


class Front:
    """Answers whoever knocks."""

    def __init__(self, webhooks: Sequence[Webhook], database: Database) -> None:
        self._webhooks = {str(webhook.bot.id): webhook for webhook in webhooks}
        self._database = database
        self._reading: set[asyncio.Timeout] = set()
        self.app = Starlette(
            routes=[Route(PATH, self._receive, methods=["POST"]), Route("/health", self._health, methods=["GET"])]
        )

    async def _receive(self, request: Request) -> Response:
        webhook = self._webhooks.get(request.path_params["bot"])
        if webhook is None:
            return _refusal(404)
        if not webhook.trusts(request.headers.get(SECRET, "").encode("latin-1")):
            return _refusal(403)
        if not webhook.is_open:
            return Response(status_code=503, headers=LATER)
        try:
            body = await self._read(request)
        except TooLarge:
            return _refusal(413)
        except (TimeoutError, ClientDisconnect):
            return _refusal(408)
        return Response() if await webhook.hand_in(body) else Response(status_code=503, headers=LATER)

    async def _read(self, request: Request) -> bytes:
        async with asyncio.timeout(PATIENCE) as patience:
            self._reading.add(patience)
            try:
                return await _body(request)
            finally:
                self._reading.discard(patience)

    def close(self) -> None:
        """Wait for no body any more: nothing of it has been let in."""
        for patience in self._reading:
            patience.reschedule(0)

    async def _health(self, _: Request) -> Response:
        """An alarm is for whoever runs the house: it is no reason to bring no updates, or to start us anew."""
        alarms = await self._alarms() if all(webhook.is_well for webhook in self._webhooks.values()) else None
        if alarms is None:
            return PlainTextResponse("not at work\n", 503)
        return PlainTextResponse("\n".join(["at work", *(f"ALARM: {sentence_of(alarm)}" for alarm in alarms), ""]))

    async def _alarms(self) -> Sequence[str] | None:
        """Those that ring; None where the database does not answer."""
        try:
            async with asyncio.timeout(A_MOMENT):
                if not await self._database.answers():
                    return None
                return await self._database.look(lambda work: work.watch.ringing())
        except AWAY:  # of which one that takes too long is a kind
            return None


def _refusal(status: int) -> Response:
    """What was not read cannot be followed by anything else."""
    return Response(status_code=status, headers=CLOSE)


async def _body(request: Request) -> bytes:
    """The body, as far as it is no larger than allowed, whatever it says of its length.

    Raises TooLarge.
    """
    length = request.headers.get("Content-Length", "")
    if length.isdecimal() and int(length) > LARGEST:
        raise TooLarge
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise TooLarge
    return bytes(body)


@asynccontextmanager
async def open_front(listen: str, webhooks: Sequence[Webhook], database: Database) -> AsyncIterator[None]:
    """Keep the door while the block runs, if there is anybody to bring updates to.

    Raises OSError where the address cannot be had.
    """
    if not webhooks:
        yield
        return
    with _listening(listen) as listener:
        front = Front(webhooks, database)
        server = _Server(_config(front.app))
        # Awaited below, so no error of it is lost; a TaskGroup would wrap the errors of the caller.
        served = asyncio.get_running_loop().create_task(server.serve(sockets=[listener]))
        try:
            yield
        finally:
            front.close()
            server.closing.set()
            await served


class _Server(Server):
    """Leaves the signals to whoever runs the loop, and ends when told."""

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self.closing = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def main_loop(self) -> None:
        await self.closing.wait()


def _config(app: Starlette) -> Config:
    """A server that writes nobody's address anywhere and says nothing of itself."""
    return Config(
        app,
        http=Caller,
        backlog=AT_ONCE,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        date_header=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )


@contextmanager
def _listening(listen: str) -> Iterator[socket.socket]:
    """The socket at `host:port`, or at the path of a file."""
    is_file = "/" in listen
    try:
        listener = _at_file(Path(listen)) if is_file else _at_port(listen)
    except OSError as error:
        raise type(error)(error.errno, error.strerror, f"BASHKE_LISTEN={listen}") from None
    with listener:
        yield listener
    if is_file:
        Path(listen).unlink(missing_ok=True)


def _at_port(listen: str) -> socket.socket:
    host, _, port = listen.rpartition(":")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends at once (TCP_NODELAY) only where the protocol is named; else each answer takes 40 ms.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    return _bound(listener, (host.strip("[]"), int(port)))


def _at_file(path: Path) -> socket.socket:
    """One that was left by a process that was killed gives way; its folder decides who may knock."""
    with suppress(FileNotFoundError):
        if stat.S_ISSOCK(path.stat().st_mode) and not _answers(path):
            path.unlink()
    listener = _bound(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM), str(path))
    path.chmod(0o666)
    return listener


def _answers(path: Path) -> bool:
    """Whether a process is at work behind it."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as caller:
        caller.settimeout(A_MOMENT)
        try:
            caller.connect(str(path))
        except ConnectionRefusedError:
            return False
        except OSError:  # it does not let us in, or has no time: somebody is there
            return True
    return True


def _bound(listener: socket.socket, address: tuple[str, int] | str) -> socket.socket:
    try:
        listener.bind(address)
    except OSError:
        listener.close()
        raise
    return listener
