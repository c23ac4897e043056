"""Rows of a consultation plan as somebody types them: a line each, its cells with semicolons between."""

import re
from collections.abc import Iterator
from typing import Final

from handlers.dialogs.typed_days import day_in
from handlers.turns import Talk
from handlers.views.plan_rows import no_day_in, nothing_in
from participation.paperwork.plan import Activity, AudienceRow
from participation.words import fold, one_line

OPEN: Final = re.compile(r"[-–?.]*|open|.*\b(?:pa)?caktuar?")
"""How somebody says, folded, that a day is not set yet."""


def audience_in(line: str, talk: Talk) -> AudienceRow | str:
    """`Who; methods; channel`, or what is wrong with it."""
    who, methods, channel = _cells(line, 3)
    return AudienceRow(who, methods=methods, channel=channel) if who else nothing_in(talk, line)


def activity_in(line: str, talk: Talk) -> Activity | str:
    """`Day; place; what; organisations`, without a place where there are two cells; or what is wrong with it."""
    if ";" not in line:
        return Activity(line)
    cells = list(_cells(line, 4 if line.count(";") > 1 else 2))
    day, *rest = cells
    place, what, organisations = (rest[0], rest[1], rest[2]) if len(rest) > 1 else ("", rest[0], "")
    if not what and not place:
        return nothing_in(talk, line)
    if OPEN.fullmatch(fold(day)):
        return Activity(what, None, place, organisations_in(organisations))
    typed = day_in(day, talk)
    if isinstance(typed, str) or not typed.sure:
        return no_day_in(talk, line)
    return Activity(what, typed.day, place, organisations_in(organisations))


def _cells(line: str, width: int) -> Iterator[str]:
    cells = [cell.strip() for cell in line.split(";", width - 1)]
    yield from (*cells, *[""] * (width - len(cells)))


def organisations_in(words: str) -> tuple[str, ...]:
    """The names between commas, each once."""
    return tuple(dict.fromkeys(filter(None, map(one_line, words.replace("\n", ",").split(",")))))
