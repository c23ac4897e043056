"""A day and an hour as somebody types them on a phone: "e martë 25.07.2023 ora 11", "26 qershor", "10:30"."""

import re
from datetime import date, timedelta

from documents.reading.dates import WEEKDAY_STEMS, Mention, find_dates, weekday_of
from documents.reading.hours import find_hours
from documents.reading.text import Sheet
from participation.clock import next_such_day
from participation.consultations.notice import ReadMoment

ENGLISH_MONTHS = {
    "january": "janar", "february": "shkurt", "march": "mars", "april": "prill", "may": "maj", "june": "qershor",
    "july": "korrik", "august": "gusht", "september": "shtator", "october": "tetor", "november": "nëntor",
    "december": "dhjetor",
}  # fmt: skip
_ENGLISH = re.compile(rf"\b({'|'.join(ENGLISH_MONTHS)})\b", re.IGNORECASE)
_RELATIVE = (
    (re.compile(r"\b(neser|tomorrow)\b"), 1),
    (re.compile(r"\b(pasneser)\b"), 2),
    (re.compile(r"\b(sot|today)\b"), 0),
)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAY_STEMS)})")
_LIKE_A_DATE = re.compile(
    r"\d\s?([./-])\s?\d{1,2}\s?\1|\d\s?-?\s?(?:jan|shk|mar|pri|maj|qer|kor|gus|sht|tet|nen|dhj)|\b(?:pas)?neser"
)
LONGEST = 200


def read_moment(text: str, today: date) -> ReadMoment | None:
    """The day and the hour in a short text, or None if there are none, or a day that contradicts itself.

    A day without a year is the next one that comes; of a day that cannot be read not even the hour is taken.
    """
    sheet = Sheet(_ENGLISH.sub(lambda found: ENGLISH_MONTHS[found[1].lower()], text[:LONGEST]))
    mentions = find_dates(sheet)
    hours = find_hours(sheet, apart_from=mentions)
    hour = hours[0].begins if len(hours) == 1 else None
    day = _day(mentions[0], today) if len(mentions) == 1 else _relative(sheet, today) if not mentions else None
    if day is not None:
        return ReadMoment(day, hour, sure=any(mention.year for mention in mentions) and _agrees(sheet, day))
    return None if hour is None or _names_a_day(sheet) else ReadMoment(hour=hour)


def _day(mention: Mention, today: date) -> date | None:
    day = mention.day or (next_such_day(mention.month_day, today) if mention.month_day else None)
    if day is not None and mention.weekday is not None and mention.weekday != day.weekday():
        return None
    return day


def _relative(sheet: Sheet, today: date) -> date | None:
    return next((today + timedelta(days=days) for word, days in _RELATIVE if word.search(sheet.folded)), None)


def _names_a_day(sheet: Sheet) -> bool:
    return any(pattern.search(sheet.folded) for pattern in (_WEEKDAY, _LIKE_A_DATE))


def _agrees(sheet: Sheet, day: date) -> bool:
    """Whether the weekday that stands somewhere in the text, if one does, is the weekday of the day."""
    named = _WEEKDAY.search(sheet.folded)
    return named is None or weekday_of(named[0]) == day.weekday()
