"""Lines of a paper list as somebody types or pastes them: names with organisations and roles, and bare counts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from participation.meetings.present import LARGEST_COUNT, LONGEST_PART, Actor, Headcount, Listing, NewPresent
from participation.words import fold, has_letters, is_name, one_line, tame

LEADING: Final = re.compile(r"^\s*(?:[•*·–—-]+\s*|\d{1,4}\s*[.)]\s*)+")
"""A bullet, or the number of a line with its full stop or bracket."""
NUMBERED: Final = re.compile(r"^\s*\d{1,4}\s+(?=\D)")
"""The number of a line without either, as it comes from a spreadsheet."""
COUNT: Final = re.compile(
    r"^(rreth|afersisht|aty te|nja|about|around|some|circa|ca|approximately|~|≈)?\s*(\d{1,6})\b\s*(.*)$"
)
PEOPLE: Final = frozenset({"", "persona", "veta", "vete", "pjesemarres", "njerez", "people", "persons", "participants"})
"""What may stand behind a number and says nothing more."""


@dataclass(frozen=True)
class Lines:
    """What could be read, in the order of the lines, and what could not, as it was typed."""

    read: tuple[NewPresent, ...] = ()
    unread: tuple[str, ...] = ()


Kinds = Mapping[str, Actor]
"""What kinds of actors are called, folded."""


def read_lines(text: str, *, actor: Actor | None, kinds: Kinds) -> Lines:
    """Each line as somebody or as a number of people; one like `Shoqëri civile:` says of whom the next ones are."""
    read, unread = [], []
    for line in text.splitlines():
        if (heading := kinds.get(_plain(line.rstrip(": ")))) is not None and line.rstrip().endswith(":"):
            actor = heading
        elif found := _read(line, actor, kinds):
            read.append(found)
        elif has_letters(line) or any(c.isdigit() for c in line):
            unread.append(one_line(line))
    return Lines(tuple(read), tuple(unread))


def _read(line: str, actor: Actor | None, kinds: Kinds) -> NewPresent | None:
    count = COUNT.match(_plain(LEADING.sub("", line)))
    if count is not None:
        about, number, rest = count.groups()
        kind = kinds.get(rest.rstrip(" .:"))
        if kind is not None or rest.rstrip(" .:") in PEOPLE:
            many = int(number)
            fits = 0 < many <= LARGEST_COUNT
            return NewPresent(kind or actor, Headcount(many, bool(about))) if fits else None
        if about:
            return None
    listing = listing_in(line)
    return None if listing is None else NewPresent(actor, listing=listing)


def listing_in(line: str) -> Listing | None:
    """`Name, organisation, role` in one line; None where no name can be read."""
    tidy = " ".join(NUMBERED.sub("", LEADING.sub("", tame(line.replace("\t", ";")))).split())
    separator = ";" if ";" in tidy else ","
    name, *more = _without_number([part.strip() for part in tidy.split(separator)])
    organisation, role = more[0] if more else "", ", ".join(filter(None, more[1:]))
    fits = is_name(name) and has_letters(name) and max(len(organisation), len(role)) <= LONGEST_PART
    return Listing(name, organisation, role) if fits else None


def _without_number(parts: list[str]) -> list[str]:
    """The number of a line may be a column of its own."""
    return parts[1:] if len(parts) > 1 and parts[0].isdigit() else parts


def _plain(words: str) -> str:
    return " ".join(fold(words).split())


def with_rest(rest: str, words: str, longest: int) -> tuple[str, str]:
    """What a message adds to the rest of the one before, up to its last whole line; the messenger cuts long ones."""
    whole = rest + words
    if len(words) < longest:
        return whole, ""
    head, _, tail = whole.rpartition("\n")
    return head, tail
