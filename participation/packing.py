"""How what one tap asks for fits in a button.

A button says which thing, never whether it is allowed: the use-case checks again. An action packs into at most
64 bytes (Bot API, `callback_data`); whatever does not unpack is a `Stale` button of an older or foreign message.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from hashlib import blake2s
from typing import Any, ClassVar, Final

from participation.ids import LARGEST, Mark

LIMIT = 64
SEPARATOR = "~"
LARGEST_MARK = 2**53
LARGEST_OF: Final[Mapping[object, int]] = {int: LARGEST, "int": LARGEST, Mark: LARGEST_MARK}
"""The kinds of numbers in a button; everything else in it is words."""


@dataclass(frozen=True)
class Action:
    """The family: a tag of one to three letters and a few short values."""

    tag: ClassVar[str] = ""


@dataclass(frozen=True)
class Stale(Action):
    """A button nobody knows any more."""


def short_mark(seen: object) -> str:
    """Eight letters that a button carries of what was looked at: where they are others, it is something else by now."""
    return blake2s(repr(seen).encode(), digest_size=4).hexdigest()


def pack(action: Action) -> str:
    """The action as a button carries it.

    Raises ValueError for one that does not fit: a fault of ours, found by the tests.
    """
    values = (str(getattr(action, field.name)) for field in fields(action))
    packed = SEPARATOR.join((action.tag, *values))
    if len(packed.encode()) > LIMIT or packed.count(SEPARATOR) != len(fields(action)):
        raise ValueError(action)
    return packed


def unpack(packed: str, known: dict[str, type[Action]]) -> Action:
    """The action in a button, or `Stale` for whatever is not one of the known."""
    tag, *values = packed.split(SEPARATOR)
    kind = known.get(tag)
    if kind is None or len(values) != len(fields(kind)):
        return Stale()
    try:
        read: list[Any] = [
            _number(v, LARGEST_OF[f.type]) if f.type in LARGEST_OF else v
            for f, v in zip(fields(kind), values, strict=True)
        ]
    except ValueError:
        return Stale()
    return kind(*read)


def _number(text: str, largest: int) -> int:
    """A number that we could have packed; whatever else `int` would take was forged, and no database could find it."""
    number = int(text)
    if str(number) != text or abs(number) > largest:
        raise ValueError(text)
    return number
