"""Answers as Telegram gives them, put together from pieces that are made once."""

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final

MEDIA: Final[Mapping[str, str]] = {
    "sendDocument": '"document":{"file_id":"F","file_unique_id":"U","file_name":"file"}',
    "sendPhoto": '"photo":[{"file_id":"F","file_unique_id":"U","width":90,"height":90}]',
    "sendVoice": '"voice":{"file_id":"F","file_unique_id":"U","duration":1}',
    "sendAudio": '"audio":{"file_id":"F","file_unique_id":"U","duration":1}',
    "sendVideo": '"video":{"file_id":"F","file_unique_id":"U","width":90,"height":90,"duration":1}',
    "sendVideoNote": '"video_note":{"file_id":"F","file_unique_id":"U","length":90,"duration":1}',
    "sendAnimation": '"animation":{"file_id":"F","file_unique_id":"U","width":90,"height":90,"duration":1}',
    "sendSticker": '"sticker":{"file_id":"F","file_unique_id":"U","type":"regular","width":90,"height":90,'
    '"is_animated":false,"is_video":false}',
    "sendLocation": '"location":{"latitude":40.2,"longitude":20.3}',
    "sendVenue": '"venue":{"location":{"latitude":40.2,"longitude":20.3},"title":"T","address":"A"}',
    "sendContact": '"contact":{"phone_number":"+355","first_name":"C"}',
    "sendDice": '"dice":{"emoji":"🎲","value":4}',
}
"""What a message carries that is not text; what was uploaded is not kept."""


@lru_cache(maxsize=8192)
def quoted(text: str) -> str:
    """A text as JSON."""
    return json.dumps(text)


@lru_cache(maxsize=64)
def user(token: str, username: str) -> str:
    """The bot behind a token as the sender of a message, as JSON."""
    return f'{{"id":{token.partition(":")[0]},"is_bot":true,"first_name":"Bot","username":{quoted(username)}}}'


def itself(token: str, username: str) -> str:
    """The same with what only getMe tells."""
    more = '"can_join_groups":true,"can_read_all_group_messages":false,"supports_inline_queries":false'
    return f"{user(token, username)[:-1]},{more}}}"


def message(method: str, fields: Mapping[str, Any], *, number: int, date: int, sender: str) -> str:
    """The message that a call has made, as JSON."""
    chat = int(fields["chat_id"])
    kind = "private" if chat > 0 else "group"
    said = [
        f'{{"message_id":{number},"from":{sender},"chat":{{"id":{chat},"type":"{kind}","first_name":"Chat"}},'
        f'"date":{date}'
    ]
    if method in MEDIA:
        said.append(MEDIA[method])
        said += _piece(fields, "caption", "caption", quoted) + _piece(fields, "caption_entities", "caption_entities")
    else:
        said += _piece(fields, "text", "text", quoted) + _piece(fields, "entities", "entities")
    markup = fields.get("reply_markup")
    if markup and "inline_keyboard" in markup:
        said += _piece(fields, "reply_markup", "reply_markup")
    return ",".join(said) + "}"


def _piece(fields: Mapping[str, Any], name: str, key: str, write: Callable[[str], str] | None = None) -> list[str]:
    value = fields.get(name)
    if not value:
        return []
    if write is not None:
        return [f'"{key}":{write(value)}']
    return [f'"{key}":{value if isinstance(value, str) else json.dumps(value)}']


def ok(result: str) -> bytes:
    """A good answer."""
    return f'{{"ok":true,"result":{result}}}'.encode()


def refusal(code: int, description: str, retry_after: int | None = None) -> bytes:
    """A bad one."""
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    if retry_after is not None:
        body["parameters"] = {"retry_after": retry_after}
    return json.dumps(body).encode()
