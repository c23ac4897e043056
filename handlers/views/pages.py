"""Long lists, a page at a time."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from handlers.turns import Talk
from participation.layout import button
from participation.messages import Rows
from participation.packing import Action

PAGE: Final = 6
LABEL: Final = 60
"""How long what stands on a button may be."""

Thing = TypeVar("Thing")


def page_of(found: Sequence[Thing], page: int) -> Sequence[Thing]:
    """What stands on a page; beyond the last one it is the last one."""
    page = _within(len(found), page)
    return found[page * PAGE : (page + 1) * PAGE]


def _within(count: int, page: int) -> int:
    return min(max(page, 0), max(count - 1, 0) // PAGE)


def counted(label: str, count: int) -> str:
    """A label with how many wait behind it."""
    return f"{label} ({count})" if count else label


def turning(talk: Talk, count: int, page: int, to: Callable[[int], Action]) -> Rows:
    """The buttons that turn the page, where there is another one."""
    page = _within(count, page)
    # The first page is asked for as -1 here: 0 comes from other messages, which must not be written over.
    back = button(talk.t("Back"), to(page - 1 or -1)) if page > 0 else None
    more = button(talk.t("More"), to(page + 1)) if page < _within(count, count) else None
    row = tuple(b for b in (back, more) if b is not None)
    return (row,) if row else ()
