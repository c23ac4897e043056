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

PATIENCE = 30.0


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@dataclass
class Door:
    """What somebody who knocks needs to know."""

    town: Town
    client: httpx.AsyncClient

    @property
    def port(self) -> int:
        return self.client.base_url.port or 0

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


def brought() -> dict[str, object]:
    """The settings of a bot that is brought its updates here."""
    here = f"127.0.0.1:{free_port()}"
    return {"webhook_url": f"http://{here}", "listen": here}


@asynccontextmanager
async def open_door(folder: Path, **changes: object) -> AsyncIterator[Door]:
    """A town that is brought its updates, though nobody takes them in yet."""
    settings = brought()
    async with (
        open_town(folder, **settings, **changes) as town,
        httpx.AsyncClient(base_url=str(settings["webhook_url"]), timeout=30) as client,
    ):
        yield Door(town, client)


@asynccontextmanager
async def at_work(door: Door) -> AsyncIterator[None]:
    """Somebody takes in what is brought."""
    async with taking_in(door.town):
        yield


@asynccontextmanager
async def taking_in(town: Town) -> AsyncIterator[None]:
    """Somebody takes in what this town's bot is brought; Telegram knows where."""
    webhook = town.line.intake
    async with asyncio.TaskGroup() as rooms:
        rooms.create_task(webhook.run())
        while not webhook._registration._ours:  # noqa: ASYNC110
            await asyncio.sleep(0)
        try:
            yield
        finally:
            webhook.resign()


class PushedTown(Town):
    """A town whose world brings the updates, over HTTP: an act has been taken in once nothing waits in the world."""

    async def _take(self) -> int:
        came = self.world.pending()
        async with asyncio.timeout(PATIENCE):
            while self.world.pending():  # noqa: ASYNC110
                await asyncio.sleep(0.002)
        return came


@asynccontextmanager
async def pushed(town: Town) -> AsyncIterator[PushedTown]:
    """The same town, while its world brings the updates."""
    async with taking_in(town), asyncio.TaskGroup() as world:
        pushing = world.create_task(push(town.world))
        yield PushedTown(town.world, town.bot, town.service, town.clock, town.institution)
        pushing.cancel()
