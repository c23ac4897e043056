"""python-telegram-bot's echo on our road, its best one: by its polling or by its own webhook (tornado)."""

from typing import Any

from telegram import Update
from telegram.ext import Application, ApplicationBuilder, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from benchmarks.subjects.content import ECHO
from benchmarks.subjects.order import read_order, watched
from benchmarks.town import TOKEN
from bot.transport import AiohttpRequest


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer words with words."""
    assert update.message is not None
    await update.message.reply_text(ECHO)


async def press(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Acknowledge a button and answer with words, as we do."""
    assert update.callback_query is not None
    assert update.effective_chat is not None
    await update.callback_query.answer()
    await update.effective_chat.send_message(ECHO)


def application(order: dict[str, Any]) -> "Application[Any, Any, Any, Any, Any, Any]":
    """The bot, so many updates at once."""
    builder = ApplicationBuilder().token(TOKEN).base_url(f"{order['telegram']}/bot")
    builder = builder.request(AiohttpRequest()).get_updates_request(AiohttpRequest())
    built = builder.concurrent_updates(order.get("at_once", False)).build()
    built.add_handler(MessageHandler(filters.TEXT, echo))
    built.add_handler(CallbackQueryHandler(press))
    return built


def main(order: dict[str, Any]) -> None:
    """Serve until killed."""
    if "port" in order:
        application(order).run_webhook(
            listen="127.0.0.1",
            port=order["port"],
            url_path="hook",
            webhook_url=f"http://127.0.0.1:{order['port']}/hook",
            stop_signals=None,
        )
    else:
        application(order).run_polling(stop_signals=None)


if __name__ == "__main__":
    order = read_order()
    with watched(order):
        main(order)
