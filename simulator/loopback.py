"""A quiet web server on loopback that lives inside the running loop and whose connections can be cut."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

from starlette.applications import Starlette
from uvicorn import Config, Server
from uvicorn.protocols.http.h11_impl import H11Protocol

_EXTENSION = "simulator.line"


@asynccontextmanager
async def listening(application: Starlette, port: int = 0) -> AsyncIterator[str]:
    """Serve an application while the block runs; gives its root address. Port 0 takes a free one."""
    with _socket(port) as listener:
        server = _server(application)
        # Awaited below, so no error of it is lost; a TaskGroup would wrap the errors of the caller.
        served = asyncio.get_running_loop().create_task(server.serve(sockets=[listener]))
        try:
            await _started(server, served)
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.closing.set()
            await served


def opened_by(scope: Any) -> asyncio.Transport | None:
    """The connection a request came on; None if it came on none of ours."""
    line: asyncio.Transport | None = scope.get("extensions", {}).get(_EXTENSION, {}).get("transport")
    return line


class _Line(H11Protocol):
    """Shows the application the connection, so that it can be cut."""

    def handle_events(self) -> None:
        super().handle_events()
        if self.scope is not None:
            extensions = self.scope.setdefault("extensions", {})
            extensions[_EXTENSION] = {"transport": self.transport}


class _Server(Server):
    """Leaves the signals to whoever runs the loop, and ends when told instead of looking ten times a second."""

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self.closing = asyncio.Event()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def main_loop(self) -> None:
        await self.closing.wait()


def _server(application: Starlette) -> _Server:
    config = Config(
        application,
        http=_Line,
        ws="none",
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        date_header=False,
        server_header=False,
        timeout_graceful_shutdown=1,
    )
    return _Server(config)


@contextmanager
def _socket(port: int) -> Iterator[socket.socket]:
    # asyncio sends at once (TCP_NODELAY) only where the protocol is named; else each answer takes 40 ms.
    with socket.socket(proto=socket.IPPROTO_TCP) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        yield listener


async def _started(server: Server, served: "asyncio.Task[None]") -> None:
    while not server.started:
        if served.done():
            served.result()
        await asyncio.sleep(0.002)
