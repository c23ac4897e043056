"""Small things that conversations share: buttons for commands, folded words, shortened quotations."""

import unicodedata
from dataclasses import dataclass
from typing import ClassVar

from participation.actions import Action

LONGEST_QUOTE = 300


@dataclass(frozen=True)
class Named(Action):
    """A button that does what a command does."""

    tag: ClassVar[str] = "n"
    command: str


def named(command: str) -> Named:
    """The button of a command, by its plain name."""
    return Named(command)


def fold(words: str) -> str:
    """Small letters without diacritics, as hurried people type: `Përmet` and `permet` are the same."""
    plain = unicodedata.normalize("NFD", words.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).strip()


def quote(words: str, longest: int = LONGEST_QUOTE) -> str:
    """The beginning of somebody's words, cut at a word."""
    tidy = " ".join(words.split())
    if len(tidy) <= longest:
        return tidy
    return tidy[:longest].rsplit(" ", 1)[0].rstrip(",.;:–-") + " …"
