"""A service that is brought its updates: at a port of this machine, with or without a world that brings them."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from bot.front import SECRET
from simulator.webhook import push
from tests.town import Town, open_town


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@dataclass
class Door:
    """What somebody who knocks needs to know."""

    town: Town
    port: int
    client: httpx.AsyncClient

    @property
    def webhook(self):
        return self.town.line.intake

    @property
    def path(self) -> str:
        return f"/telegram/{self.town.bot.id}"

    @property
    def secret(self) -> str:
        return self.webhook._registration.secret

    async def post(self, body: object, **headers: str) -> httpx.Response:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        return await self.client.post(self.path, content=content, headers={SECRET: self.secret} | headers)

    async def waiting(self) -> list[dict[str, object]]:
        """The updates that wait in the world, as Telegram would write them."""
        return [update.json() for update in self.town.bot.inbox.waiting()]

    async def bring_all(self) -> list[int]:
        """Bring everything that waits at the same time; returns the answers."""
        waiting = await self.waiting()
        answers = await asyncio.gather(*[self.post(update) for update in waiting])
        for update, answer in zip(waiting, answers, strict=True):
            if answer.status_code == 200:
                self.town.bot.inbox.settle(update["update_id"])
        return [answer.status_code for answer in answers]


@asynccontextmanager
async def open_door(folder: Path, **changes: object) -> AsyncIterator[Door]:
    """A town that is brought its updates, though nobody takes them in yet."""
    port = free_port()
    here = f"127.0.0.1:{port}"
    async with (
        open_town(folder, webhook_url=f"http://{here}", listen=here, **changes) as town,
        httpx.AsyncClient(base_url=f"http://{here}", timeout=30) as client,
    ):
        yield Door(town, port, client)


@asynccontextmanager
async def at_work(door: Door, *, pushed: bool = False) -> AsyncIterator[Door]:
    """Somebody takes them in, and the world brings them if it is told to."""
    async with asyncio.TaskGroup() as rooms:
        rooms.create_task(door.webhook.run())
        while not door.webhook._registration._ours:  # noqa: ASYNC110
            await asyncio.sleep(0)
        pushing = rooms.create_task(push(door.town.world) if pushed else asyncio.sleep(0))
        try:
            yield door
        finally:
            pushing.cancel()
            door.webhook.resign()
