"""Updates as Telegram hands them over; one that cannot be read is left out, and the others come through."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from telegram import Bot, Update
from telegram.error import TelegramError

from delivery.desk import fault_number

log = logging.getLogger(__name__)

ALLOWED: Final = ["message", "edited_message", "callback_query", "my_chat_member"]
SIZE: Final = 100
RAW: Final = "getupdates"
"""Names of methods have no case at Telegram's, while the library objects to a name for which it has a method."""


LARGEST_NUMBER: Final = 2**63 - 1
"""Of an update, a person or a chat: what a column of the database holds."""

AlbumId = tuple[int, str]
"""A chat and Telegram's name for the album in it."""


@dataclass(frozen=True)
class Batch:
    """The updates that can be read, how many came in all, and the offset that lies behind every one of them."""

    updates: Sequence[Update] = ()
    came: int = 0
    behind: int | None = None


def album_of(update: Update) -> AlbumId | None:
    """The album that an update is a part of."""
    message = update.message
    return (message.chat.id, message.media_group_id) if message and message.media_group_id else None


def followed(updates: Sequence[Update]) -> frozenset[int]:
    """The updates that are a part of an album of which another part follows here: only the last is answered."""
    last: dict[AlbumId, int] = {}
    parts: set[int] = set()
    for update in updates:
        album = album_of(update)
        if album is None:
            continue
        if album in last:
            parts.add(last[album])
        last[album] = update.update_id
    return frozenset(parts)


async def fetch(bot: Bot, *, offset: int | None, patience: int) -> Batch:
    """Wait so many seconds for the next batch.

    Raises TelegramError.
    """
    try:
        updates = await bot.get_updates(offset=offset, limit=SIZE, timeout=patience, allowed_updates=ALLOWED)
    except TelegramError:
        raise
    except Exception as error:  # noqa: BLE001  one update of a new or odd shape must not shut the door for all
        log.warning("a batch could not be read as a whole (%s): it is read one by one", type(error).__name__)
        return await _fetch_one_by_one(bot, offset)
    return Batch(updates, len(updates), updates[-1].update_id + 1 if updates else offset)


async def _fetch_one_by_one(bot: Bot, offset: int | None) -> Batch:
    asked = {"limit": SIZE, "timeout": 0, "allowed_updates": ALLOWED} | ({} if offset is None else {"offset": offset})
    raw: list[dict[str, Any]] = await bot.do_api_request(RAW, api_kwargs=asked)
    behind = raw[-1]["update_id"] + 1 if raw else offset
    return Batch(tuple(_readable(raw, bot)), len(raw), behind)


def number_of(raw: object) -> int | None:
    """The number of an update, if it has one."""
    number = raw.get("update_id") if isinstance(raw, Mapping) else None
    is_one = isinstance(number, int) and not isinstance(number, bool) and 0 <= number <= LARGEST_NUMBER
    return number if is_one else None


def read(raw: object, bot: Bot) -> Update:
    """An update as Telegram wrote it.

    Raises ValueError where it has no number, and whatever the library says of its other parts.
    """
    if number_of(raw) is None or not isinstance(raw, Mapping):
        raise ValueError("no update")
    return Update.de_json(dict(raw), bot)


def _readable(raw: Sequence[Mapping[str, Any]], bot: Bot) -> Iterator[Update]:
    for each in raw:
        try:
            yield read(each, bot)
        except Exception as error:  # whatever it is, it is about this one alone
            log.exception("an update could not be read, fault %s", fault_number(), exc_info=error)
