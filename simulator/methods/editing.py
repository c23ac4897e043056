"""Methods that change or take away a message."""

from dataclasses import replace
from datetime import timedelta

from simulator import keyboards, words
from simulator.chats import Chat, SharedChat
from simulator.content import Content, Json
from simulator.errors import bad_request
from simulator.messages import Message
from simulator.methods.calling import Call, Method
from simulator.methods.sending import CAPTION
from simulator.parameters import Reader, chat, integer, parse_mode, string, thing, things

DELETABLE = timedelta(hours=48)
"""How long after it was sent a message may be deleted."""

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)


def _own(call: Call) -> tuple[Chat, Message]:
    """The message to edit; only the bot's own may be."""
    to = call.open_chat()
    found = call.message(to, to="edit")
    if found.bot_id != call.bot.id or "forward_origin" in found.extra:
        raise bad_request("message can't be edited")
    return to, found


def _change(call: Call, to: Chat, message: Message, content: Content) -> Json:
    if content == message.content:
        raise bad_request(_NOT_MODIFIED)
    call.pace(to)
    call.world.edit(message, content)
    return message.json()


def _text(call: Call) -> Json:
    said = words.message_words(call.get("text", ""), call.get("entities"))
    buttons = keyboards.inline_markup(call.get("reply_markup"))
    to, message = _own(call)
    if message.kind != "text":
        raise bad_request("there is no text in the message to edit")
    return _change(call, to, message, Content(said.text, said.entities, markup=buttons))


def _caption(call: Call) -> Json:
    said = words.caption_words(call.get("caption"), call.get("caption_entities"))
    buttons = keyboards.inline_markup(call.get("reply_markup"))
    to, message = _own(call)
    if message.content.file is None:
        raise bad_request("there is no caption in the message to edit")
    content = replace(message.content, text=said.text, entities=said.entities, markup=buttons)
    return _change(call, to, message, content)


def _buttons(call: Call) -> Json:
    buttons = keyboards.inline_markup(call.get("reply_markup"))
    to, message = _own(call)
    return _change(call, to, message, replace(message.content, markup=buttons))


def _delete(call: Call) -> bool:
    """A bot may delete its own messages, a person's in a private chat, and anything where it is administrator."""
    where = call.chat()
    if isinstance(where, SharedChat):
        where.check_member(call.bot)
    message = call.message(where, to="delete")
    foreign = message.bot_id != call.bot.id and isinstance(where, SharedChat)
    if foreign and not where.is_admin(call.bot.id):  # type: ignore[attr-defined]
        raise bad_request("message can't be deleted")
    if call.world.now() - message.at >= DELETABLE:
        raise bad_request("message can't be deleted for everyone")
    message.deleted = True
    return True


_WHICH: dict[str, Reader] = {"chat_id": chat, "message_id": integer}
_EDIT = _WHICH | {"reply_markup": thing}

METHODS = {
    "editMessageText": Method(
        _text,
        _EDIT | {"text": string, "entities": things, "parse_mode": parse_mode, "link_preview_options": thing},
    ),
    "editMessageCaption": Method(_caption, _EDIT | CAPTION),
    "editMessageReplyMarkup": Method(_buttons, _EDIT),
    "deleteMessage": Method(_delete, _WHICH),
}
