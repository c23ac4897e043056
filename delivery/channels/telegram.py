"""Telegram as a channel: a `Message` becomes calls of the Bot API, and its answers become an `Outcome`.

Words are sent with `entities`, never with a parse mode: nothing in anybody's text is markup. The Bot API has no
way to ask whether a message arrived, so a call that broke off after it was written is `Doubtful`.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from telegram import Bot, InlineKeyboardMarkup, MessageEntity
from telegram import Message as Posted
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from delivery.channels.answers import Edit, gist, meaning_of
from delivery.channels.calls import Call, NotSent, Part, editing, entities_of, keyboard_of, make, sending
from delivery.channels.files import Files
from delivery.channels.pieces import LONGEST_CAPTION, clean, pieces
from delivery.channels.topics import Topics, calls_beside, leading_home
from delivery.recent import Recent
from participation.messages import Media, MediaKind, Message, Rows
from participation.post import (
    Address,
    Doubtful,
    Later,
    Lost,
    Moved,
    Outcome,
    Rejected,
    Sent,
    Stopped,
    Unreachable,
)

log = logging.getLogger(__name__)

A_DAY = 86_400.0
MOST_REMEMBERED = 5000
MOST_CUT = 64
"""An announcement is one message for thousands: it is cut into parts and encoded once."""

TOO_LARGE = "(413)"
"""The one thing that Telegram's own gate says without JSON; its name differs from Python to Python."""
NOT_TELEGRAM = "parsing the server response"
"""The library's words for an answer that is no JSON: somebody between us and Telegram spoke, whatever its number."""

SENDERS: Mapping[MediaKind, Callable[..., Awaitable[Posted]]] = {
    MediaKind.PHOTO: Bot.send_photo,
    MediaKind.VOICE: Bot.send_voice,
    MediaKind.AUDIO: Bot.send_audio,
    MediaKind.VIDEO: Bot.send_video,
    MediaKind.DOCUMENT: Bot.send_document,
}


@dataclass(frozen=True)
class Where:
    """A chat, perhaps a topic of it, and whether the phone stays silent."""

    chat: int
    thread: int | None = None
    quiet: bool = False


class TelegramChannel:
    """A channel on one bot."""

    def __init__(self, bot: Bot, colleagues: Mapping[int, Bot] | None = None) -> None:
        self._bot = bot
        self._files = Files(bot, colleagues or {})
        self._topics = Topics(self._asked)
        self._above = Recent[tuple[int, int | None], tuple[int, ...]](MOST_REMEMBERED)
        # What of a long message stands above its last part. In memory only: after a restart it is left standing.

    def cost(self, message: Message) -> int:
        """How many messages it takes."""
        return len(parts_of(message)) + calls_beside(message)

    async def send(self, message: Message, *, to: Address, over: int | None, done: int = 0) -> Outcome:
        """Send it, or put it in place of an older message; never raises for what the server says.

        Of its parts the first `done` are there already; the last is sent in any case, it has the buttons.
        """
        if message.topic is None:
            return await self._say(message, to=to, over=over, done=done)

        async def say(said: Message, thread: int) -> Outcome:
            return await self._say(said, to=to, over=None, thread=thread)

        return await self._topics.say(leading_home(message, self._bot.username), message.topic, to=to.chat, by=say)

    async def _say(
        self, message: Message, *, to: Address, over: int | None, done: int = 0, thread: int | None = None
    ) -> Outcome:
        *before, last = enumerate(parts_of(message))
        there: list[int] = []
        for number, part in (*before[done:], last):
            where = Where(to.chat, thread, quiet=message.quiet)
            outcome = await self._put(part, where, over=None if number else over)
            if isinstance(outcome, Rejected) and part.instead:
                log.warning("A file was refused, and is replaced by a sentence: %s", outcome.reason)
                outcome = await self._put(part.without_file(), where, over=None)
            if isinstance(outcome, Later | Doubtful):
                return replace(outcome, done=number)
            if not isinstance(outcome, Sent):
                return outcome
            there.append(outcome.message)
        await self._take_away(to.chat, over)
        if there[1:]:
            self._above.put((to.chat, there[-1]), tuple(there[:-1]))
        return outcome

    async def _take_away(self, chat: int, over: int | None) -> None:
        """The beginning of what was replaced would be read as if it still held; where it cannot go, it stays."""
        for number in self._above.pop((chat, over), ()):
            with suppress(TelegramError):
                await self._bot.delete_message(chat, number)

    async def is_up(self) -> bool:
        """Whether the server answers at all; whatever it answers, it is there."""
        try:
            await self._bot.get_me()
        except TelegramError as error:
            return not isinstance(outcome_of(error), Later | Doubtful) or isinstance(error, RetryAfter)
        return True

    async def _put(self, part: Part, where: Where, *, over: int | None) -> Outcome:
        """One call; an edit that finds nothing to edit becomes a new message."""
        if over is None or part.media is not None or part.point is not None:
            return settled(await self._heard(self._post(part, where)))
        heard = await self._heard(self._edit(part, to=where.chat, over=over))
        match heard:
            case Edit.SAME:
                return Sent(over)
            case Edit.ANEW:
                return settled(await self._heard(self._post(part, where)))
            case _:
                return heard

    async def _heard(self, call: Awaitable[int]) -> Outcome | Edit:
        try:
            return Sent(await call)
        except TelegramError as error:
            return outcome_of(error)

    async def _asked(self, call: Call) -> Outcome | Edit:
        return await self._heard(self._numbered(call))

    async def _numbered(self, call: Call) -> int:
        """The number of the topic in the answer, if there is one."""
        answered = await make(self._bot, call)
        return int(answered.get("message_thread_id", 0)) if isinstance(answered, dict) else 0

    async def _edit(self, part: Part, *, to: int, over: int) -> int:
        await make(self._bot, editing(part, to=to, over=over))
        return over

    async def _post(self, part: Part, where: Where) -> int:
        if part.media is not None:
            return await self._post_file(part, part.media, where)
        match await make(self._bot, sending(part, to=where.chat, quiet=where.quiet, thread=where.thread)):
            case {"message_id": int(number)}:
                return number
            case _:
                raise TelegramError("No message in the answer")

    async def _post_file(self, part: Part, media: Media, where: Where) -> int:
        async with self._files.at_hand(media) as content:
            posted = await SENDERS[media.kind](
                self._bot,
                where.chat,
                content,
                filename=media.name if isinstance(content, bytes) else None,
                caption=part.text or None,
                caption_entities=MessageEntity.de_list(entities_of(part)),
                reply_markup=InlineKeyboardMarkup.de_json(keyboard_of(part.buttons)) if part.buttons else None,
                disable_notification=where.quiet,
                message_thread_id=where.thread,
            )
            self._files.remember(media, posted)
        return posted.message_id


