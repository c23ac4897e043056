"""Words as people type and read them: folded, matched against names, cut for a quotation."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import takewhile
from typing import TypeVar
from urllib.parse import urlsplit

from participation.ids import LARGEST

T = TypeVar("T")

LONGEST_QUOTE = 300
LONGEST_NAME = 120
LONGEST_NUMBER = len(str(LARGEST))
LONGEST_EMAIL = 200
LONGEST_LINK = 500
EMAIL = re.compile(r"[^\s@,;<>]{1,64}@[^\s@,;<>]+\.[^\s@.,;<>]{2,}")
LINK = re.compile(r"https?://[^\s/.]+(\.[^\s/.]+)+(/\S*)?", re.IGNORECASE)
PREFIX = re.compile(r"[A-Z]{1,6}")
LONGEST_SENTENCE = 7
"""Words that tell something; in a longer story a name may stand for anything."""
SHORTEST_SLIP = 5
"""Letters; of a shorter word nothing is left to know it by once one is wrong."""
ENDINGS = (
    "", "a", "e", "i", "u", "s", "n", "t", "as", "an", "at", "et", "es", "en", "it", "in", "ut", "un", "ia",
    "ise", "ine",
)  # fmt: skip
"""Of Albanian names, folded: `Tirana`, `Tiranës`, `Tiranën`, `Përmeti`, `Përmetit`, `Malësinë`."""
INVISIBLE = frozenset("\u2800\u115f\u1160\u3164\uffa0")
"""Letters by name that show nothing: the empty Braille pattern and the Hangul fillers."""
JOINERS = frozenset("\u200c\u200d")
"""What holds the parts of an emoji together, or keeps two letters apart."""
GENERIC = frozenset(
    {
        "bashkia", "bashkise", "bashkine", "bashki", "e", "i", "te", "njesia", "njesi", "administrative",
        "qyteti", "qytetit", "qytetin", "qytet", "une", "jam", "jetoj", "banoj", "nga", "ne", "prej", "ketu",
        "miredita", "pershendetje", "tungjatjeta", "municipality", "city", "town", "am", "m", "my", "is", "live",
        "from", "in", "of", "the", "hello", "hi",
    }
)  # fmt: skip
"""What says no name, but only that there is one: `bashkia e`, `unë jam nga`, `I live in`."""


def is_number(text: str) -> bool:
    """Whether it is a plain number that a database can look for: `isdigit` alone would also take `²`."""
    return text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER and int(text) <= LARGEST


def is_blank(words: str) -> bool:
    """Whether nothing of it can be seen: spaces, marks of direction and joiners are no words."""
    return all(unicodedata.category(c)[0] in "ZC" or c in INVISIBLE for c in words)


def has_letters(words: str) -> bool:
    """Whether a letter can be seen in it: a reason of dots or of empty letters is none."""
    return any(c.isalpha() and c not in INVISIBLE for c in words)


def is_name(words: str) -> bool:
    """Whether it may stand as a name: something to see, and not a story."""
    return not is_blank(words) and len(" ".join(words.split())) <= LONGEST_NAME


def is_email(words: str) -> bool:
    """Whether it is one e-mail address, and nothing beside it."""
    return len(words) <= LONGEST_EMAIL and EMAIL.fullmatch(words) is not None


def is_link(words: str) -> bool:
    """Whether it leads to a page that everybody can open: http or https, and a host with a dot in it."""
    return len(words) <= LONGEST_LINK and LINK.fullmatch(words) is not None


def leads_to_no_page(link: str) -> bool:
    """Whether a link names a host and nothing on it."""
    parts = urlsplit(link)
    return not (parts.path.strip("/") or parts.query or parts.fragment)


def is_prefix(words: str) -> bool:
    """Whether receipt numbers may begin with it."""
    return PREFIX.fullmatch(words) is not None


def fold(words: str) -> str:
    """Small letters without diacritics, as hurried people type: `Përmet` and `permet` are the same."""
    # Loose marks go first: to put a heap of them in order takes its square.
    plain = unicodedata.normalize("NFD", _unmarked(words.casefold()))
    return _unmarked(plain).strip()


def _unmarked(words: str) -> str:
    return "".join(c for c in words if not unicodedata.combining(c))


def quote(words: str, longest: int = LONGEST_QUOTE) -> str:
    """The beginning of somebody's words in one line of at most so many characters, cut at a word."""
    tidy = " ".join(words.split())
    if len(tidy) <= longest:
        return tidy
    return tidy[: longest - 2].rsplit(" ", 1)[0].rstrip(",.;:–-") + " …"


