"""What goes out beside the queue: acknowledged buttons, and a word in groups about where we can be spoken with.

Neither is worth waiting for: whatever takes longer than a moment is given up, for the next poll waits behind it.
"""

import asyncio
import logging
from collections.abc import Awaitable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from telegram import Bot
from telegram.error import TelegramError

from delivery.channels.calls import acknowledging, make
from delivery.recent import Recent
from handlers.events import Elsewhere
from handlers.turns import House
from locales.texts import texts_in
from participation.clock import Clock

log = logging.getLogger(__name__)

PATIENCE: Final = 3.0
SILENCE: Final = timedelta(hours=1)
MOST_AT_ONCE: Final = 3
MOST_REMEMBERED: Final = 1000
"""Groups; so many in an hour are more than we would ever answer."""


class Direct:
    """Says the little things at once, and never for long."""

    def __init__(self, *, bot: Bot, house: House, clock: Clock) -> None:
        self._bot = bot
        self._house = house
        self._clock = clock
        self._answered = Recent[int, datetime](MOST_REMEMBERED)

    async def acknowledge(self, query: str, words: str = "") -> None:
        """Stop the button's spinner, perhaps with a word on the screen: no harm if it is lost."""
        if not await _in_time(make(self._bot, acknowledging(query, words))):
            log.debug("a button press could not be acknowledged")

    async def point_home(self, heard: Sequence[Elsewhere]) -> None:
        """In a group we only say where we can be spoken with; behind a mask nobody acts for anybody."""
        if any(said.masked for said in heard):
            log.warning("refused: somebody spoke behind a chat's mask")
        masked = {said.chat for said in heard if said.masked}
        chats = self._to_answer(said.chat for said in heard if said.addressed)
        async with asyncio.TaskGroup() as answers:
            for chat in chats:
                answers.create_task(self._answer(chat, masked=chat in masked))

    def _to_answer(self, chats: Iterable[int]) -> list[int]:
        """A few of the groups that have heard nothing for an hour; the others find out another time."""
        now = self._clock.now()
        fresh = [chat for chat in dict.fromkeys(chats) if self._may_hear(chat, now)][:MOST_AT_ONCE]
        for chat in fresh:
            self._answered.put(chat, now)
        return fresh

    def _may_hear(self, chat: int, now: datetime) -> bool:
        last = self._answered.get(chat)
        return last is None or now - last >= SILENCE

    async def _answer(self, chat: int, *, masked: bool) -> None:
        texts, link = texts_in(None), self._house.links.to("menu")
        text = (
            texts.t(
                "I cannot see who writes as an anonymous administrator or a channel, and do nothing for them. "
                "Write under your own name, or to me in private: {link}",
                link=link,
            )
            if masked
            else texts.t("Please write to me in private: {link}", link=link)
        )
        if not await _in_time(self._bot.send_message(chat, text)):
            log.info("a group could not be answered")


async def _in_time(sending: Awaitable[object]) -> bool:
    """Whether it went out within our patience."""
    try:
        async with asyncio.timeout(PATIENCE):
            await sending
    except (TelegramError, TimeoutError):
        return False
    return True
