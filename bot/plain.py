"""Files that an officer was asked for: a list or a plan as plain text, a consultation plan as a Word file.

They are fetched before the transaction begins: a slow road must not hold the database. Anywhere else such a file is a
document like any other; what may be a notice is opened aside (`bot/opener.py`).
"""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from telegram import Bot, Document, Update
from telegram.error import TelegramError

from documents.opening.plain import decoded
from handlers.views.listing import DIALOG as LISTS
from handlers.views.plans import DIALOG as PLANS
from handlers.views.plans import is_word_file
from participation.paperwork.reading import LARGEST_PLAN
from participation.people.model import Right
from storage.database import Database
from storage.work import Work

log = logging.getLogger(__name__)

PLAIN: Final = "text/plain"
LARGEST: Final = 240_000
"""Bytes: the longest notice we take, in letters of up to four bytes."""
PATIENCE: Final = 5.0
ASKING: Final = (PLANS, LISTS)
"""The dialogs that ask for a text file."""


@dataclass(frozen=True)
class FileRead:
    """The words of a text file, or the bytes of a Word file; neither where it could not be fetched."""

    words: str = ""
    content: bytes | None = None


async def files_read(
    updates: Sequence[Update], *, bot: Bot, database: Database, now: datetime
) -> Mapping[int, FileRead]:
    """What is in each such file, by the number of its update; one that cannot be read now stays a document."""
    sent = {update.update_id: found for update in updates if (found := _file(update)) is not None}
    if not sent:
        return {}
    async with database.reading() as work:
        for update in updates:
            number = update.update_id
            if number in sent and not await _is_awaited(update, sent[number], work, bot, now):
                sent.pop(number)
    return {number: await _read(document, bot) for number, document in sent.items()}


async def _is_awaited(update: Update, document: Document, work: Work, bot: Bot, now: datetime) -> bool:
    chat = update.effective_chat
    person = await work.addresses.find(bot.id, chat.id) if chat else None
    offices = await work.people.offices(person) if person is not None else ()
    if person is None or not any(office.may(Right.ACT) for office in offices):
        return False
    asking = ASKING if document.mime_type == PLAIN else (PLANS,)
    return any([await work.drafts.get(person, dialog, now) is not None for dialog in asking])


def _file(update: Update) -> Document | None:
    message = update.message
    document = message.document if message else None
    if document is None:
        return None
    is_plain = document.mime_type == PLAIN
    if not is_plain and not is_word_file(document.file_name, document.mime_type):
        return None
    largest = LARGEST if is_plain else LARGEST_PLAN
    return None if (document.file_size or largest) > largest else document


async def _read(document: Document, bot: Bot) -> FileRead:
    try:
        async with asyncio.timeout(PATIENCE):
            content = bytes(await (await bot.get_file(document.file_id)).download_as_bytearray())
    except (TelegramError, TimeoutError) as away:
        log.info("a file could not be fetched (%s): it stays a document", type(away).__name__)
        return FileRead()
    return FileRead(decoded(content) or "") if document.mime_type == PLAIN else FileRead(content=content)
