"""What citizens say, as Telegram's updates: each leaves a comment, in four steps that each have an answer."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from benchmarks.town import BOT, FIRST_SPEAKER
from participation.actions import WriteComment
from participation.ids import ConsultationId
from participation.packing import pack

STEPS: Final = (
    None,
    "Na duhen më shumë autobusë për fëmijët që vijnë nga fshatrat, sidomos në dimër.",
    "Pa emër",
    "Dërgo",
)
"""A button is pressed first; then words, how it is signed, and that it is to be sent."""


def comments_of(
    speakers: int, on: ConsultationId, now: datetime, *, first: int = FIRST_SPEAKER
) -> list[dict[str, Any]]:
    """The first step of everybody, then the second of everybody, and so on."""
    date = int(now.timestamp())
    places = [(step, chat) for step in range(len(STEPS)) for chat in range(first, first + speakers)]
    return [_update(number, step, chat, on, date) for number, (step, chat) in enumerate(places, 1)]


def presses_of(speakers: Sequence[int], on: ConsultationId, now: datetime) -> list[dict[str, Any]]:
    """Each presses the button, once."""
    date = int(now.timestamp())
    return [_update(number, 0, chat, on, date) for number, chat in enumerate(speakers, 1)]


def _update(number: int, step: int, chat: int, on: ConsultationId, date: int) -> dict[str, Any]:
    who = {"id": chat, "is_bot": False, "first_name": "Ana", "language_code": "sq"}
    where = {"id": chat, "type": "private", "first_name": "Ana"}
    words = STEPS[step]
    if words is not None:
        message = {"message_id": 10_000 + step, "from": who, "chat": where, "date": date, "text": words}
        return {"update_id": number, "message": message}
    bot = {"id": BOT, "is_bot": True, "first_name": "Bot", "username": "bashke_bot"}
    card = {"message_id": 9_000, "from": bot, "chat": where, "date": date, "text": "Plani Social 2024–2027"}
    query = {"id": str(number), "from": who, "message": card, "chat_instance": "1", "data": pack(WriteComment(on))}
    return {"update_id": number, "callback_query": query}
