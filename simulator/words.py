"""The rules for words: their length, their entities, and what the server trims."""

import re
from dataclasses import dataclass
from typing import Any

from simulator.content import Json
from simulator.errors import bad_request

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
ENTITY_LIMIT = 100
RAW_LIMIT = 32768
"""Bytes of UTF-8 before anything else is looked at."""

_COMMAND = re.compile(r"(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?")


@dataclass(frozen=True)
class Words:
    """A text and its entities, as the server keeps them."""

    text: str = ""
    entities: tuple[Json, ...] = ()


def message_words(text: str, entities: list[Any] | None) -> Words:
    """The words of a text message; refused when empty or over 4096 code points."""
    words = _checked(text, entities)
    if not words.text:
        raise bad_request("message text is empty")
    if len(words.text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return words


def caption_words(text: str | None, entities: list[Any] | None) -> Words:
    """The words under a medium; refused over 1024 code points."""
    words = _checked(text or "", entities)
    if len(words.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return words


def units(text: str) -> int:
    """The length in UTF-16 code units, which is how entities count."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def commands_in(text: str) -> tuple[Json, ...]:
    """The bot_command entities that the server finds in a person's words."""
    return tuple(
        {"type": "bot_command", "offset": units(text[: found.start()]), "length": units(found.group())}
        for found in _COMMAND.finditer(text)
    )


def _checked(text: str, entities: list[Any] | None) -> Words:
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    if size > RAW_LIMIT:
        raise bad_request("text is too long")
    marks = tuple(_entity(each, text) for each in (entities or ())[:ENTITY_LIMIT])
    return _trimmed(Words(text, marks))


def _entity(raw: Any, text: str) -> Json:
    if not isinstance(raw, dict) or not isinstance(raw.get("type"), str):
        raise bad_request("can't parse entities: expected an object with a type")
    start, length = raw.get("offset"), raw.get("length")
    if not isinstance(start, int) or not 0 <= start <= 1_000_000:
        raise bad_request(f"receive an entity with incorrect offset {start}")
    if not isinstance(length, int) or not 0 <= length <= 1_000_000:
        raise bad_request(f"receive an entity with incorrect length {length}")
    _check_bounds(text, start, start + length)
    return raw


def _check_bounds(text: str, start: int, end: int) -> None:
    whole = units(text)
    if start > whole:
        raise bad_request(f"entity begins after the end of the text at UTF-16 offset {start}")
    span = f"entity beginning at UTF-16 offset {start}"
    if end > whole:
        raise bad_request(f"{span} ends after the end of the text at UTF-16 offset {end}")
    if _inside_pair(text, start):
        raise bad_request(f"entity begins in a middle of a UTF-16 symbol at UTF-16 offset {start}")
    if _inside_pair(text, end):
        raise bad_request(f"{span} ends in a middle of a UTF-16 symbol at UTF-16 offset {end}")


def _inside_pair(text: str, offset: int) -> bool:
    unit = text.encode("utf-16-le")[2 * offset : 2 * offset + 2]
    return len(unit) == 2 and 0xDC00 <= int.from_bytes(unit, "little") <= 0xDFFF


def _trimmed(words: Words) -> Words:
    """Spaces at the end go, those at the start up to the first entity go too."""
    kept = words.text.rstrip()
    first = min((each["offset"] for each in words.entities), default=len(words.text))
    leading = len(kept) - len(kept.lstrip())
    cut = min(leading, first)
    kept = kept[cut:]
    return Words(kept, _shifted(words.entities, by=cut, whole=units(kept)))


def _shifted(entities: tuple[Json, ...], *, by: int, whole: int) -> tuple[Json, ...]:
    moved = ((each, each["offset"] - by, each["offset"] - by + each["length"]) for each in entities)
    return tuple(
        each | {"offset": start, "length": min(end, whole) - start}
        for each, start, end in moved
        if min(end, whole) > start
    )
