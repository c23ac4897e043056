"""Methods that send on what was already said."""

from dataclasses import replace

from simulator import keyboards, words
from simulator.chats import Chat
from simulator.content import Content, Json
from simulator.errors import bad_request
from simulator.messages import Message
from simulator.methods.calling import Call, Method
from simulator.methods.sending import CAPTION, COMMON, deliver
from simulator.parameters import Reader, boolean, chat, integer


def _copy(call: Call) -> Json:
    to, source = call.open_chat(), _source(call, verb="copy")
    content = _captioned(call, replace(source.content, markup=keyboards.markup(call.get("reply_markup"))))
    call.pace(to)
    return {"message_id": deliver(call, content, to=to).message_id}


def _captioned(call: Call, content: Content) -> Content:
    if content.kind == "text" or "caption" not in call.given:
        return content
    said = words.caption_words(call.get("caption"), call.get("caption_entities"))
    return replace(content, text=said.text, entities=said.entities)


def _forward(call: Call) -> Json:
    to, source = call.open_chat(), _source(call, verb="forward")
    call.pace(to)
    content = replace(source.content, markup=None)
    return deliver(call, content, to=to, extra={"forward_origin": _origin(source)}).json()


def _source(call: Call, *, verb: str) -> Message:
    """The message to send on; the bot must see the chat it is in."""
    source = call.message(_visible(call), to=verb)
    if source.kind == "service" or source.extra.get("has_protected_content"):
        raise bad_request(f"message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return source


def _visible(call: Call) -> Chat:
    return call.chat("from_chat_id")


def _origin(source: Message) -> Json:
    sent = {"date": int(source.at.timestamp())}
    if source.sender is None:
        return sent | {"type": "channel", "chat": source.chat.json(), "message_id": source.message_id}
    return sent | {"type": "user", "sender_user": source.sender}


_BOTH: dict[str, Reader] = {"from_chat_id": chat, "message_id": integer}

METHODS = {
    "copyMessage": Method(_copy, COMMON | CAPTION | _BOTH),
    "forwardMessage": Method(
        _forward,
        {"chat_id": chat, "disable_notification": boolean, "protect_content": boolean} | _BOTH,
    ),
}
