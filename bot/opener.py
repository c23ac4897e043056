"""Fetches files from Telegram and has them opened, one at a time: each may be large, and takes a process of its own."""

import asyncio
import logging
from typing import Final

from telegram import Bot
from telegram.error import TelegramError

from documents.opening.apart import open_apart
from handlers.opened import Content
from participation.messages import Media, parts_of_ref
from participation.unread import LARGEST, Unread, UnreadFileError

log = logging.getLogger(__name__)

PATIENCE: Final = 60.0
"""Seconds for fetching: twenty megabytes over a slow line."""


class Opener:
    """Opens files for all bots of a process."""

    def __init__(self) -> None:
        self._table = asyncio.Semaphore()

    async def open(self, media: Media, bot: Bot) -> Content:
        """What is in a file, or why it is not read; None where Telegram does not give it out now."""
        if (media.size or 0) > LARGEST:
            return Unread.TOO_LARGE
        async with self._table:
            try:
                async with asyncio.timeout(PATIENCE):
                    content = await _fetched(media.ref or "", bot)
                return await open_apart(content)
            except UnreadFileError as unread:
                return unread.why
            except (TelegramError, TimeoutError) as away:
                log.info("a file could not be fetched (%s): it can be read again", type(away).__name__)
                return None


async def _fetched(ref: str, bot: Bot) -> bytes:
    _, handle = parts_of_ref(ref)
    file = await bot.get_file(handle)
    if (file.file_size or 0) > LARGEST:
        raise UnreadFileError(Unread.TOO_LARGE)
    return bytes(await file.download_as_bytearray())
