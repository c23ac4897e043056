"""A webhook's other side: updates are posted to an address over several connections, each until its 200."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from simulator.fast.source import Waiting
from simulator.fast.tally import Tally

TRY_AGAIN: Final = 0.2


@dataclass
class Push:
    """Posts updates in their order; one that is refused is posted again."""

    url: str
    updates: Sequence[Waiting]
    tally: Tally
    connections: int = 40
    secret: str = ""
    taken: list[float] = field(default_factory=list)
    """How long each 200 took."""
    statuses: dict[int, int] = field(default_factory=dict)
    finished: float | None = None
    _next: int = 0

    async def run(self) -> None:
        """Post everything."""
        async with asyncio.TaskGroup() as lines:
            for _ in range(self.connections):
                lines.create_task(self._line())
        self.finished = asyncio.get_running_loop().time()

    def told(self) -> dict[str, Any]:
        """How far it has got."""
        return {
            "posted": len(self.taken),
            "statuses": self.statuses,
            "taken": sorted(self.taken),
            "finished": self.finished is not None,
        }

    async def _line(self) -> None:
        where = urlsplit(self.url)
        pair: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        loop = asyncio.get_running_loop()
        while self._next < len(self.updates):
            update = self.updates[self._next]
            self._next += 1
            self.tally.asks(update.chat, began := loop.time())
            while True:
                try:
                    pair = pair or await asyncio.open_connection(where.hostname, where.port)
                    status, keeps = await self._post(update.raw.encode(), *pair)
                except (OSError, EOFError):
                    status, keeps = 0, False
                if not keeps and pair is not None:
                    pair[1].close()
                    pair = None
                self.statuses[status] = self.statuses.get(status, 0) + 1
                if status == 200:
                    break
                await asyncio.sleep(TRY_AGAIN)
            self.taken.append(loop.time() - began)
        if pair is not None:
            pair[1].close()

    async def _post(self, body: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> tuple[int, bool]:
        where = urlsplit(self.url)
        secret = f"X-Telegram-Bot-Api-Secret-Token: {self.secret}\r\n" if self.secret else ""
        writer.write(
            f"POST {where.path or '/'} HTTP/1.1\r\nHost: {where.netloc}\r\nContent-Type: application/json\r\n"
            f"{secret}Content-Length: {len(body)}\r\n\r\n".encode()
            + body
        )
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        at = head.find(b"content-length:")
        if at >= 0:
            await reader.readexactly(int(head[at + 15 : head.index(b"\r\n", at)]))
        return int(head[9:12]), b"connection: close" not in head