def parts_of(message: Message) -> tuple[Part, ...]:
    """The calls a message takes: point and file first, then the text in pieces, with the buttons on the last."""
    return cut(message) if message.media else remembered_cut(message)


def cut(message: Message) -> tuple[Part, ...]:
    """The same, cut anew."""
    if message.point is not None:
        return (Part("", point=message.point), *parts_of(replace(message, point=None)))
    title, body = clean(message.title), clean(message.body)
    text = "\n\n".join(part for part in (title, body) if part)
    bold = len(title)
    buttons = usable(message.buttons)
    if message.media is None:
        return in_pieces(text, bold=bold, buttons=buttons)
    file = Part("", media=message.media, instead=message.instead)
    if len(text) <= LONGEST_CAPTION:
        return (replace(file, text=text, bold=bold, buttons=buttons),)
    return (file, *in_pieces(text, bold=bold, buttons=buttons))


remembered_cut = lru_cache(MOST_CUT)(cut)
"""Without files: those would stay in memory."""


def in_pieces(text: str, *, bold: int, buttons: Rows) -> tuple[Part, ...]:
    """A text as one or more parts; a title stays bold in whatever pieces it falls."""
    parts: list[Part] = []
    for piece in pieces(text):
        parts.append(Part(piece, bold=min(bold, len(piece))))
        bold = max(bold - len(piece), 0)
    return (*parts[:-1], replace(parts[-1], buttons=buttons))


def usable(rows: Rows) -> Rows:
    """The buttons that lead somewhere, each with a label."""
    kept = (tuple(button for button in row if button.press or button.url) for row in rows)
    return tuple(row for row in kept if row)


def settled(heard: Outcome | Edit) -> Outcome:
    """What a new message heard; the answers to edits make no sense there."""
    return Rejected(f"edit_{heard.value}") if isinstance(heard, Edit) else heard


def outcome_of(error: TelegramError) -> Outcome | Edit:
    """What an error of python-telegram-bot means.

    Numbers in the answer go first, then the table of words, then the class. BadRequest is a subclass of
    NetworkError there, so it is asked for earlier.
    """
    said = error.message.casefold()
    if NOT_TELEGRAM in said and TOO_LARGE not in said:
        return Doubtful("not_telegram")
    match error:
        case RetryAfter():
            return Later(seconds_of(error.retry_after), whole_token=True)
        case ChatMigrated():
            return Moved(error.new_chat_id)
    return meaning_of(error.message) or by_class(error)


def by_class(error: TelegramError) -> Outcome:
    """What an error means whose words nobody knows."""
    match error:
        case BadRequest():
            return Rejected(gist(error.message))
        case Forbidden():
            return Unreachable(Lost.BLOCKED)
        case InvalidToken():
            return Stopped(gist(error.message))
        case Conflict():
            return Later(5, whole_token=False)
        case NotSent():
            return Later(1, whole_token=False)
        case _:
            return Doubtful(type(error).__name__)


def seconds_of(period: float | timedelta) -> float:
    """Seconds, whichever way python-telegram-bot is set to say them; nobody asks for more than a day."""
    seconds = period.total_seconds() if isinstance(period, timedelta) else float(period)
    return min(seconds, A_DAY)
