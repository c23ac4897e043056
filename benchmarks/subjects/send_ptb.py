"""python-telegram-bot's bare `Bot`, 64 in flight, on its own HTTPXRequest or on our road."""

import asyncio
from typing import Any

from telegram import Bot, InlineKeyboardMarkup, MessageEntity
from telegram.request import HTTPXRequest

from benchmarks.subjects.bare import all_at_once
from benchmarks.subjects.content import TEXT, TITLE, keyboard
from benchmarks.subjects.order import read_order, watched
from benchmarks.town import TOKEN
from bot.transport import AiohttpRequest


async def main(order: dict[str, Any]) -> None:
    """Send to all chats."""
    road = AiohttpRequest() if order["road"] == "aiohttp" else HTTPXRequest(connection_pool_size=64)
    markup = InlineKeyboardMarkup.de_json({"inline_keyboard": keyboard()})
    bold = MessageEntity("bold", offset=0, length=len(TITLE))
    async with Bot(TOKEN, base_url=f"{order['telegram']}/bot", request=road) as bot:
        await all_at_once(
            lambda chat: bot.send_message(chat, TEXT, entities=[bold], reply_markup=markup, read_timeout=60),
            range(order["first"], order["last"]),
        )


if __name__ == "__main__":
    order = read_order()
    with watched(order):
        asyncio.run(main(order))
