"""Hours as notices write them: "ora 12.00", "10:30-12:30", "ora 5 pasdite"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from documents.reading.text import Sheet, Span

AT_MOST = 160
_CLOCK = (
    r"(?P<h{n}>\d{{1,2}})(?:(?:\s?:\s?|[.,;h]|\se\s(?=(?:15|30|45)\b))(?P<m{n}>[0-5]\d))?"
    r"(?!\d|[.:]\d|/\d(?!\d?[.:]\d\d))h?(?:\s?(?:e\s|te\s|ne\s)?"
    r"(?P<part{n}>(?:m?[bp]as|para)(?:dite|drek)\w*|drek\w*|mbremj\w*|mengjes\w*|[ap]\.?m\b\.?|gjysm\w*|fiks\b))?"
)
_TO = (
    r"(?:\s?[-/]\s?(?:ora\s)?|\sne\sor\w{1,2}\s|\s(?:e\s)?deri\s(?:(?:ne|me)\s)?(?:or\w{1,2}\s)?|\sdhe\s(?:perfundon"
    r"|mbaron)\sne\s(?:or\w{1,2}\s)?|\s(?:to|until)\s)"
)
_FROM_TO = f"{_CLOCK.format(n=1)}(?:{_TO}{_CLOCK.format(n=2)})?"
_ALONE = r"(?<![\d:.,/\-])"
_FORMS = tuple(
    re.compile(form + _FROM_TO)
    for form in (
        r"\bor(?:a|e|en|es|et|at|ari|arin)\b[^\d\n.;|]{0,22}",
        _ALONE + r"(?=\d{1,2}(?:\s?:\s?|[.h](?=00|15|30|45))[0-5]\d(?!\d|[.:/]\d|\s?(?:lek|%|milion|mij|euro)))",
        _ALONE + r"(?=\d{1,2}\s?(?:[ap]\.?m\b|(?:e\s|te\s)?(?:m?[bp]as|para)(?:dite|drek)))",
    )
)
"""After the word, or with its minutes, or with its part of the day: what is none of these may be any number."""
_LATE = ("pas", "mbas", "drek", "mbrem", "pm", "p.m")


@dataclass(frozen=True)
class Hour(Span):
    """An hour in the text, with the hour of the end where a range is written."""

    begins: time
    ends: time | None


def find_hours(sheet: Sheet, *, apart_from: Iterable[Span]) -> tuple[Hour, ...]:
    """All hours of a text in order; what is part of a date is none."""
    taken = {at for span in apart_from for at in range(span.start, span.end)}
    found: list[Hour] = []
    for form in _FORMS:
        for match in form.finditer(sheet.folded):
            free = taken.isdisjoint(range(match.start("h1"), match.end("m1") if match["m1"] else match.end("h1")))
            hour = _hour(match) if free else None
            if hour is not None:
                found.append(hour)
                taken.update(range(match.start("h1"), match.end()))
            if len(found) >= AT_MOST:
                break
    return tuple(sorted(found, key=lambda hour: hour.start))


def _hour(match: re.Match[str]) -> Hour | None:
    """The hour; of "5-7 pasdite" both are in the afternoon, of "11-1 pasdite" only the second."""
    ends = _time(match, 2, match["part2"]) if match["h2"] else None
    begins = _time(match, 1, match["part1"] or match["part2"])
    if begins and ends and begins > ends:
        begins = _time(match, 1, match["part1"])
    return Hour(start=match.start(), end=match.end(), begins=begins, ends=ends) if begins else None


def _time(match: re.Match[str], number: int, part: str | None) -> time | None:
    hour, half = int(match[f"h{number}"]), (match[f"part{number}"] or "").startswith("gjysm")
    hour += 12 if hour < 12 and (part or "").startswith(_LATE) else 0
    return time(hour, 30 if half else int(match[f"m{number}"] or 0)) if hour < 24 else None
