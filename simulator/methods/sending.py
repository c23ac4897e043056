"""Methods that put a new message into a chat."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from simulator import keyboards, media, words
from simulator.chats import Chat, SharedChat
from simulator.content import Content, Json
from simulator.errors import bad_request
from simulator.messages import Message
from simulator.methods.attachments import Found, file_named, file_of, kept
from simulator.methods.calling import Call, Method, Run
from simulator.parameters import Reader, boolean, chat, integer, number, parse_mode, string, thing, things

COMMON: dict[str, Reader] = {
    "chat_id": chat,
    "message_thread_id": integer,
    "disable_notification": boolean,
    "protect_content": boolean,
    "reply_parameters": thing,
    "reply_markup": thing,
}
CAPTION: dict[str, Reader] = {"caption": string, "caption_entities": things, "parse_mode": parse_mode}

ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def deliver(call: Call, content: Content, *, to: Chat, extra: Json | None = None) -> Message:
    """Put a message of the bot into a chat, with what all send methods have in common."""
    protected: Json = {"has_protected_content": True} if call.get("protect_content") else {}
    return call.world.write(
        to,
        content,
        sender=None if to.json()["type"] == "channel" else call.bot.user(),
        bot=call.bot,
        extra=protected | _thread(call, to) | _reply(call, to) | (extra or {}),
        silent=bool(call.get("disable_notification")),
    )


def send(call: Call, content: Callable[[], Content]) -> Json:
    """Check the chat, then the pace, then make the content and deliver it."""
    to = call.open_chat()
    extra = _thread(call, to) | _reply(call, to)
    call.pace(to)
    return deliver(call, content(), to=to, extra=extra).json()


def _thread(call: Call, to: Chat) -> Json:
    """In which topic it is; one that is closed takes words of those only who may manage topics."""
    wanted = call.get("message_thread_id")
    if not wanted:
        return {}
    topic = to.topic(wanted) if isinstance(to, SharedChat) else None
    if topic is None:
        raise bad_request("message thread not found")
    if topic.closed and isinstance(to, SharedChat) and not to.may(call.bot.id, "can_manage_topics"):
        raise bad_request("TOPIC_CLOSED")
    return {"message_thread_id": wanted, "is_topic_message": True}


def _reply(call: Call, to: Chat) -> Json:
    wanted = call.get("reply_parameters")
    if not wanted:
        return {}
    quoted = to.history.get(wanted.get("message_id", 0))
    if quoted is not None and not quoted.deleted:
        shown = quoted.json()
        shown.pop("reply_to_message", None)
        return {"reply_to_message": shown}
    if wanted.get("allow_sending_without_reply"):
        return {}
    raise bad_request("message to be replied not found")


def _message(call: Call) -> Json:
    said = words.message_words(call.get("text", ""), call.get("entities"))
    buttons = keyboards.markup(call.get("reply_markup"))
    return send(call, lambda: Content(said.text, said.entities, markup=buttons))


def _file_sender(kind: str) -> Run:
    def run(call: Call) -> Json:
        said = words.caption_words(call.get("caption"), call.get("caption_entities"))
        buttons = keyboards.markup(call.get("reply_markup"))
        call.open_chat()
        part = _Part(kind, file_of(call, kind), said, call.given)
        return send(call, lambda: replace(part.content(call), markup=buttons))

    return run


@dataclass(frozen=True)
class _Part:
    """A file with its caption, judged and not yet kept."""

    kind: str
    found: Found
    said: words.Words
    extra: Mapping[str, Any]

    def content(self, call: Call) -> Content:
        """Keep the file, and say what the message shows."""
        file = kept(call, self.found, self.kind)
        body = media.described(file, call.world.files, self.extra)
        return Content(self.said.text, self.said.entities, kind=self.kind, file=file, body=body)


def _album(call: Call) -> list[Json]:
    items = call.get("media", [])
    if not 2 <= len(items) <= 10:
        raise bad_request("wrong number of messages in the media group: expected 2-10")
    to = call.open_chat()
    parts = [_album_part(call, item) for item in items]
    reply = _reply(call, to)
    call.pace(to, cost=len(parts))
    together = {"media_group_id": str(13_000_000_000_000_000 + call.world.number())} | reply
    return [deliver(call, part.content(call), to=to, extra=together).json() for part in parts]


def _album_part(call: Call, item: Any) -> _Part:
    if not isinstance(item, dict) or item.get("type") not in {"photo", "video", "audio", "document"}:
        raise bad_request("can't parse InputMedia: type must be one of photo, video, audio or document")
    if not isinstance(item.get("media"), str):
        raise bad_request("can't parse InputMedia: media not found")
    said = words.caption_words(item.get("caption"), item.get("caption_entities"))
    return _Part(item["type"], file_named(call, item["media"], item["type"]), said, item)


def _location(call: Call) -> Json:
    latitude, longitude = call.get("latitude"), call.get("longitude")
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
        raise bad_request("wrong location specified")
    accuracy = call.get("horizontal_accuracy")
    pin = {"latitude": latitude, "longitude": longitude} | ({"horizontal_accuracy": accuracy} if accuracy else {})
    buttons = keyboards.markup(call.get("reply_markup"))
    return send(call, lambda: Content(kind="location", body={"location": pin}, markup=buttons))


def _chat_action(call: Call) -> bool:
    to = call.open_chat()
    action = call.get("action", "")
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    call.bot.actions.append((to.id, action))
    return True


def _file_method(kind: str, **more: Reader) -> Method:
    return Method(_file_sender(kind), COMMON | CAPTION | {kind: string} | more)


METHODS = {
    "sendMessage": Method(
        _message,
        COMMON | {"text": string, "entities": things, "parse_mode": parse_mode, "link_preview_options": thing},
    ),
    "sendPhoto": _file_method("photo", show_caption_above_media=boolean, has_spoiler=boolean),
    "sendVoice": _file_method("voice", duration=integer),
    "sendAudio": _file_method("audio", duration=integer, performer=string, title=string),
    "sendVideo": _file_method(
        "video", duration=integer, width=integer, height=integer, supports_streaming=boolean, has_spoiler=boolean
    ),
    "sendDocument": _file_method("document", disable_content_type_detection=boolean),
    "sendMediaGroup": Method(
        _album, {name: reader for name, reader in COMMON.items() if name != "reply_markup"} | {"media": things}
    ),
    "sendLocation": Method(
        _location, COMMON | {"latitude": number, "longitude": number, "horizontal_accuracy": number}
    ),
    "sendChatAction": Method(_chat_action, {"chat_id": chat, "action": string}),
}
