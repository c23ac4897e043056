"""A day and an hour as somebody types them on a phone: "e martë 25.07.2023 ora 11", "26 qershor", "10:30-12:30"."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from documents.reading.dates import WEEKDAY_STEMS, Mention, find_dates, weekday_of
from documents.reading.doubts import wrong_weekday
from documents.reading.hours import Hour, find_hours
from documents.reading.text import Sheet
from participation.clock import SuchDay, next_such_day
from participation.consultations.notice import Doubt, DoubtKind, ReadMoment

_AS_WRITTEN = (
    (r"\b(?:ora\s)?(?:12\s(?:e\s|t[eë]\s)?)?(?:mesdit\w*|noon\b)", "ora 12:00"),
    (
        r"(?<![\d:.,/\-])(?=\d{1,2}\s?(?:h\b|fiks\b|(?:e\s)?gjysm|e\s(?:15|30|45)\s*$"
        r"|[et][eë]?\s(?:m[eë]ngjes|mbr[eë]mj|drek)))",
        "ora ",
    ),
)
"""What is typed on a phone, and how a notice would write it."""
_RELATIVE = (
    (re.compile(r"\bpasneser(?:m\w{1,3})?\b|\bday after tomorrow\b"), 2),
    (re.compile(r"\bpardje(?:shm\w{1,3})?\b|\bday before yesterday\b"), -2),
    (re.compile(r"\bneser(?:m\w{1,3})?\b|\btomorrow\b"), 1),
    (re.compile(r"\bdje(?:shm\w{1,3})?\b|\byesterday\b"), -1),
    (re.compile(r"\bsot(?:m\w{1,3})?\b|\btoday\b"), 0),
)
"""Days that depend on when it is typed: "nesër", "ditën e nesërme"; "pardje" and what holds another are asked first."""
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAY_STEMS)})")
_LIKE_A_DATE = re.compile(
    r"\d\s?([./-])\s?\d{1,2}\s?\1|\d\s?-?\s?(?:jan|shk|mar|pri|maj|qer|kor|gus|sht|tet|nen|dhj)"
    r"|\b(?:(?:pas)?neser|(?:par)?dje(?:shm|\b)|sot(?:m|\b))"
)
_AT = re.compile(r"(?:\b(?:ne|nga|prej|at|from)\s|(?=\d{1,2}\s?-\s?\d{1,2}\b))(?P<hour>\d{1,2}\b[^\n]{0,20}?)[\s.]*$")
_ALONE = re.compile(r"\s*(?:(?:ne|nga|prej|rreth|at|from)\s)?(?P<hour>\d{1,2}\b[^\n]{0,20}?)[\s.]*")
LONGEST = 200
_Such = Callable[[tuple[int, int]], date | None]


def read_moment(
    text: str, today: date, *, day_known: bool = False, such_day: SuchDay = next_such_day
) -> ReadMoment | Doubt | None:
    """The day and the hour in a short text, None if there are none, or why the day in it cannot be.

    A day without a year is the one that `such_day` finds; of a day that cannot be read not even the hour is taken.
    Where the day is known already, a bare number is an hour.
    """

    def such(month_day: tuple[int, int]) -> date | None:
        return such_day(month_day, today)

    sheet = Sheet(_as_written(text[:LONGEST]))
    mentions = find_dates(sheet)
    if doubt := next(filter(None, (_doubt(mention, sheet, such) for mention in mentions)), None):
        return doubt
    after_day = max((mention.end for mention in mentions), default=0)
    hours = find_hours(sheet, apart_from=mentions) or _whole_hour(_AT.search(sheet.folded, after_day))
    hour = hours[0] if len(hours) == 1 else None
    day = _day(mentions[0], such) if len(mentions) == 1 else _relative(sheet, today) if not mentions else None
    if day is not None:
        return _moment(day, hour, sure=any(mention.year for mention in mentions) and _agrees(sheet, day))
    if hour is None and day_known:
        hour = next(iter(_whole_hour(_ALONE.fullmatch(sheet.folded))), None)
    return None if hour is None or _names_a_day(sheet) else _moment(None, hour)


def _moment(day: date | None, hour: Hour | None, *, sure: bool = True) -> ReadMoment | None:
    """The day with its hours; an hour that ends before it begins is none, and then nothing is taken."""
    if hour is None:
        return ReadMoment(day, sure=sure)
    ends_first = hour.ends is not None and hour.ends <= hour.begins
    return None if ends_first else ReadMoment(day, hour.begins, sure, hour.ends)


def _as_written(text: str) -> str:
    for typed, written in _AS_WRITTEN:
        text = re.sub(typed, written, text, flags=re.IGNORECASE)
    return text


def _doubt(mention: Mention, sheet: Sheet, such: _Such) -> Doubt | None:
    """Why there is no such day, or not on such a weekday."""
    words, day = sheet.words(mention).strip(" ,"), _day(mention, such)
    if day is None:
        return Doubt(DoubtKind.IMPOSSIBLE_DATE, words)
    if mention.weekday is not None and mention.weekday != day.weekday():
        return wrong_weekday(mention.weekday, day, words)
    return None


def _day(mention: Mention, such: _Such) -> date | None:
    return mention.day or (such(mention.month_day) if mention.month_day else None)


def _whole_hour(match: re.Match[str] | None) -> tuple[Hour, ...]:
    """The hour that a number is with all that follows it: "9", "9.20", "5 pasdite", "10-12"."""
    asked = Sheet(f"ora {match['hour']}" if match else "")
    return tuple(hour for hour in find_hours(asked, apart_from=()) if hour.end == len(asked.text))


def _relative(sheet: Sheet, today: date) -> date | None:
    return next((today + timedelta(days=days) for word, days in _RELATIVE if word.search(sheet.folded)), None)


def _names_a_day(sheet: Sheet) -> bool:
    return any(pattern.search(sheet.folded) for pattern in (_WEEKDAY, _LIKE_A_DATE))


def _agrees(sheet: Sheet, day: date) -> bool:
    """Whether the weekday that stands somewhere in the text, if one does, is the weekday of the day."""
    named = _WEEKDAY.search(sheet.folded)
    return named is None or weekday_of(named[0]) == day.weekday()
