"""Prepared calls say what the library's own methods would have said, and are encoded once for all."""

import json

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity
from telegram.request import HTTPXRequest

from bot.transport import AiohttpRequest
from delivery.channels.calls import editing, sending
from delivery.channels.telegram import TelegramChannel, parts_of
from participation.messages import Button, Media, MediaKind, Message, Point
from participation.post import Address, Sent
from tests.wire import ok, serving

ROWS = ((Button("Komento 🗳", press="w~1"), Button("Regjistri", url="https://example.org/?a=1&b=2")),)
KEYBOARD = InlineKeyboardMarkup(
    [
        [
            InlineKeyboardButton("Komento 🗳", callback_data="w~1"),
            InlineKeyboardButton("Regjistri", url="https://example.org/?a=1&b=2"),
        ]
    ]
)
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
POSTED = {"message_id": 12, "date": 0, "chat": {"id": -1007, "type": "group"}}


async def told_by_the_library(act) -> dict:
    async with serving(ok(POSTED)) as wire, AiohttpRequest() as road:
        await act(Bot("1:AA", base_url=f"{wire.root}/bot", request=road, get_updates_request=road))
    return read(wire.heard[0].told)


def read(told: dict) -> dict:
    """The library writes each value out by itself; what it says of nothing at all is left away."""
    values = {name: json.loads(value) if is_written_out(name, value) else value for name, value in told.items()}
    return {name: value for name, value in values.items() if value not in (False, [])}


def is_written_out(name: str, value: object) -> bool:
    return isinstance(value, str) and name != "text"


async def test_a_text_is_told_as_the_library_tells_it():
    (part,) = parts_of(Message("{trupi} ë", title="🙂 Përmet", buttons=ROWS))

    async def act(bot):
        await bot.send_message(
            -1007,
            "🙂 Përmet\n\n{trupi} ë",
            entities=[MessageEntity("bold", 0, 9)],
            reply_markup=KEYBOARD,
            link_preview_options=NO_PREVIEW,
            disable_notification=True,
        )

    call = sending(part, to=-1007, quiet=True)
    assert call.method == "sendMessage"
    assert read(call.parameters) == await told_by_the_library(act)


async def test_an_edit_is_told_as_the_library_tells_it():
    (part,) = parts_of(Message("trupi", title="T", buttons=ROWS))

    async def act(bot):
        await bot.edit_message_text(
            "T\n\ntrupi",
            -1007,
            31,
            entities=[MessageEntity("bold", 0, 1)],
            reply_markup=KEYBOARD,
            link_preview_options=NO_PREVIEW,
        )

    call = editing(part, to=-1007, over=31)
    assert call.method == "editMessageText"
    assert read(call.parameters) == await told_by_the_library(act)


async def test_a_point_is_told_as_the_library_tells_it():
    part, _ = parts_of(Message("x", point=Point(40.235, 20.351, within=100)))

    async def act(bot):
        await bot.send_location(-1007, 40.235, 20.351, horizontal_accuracy=100)

    call = sending(part, to=-1007, quiet=False)
    assert call.method == "sendLocation"
    assert read(call.parameters) == await told_by_the_library(act)


@pytest.mark.parametrize("words", ['"}', "{}", "%d", "\\", "a\u2028b", "👩\u200d👩\u200d👧", "a\x00b"])
def test_peoples_words_stay_words(words):
    (part,) = parts_of(Message(words, buttons=((Button(words, press=words),),)))
    told = sending(part, to=5, quiet=False).parameters
    assert (told["text"], told["chat_id"]) == (words, 5)
    assert told["reply_markup"]["inline_keyboard"] == [[{"text": words, "callback_data": words}]]


def test_what_is_the_same_for_all_is_encoded_once():
    first, second = (parts_of(Message("për të gjithë", title="T", buttons=ROWS))[0] for _ in range(2))
    assert first.encoded is second.encoded
    calls = [sending(first, to=chat, quiet=False) for chat in (5, 6)]
    assert [call.parameters["chat_id"] for call in calls] == [5, 6]


def test_a_file_is_not_kept_for_the_next():
    message = Message("x", media=Media(MediaKind.PHOTO, content=b"x"))
    assert parts_of(message)[0] is not parts_of(message)[0]


async def test_a_road_that_speaks_in_forms_carries_the_same():
    async with serving(ok(POSTED)) as wire, HTTPXRequest() as road:
        bot = Bot("1:AA", base_url=f"{wire.root}/bot", request=road, get_updates_request=road)
        sent = await TelegramChannel(bot).send(Message("ë & ç", buttons=ROWS), to=Address(1, 5), over=None)
    assert sent == Sent(12)
    assert b"text=%C3%AB+%26+%C3%A7" in wire.heard[0].body
    assert b"chat_id=5" in wire.heard[0].body
