"""A day and an hour as somebody types them on a phone: "e martë 25.07.2023 ora 11", "26 qershor", "10:30"."""

import re
from datetime import date, time, timedelta

from documents.reading.dates import Mention, find_dates
from documents.reading.hours import find_hours
from documents.reading.text import Sheet
from participation.clock import next_such_day

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
LONGEST = 200


def read_moment(text: str, today: date) -> tuple[date | None, time | None]:
    """The day and the hour in a short text; what it does not say, or contradicts itself in, is None.

    A day without a year is the next one that comes; a weekday that does not fit the date makes it unread.
    """
    sheet = Sheet(_ENGLISH.sub(lambda found: ENGLISH_MONTHS[found[1].lower()], text[:LONGEST]))
    mentions = find_dates(sheet)
    hours = find_hours(sheet, apart_from=mentions)
    day = _day(mentions[0], today) if len(mentions) == 1 else _relative(sheet, today) if not mentions else None
    return day, hours[0].begins if len(hours) == 1 else None


def _day(mention: Mention, today: date) -> date | None:
    day = mention.day or (next_such_day(mention.month_day, today) if mention.month_day else None)
    if day is not None and mention.weekday is not None and mention.weekday != day.weekday():
        return None
    return day


def _relative(sheet: Sheet, today: date) -> date | None:
    return next((today + timedelta(days=days) for word, days in _RELATIVE if word.search(sheet.folded)), None)
