"""Telling Telegram where to bring a bot's updates, and looking now and then whether it still does."""

import asyncio
import logging
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from telegram import Bot, WebhookInfo
from telegram.error import BadRequest, InvalidToken, RetryAfter, TelegramError

from bot.batches import ALLOWED
from bot.outage import Outage, wished
from participation.clock import Clock

log = logging.getLogger(__name__)

CONNECTIONS: Final = 40
"""How many updates Telegram may bring at the same time."""
LOOK_AGAIN: Final = 180.0
TRY_AGAIN: Final = 5.0
SHORTEST: Final = 1.0
"""Telegram lets nobody set a webhook more often."""


@dataclass(frozen=True)
class Address:
    """Where a bot's updates are to be brought, and the word by which Telegram is known there."""

    url: str
    secret: str = field(repr=False)


class Registration:
    """Keeps the webhook of one bot as we want it."""

    def __init__(self, bot: Bot, address: Address, *, clock: Clock) -> None:
        self.secret = address.secret
        self._bot = bot
        self._url = address.url
        self._outage = Outage(log, clock)
        self._ours: tuple[object, ...] | None = None
        self._last_failure: datetime | None = None

    async def keep(self) -> None:
        """Set it, and set it again whenever somebody else has changed it; ends when the token is refused."""
        while True:
            try:
                await self.look()
                self._outage.is_over()
                pause = LOOK_AGAIN
            except InvalidToken:
                return
            except RetryAfter as wait:
                pause = wished(wait)
            except BadRequest as refused:
                self._outage.tell("Telegram does not take the webhook: %s", refused.message)
                pause = TRY_AGAIN
            except TelegramError as away:
                self._outage.tell("the webhook could not be set (%s); trying again", type(away).__name__)
                pause = TRY_AGAIN
            except Exception:
                log.exception("the webhook could not be looked at; what is brought is taken in all the same")
                pause = LOOK_AGAIN
            await asyncio.sleep(max(pause, SHORTEST))

    async def look(self) -> None:
        """Set the webhook unless it stands as we set it; the first time in any case, for its secret is never shown."""
        info = await self._bot.get_webhook_info()
        self._surface(info)
        if self._ours is not None:
            if self._ours == _what_stands(info):
                return
            log.warning("somebody else changed the webhook: it is set again")
        # What waits stays (drop_pending_updates): people have said it.
        await self._bot.set_webhook(
            self._url, secret_token=self.secret, allowed_updates=ALLOWED, max_connections=CONNECTIONS
        )
        # What is remembered is how Telegram tells it: it may write an address in another way than we do.
        self._ours = _what_stands(await self._bot.get_webhook_info())

    def _surface(self, info: WebhookInfo) -> None:
        """Pass on what Telegram has had to complain of since the last look."""
        failed = info.last_error_date
        if failed is not None and failed != self._last_failure:
            self._last_failure = failed
            log.warning(
                "Telegram could not bring an update at %s: %s (%d wait)",
                failed.isoformat(),
                info.last_error_message,
                info.pending_update_count,
            )


def _what_stands(info: WebhookInfo) -> tuple[object, ...]:
    return info.url, info.max_connections, frozenset(info.allowed_updates or ())
