"""The door in process: a transport for python-telegram-bot that leads into a world instead of a network."""

import asyncio
from typing import Any
from urllib.parse import unquote, urlsplit

from httpx import ConnectError, ReadTimeout, RemoteProtocolError, TransportError
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from simulator.files import Upload
from simulator.server import Reply, answer, download
from simulator.world import World


class InProcess(BaseRequest):
    """Give it to `telegram.Bot` as `request` and as `get_updates_request`; errors are those of HTTPXRequest."""

    __slots__ = ("_read_timeout", "_world")

    def __init__(self, world: World, *, read_timeout: float = 5.0) -> None:
        self._world = world
        self._read_timeout = read_timeout

    @property
    def read_timeout(self) -> float:
        """Seconds an answer may take."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Nothing is opened."""

    async def shutdown(self) -> None:
        """Nothing is closed."""

    async def do_request(  # noqa: PLR0917 (the signature is the library's)
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Carry one request into the world and its answer back."""
        is_file, token, rest = _address(url)
        if is_file:
            reply = download(self._world, token, rest)
        else:
            reply = await answer(self._world, token, rest, *_contents(request_data))
        patience = self._read_timeout if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        return await _carried(reply, patience)


def _address(url: str) -> tuple[bool, str, str]:
    """Whether it is a file, the token, and the method or the file's path."""
    path = unquote(urlsplit(url).path).removeprefix("/")
    is_file = path.startswith("file/")
    token, _, rest = path.removeprefix("file/").removeprefix("bot").partition("/")
    return is_file, token, rest


def _contents(data: RequestData | None) -> tuple[dict[str, Any], dict[str, Upload]]:
    if data is None:
        return {}, {}
    parts = data.multipart_data if data.contains_files else {}
    return data.parameters, {name: _upload(part) for name, part in parts.items()}


def _upload(part: Any) -> Upload:
    name, content, mime = part
    read = content if isinstance(content, bytes) else content.read()
    return Upload(name, read if isinstance(read, bytes) else read.encode(), mime)


async def _carried(reply: Reply, patience: float | None) -> tuple[int, bytes]:
    match reply.fate:
        case "refused":
            raise _broken(ConnectError("All connection attempts failed"))
        case "cut":
            raise _broken(RemoteProtocolError("Server disconnected without sending a response."))
        case "timeout":
            raise TimedOut from ReadTimeout("")
    if patience is not None and reply.seconds > patience:
        await asyncio.sleep(patience)
        raise TimedOut from ReadTimeout("")
    await asyncio.sleep(reply.seconds)
    return reply.status, reply.body


def _broken(cause: TransportError) -> NetworkError:
    """The error HTTPXRequest makes of a broken connection."""
    error = NetworkError(f"httpx.{type(cause).__name__}: {cause}")
    error.__cause__ = cause
    return error
