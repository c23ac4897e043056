"""The road to the Bot API: python-telegram-bot's request seam on aiohttp.

Its own HTTPXRequest is 4 to 11 times slower with many requests in flight. Every URL holds the token, so no
exception of ours repeats one. A read time-out is doubtful (the server absorbs waits of up to 8 s); a connection that
was never made is not: the channel tells them apart by `__cause__`.
"""

from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

READ_TIMEOUT = 35.0
CONNECT_TIMEOUT = 10.0
MOST_CONNECTIONS = 64


class AiohttpRequest(BaseRequest):
    """A transport for `telegram.Bot`; give each bot one for calls and one for its long polling."""

    def __init__(self, *, read_timeout: float = READ_TIMEOUT, connections: int = MOST_CONNECTIONS) -> None:
        self._read_timeout = read_timeout
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds an answer may take."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the session; twice is the same as once."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=60)
            self._session = aiohttp.ClientSession(connector=connector)

    async def shutdown(self) -> None:
        """Close it."""
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
        """Make one request; the status and the body come back whatever they are."""
        if self._session is None:
            await self.initialize()
        patience = self._read_timeout if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        connect = CONNECT_TIMEOUT if connect_timeout is BaseRequest.DEFAULT_NONE else connect_timeout
        timeout = aiohttp.ClientTimeout(sock_read=patience, connect=connect)
        assert self._session is not None
        try:
            async with self._session.request(method, url, data=_body(request_data), timeout=timeout) as response:
                return response.status, await response.read()
        except TimeoutError as slow:
            raise TimedOut from slow
        except aiohttp.ClientError as broken:
            raise NetworkError(type(broken).__name__) from broken


def _body(data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if data is None:
        return None
    if not data.contains_files:
        return data.json_parameters
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form
