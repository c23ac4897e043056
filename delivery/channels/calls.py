"""Calls of the Bot API as they go over the wire: python-telegram-bot's own methods cost more than the road itself.

What a call says is encoded once for all who get it; only the number of the chat is put before it. Files go another
way, through the library's methods.
"""

import json
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, cast

from telegram import Bot
from telegram.error import NetworkError
from telegram.request import RequestData

from delivery.channels.pieces import clean, utf16_length
from participation.messages import Button, Media, Point, Rows

LONGEST_ALERT = 200
NAMELESS = "…"
"""An empty label would make the server refuse the whole message."""


class NotSent(NetworkError):  # noqa: N818  read as a sentence, like the other answers
    """The call never left us: it may be made again without a doubt."""


@dataclass(frozen=True)
class Part:
    """One call: a text, a file or a point, with the length of its bold beginning and the buttons below.

    `instead` is what is added to the text where the file is refused.
    """

    text: str
    bold: int = 0
    media: Media | None = None
    instead: str = ""
    point: Point | None = None
    buttons: Rows = ()

    def without_file(self) -> "Part":
        """The words alone, and that there was a file."""
        text = "\n\n".join(filter(None, (self.text, self.instead)))
        return replace(self, text=text, media=None, instead="")

    @cached_property
    def encoded(self) -> bytes:
        """What the call says to whomever, as the end of a JSON object."""
        shown = words_of(self) if self.point is None else place_of(self.point)
        if self.buttons:
            shown["reply_markup"] = keyboard_of(self.buttons)
        return json.dumps(shown).encode().removeprefix(b"{")


@dataclass(frozen=True)
class Call:
    """A method and what it is told: it goes where python-telegram-bot's requests take their `RequestData`."""

    method: str
    json_payload: bytes
    contains_files = False
    multipart_data = None

    @property
    def parameters(self) -> dict[str, Any]:
        """What it is told, for a road that does not speak JSON."""
        told: dict[str, Any] = json.loads(self.json_payload)
        return told

    @property
    def json_parameters(self) -> dict[str, str]:
        """The same, each value written out."""
        told = self.parameters.items()
        return {name: value if isinstance(value, str) else json.dumps(value) for name, value in told}


async def make(bot: Bot, call: Call) -> object:
    """Make a call through the library's own road; returns what the server answers.

    Raises TelegramError.
    """
    return await bot.request.post(f"{bot.base_url}/{call.method}", cast("RequestData", call))


def acknowledging(query: str, words: str = "") -> Call:
    """The call that stops the spinner of a button; with words, they are shown until they are put away."""
    shown = {"text": words[:LONGEST_ALERT], "show_alert": True} if words else {}
    return Call("answerCallbackQuery", json.dumps({"callback_query_id": query} | shown).encode())


def sending(part: Part, *, to: int, quiet: bool, thread: int | None = None) -> Call:
    """The call that says it in a new message, perhaps in a topic."""
    head = b'{"chat_id":%d,"disable_notification":true,' if quiet else b'{"chat_id":%d,'
    head = head % to if thread is None else head % to + b'"message_thread_id":%d,' % thread
    return Call("sendMessage" if part.point is None else "sendLocation", head + part.encoded)


def editing(part: Part, *, to: int, over: int) -> Call:
    """The call that says it in place of an older message."""
    return Call("editMessageText", b'{"chat_id":%d,"message_id":%d,' % (to, over) + part.encoded)


def topic_call(method: str, *, to: int, **told: object) -> Call:
    """A call about a topic of a group."""
    return Call(method, json.dumps({"chat_id": to, **told}).encode())


def words_of(part: Part) -> dict[str, Any]:
    """A text; its links show no preview."""
    return {"text": part.text, "entities": entities_of(part), "link_preview_options": {"is_disabled": True}}


def place_of(point: Point) -> dict[str, Any]:
    """A point on the map, and how far it may be off."""
    return {"latitude": point.latitude, "longitude": point.longitude, "horizontal_accuracy": point.within}


def entities_of(part: Part) -> list[dict[str, Any]]:
    """The bold title, if this part has one."""
    if not part.bold:
        return []
    return [{"type": "bold", "offset": 0, "length": utf16_length(part.text[: part.bold])}]


def keyboard_of(rows: Rows) -> dict[str, Any]:
    """The rows as Telegram's keyboard."""
    return {"inline_keyboard": [[key_of(button) for button in row] for row in rows]}


def key_of(button: Button) -> dict[str, str | None]:
    """One key; a press goes before a link."""
    label = clean(button.label) or NAMELESS
    if button.press:
        return {"text": label, "callback_data": button.press}
    return {"text": label, "url": button.url}
