"""Files that cannot be sent by their handle: those that another bot of this house got, and pictures to be made anew.

They are fetched and sent as bytes. Of a picture to be made anew neither its bytes nor its handle go to anybody.

What the messenger calls the file after that is remembered for a while; it is fetched again when it is forgotten.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from weakref import WeakValueDictionary

from telegram import Bot
from telegram import Message as Posted
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from delivery.channels.calls import NotSent
from delivery.channels.pictures import Unclean, made_anew
from delivery.recent import Recent
from participation.messages import LARGEST_PICTURE, Media, parts_of_ref

MOST_REMEMBERED = 1000
UNCLEAN = "Picture not made anew"
MOST_FAILURES = 5
"""So often in a row a picture is asked for again; then its reader hears that it is not to be had now."""

Key = tuple[str, bool]
"""A file, and whether it is shown as a picture made anew of it."""


class Files:
    """What our bot can send: by its own handle, or by the bytes."""

    def __init__(self, bot: Bot, colleagues: Mapping[int, Bot]) -> None:
        self._ours_too = {0, int(bot.token.partition(":")[0])}
        self._bot = bot
        self._colleagues = colleagues
        self._ours = Recent[Key, str](MOST_REMEMBERED)
        self._turns = WeakValueDictionary[Key, asyncio.Lock]()
        self._failed = Recent[str, int](MOST_REMEMBERED)
        self._easel = asyncio.Semaphore()
        """One at a time: a picture takes many times its size while it is made."""

    @asynccontextmanager
    async def at_hand(self, media: Media) -> AsyncIterator[str | bytes | None]:
        """What to send of a file: a handle of our bot, or bytes. While one sends the bytes others wait for its handle.

        Raises TelegramError where the bot that got it cannot give it to us, or no picture can be made of it.
        """
        if media.ref is None:
            yield await self._anew(media.content or b"") if media.anew else media.content
            return
        handle = self._ours_of(media.ref, anew=media.anew)
        if handle is None:
            async with self._turns.setdefault((media.ref, media.anew), asyncio.Lock()):
                handle = self._ours_of(media.ref, anew=media.anew)
                if handle is None:
                    yield await (self._fetched_anew(media.ref) if media.anew else self._fetched(media.ref))
                    return
        yield handle

    def _ours_of(self, ref: str, *, anew: bool) -> str | None:
        """The handle by which our bot can send it, if it has to fetch nothing; also where nobody can."""
        whose, handle = parts_of_ref(ref)
        is_strange = whose in self._colleagues and whose not in self._ours_too
        return self._ours.get((ref, anew)) if anew or is_strange else handle

    async def _fetched(self, ref: str) -> bytes:
        whose, handle = parts_of_ref(ref)
        return bytes(await (await self._colleagues[whose].get_file(handle)).download_as_bytearray())

    async def _fetched_anew(self, ref: str) -> bytes:
        """A picture made of the file. What fails on the way is no answer about the message: that was not sent yet."""
        whose, handle = parts_of_ref(ref)
        bot = self._bot if whose in self._ours_too else self._colleagues.get(whose)
        if bot is None:
            raise BadRequest(UNCLEAN)
        try:
            file = await bot.get_file(handle)
            too_large = (file.file_size or 0) > LARGEST_PICTURE
            content = b"" if too_large else bytes(await file.download_as_bytearray())
        except (BadRequest, RetryAfter):
            raise
        except NetworkError:
            failures = self._failed.pop(ref, 0) + 1
            if failures >= MOST_FAILURES:
                raise BadRequest(UNCLEAN) from None
            self._failed.put(ref, failures)
            raise NotSent("A picture could not be fetched") from None
        except TelegramError:
            # A file that is gone sounds like a token that is refused, which would end the whole line.
            raise BadRequest(UNCLEAN) from None
        self._failed.pop(ref, 0)
        return await self._anew(content)

    async def _anew(self, content: bytes) -> bytes:
        if len(content) > LARGEST_PICTURE:
            raise BadRequest(UNCLEAN)
        async with self._easel:
            try:
                return await asyncio.to_thread(made_anew, content)
            except Unclean:
                raise BadRequest(UNCLEAN) from None

    def remember(self, media: Media, posted: Posted) -> None:
        """What we sent as bytes has a handle of our own now."""
        if media.ref is not None and (media.anew or parts_of_ref(media.ref)[0] not in self._ours_too):
            shown = posted.effective_attachment
            last = shown[-1] if isinstance(shown, (list, tuple)) and shown else shown
            if isinstance(handle := getattr(last, "file_id", None), str):
                self._ours.put((media.ref, media.anew), handle)
