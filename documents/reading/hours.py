"""Hours as notices write them: "ora 12.00", "10:30-12:30", "ora 5 pasdite"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from documents.reading.text import Sheet, Span

AT_MOST = 160
_CLOCK = (
    r"(?P<h{n}>\d{{1,2}})(?:(?:\s?:\s?|[.,;h]|\se\s(?=(?:15|30|45)\b))(?P<m{n}>[0-5]\d))?"
    r"(?!\d|[.:]\d|/\d(?!\d?[.:]\d\d))h?"
)
_TO = (
    r"(?:\s?[-/]\s?|\sne\sor\w{1,2}\s|\s(?:e\s)?deri\s(?:(?:ne|me)\s)?(?:or\w{1,2}\s)?|\sdhe\s(?:perfundon"
    r"|mbaron)\sne\s(?:or\w{1,2}\s)?)"
)
_PART = r"(?:\s(?:e\s|te\s|ne\s)?(?P<part>pasdite\w*|mbasdite\w*|mbremj\w*|paradite\w*|mengjes\w*|gjysm\w*))?"
_WITH_WORD = re.compile(
    r"\bor(?:a|e|en|es|et|at|ari|arin)\b[^\d\n.;|]{0,22}"
    + _CLOCK.format(n=1)
    + f"(?:{_TO}{_CLOCK.format(n=2)})?"
    + _PART
)
_BARE = re.compile(
    r"(?<![\d:.,/\-])(?P<h1>\d{1,2})(?:\s?:\s?|[.h](?=00|15|30|45))(?P<m1>[0-5]\d)(?!\d"
    r"|[.:/]\d|\s?(?:lek|%|milion|mij|euro))h?" + f"(?:{_TO}{_CLOCK.format(n=2)})?" + _PART
)
_LATE = ("pasdite", "mbasdite", "mbremj")


@dataclass(frozen=True)
class Hour(Span):
    """An hour in the text, with the hour of the end where a range is written."""

    begins: time
    ends: time | None


def find_hours(sheet: Sheet, *, apart_from: Iterable[Span]) -> tuple[Hour, ...]:
    """All hours of a text in order; what is part of a date is none."""
    taken = {at for span in apart_from for at in range(span.start, span.end)}
    found: dict[int, Hour] = {}
    for pattern in (_WITH_WORD, _BARE):
        for match in pattern.finditer(sheet.folded):
            free = taken.isdisjoint(range(match.start("h1"), match.end("m1") if match["m1"] else match.end("h1")))
            hour = _hour(match) if free else None
            if hour is not None:
                found.setdefault(match.start("h1"), hour)
            if len(found) >= AT_MOST:
                break
    return tuple(found[at] for at in sorted(found))


def _hour(match: re.Match[str]) -> Hour | None:
    part = match["part"] or ""
    begins = _time(match["h1"], "30" if part.startswith("gjysm") else match["m1"], late=part.startswith(_LATE))
    ends = _time(match["h2"], match["m2"], late=part.startswith(_LATE)) if match["h2"] else None
    if begins is None:
        return None
    return Hour(start=match.start(), end=match.end(), begins=begins, ends=ends)


def _time(hour: str, minute: str | None, *, late: bool) -> time | None:
    number = int(hour) + (12 if late and int(hour) < 12 else 0)
    return time(number, int(minute or 0)) if number < 24 else None
