"""A web server that keeps what it heard and does what it is told: answers, half an answer, silence, an end."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

Deed = Callable[[asyncio.StreamWriter], Awaitable[None]]


@dataclass(frozen=True)
class Heard:
    """One request."""

    line: str
    headers: Mapping[str, str]
    body: bytes
    connection: int

    @property
    def told(self) -> dict:
        return json.loads(self.body)


@dataclass
class Wire:
    """The server; the last of its deeds is done again and again."""

    deeds: list[Deed]
    heard: list[Heard] = field(default_factory=list)
    connections: int = 0
    port: int = 0

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def has_heard(self, count: int = 1) -> None:
        """Wait until so many requests were read: whoever gave up may have done so before we came to it."""
        async with asyncio.timeout(10):
            while len(self.heard) < count:  # noqa: ASYNC110
                await asyncio.sleep(0.01)

    async def attend(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        number = self.connections
        try:
            while not writer.is_closing():
                self.heard.append(await _request(reader, number))
                await (self.deeds.pop(0) if len(self.deeds) > 1 else self.deeds[0])(writer)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()


async def _request(reader: asyncio.StreamReader, connection: int) -> Heard:
    head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
    if headers.get("transfer-encoding") == "chunked":
        body = b""
        while size := int(await reader.readline(), 16):
            body += (await reader.readexactly(size + 2))[:-2]
        await reader.readline()
    else:
        body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Heard(head[0], headers, body, connection)


@asynccontextmanager
async def serving(*deeds: Deed, **options):
    """A server on loopback while the block runs."""
    wire = Wire(list(deeds))
    server = await asyncio.start_server(wire.attend, "127.0.0.1", 0, **options)
    wire.port = server.sockets[0].getsockname()[1]
    async with server:
        yield wire


def http(status: int, body: bytes, *headers: str) -> bytes:
    """An answer as it goes over the wire."""
    lines = (f"HTTP/1.1 {status} Words", f"Content-Length: {len(body)}", *headers)
    return "\r\n".join((*lines, "", "")).encode() + body


def answering(status: int, body: object, *headers: str) -> Deed:
    """Answer at once; what is not bytes goes as JSON."""
    whole = http(status, body if isinstance(body, bytes) else json.dumps(body).encode(), *headers)

    async def deed(writer: asyncio.StreamWriter) -> None:
        writer.write(whole)

    return deed


def ok(result: object = True) -> Deed:
    return answering(200, {"ok": True, "result": result})


def refusing(code: int, description: str, *headers: str, **parameters: object) -> Deed:
    body = {"ok": False, "error_code": code, "description": description}
    return answering(code, body | ({"parameters": parameters} if parameters else {}), *headers)


def ending(*before: bytes) -> Deed:
    """Write so much and hang up."""

    async def deed(writer: asyncio.StreamWriter) -> None:
        writer.write(b"".join(before))
        await writer.drain()
        writer.close()

    return deed


def dripping(*drops: bytes, seconds: float = 30.0) -> Deed:
    """Write so much and fall silent, again and again."""

    async def deed(writer: asyncio.StreamWriter) -> None:
        for drop in drops:
            writer.write(drop)
            await asyncio.sleep(seconds)

    return deed


async def resetting(writer: asyncio.StreamWriter) -> None:
    """Throw the connection away."""
    writer.transport.abort()
