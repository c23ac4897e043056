"""Lines of an annual calendar as they are typed: the act; the month; how it is consulted on; the unit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from participation.programme.model import LONGEST_ACT, LONGEST_WORD, PlannedConsultation
from participation.words import has_letters

PARTS = 4


class Unclear(Enum):
    """Why a line is none."""

    NO_ACT = auto()
    NO_MONTH = auto()
    TOO_LONG = auto()
    TOO_MANY_PARTS = auto()


@dataclass(frozen=True)
class UnclearLine:
    """A line that cannot be kept as it is typed, and what is wrong with it."""

    words: str
    why: Unclear


def lines_in(words: str, month_named: Callable[[str], int | None]) -> Sequence[PlannedConsultation] | UnclearLine:
    """What somebody typed, a line each; all of them, or the first that is unclear."""
    found: list[PlannedConsultation] = []
    for line in filter(str.strip, words.splitlines()):
        read = _line_in(line, month_named)
        if isinstance(read, Unclear):
            return UnclearLine(line, read)
        found.append(read)
    return found


def _line_in(line: str, month_named: Callable[[str], int | None]) -> PlannedConsultation | Unclear:
    parts = [" ".join(part.split()) for part in line.strip().lstrip("•-*–").split(";")]
    if len(parts) > PARTS and any(parts[PARTS:]):
        return Unclear.TOO_MANY_PARTS
    act, when, how, unit = (*parts, "", "", "")[:PARTS]
    if not has_letters(act):
        return Unclear.NO_ACT
    if len(act) > LONGEST_ACT or max(len(how), len(unit)) > LONGEST_WORD:
        return Unclear.TOO_LONG
    month = month_named(when) if when else None
    return Unclear.NO_MONTH if when and month is None else PlannedConsultation(act, month, how, unit)


def as_typed(planned: PlannedConsultation, month_name: Callable[[int], str]) -> str:
    """A line as one would type it, to be copied and changed."""
    when = "" if planned.month is None else month_name(planned.month)
    return "; ".join((planned.act, when, planned.how, planned.unit)).rstrip("; ")
