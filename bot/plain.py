"""Plain text files that an officer hands in: a notice that comes as one is words, not a document.

They are fetched before the transaction begins: a slow road must not hold the database.
"""

import asyncio
import codecs
import logging
from collections.abc import Mapping, Sequence
from typing import Final

from telegram import Bot, Document, Update
from telegram.error import TelegramError

from participation.people.model import Right
from storage.database import Database

log = logging.getLogger(__name__)

PLAIN: Final = "text/plain"
LARGEST: Final = 240_000
"""Bytes: the longest notice we take, in letters of up to four bytes."""
PATIENCE: Final = 5.0


async def plain_words(updates: Sequence[Update], *, bot: Bot, database: Database) -> Mapping[int, str]:
    """The words of each such file, by the number of its update; one that cannot be read now stays a document."""
    sent = {update.update_id: found for update in updates if (found := _plain_file(update)) is not None}
    if not sent:
        return {}
    async with database.reading() as work:
        for update in updates:
            chat = update.effective_chat
            person = await work.addresses.find(bot.id, chat.id) if chat and update.update_id in sent else None
            offices = await work.people.offices(person) if person is not None else ()
            if not any(office.may(Right.ACT) for office in offices):
                sent.pop(update.update_id, None)
    return {number: await _read(document, bot) for number, document in sent.items()}


def _plain_file(update: Update) -> Document | None:
    message = update.message
    document = message.document if message else None
    if document is None or document.mime_type != PLAIN or (document.file_size or LARGEST) > LARGEST:
        return None
    return document


async def _read(document: Document, bot: Bot) -> str:
    try:
        async with asyncio.timeout(PATIENCE):
            return decoded(bytes(await (await bot.get_file(document.file_id)).download_as_bytearray()))
    except (TelegramError, TimeoutError) as away:
        log.info("a text file could not be fetched (%s): it stays a document", type(away).__name__)
        return ""


def decoded(content: bytes) -> str:
    """The words in a file as Windows and others write them, or nothing where it holds no words."""
    is_wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in ("utf-16",) if is_wide else ("utf-8-sig", "cp1252"):
        try:
            words = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return "" if "\0" in words else words.strip()
    return ""
