"""Hours as notices write them: "ora 12.00", "10:30-12:30", "ora 5 e gjysmë pasdite", "në pesë të pasdites"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import time

from documents.reading.numbers import IN_WORDS, number_of
from documents.reading.text import Sheet, Span

AT_MOST = 160
_PARTS = r"(?:m?[bp]as|para)\s?(?:dite|drek)\w*|drek\w*|mbr[ea]m(?:j\w*|a\b)|mengjes\w*|[ap]\.?m\b\.?"
_QUARTER = r"(?:(?:nje|1)\s)?cerek\w*"
_MINUTES = (
    r"(?:(?:\s?:\s?|[.,;h]|(?<=\bora \d\d)(?=\d\d\b))(?P<m{n}>[0-5]\d)|\se\s(?P<and{n}>15|30|45)\b"
    rf"|\s(?:e\s)?(?P<half{{n}}>gjys)\w*|\se\s(?P<quarter{{n}}>{_QUARTER})"
    rf"|\spa\s(?:(?P<less_quarter{{n}}>{_QUARTER})|(?P<less{{n}}>\d{{{{1,2}}}}|{IN_WORDS})\b))?"
)
_END = (
    r"(?!\d|[.:]\d|/\d(?!\d?[.:]\d\d))h?(?:\sminut\w*)?"
    rf"(?:\s?(?:e\s|te\s|t'|ne\s)?(?P<part{{n}}>{_PARTS}))?(?:\sfiks\b)?"
)
_CLOCK = r"(?P<h{n}>\d{{1,2}})" + _MINUTES + _END
_SPOKEN = rf"(?P<h{{n}}>{IN_WORDS})\b" + _MINUTES + _END
_TO = (
    r"(?:\s?[-/]\s?(?:ora\s)?|\sne\sor\w{1,2}\s|\s(?:e\s)?deri\s(?:(?:ne|me)\s)?(?:or\w{1,2}\s)?|\sdhe\s(?:perfundon"
    r"|mbaron)\sne\s(?:or\w{1,2}\s)?|\s(?:to|until)\s)"
)


def _from_to(clock: str) -> str:
    return f"{clock.format(n=1)}(?:{_TO}{clock.format(n=2)})?"


_ALONE = r"(?<![\d:.,/\-])"
_OF_THE_DAY = rf"(?:e\s|te\s|t')?(?:{_PARTS})"
_FORMS = tuple(
    re.compile(form + _from_to(clock))
    for form, clock in (
        (r"\bor(?:a|e|en|es|et|at|ari|arin)\b[^\d\n.;|]{0,22}", _CLOCK),
        (r"\bor(?:a|en|es|et)\b[\s:]{0,2}(?:e\s)?", _SPOKEN),
        (r"\bsahati?n?\s(?=\d{1,2}\b)", _CLOCK),
        (
            _ALONE + r"(?=\d{1,2}(?:\s?:\s?|[.h](?=00|15|30|45))[0-5]\d(?!\d|[.:/]\d|\s?(?:lek|%|milion|mij|euro)))",
            _CLOCK,
        ),
        (_ALONE + r"(?=\d{1,2}\s?(?:-\s?\d{1,2}\s?)?h\b(?!\s?/))", _CLOCK),
        (_ALONE + rf"(?=\d{{1,2}}(?:\se\s(?:gjysm\w*|15|30|45))?\s?{_OF_THE_DAY})", _CLOCK),
        (r"\bne\s(?=\d{1,2}\se\s(?:15|30|45)\b)", _CLOCK),
        (rf"\bne\s(?=(?:{IN_WORDS})\b(?:\s\w+){{0,3}}?\s(?:e|te)\s(?:{_PARTS}))", _SPOKEN),
    )
)
"""After the word, or with its minutes, or with its part of the day: what is none of these may be any number."""
_NOON = re.compile(r"\bne mesdite\b(?!\W{0,3}ora)")
_SAME_HOUR = re.compile(r"\b(?:po )?(?:ne )?(?:te njejten ore|ate ore)\b")
_LATE = ("pas", "mbas", "drek", "mbrem", "mbram", "pm", "p.m")
_LATE_BEFORE = re.compile(r"\b(?:pasdite|mbasdite|mbremje|pasdreke)\W{1,3}(?:(?:ne|nga)\s)?$")
"""The part of the day may come first: "pasdite, në orën 4"."""


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
            hour = _hour(match) if taken.isdisjoint(range(match.start("h1"), _numbers_end(match))) else None
            if hour is not None:
                found.append(hour)
                taken.update(range(match.start("h1"), match.end()))
            if len(found) >= AT_MOST:
                break
    found += [Hour(*match.span(), begins=time(12), ends=None) for match in _NOON.finditer(sheet.folded)][:AT_MOST]
    found.sort(key=lambda hour: hour.start)
    again = [_again(match, found) for match in _SAME_HOUR.finditer(sheet.folded)]
    return tuple(sorted((*found, *filter(None, again)), key=lambda hour: hour.start))


def _again(match: re.Match[str], found: Sequence[Hour]) -> Hour | None:
    """The hour before, where the text only says that it is the same."""
    last = next((hour for hour in reversed(found) if hour.end <= match.start()), None)
    return replace(last, start=match.start(), end=match.end()) if last else None


def _numbers_end(match: re.Match[str]) -> int:
    return match.end("m1") if match["m1"] else match.end("h1")


def _hour(match: re.Match[str]) -> Hour | None:
    """The hour; of "5-7 pasdite" both are in the afternoon, of "11-1 pasdite" only the second."""
    ends = _time(match, 2, match["part2"]) if match["h2"] else None
    before = "pas" if _LATE_BEFORE.search(match.string, max(0, match.start() - 20), match.start()) else None
    begins = _time(match, 1, match["part1"] or match["part2"] or before)
    if begins and ends and begins > ends:
        begins = _time(match, 1, match["part1"])
    return Hour(start=match.start(), end=match.end(), begins=begins, ends=ends) if begins else None


def _time(match: re.Match[str], number: int, part: str | None) -> time | None:
    hour = number_of(match[f"h{number}"])
    hour += 12 if hour < 12 and (part or "").startswith(_LATE) else 0
    minutes = hour * 60 + _after_the_hour(match, number)
    return time(*divmod(minutes, 60)) if 0 <= minutes < 24 * 60 else None


def _after_the_hour(match: re.Match[str], number: int) -> int:
    """The minutes beside an hour; they are less than none in "11 pa një çerek"."""
    said = {name: match[f"{name}{number}"] for name in ("m", "and", "half", "quarter", "less_quarter", "less")}
    if said["less"]:
        return -number_of(said["less"])
    words = {"half": 30, "quarter": 15, "less_quarter": -15}
    return next((minutes for name, minutes in words.items() if said[name]), int(said["m"] or said["and"] or 0))
