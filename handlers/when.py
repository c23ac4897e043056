"""A day and an hour that somebody typed: read, and said whether we may be sure of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from handlers.ports import Scribe
from locales.texts import Texts
from participation.clock import wall
from participation.words import fold

LIKELY_YEARS = range(2000, 2101)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d\d(?!\d)")
_STEMS: Final[Sequence[str]] = ("hen", "mart", "merk", "enjt", "premt", "shtun", "diel")
_WEEKDAY = re.compile(rf"\b({'|'.join(_STEMS)})")
_LIKE_A_DATE = re.compile(
    r"\d\s?([./-])\s?\d{1,2}\s?\1|\d\s?-?\s?(?:jan|shk|mar|pri|maj|qer|kor|gus|sht|tet|nen|dhj)|\b(?:pas)?neser"
)


@dataclass(frozen=True)
class When:
    """A day, an hour, or both; `sure` unless the year was left out or the weekday is that of another day."""

    day: date | None = None
    hour: time | None = None
    sure: bool = True

    def packed(self) -> str:
        """As a button carries it: `2023-07-25T11:00`."""
        day = self.day.isoformat() if self.day else ""
        return f"{day}T{self.hour:%H:%M}" if self.hour else day

    def shown(self, texts: Texts) -> str:
        """In full, with its weekday: `e martë, 25 korrik 2023, ora 11:00`."""
        match self:
            case When(day=date() as day, hour=time() as hour):
                return texts.moment(wall(day, hour))
            case When(day=date() as day):
                return texts.day(day)
            case When(hour=time() as hour):
                return texts.t("at {hour}", hour=texts.hour(hour))
            case _:
                return ""


def read_when(words: str, *, scribe: Scribe, today: date) -> When | None:
    """The day and hour in somebody's words, or None if there are none, or a day that contradicts itself."""
    day, hour = scribe.read_moment(words, today)
    if day is None and (hour is None or _names_a_day(words)):
        return None
    return When(day, hour, sure=day is None or (_YEAR.search(words) is not None and _agrees(words, day)))


def _names_a_day(words: str) -> bool:
    """Whether a day was meant that could not be read: its hour alone must not be taken for all that was said."""
    folded = fold(words)
    return _WEEKDAY.search(folded) is not None or _LIKE_A_DATE.search(folded) is not None


def _agrees(words: str, day: date) -> bool:
    """Whether the weekday that stands beside a date, if one does, is the weekday of that date."""
    named = _WEEKDAY.search(fold(words))
    return named is None or _STEMS.index(named[1]) == day.weekday()


def unpacked(value: str) -> When | None:
    """What a button carried, or None for one that was forged."""
    day, _, hour = value.partition("T")
    try:
        when = When(date.fromisoformat(day) if day else None, time.fromisoformat(hour) if hour else None)
    except ValueError:
        return None
    return None if when.day is not None and when.day.year not in LIKELY_YEARS else when
