"""Files that another bot of this house got: its handle is worth nothing to ours, so they are fetched and sent as bytes.

What the messenger calls the file after that is remembered for a while; it is fetched again when it is forgotten.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from telegram import Bot
from telegram import Message as Posted

from delivery.recent import Recent
from participation.messages import Media, parts_of_ref

MOST_REMEMBERED = 1000


class Files:
    """What our bot can send: by its own handle, or by the bytes."""

    def __init__(self, bot: Bot, colleagues: Mapping[int, Bot]) -> None:
        self._ours_too = {0, int(bot.token.partition(":")[0])}
        self._colleagues = colleagues
        self._ours = Recent[str, str](MOST_REMEMBERED)
        self._turns = WeakValueDictionary[str, asyncio.Lock]()

    @asynccontextmanager
    async def at_hand(self, media: Media) -> AsyncIterator[str | bytes | None]:
        """What to send of a file: a handle of our bot, or bytes. While one sends the bytes others wait for its handle.

        Raises TelegramError where the bot that got it cannot give it to us.
        """
        if media.ref is None:
            yield media.content
            return
        handle = self._ours_of(media.ref)
        if handle is None:
            async with self._turns.setdefault(media.ref, asyncio.Lock()):
                handle = self._ours_of(media.ref)
                if handle is None:
                    yield await self._fetched(media.ref)
                    return
        yield handle

    def _ours_of(self, ref: str) -> str | None:
        """The handle by which our bot can send it, if it has to fetch nothing; also where nobody can."""
        whose, handle = parts_of_ref(ref)
        is_strange = whose in self._colleagues and whose not in self._ours_too
        return self._ours.get(ref) if is_strange else handle

    async def _fetched(self, ref: str) -> bytes:
        whose, handle = parts_of_ref(ref)
        return bytes(await (await self._colleagues[whose].get_file(handle)).download_as_bytearray())

    def remember(self, media: Media, posted: Posted) -> None:
        """What we sent as bytes has a handle of our own now."""
        if media.ref is not None and parts_of_ref(media.ref)[0] not in self._ours_too:
            shown = posted.effective_attachment
            last = shown[-1] if isinstance(shown, (list, tuple)) and shown else shown
            if isinstance(handle := getattr(last, "file_id", None), str):
                self._ours.put(media.ref, handle)
