"""python-telegram-bot's `AIORateLimiter` around a gather of everything: what its users do."""

import asyncio
from typing import Any

from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ExtBot

from benchmarks.subjects.content import TEXT
from benchmarks.subjects.order import read_order
from benchmarks.town import TOKEN
from bot.transport import AiohttpRequest


async def main(order: dict[str, Any]) -> None:
    """Send to all chats; what is refused for good is lost."""
    limiter = AIORateLimiter(max_retries=order["retries"])
    async with ExtBot(
        TOKEN, base_url=f"{order['telegram']}/bot", request=AiohttpRequest(), rate_limiter=limiter
    ) as bot:

        async def send(chat: int) -> None:
            try:
                await bot.send_message(chat, TEXT)
            except TelegramError:
                return

        await asyncio.gather(*(send(chat) for chat in range(order["first"], order["last"])))


if __name__ == "__main__":
    asyncio.run(main(read_order()))
