"""Pushing updates to webhooks: one after another within a lane, again and again until a 2xx.

Lanes are as on the real server: messages by chat, presses by person, memberships by chat.
"""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from simulator.bots import Bot, Webhook
from simulator.server import answer
from simulator.updates import Waiting
from simulator.world import World

GLANCE = 0.01
"""Real seconds between two looks for new updates."""
PATIENCE = 60.0
"""Real seconds an answer may take."""
LONGEST_PAUSE = 60.0
LONGEST_WISH = 3600.0
"""The largest Retry-After that is obeyed."""

_NOT_IN_ANSWERS = ("get", "setwebhook", "deletewebhook")


@dataclass
class _Pusher:
    world: World
    session: aiohttp.ClientSession
    tasks: asyncio.TaskGroup
    busy: set[tuple[int, str]] = field(default_factory=set)
    """The lanes at work, by bot."""

    def look(self) -> None:
        """Set to work every lane that has something waiting and is idle."""
        for bot in list(self.world.bots.values()):
            if bot.webhook is not None:
                self._look_at(bot, bot.webhook)

    def _look_at(self, bot: Bot, hook: Webhook) -> None:
        for lane in dict.fromkeys(update.lane for update in bot.inbox.waiting()):
            at_work = sum(bot_id == bot.id for bot_id, _ in self.busy)
            if (bot.id, lane) not in self.busy and at_work < hook.max_connections:
                self.busy.add((bot.id, lane))
                self.tasks.create_task(self._work(bot, hook, lane))

    async def _work(self, bot: Bot, hook: Webhook, lane: str) -> None:
        try:
            await self._empty(bot, hook, lane)
        finally:
            self.busy.discard((bot.id, lane))

    async def _empty(self, bot: Bot, hook: Webhook, lane: str) -> None:
        failures = 0
        while bot.webhook is hook and (update := _first(bot, lane)) is not None:
            wish = await self._post(bot, hook, update)
            if wish is None:
                bot.inbox.settle(update.update_id)
                failures = 0
            else:
                await asyncio.sleep(wish or pause(failures))
                failures += 1

    async def _post(self, bot: Bot, hook: Webhook, update: Waiting) -> float | None:
        """Offer an update; None if it was taken, else how long the other side wants to be left alone."""
        headers = {"Content-Type": "application/json"}
        if hook.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = hook.secret
        try:
            async with self.session.post(hook.url, data=json.dumps(update.json()), headers=headers) as got:
                return await self._heard(bot, hook, got)
        except (aiohttp.ClientError, TimeoutError) as error:
            hook.last_error = (self.world.now(), f"Connection failed: {type(error).__name__}")
            return 0.0

    async def _heard(self, bot: Bot, hook: Webhook, got: aiohttp.ClientResponse) -> float | None:
        if 200 <= got.status < 300:
            await self._obey(bot, await got.read())
            return None
        hook.last_error = (self.world.now(), f"Wrong response from the webhook: {got.status} {got.reason}")
        return wished(got.headers.get("Retry-After"))

    async def _obey(self, bot: Bot, body: bytes) -> None:
        """A method in the answer is called, and nobody sees its result."""
        order = _order(body)
        name = str(order.pop("method", ""))
        if name and not name.lower().startswith(_NOT_IN_ANSWERS):
            await answer(self.world, bot.token, name, order)


async def push(world: World) -> None:
    """Push to all webhooks of the world until cancelled."""
    timeout = aiohttp.ClientTimeout(total=PATIENCE)
    async with aiohttp.ClientSession(timeout=timeout) as session, asyncio.TaskGroup() as tasks:
        pusher = _Pusher(world, session, tasks)
        while True:
            pusher.look()
            await asyncio.sleep(GLANCE)


def pause(failures: int) -> float:
    """Real seconds before the next try: at once, then 2, 4, 8 … 60."""
    return min(2.0**failures, LONGEST_PAUSE) if failures else 0.0


def wished(header: str | None) -> float:
    """The Retry-After of an answer, 0 if there is none that can be obeyed."""
    return min(float(header), LONGEST_WISH) if header and header.isdecimal() else 0.0


def _first(bot: Bot, lane: str) -> Waiting | None:
    return next((update for update in bot.inbox.waiting() if update.lane == lane), None)


def _order(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
