"""Words as people type and read them: folded, matched against names, cut for a quotation."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

LONGEST_QUOTE = 300
LONGEST_NAME = 120
LONGEST_NUMBER = 15
LONGEST_ENDING = 3
LONGEST_EMAIL = 200
LONGEST_LINK = 500
INVISIBLE = frozenset("\u2800\u115f\u1160\u3164\uffa0")
"""Letters by name that show nothing: the empty Braille pattern and the Hangul fillers."""
EMAIL = re.compile(r"[^\s@,;<>]{1,64}@[^\s@,;<>]+\.[^\s@.,;<>]{2,}")
LINK = re.compile(r"https?://[^\s/.]+(\.[^\s/.]+)+(/\S*)?", re.IGNORECASE)
PREFIX = re.compile(r"[A-Z]{1,6}")
GENERIC = frozenset({"bashkia", "bashkise", "bashki", "e", "njesia", "njesi", "administrative"})


def is_number(text: str) -> bool:
    """Whether it is a plain number that a database can look for: `isdigit` alone would also take `²`."""
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER


def is_blank(words: str) -> bool:
    """Whether nothing of it can be seen: spaces, marks of direction and joiners are no words."""
    return all(unicodedata.category(c)[0] in "ZC" or c in INVISIBLE for c in words)


def is_name(words: str) -> bool:
    """Whether it may stand as a name: something to see, and not a story."""
    return not is_blank(words) and len(" ".join(words.split())) <= LONGEST_NAME


def is_email(words: str) -> bool:
    """Whether it is one e-mail address, and nothing beside it."""
    return len(words) <= LONGEST_EMAIL and EMAIL.fullmatch(words) is not None


def is_link(words: str) -> bool:
    """Whether it leads to a page that everybody can open: http or https, and a host with a dot in it."""
    return len(words) <= LONGEST_LINK and LINK.fullmatch(words) is not None


def is_prefix(words: str) -> bool:
    """Whether receipt numbers may begin with it."""
    return PREFIX.fullmatch(words) is not None


def fold(words: str) -> str:
    """Small letters without diacritics, as hurried people type: `Përmet` and `permet` are the same."""
    plain = unicodedata.normalize("NFD", words.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).strip()


def quote(words: str, longest: int = LONGEST_QUOTE) -> str:
    """The beginning of somebody's words in one line of at most so many characters, cut at a word."""
    tidy = " ".join(words.split())
    if len(tidy) <= longest:
        return tidy
    return tidy[: longest - 2].rsplit(" ", 1)[0].rstrip(",.;:–-") + " …"


def matching(asked: str, things: Iterable[T], name_of: Callable[[T], str]) -> list[T]:
    """What somebody may mean by a name: the whole of it in any case, else its beginning, else a part of it."""
    words = _words(asked)
    if not words:
        return []
    known = [(thing, _words(name_of(thing))) for thing in things]
    plain = " ".join(words)
    tests: tuple[Callable[[list[str]], bool], ...] = (
        lambda name: name == words,
        lambda name: _is_named(name, words),
        lambda name: " ".join(name).startswith(plain),
        lambda name: plain in " ".join(name),
    )
    for test in tests:
        if found := [thing for thing, name in known if test(name)]:
            return found
    return []


def _words(text: str) -> list[str]:
    """The words of a name, without what only says that it is a municipality or one of its units."""
    found = re.findall(r"\w+", fold(text))
    return [word for word in found if word not in GENERIC] or found


def _is_named(name: Sequence[str], asked: Sequence[str]) -> bool:
    """Whether the words are this name in another case: `Tirana`, `e Tiranës` and `Tiranë` are one town."""
    return len(name) == len(asked) and all(map(_same_word, name, asked))


def _same_word(name: str, asked: str) -> bool:
    stems = {name.rstrip("aeiou"), re.sub(r"er$", "r", name)}
    return any(asked.startswith(stem) and len(asked) - len(stem) <= LONGEST_ENDING for stem in stems if stem)
