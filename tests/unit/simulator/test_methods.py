"""What the other methods do when nothing is wrong."""

import pytest
from telegram import BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, MenuButtonCommands, MessageEntity

from simulator.limits import Gate, Limits


async def test_commands_are_kept_by_language(client, bot):
    await client.set_my_commands([BotCommand("ndihme", "Ndihmë")])
    await client.set_my_commands([BotCommand("help", "Help")], language_code="en")
    assert [(await client.get_my_commands(language_code=code))[0].command for code in ("", "en")] == [
        "ndihme",
        "help",
    ]
    await client.delete_my_commands(language_code="en")
    assert await client.get_my_commands(language_code="en") == ()


async def test_names_and_descriptions_are_kept_by_language(client):
    await client.set_my_name("Bashkë në Përmet")
    await client.set_my_description("Konsultime publike")
    await client.set_my_short_description("Consultations", language_code="en")
    assert (await client.get_my_name()).name == "Bashkë në Përmet"
    assert (await client.get_my_description(language_code="en")).description == "Konsultime publike"
    assert (await client.get_my_short_description(language_code="en")).short_description == "Consultations"


async def test_the_menu_button_is_kept(client, ana):
    await client.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await client.get_chat_menu_button(ana.id)).type == "commands"


async def test_a_copy_shows_no_origin_and_a_forward_does(client, bot, ana):
    era = ana.world.person("Era")
    era.starts()
    photo = ana.sends_photo(bot, b"jpg", caption="Sheshi")
    copied = await client.copy_message(era.id, ana.id, photo.message_id, caption="Sheshi i ri")
    forwarded = await client.forward_message(era.id, ana.id, photo.message_id)
    shown = era.chat().messages[1:]
    assert [message.text for message in shown] == ["Sheshi i ri", "Sheshi"]
    assert [message.file.content for message in shown] == [b"jpg", b"jpg"]
    assert copied.message_id == shown[0].message_id
    assert forwarded.forward_origin.sender_user.id == ana.id


@pytest.mark.parametrize(("method", "words"), [("copyMessage", "copied"), ("forwardMessage", "forwarded")])
async def test_a_protected_message_stays_where_it_is(call, ana, method, words):
    await call("sendMessage", chat_id=ana.id, text="a", protect_content=True)
    source = {"from_chat_id": ana.id, "message_id": ana.last().message_id}
    refused = (400, f"Bad Request: message can't be {words}")
    assert await call(method, chat_id=ana.id, **source) == refused


async def test_buttons_and_captions_are_edited(client, ana):
    button = InlineKeyboardMarkup([[InlineKeyboardButton("Po", callback_data="po")]])
    sent = await client.send_document(ana.id, b"%PDF", filename="akti.pdf", caption="v1", reply_markup=button)
    await sent.edit_caption("v2", reply_markup=button)
    await sent.edit_reply_markup(None)
    shown = ana.last()
    assert [version.content.text for version in shown.versions] == ["v1", "v2", "v2"]
    assert [bool(version.content.buttons) for version in shown.versions] == [True, True, False]
    assert (shown.file.name, shown.file.content) == ("akti.pdf", b"%PDF")


async def test_the_words_of_a_message_are_trimmed_with_their_entities(client, ana):
    sent = await client.send_message(ana.id, "  \n Njoftim 🙂 \n", entities=[MessageEntity("bold", 4, 11)])
    assert sent.text == ana.last().text == "Njoftim 🙂"
    assert sent.parse_entities() == {sent.entities[0]: "Njoftim 🙂"}


async def test_a_location_and_an_action_arrive(client, bot, ana):
    sent = await client.send_location(ana.id, 40.234, 20.351, horizontal_accuracy=100)
    await client.send_chat_action(ana.id, "typing")
    assert (ana.last().media, sent.location.latitude) == ("location", 40.234)
    assert sent.location.horizontal_accuracy == 100
    assert bot.actions == [(ana.id, "typing")]


async def test_a_file_refused_for_its_pace_is_not_kept(call, world, bot, ana):
    bot.gate = Gate(Limits(chat_burst=1))
    file = ana.sends_photo(bot).file
    kept = len(world.files)
    await call("sendPhoto", chat_id=ana.id, photo=file.file_id)
    refused, _ = await call("sendPhoto", chat_id=ana.id, photo=file.file_id)
    assert refused == 429
    assert len(world.files) <= kept + 1


async def test_calls_are_kept_with_their_outcome(call, world, ana):
    await call("sendMessage", chat_id=ana.id, text="a")
    await call("sendMessage", chat_id=5, text="a")
    assert [(each.method, each.outcome) for each in world.calls] == [
        ("sendMessage", "ok"),
        ("sendMessage", "Bad Request: chat not found"),
    ]


async def test_the_newest_message_with_a_button_is_pressed_and_a_whole_label_first(client, ana):
    for rows in (["Po", "Jo"], ["Posta", "Po, vij", "Po"], ["Mbyll"]):
        buttons = [[InlineKeyboardButton(text, callback_data=text)] for text in rows]
        await client.send_message(ana.id, "a", reply_markup=InlineKeyboardMarkup(buttons))
    pressed = [ana.presses(label) for label in ("Po", "vij", "Jo")]
    assert [query.data for query in pressed] == ["Po", "Po, vij", "Jo"]
    assert [query.message.labels[0] for query in pressed] == ["Posta", "Posta", "Po"]
