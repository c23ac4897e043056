"""aiogram's documented broadcast: one after the other, a twentieth of a second between them, waiting when told to."""

import asyncio
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramAPIError, TelegramRetryAfter

from benchmarks.subjects.content import TEXT
from benchmarks.subjects.order import read_order
from benchmarks.town import TOKEN


async def send(bot: Bot, chat: int) -> None:
    """Send to one chat, again after a wait that was asked for."""
    while True:
        try:
            await bot.send_message(chat, TEXT)
        except TelegramRetryAfter as wait:
            await asyncio.sleep(wait.retry_after)
        except TelegramAPIError:
            return
        else:
            return


async def main(order: dict[str, Any]) -> None:
    """Send to all chats."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(order["telegram"]))
    async with Bot(TOKEN, session=session) as bot:
        for chat in range(order["first"], order["last"]):
            await send(bot, chat)
            await asyncio.sleep(0.05)


if __name__ == "__main__":
    asyncio.run(main(read_order()))
