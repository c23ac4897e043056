"""aiogram's bare `send_message`, 64 in flight: no queue, nothing is remembered."""

import asyncio
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import InlineKeyboardMarkup, MessageEntity

from benchmarks.subjects.bare import all_at_once
from benchmarks.subjects.content import TEXT, TITLE, keyboard
from benchmarks.subjects.order import read_order, watched
from benchmarks.town import TOKEN


async def main(order: dict[str, Any]) -> None:
    """Send to all chats."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(order["telegram"]))
    markup = InlineKeyboardMarkup.model_validate({"inline_keyboard": keyboard()})
    bold = MessageEntity(type="bold", offset=0, length=len(TITLE))
    async with Bot(TOKEN, session=session) as bot:
        await all_at_once(
            lambda chat: bot.send_message(chat, TEXT, entities=[bold], reply_markup=markup),
            range(order["first"], order["last"]),
        )


if __name__ == "__main__":
    order = read_order()
    with watched(order):
        asyncio.run(main(order))
