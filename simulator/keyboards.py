"""The rules for keyboards: their shape, their buttons and what a button may carry."""

import re
from collections.abc import Callable
from typing import Any

from simulator.content import Json
from simulator.errors import bad_request

BUTTON_LIMIT = 100
ROW_LIMIT = 8
DATA_LIMIT = 64
"""Bytes of callback_data."""

_ADDRESS = re.compile(r"(?:https?|tg|ton)://\S+|[\w-]+(?:\.[\w-]+)+\S*")
_ACTIONS = ("callback_data", "url", "web_app", "login_url", "copy_text", "pay")
_INLINE_ACTIONS = ("switch_inline_query", "switch_inline_query_current_chat", "callback_game")


def markup(raw: Any) -> Json | None:
    """The reply markup of a call, refused unless the server would take it."""
    if raw is None or raw == {}:
        return None
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    kind = next((each for each in _KINDS if each in raw), None)
    if kind is None:
        raise bad_request("can't parse reply keyboard markup JSON object")
    _KINDS[kind](raw[kind])
    return _tidy(raw) if kind == "inline_keyboard" else raw


def inline_markup(raw: Any) -> Json | None:
    """The reply markup of an edit, which may only be an inline keyboard."""
    checked = markup(raw)
    if checked is not None and "inline_keyboard" not in checked:
        raise bad_request("inline keyboard expected")
    return checked


def _tidy(raw: Json) -> Json | None:
    """Empty rows vanish; a keyboard of nothing is no keyboard."""
    rows = [row for row in raw["inline_keyboard"] if row]
    return {"inline_keyboard": rows} if rows else None


def _check_inline(rows: Any) -> None:
    for button in _flat(rows, what="inline keyboard"):
        _check_inline_button(button)


def _check_keyboard(rows: Any) -> None:
    for button in _flat(rows, what="keyboard"):
        text = button if isinstance(button, str) else _text_of(button, what="keyboard button")
        if not text.strip():
            raise bad_request("keyboard button text must be non-empty")


def _flat(rows: Any, *, what: str) -> list[Any]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{what.replace(" ", "_")}" must be an Array of Arrays')
    buttons = [button for row in rows for button in row]
    if len(buttons) > BUTTON_LIMIT or any(len(row) > ROW_LIMIT for row in rows):
        raise bad_request("reply markup is too long")
    return buttons


def _text_of(button: Any, *, what: str) -> str:
    if not isinstance(button, dict):
        raise bad_request(f"can't parse {what}: {what} must be an Object")
    if not isinstance(button.get("text"), str):
        raise bad_request(f'can\'t parse {what}: Field "text" must be of type String')
    return str(button["text"])


def _check_inline_button(button: Any) -> None:
    if not _text_of(button, what="inline keyboard button").strip():
        raise bad_request("inline keyboard button text must be non-empty")
    actions = [each for each in (*_ACTIONS, *_INLINE_ACTIONS) if each in button]
    if not actions:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button:
        _check_data(button["callback_data"])
    if "url" in button:
        _check_url(button["url"])


def _check_data(data: Any) -> None:
    if not isinstance(data, str):
        raise bad_request('can\'t parse inline keyboard button: Field "callback_data" must be of type String')
    if not 1 <= len(data.encode()) <= DATA_LIMIT:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_url(url: Any) -> None:
    if not isinstance(url, str) or not _ADDRESS.fullmatch(url):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _check_flag(value: Any) -> None:
    if value is not True:
        raise bad_request("can't parse reply keyboard markup JSON object")


_KINDS: dict[str, Callable[[Any], None]] = {
    "inline_keyboard": _check_inline,
    "keyboard": _check_keyboard,
    "remove_keyboard": _check_flag,
    "force_reply": _check_flag,
}
