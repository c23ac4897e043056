"""Reading the parameters of a call: each has a type, and anything unknown or mistyped is refused.

The real server overlooks parameters it does not know. This one refuses them, because for us they are mistakes.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from simulator.errors import bad_request

Reader: TypeAlias = Callable[[str, Any], Any]

_TRUE = {True, "true", "True", "1"}
_FALSE = {False, "false", "False", "0", ""}


def read(raw: Mapping[str, Any], takes: Mapping[str, Reader]) -> dict[str, Any]:
    """The parameters by name, each read by its own reader; None counts as left out."""
    unknown = sorted(set(raw) - set(takes))
    if unknown:
        raise bad_request(f'unknown parameter "{unknown[0]}"')
    return {name: takes[name](name, value) for name, value in raw.items() if value is not None}


def integer(name: str, value: Any) -> int:
    """A whole number, or its digits."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str):
        try:
            return int(value)
        except ValueError:
            pass
    raise bad_request(f'parameter "{name}" must be an Integer')


def number(name: str, value: Any) -> float:
    """A number, or its digits."""
    if isinstance(value, int | float | str) and not isinstance(value, bool):
        try:
            return float(value)
        except ValueError:
            pass
    raise bad_request(f'parameter "{name}" must be a Float')


def boolean(name: str, value: Any) -> bool:
    """True or false, as a word too."""
    if isinstance(value, bool | str) and value in _TRUE | _FALSE:
        return value in _TRUE
    raise bad_request(f'parameter "{name}" must be a Boolean')


def string(name: str, value: Any) -> str:
    """A text."""
    if isinstance(value, str):
        return value
    raise bad_request(f'parameter "{name}" must be a String')


def chat(name: str, value: Any) -> int | str:
    """The id of a chat, or the @name of a public one."""
    if value == "":
        raise bad_request("chat_id is empty")
    if isinstance(value, str) and value.startswith("@"):
        return value
    if isinstance(value, str) and not value.lstrip("-").isdecimal():
        raise bad_request("chat not found")
    return integer(name, value)


def thing(name: str, value: Any) -> dict[str, Any]:
    """A JSON object, or its text."""
    found = _parsed(name, value, "Object")
    if not isinstance(found, dict):
        raise bad_request(f'parameter "{name}" must be an Object')
    return found


def things(name: str, value: Any) -> list[Any]:
    """A JSON array, or its text."""
    found = _parsed(name, value, "Array")
    if not isinstance(found, list | tuple):
        raise bad_request(f'parameter "{name}" must be an Array')
    return list(found)


def parse_mode(name: str, value: Any) -> str:
    """The empty string: this server reads entities, and no markup language."""
    if value != "":
        raise bad_request("unsupported parse_mode")
    return ""


def _parsed(name: str, value: Any, kind: str) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise bad_request(f'can\'t parse "{name}" JSON: expected an {kind}') from None
