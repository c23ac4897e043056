"""What was typed into one part of an announcement: the value, or None if it does not fit there."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from participation.consultations.proofs import LONGEST_TITLE
from participation.words import is_blank, is_email, is_link

Reader = Callable[[str], str | None]


def read_field(field: str, words: str) -> str | None:
    """The value of a part in somebody's words."""
    return READERS[field](words)


def _short(longest: int) -> Reader:
    def read(words: str) -> str | None:
        tidy = " ".join(words.split())
        return tidy if len(tidy) <= longest and not is_blank(tidy) else None

    return read


def _email(words: str) -> str | None:
    found = words.strip()
    return found if is_email(found) else None


def _phone(words: str) -> str | None:
    found = " ".join(words.split())
    digits = sum(letter.isdigit() for letter in found)
    return found if re.fullmatch(r"\+?[\d ()/.-]+", found) and 6 <= digits <= 15 else None


def _link(words: str) -> str | None:
    found = words.strip()
    found = found if found.lower().startswith(("https://", "http://")) else f"https://{found}"
    return found if is_link(found) else None


READERS: Final[Mapping[str, Reader]] = {
    "title": _short(LONGEST_TITLE),
    "purpose": _short(1_500),
    "audience": _short(500),
    "email": _email,
    "phone": _phone,
    "register_url": _link,
    "protocol": _short(100),
    "place": _short(200),
    "step": _short(200),
}
