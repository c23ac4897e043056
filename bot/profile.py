"""How the bot presents itself in Telegram before anybody has spoken: its commands and its short description."""

import logging
from collections.abc import Mapping
from typing import Final

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from locales.texts import FIRST, LANGUAGES, mark, texts_in

log = logging.getLogger(__name__)

COMMANDS: Final[Mapping[str, str]] = {
    "hapur": mark("What is open now"),
    "raporto": mark("Report a danger"),
    "te_miat": mark("My comments and reports"),
    "ndjek": mark("What I follow"),
    "gjuha": mark("Language and quiet hours"),
    "qetesi": mark("Quiet hours"),
    "privatesia": mark("Privacy"),
    "ndal": mark("No more messages"),
    "fshij": mark("Erase everything about me"),
    "anulo": mark("Leave what I am writing"),
    "ndihme": mark("Help"),
}
DESCRIPTION: Final = mark(
    "Your municipality asks before it decides. Read, comment, come to the meeting, report a danger. Press START."
)


async def present(bot: Bot) -> None:
    """Tell Telegram the commands and the description in every language; without them the bot works all the same."""
    try:
        for language in LANGUAGES:
            texts = texts_in(language)
            shown = [BotCommand(name, texts.t(sentence)) for name, sentence in COMMANDS.items()]
            code = None if language == FIRST else language
            await bot.set_my_commands(shown, language_code=code)
            await bot.set_my_description(texts.t(DESCRIPTION), language_code=code)
    except TelegramError:
        log.warning("the bot could not present itself; it works all the same")
