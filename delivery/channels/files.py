"""Files that another bot of this house got: its handle is worth nothing to ours, so they are fetched and sent as bytes.

What the messenger calls the file after that is remembered for a while; it is fetched again when it is forgotten.
"""

from collections.abc import Mapping

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

    async def content(self, media: Media) -> str | bytes | None:
        """What to send of a file: a handle of our bot, or bytes.

        Raises TelegramError where the bot that got it cannot give it to us.
        """
        if media.ref is None:
            return media.content
        whose, handle = parts_of_ref(media.ref)
        if (known := self._ours.get(media.ref)) is not None:
            return known
        colleague = self._colleagues.get(whose)
        if whose in self._ours_too or colleague is None:
            return handle
        return bytes(await (await colleague.get_file(handle)).download_as_bytearray())

    def remember(self, media: Media, posted: Posted) -> None:
        """What we sent as bytes has a handle of our own now."""
        if media.ref is not None and parts_of_ref(media.ref)[0] not in self._ours_too:
            shown = posted.effective_attachment
            last = shown[-1] if isinstance(shown, (list, tuple)) and shown else shown
            if isinstance(handle := getattr(last, "file_id", None), str):
                self._ours.put(media.ref, handle)