def tame(words: str) -> str:
    """The words without what steers a screen: control characters, and marks that turn the direction of a line."""
    shown = (" " if unicodedata.category(c) == "Cc" else c for c in words)
    return "".join(c for c in shown if c in JOINERS or unicodedata.category(c) != "Cf")


def one_line(words: str) -> str:
    """A short text as it is kept, without what steers a screen; nothing, where nothing of it can be seen."""
    tidy = " ".join(tame(words).split())
    return "" if is_blank(tidy) else tidy


def matching(asked: str, things: Iterable[T], name_of: Callable[[T], str]) -> list[T]:
    """What somebody may mean by a name: the whole of it in any case, else its beginning, else a part of it."""
    words = telling(asked)
    if not words:
        return []
    known = [(thing, telling(name_of(thing))) for thing in things]
    plain = " ".join(words)
    tests: tuple[Callable[[list[str]], bool], ...] = (
        lambda name: name == words,
        lambda name: _is_named(name, words),
        lambda name: " ".join(name).startswith(plain),
        lambda name: _is_named(name[: len(words)], words),
        lambda name: plain in " ".join(name),
    )
    for test in tests:
        if found := [thing for thing, name in known if test(name)]:
            return found
    return []


def near(asked: str, things: Iterable[T], name_of: Callable[[T], str]) -> list[T]:
    """What somebody may mean who names it among other words of a short sentence, or with one letter wrong."""
    words = telling(asked)
    if len(words) > LONGEST_SENTENCE:
        return []
    return [thing for thing in things if _stands_in(words, telling(name_of(thing)))]


def telling(text: str) -> list[str]:
    """The words of it, folded, without those that only say that there is a name."""
    return [word for word in re.findall(r"\w+", fold(text)) if word not in GENERIC]


def _stands_in(sentence: Sequence[str], name: Sequence[str]) -> bool:
    """Whether the words of the name follow each other somewhere in the sentence."""
    places = range(len(sentence) - len(name) + 1) if name else ()
    return any(all(map(_is_like, name, sentence[place : place + len(name)])) for place in places)


def _is_named(name: Sequence[str], asked: Sequence[str]) -> bool:
    """Whether the words are this name in another case: `Tirana`, `e Tiranës` and `Tiranë` are one town."""
    return len(name) == len(asked) and all(map(_is_form, name, asked))


def _is_form(name: str, asked: str) -> bool:
    return asked in _forms(name)


def _is_like(name: str, asked: str) -> bool:
    """Whether it is this word in any case, but perhaps for one letter."""
    return _is_form(name, asked) or any(len(form) >= SHORTEST_SLIP and _one_slip(form, asked) for form in _forms(name))


@cache
def _forms(name: str) -> frozenset[str]:
    """The word in all its cases."""
    stems = filter(None, (name, name.rstrip("aeiou"), re.sub(r"er$", "r", name)))
    return frozenset(stem + ending for stem in stems for ending in ENDINGS)


def _one_slip(right: str, typed: str) -> bool:
    """Whether a letter is missing, wrong or too many, or two neighbours have changed places."""
    if abs(len(right) - len(typed)) > 1:
        return False
    begin = _shared(right, typed)
    end = _shared(right[begin:][::-1], typed[begin:][::-1])
    wanted, there = right[begin : len(right) - end], typed[begin : len(typed) - end]
    return max(len(wanted), len(there)) <= 1 or (len(wanted) == 2 and wanted == there[::-1])


def _shared(one: str, other: str) -> int:
    """How many letters two words have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
