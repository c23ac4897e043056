"""The road to the Bot API: python-telegram-bot's request seam on aiohttp.

Its own HTTPXRequest is 4 to 11 times slower with many requests in flight. Every URL holds the token, and so may
whatever aiohttp says or a proxy answers: nothing of either is passed on, only its kind. A call that never left is
`NotSent`; one that broke off later is doubtful (the server itself absorbs waits of up to 8 s), and never repeated here.
"""

import io
from typing import Any

import aiohttp
from telegram.error import NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from delivery.channels.calls import NotSent

READ_TIMEOUT = 35.0
CONNECT_TIMEOUT = 10.0
WRITE_TIMEOUT = 20.0
UPLOAD_TIMEOUT = 300.0
POOL_TIMEOUT = 30.0
MOST_CONNECTIONS = 64

JSON = {"Content-Type": "application/json"}
UNASKED = ("Accept", "Accept-Encoding")

BEFORE_A_BYTE = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL)
"""No name, no connection, no handshake, no room in the pool."""


class AiohttpRequest(BaseRequest):
    """A transport for `telegram.Bot`; give each bot one for calls and one for its long polling."""

    def __init__(
        self,
        *,
        read_timeout: float = READ_TIMEOUT,
        connections: int = MOST_CONNECTIONS,
        ssl: Any = True,
    ) -> None:
        self._read_timeout = read_timeout
        self._connections = connections
        self._ssl = ssl
        # A timer for the whole alone: one for each read as well would be a twentieth of all that a call costs us.
        self._usual = aiohttp.ClientTimeout(
            total=read_timeout, connect=min(POOL_TIMEOUT, read_timeout), sock_connect=CONNECT_TIMEOUT
        )
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds an answer may take."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the session; twice is the same as once."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=60, ssl=self._ssl),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                skip_auto_headers=UNASKED,
            )

    async def shutdown(self) -> None:
        """Close it; it can be opened again."""
        if self._session is not None:
            await self._session.close()

    async def do_request(  # noqa: PLR0917  the signature is the library's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one request; Telegram's answer comes back whatever it is, anybody else's without its body."""
        asked = {"read": read_timeout, "write": write_timeout, "connect": connect_timeout, "pool": pool_timeout}
        try:
            return await self._exchange(url, method, request_data, self._patience(request_data, asked))
        except TelegramError:
            raise
        except Exception as error:  # noqa: BLE001  whatever it is, it may hold the URL
            trouble = told_by_kind(error)
        # Raised out here, so that no chain leads back to the error of aiohttp.
        raise trouble

    async def _exchange(
        self, url: str, method: str, data: RequestData | None, patience: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        if self._session is None:
            await self.initialize()
        assert self._session is not None
        if self._session.closed:
            raise NotSent("closed")
        body, headers = _body(data)
        async with self._session.request(
            method, url, data=body, headers=headers, timeout=patience, allow_redirects=False
        ) as response:
            heard = await response.read()
        if response.status == 429:
            refused_for_now(heard, response.headers.get("Retry-After", ""))
        return response.status, heard if is_telegrams(method, response.status, heard) else b""

    def _patience(self, data: RequestData | None, asked: dict[str, Any]) -> aiohttp.ClientTimeout:
        """The usual one, unless the call says otherwise or carries a file."""
        said = {name: value for name, value in asked.items() if value is not BaseRequest.DEFAULT_NONE}
        is_upload = data is not None and data.contains_files
        if not said and not is_upload:
            return self._usual
        write = UPLOAD_TIMEOUT if is_upload else WRITE_TIMEOUT
        return timeout_of(**({"read": self._read_timeout, "write": write} | said))


def timeout_of(
    *,
    read: float | None,
    write: float | None = WRITE_TIMEOUT,
    connect: float | None = CONNECT_TIMEOUT,
    pool: float | None = POOL_TIMEOUT,
) -> aiohttp.ClientTimeout:
    """The library's four time-outs as aiohttp's: it has none for writing, so the whole must end at some time."""
    before = None if connect is None or pool is None else connect + pool
    whole = None if before is None or read is None or write is None else before + write + read
    return aiohttp.ClientTimeout(total=whole, connect=before, sock_connect=connect, sock_read=read)


def told_by_kind(error: Exception) -> NetworkError:
    """What broke, by its kind alone: its words and whatever it hangs on may hold the URL."""
    kind = type(error).__name__
    if isinstance(error, BEFORE_A_BYTE):
        return NotSent(kind)
    return TimedOut(kind) if isinstance(error, TimeoutError) else NetworkError(kind)


def is_telegrams(method: str, status: int, body: bytes) -> bool:
    """Whether Telegram itself says this: a proxy's page may repeat the URL and decides nothing."""
    if 200 <= status < 300:
        return method == "GET" or b'"result"' in body
    return body.lstrip().startswith(b"{") and b'"description"' in body


def refused_for_now(body: bytes, header: str) -> None:
    """Raise RetryAfter where the wait stands in the header only: whoever counts has not passed the call on."""
    if b'"retry_after"' not in body and header.strip().isdecimal():
        raise RetryAfter(int(header))


def _body(data: RequestData | None) -> tuple[aiohttp.FormData | bytes | None, dict[str, str] | None]:
    if data is None:
        return None, None
    if not data.contains_files:
        return data.json_payload, JSON
    # The server takes names as they stand: quoted ones it would show so.
    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in (data.multipart_data or {}).items():
        # As a file it goes in pieces: a large one must not hold up the loop.
        piecemeal = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, piecemeal, filename=" ".join(filename.splitlines()), content_type=kind)
    return form, None
