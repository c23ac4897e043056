"""HTTP/1.1 by hand: requests out of bytes, one answer after the other on each connection.

Requests that come before the last one is answered wait in the buffer, so answers keep their order.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final
from urllib.parse import unquote_to_bytes

from simulator.bodies import form, read_body

LONGEST_HEAD: Final = 64 * 1024
FORM: Final = b"application/x-www-form-urlencoded"
REASONS: Final = {
    200: b"OK",
    400: b"Bad Request",
    401: b"Unauthorized",
    403: b"Forbidden",
    404: b"Not Found",
    409: b"Conflict",
    429: b"Too Many Requests",
    500: b"Internal Server Error",
}


@dataclass(slots=True)
class Request:
    """What was asked: the verb, the path, the part behind ?, the kind of the body and the body."""

    verb: bytes
    path: bytes
    query: bytes
    kind: bytes
    body: bytes

    def fields(self) -> dict[str, Any]:
        """What the body brought, or else the address.

        Raises ApiError where the body is not what it says.
        """
        if not self.body:
            return form(self.query.decode()) if self.query else {}
        if self.kind.startswith(FORM):
            return _fields_of(self.body)
        read = read_body(self.body, self.kind.decode())
        return read.parameters | dict.fromkeys(read.uploads, "attach://")


class Line(asyncio.Protocol):
    """One connection; whoever serves it answers each request once, now or later."""

    def __init__(self, serve: Callable[[Request, "Line"], None]) -> None:
        self._serve = serve
        self._buffer = bytearray()
        self._waits = False
        self._feeding = False
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody is there."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        """They hung up: what is answered later goes nowhere."""
        self._transport = None

    @property
    def is_open(self) -> bool:
        """Whether an answer would arrive."""
        return self._transport is not None and not self._transport.is_closing()

    def data_received(self, data: bytes) -> None:
        """Some bytes, however they were cut."""
        self._buffer += data
        self._feed()

    def answer(self, body: bytes, status: int = 200, headers: bytes = b"") -> None:
        """Answer the request that waits."""
        self._waits = False
        if self._transport is None:
            return
        self._transport.write(
            b"HTTP/1.1 %d %b\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%b\r\n%b"
            % (status, REASONS.get(status, b"?"), len(body), headers, body)
        )
        if self._buffer:
            self._feed()

    def cut(self) -> None:
        """Hang up in place of an answer."""
        if self._transport is not None:
            self._transport.abort()

    def _feed(self) -> None:
        """Serve what has come whole; an answer given at once does not nest another."""
        if self._feeding:
            return
        self._feeding = True
        try:
            while not self._waits and self._buffer:
                request = self._next()
                if request is None:
                    return
                self._waits = True
                self._serve(request, self)
        finally:
            self._feeding = False

    def _next(self) -> Request | None:
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0:
            if len(self._buffer) > LONGEST_HEAD:
                self.cut()
            return None
        head = bytes(self._buffer[:end])
        found = _body_at(self._buffer, end + 4, head.lower())
        if found is None:
            return None
        body, after = found
        del self._buffer[:after]
        verb, _, rest = head.partition(b" ")
        path, _, query = rest[: rest.index(b" ")].partition(b"?")
        return Request(verb, path, query, _header(head, b"content-type"), body)


def _body_at(buffer: bytearray, start: int, lowered: bytes) -> tuple[bytes, int] | None:
    """The body and where it ends, if all of it is here."""
    if b"\r\ntransfer-encoding: chunked" in lowered:
        return _chunks_at(buffer, start)
    length = int(_header(lowered, b"content-length") or 0)
    end = start + length
    return (bytes(buffer[start:end]), end) if len(buffer) >= end else None


def _chunks_at(buffer: bytearray, at: int) -> tuple[bytes, int] | None:
    body = bytearray()
    while (line := buffer.find(b"\r\n", at)) >= 0:
        size = int(buffer[at:line].split(b";")[0], 16)
        at = line + 2 + size + 2
        if len(buffer) < at:
            return None
        if not size:
            return bytes(body), at
        body += buffer[line + 2 : line + 2 + size]
    return None


def _header(head: bytes, name: bytes) -> bytes:
    """The value of a header as it was written, or nothing."""
    at = head.lower().find(b"\r\n" + name + b":")
    if at < 0:
        return b""
    start = at + len(name) + 3
    end = head.find(b"\r\n", start)
    return head[start : end if end >= 0 else len(head)].strip()


def _fields_of(body: bytes) -> dict[str, Any]:
    fields = {}
    for pair in body.split(b"&"):
        name, _, value = pair.partition(b"=")
        fields[_plain(name)] = _plain(value)
    return fields


@lru_cache(maxsize=8192)
def _plain(raw: bytes) -> str:
    """Most of what is sent is sent to many: the same bytes are read once."""
    return unquote_to_bytes(raw.replace(b"+", b" ")).decode()
