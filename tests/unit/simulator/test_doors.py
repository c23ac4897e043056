"""What goes in and out is the same through both doors."""

import asyncio
from contextlib import suppress
from datetime import timedelta
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto, ReplyKeyboardMarkup
from telegram.error import TelegramError
from telegram.ext import Application, MessageHandler, filters

from simulator.clock import HandClock
from simulator.door import InProcess
from simulator.faults import Fault, FaultKind
from simulator.world import TOKEN, World

from .conftest import START, Client

PHOTO = b"\xff\xd8\r\n--boundary\r\n\x00\xff photo"


async def test_a_bot_starts_and_reads_its_first_update(client, world, ana):
    updates = await client.get_updates()
    me = await client.get_me()
    assert (me.username, me.api_kwargs) == ("bashke_bot", {})
    assert [update.message.text for update in updates] == ["/start"]
    assert updates[0].message.entities[0].type == "bot_command"
    assert updates[0].effective_user.id == ana.id


async def test_a_message_with_buttons_arrives_and_a_press_comes_back(client, world, ana):
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Komento", callback_data="c1")]])
    sent = await client.send_message(ana.id, "Mirë se vini", reply_markup=keyboard)
    query = ana.presses("komento")
    (update,) = (await client.get_updates())[1:]
    await update.callback_query.answer("U mor")
    assert ana.last().message_id == sent.message_id
    assert (update.callback_query.data, query.notice) == ("c1", "U mor")


async def test_a_file_goes_to_the_person_and_comes_back_by_its_id(client, world, ana):
    sent = await client.send_photo(ana.id, PHOTO, caption="Sheshi")
    again = await (await client.get_file(sent.photo[-1].file_id)).download_as_bytearray()
    assert ana.last().file.content == bytes(again) == PHOTO
    await client.send_photo(ana.id, sent.photo[-1].file_id)
    assert ana.last().file.content == PHOTO


async def test_a_file_of_a_person_can_be_fetched(client, world, bot, ana):
    ana.sends_voice(bot, seconds=7, content=PHOTO)
    voice = (await client.get_updates())[-1].message.voice
    assert voice.duration == timedelta(seconds=7)
    assert await (await voice.get_file()).download_as_bytearray() == PHOTO


async def test_an_album_is_several_messages(client, world, ana):
    sent = await client.send_media_group(ana.id, [InputMediaPhoto(PHOTO), InputMediaPhoto(b"two")])
    assert len({message.media_group_id for message in sent}) == 1
    assert [message.file.content for message in ana.chat().messages[1:]] == [PHOTO, b"two"]
    assert world.delivered(ana.id) == 2


async def test_an_edit_changes_the_message_in_place_and_keeps_what_it_said(client, world, clock, ana):
    sent = await client.send_message(ana.id, "Dërguar 1 nga 3")
    clock.advance(seconds=4)
    edited = await sent.edit_text("Dërguar 3 nga 3")
    assert edited.edit_date == clock()
    assert [version.content.text for version in ana.last().versions] == ["Dërguar 1 nga 3", "Dërguar 3 nga 3"]
    assert world.delivered(ana.id) == 1
    assert world.transcript()[-1] == {
        "at": "2023-06-12T08:00:04+00:00",
        "chat_id": ana.id,
        "direction": "out",
        "text": "Dërguar 3 nga 3",
        "buttons": [],
        "media": None,
        "message_id": sent.message_id,
        "edited": True,
    }


async def test_the_library_polls_and_answers(world, bot, ana):
    """Its own Application runs on the door: a long poll neither hangs nor spins."""
    answered = asyncio.Event()

    async def echo(update, context):
        await update.message.reply_text(update.message.text[::-1])
        answered.set()

    builder = Application.builder().token(bot.token).request(InProcess(world))
    application = builder.get_updates_request(InProcess(world)).build()
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, echo))
    async with application, asyncio.timeout(5):
        await application.start()
        await application.updater.start_polling(timeout=30)
        ana.says(bot, "tungjatjeta")
        await answered.wait()
        await application.updater.stop()
        await application.stop()
    assert ana.last().text == "atejtajgnut"
    assert len([call for call in world.calls if call.method == "getUpdates"]) < 6


@given(faults=st.lists(st.sampled_from([None, *get_args(FaultKind)]), max_size=20))
def test_what_arrived_is_what_was_done_whatever_broke(faults):
    world = World(now=HandClock(START))
    world.add_bot()
    ana = world.person("Ana")
    ana.starts()

    async def story():
        client = Client(TOKEN, request=InProcess(world), get_updates_request=InProcess(world))
        for fault in faults:
            if fault:
                world.faults.add(Fault(fault, seconds=0))
            with suppress(TelegramError):
                await client.send_message(ana.id, "a")

    asyncio.run(story())
    done = [fault for fault in faults if fault in {None, "cut_after", "timeout_after", "slow"}]
    assert world.delivered(ana.id) == len(done) == len(ana.chat().messages) - 1


async def test_a_tap_on_the_reply_keyboard_writes_its_words(client, ana):
    keyboard = ReplyKeyboardMarkup([["Po", "Jo"]], resize_keyboard=True)
    await client.send_message(ana.id, "Vjen?", reply_markup=keyboard)
    ana.taps("Jo")
    assert (await client.get_updates())[-1].message.text == "Jo"
