"""What people do, and what the bot and their phones see of it."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update

from simulator.clock import HandClock
from simulator.door import InProcess
from simulator.errors import Impossible
from simulator.server import answer
from simulator.world import TOKEN, World

from .conftest import START, Client


async def newest(client):
    return (await client.get_updates())[-1]


KINDS = {
    "photo": lambda ana, bot: ana.sends_photo(bot, caption="Gropa"),
    "voice": lambda ana, bot: ana.sends_voice(bot, seconds=5),
    "audio": lambda ana, bot: ana.sends_audio(bot),
    "video": lambda ana, bot: ana.sends_video(bot),
    "video_note": lambda ana, bot: ana.sends_video_note(bot),
    "animation": lambda ana, bot: ana.sends_animation(bot),
    "sticker": lambda ana, bot: ana.sends_sticker(bot),
    "document": lambda ana, bot: ana.sends_document(bot, "akti.pdf", b"%PDF", "application/pdf"),
    "location": lambda ana, bot: ana.sends_location(bot, 40.23, 20.35),
    "venue": lambda ana, bot: ana.sends_venue(bot, "Sheshi", 40.23, 20.35),
    "contact": lambda ana, bot: ana.sends_contact(bot),
    "poll": lambda ana, bot: ana.sends_poll(bot),
    "dice": lambda ana, bot: ana.sends_dice(bot),
}


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_of_message_is_read_by_the_library(client, bot, ana, kind):
    sent = KINDS[kind](ana, bot)
    message = (await newest(client)).message
    assert getattr(message, kind)
    assert message.message_id == sent.message_id
    assert sent.media == kind
    assert not message.api_kwargs


async def test_an_edit_of_a_person_arrives(client, bot, ana):
    message = ana.says(bot, "para")
    ana.edits(message, "pas")
    update = await newest(client)
    assert (update.edited_message.text, update.edited_message.message_id) == ("pas", message.message_id)


async def test_a_block_and_a_return_are_told(client, ana):
    ana.blocks()
    ana.starts(payload="k12")
    changed, back, start = (await client.get_updates())[1:]
    assert changed.my_chat_member.new_chat_member.status == "kicked"
    assert back.my_chat_member.new_chat_member.status == "member"
    assert start.message.text == "/start k12"


async def test_a_press_carries_the_present_data_of_the_newest_message(client, ana):
    for data in ("old", "new"):
        button = InlineKeyboardButton("Komento ✍️", callback_data=data)
        await client.send_message(ana.id, data, reply_markup=InlineKeyboardMarkup([[button]]))
    assert ana.presses("komento").data == "new"
    assert ana.presses_data(None, "forged").data == "forged"
    assert [update.callback_query.data for update in (await client.get_updates())[1:]] == ["new", "forged"]


IMPOSSIBLE = {
    "a button that is not there": lambda ana, bot: ana.presses("Fluturo"),
    "an empty text": lambda ana, bot: ana.says(bot, ""),
    "unblocking what is not blocked": lambda ana, bot: ana.unblocks(),
    "a long payload": lambda ana, bot: ana.starts(payload="a" * 65),
    "editing a message of the bot": lambda ana, bot: ana.edits(ana.chat().messages[-1], "a"),
}


@pytest.mark.parametrize("deed", IMPOSSIBLE)
async def test_what_a_phone_cannot_do_is_a_mistake_in_the_story(call, bot, ana, deed):
    await call("sendMessage", chat_id=ana.id, text="a")
    with pytest.raises(Impossible):
        IMPOSSIBLE[deed](ana, bot)


def test_a_blocked_bot_hears_nothing_more(bot, ana):
    ana.blocks()
    with pytest.raises(Impossible):
        ana.says(bot, "a")


def test_a_long_text_is_cut_into_messages_as_a_phone_does(bot, ana):
    ana.says(bot, "ë" * 9000)
    assert [len(text) for text in ana.chat().texts[1:]] == [4096, 4096, 808]


async def test_a_forward_tells_its_origin(client, bot, ana):
    ana.forwards(ana.says(bot, "e para"))
    message = (await newest(client)).message
    assert (message.text, message.forward_origin.sender_user.id) == ("e para", ana.id)


async def test_a_reply_shows_what_it_answers(client, bot, ana):
    ana.says(bot, "po", reply_to=ana.says(bot, "pyetje"))
    assert (await newest(client)).message.reply_to_message.text == "pyetje"


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_whatever_a_person_writes_arrives_unchanged(text):
    world = World(now=HandClock(START))
    bot = world.add_bot()
    world.person("Ana").says(bot, text)

    async def arrived():
        client = Client(TOKEN, request=InProcess(world), get_updates_request=InProcess(world))
        return [update.message for update in await client.get_updates()]

    (message,) = asyncio.run(arrived())
    assert message.text == text
    assert all(message.parse_entity(entity).startswith("/") for entity in message.entities)


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_whatever_a_bot_writes_arrives_trimmed_or_not_at_all(text):
    world = World(now=HandClock(START))
    world.add_bot()
    ana = world.person("Ana")
    ana.starts()
    entities = [{"type": "bold", "offset": 0, "length": len(text.encode("utf-16-le")) // 2}]
    reply = asyncio.run(answer(world, TOKEN, "sendMessage", {"chat_id": ana.id, "text": text, "entities": entities}))
    if text.strip():
        assert ana.last().text == text.rstrip()
    else:
        assert (reply.status, world.delivered()) == (400, 0)


def test_a_snapshot_of_a_message_is_not_changed_by_a_later_edit(bot, ana):
    message = ana.says(bot, "para")
    ana.edits(message, "pas")
    updates = [Update.de_json(update.json(), None) for update in bot.inbox.waiting()]
    assert [update.effective_message.text for update in updates] == ["/start", "para", "pas"]
