"""What goes in and out is the same through both doors."""

from datetime import timedelta

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto

PHOTO = b"\xff\xd8\r\n--boundary\r\n\x00\xff photo"


async def test_a_bot_starts_and_reads_its_first_update(client, world, ana):
    updates = await client.get_updates()
    assert (await client.get_me()).username == "bashke_bot"
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
