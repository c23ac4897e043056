"""aiogram's echo by polling, as its documentation has it."""

import asyncio
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, Message

from benchmarks.subjects.content import ECHO
from benchmarks.subjects.order import read_order, watched
from benchmarks.town import TOKEN


async def echo(message: Message) -> None:
    """Answer words with words."""
    await message.answer(ECHO)


async def press(query: CallbackQuery, bot: Bot) -> None:
    """Acknowledge a button and answer with words, as we do."""
    await query.answer()
    assert query.message is not None
    await bot.send_message(query.message.chat.id, ECHO)


async def main(order: dict[str, Any]) -> None:
    """Serve until killed."""
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    dispatcher.callback_query.register(press)
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(order["telegram"])))
    await dispatcher.start_polling(bot, handle_signals=False)


if __name__ == "__main__":
    order = read_order()
    with watched(order):
        asyncio.run(main(order))
