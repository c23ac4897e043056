"""The year of a day that is written without one, where a heading or another date plainly gives it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from documents.reading.dates import Mention, years_of_headings
from documents.reading.roles import Role
from documents.reading.text import Sheet

_TITLE_YEAR = re.compile(
    r"\b(?:kalendar|grafik|orar|njoftim|degj(?:es|im)|thirrj|seanc"
    r"|takim|forum|bised|vjesht|pranver|dim[eë]r)\w*(?:\s\w+){0,4}?\s(?:per\s)?(?:vitin?\s)?(?P<year>20\d\d)\b(?!\s?-)"
)
_WEEK_YEAR = re.compile(r"\b(?:agjend|axhend|jav(?:a|e|es)\b)\w*[^\n]{0,40}?\b(?P<year>20\d\d)\b")
_ABOUT_MONEY = re.compile(r"buxhet|pba|plani|paket|program|projekt|strategji|tarif")
_HEADER = 400
_TIE_BREAKERS = {Role.MEETING: 0, Role.PUBLISHED: 1, Role.DEADLINE: 2, Role.REPLACED: 3}


@dataclass(frozen=True)
class When:
    """A day as far as it is known: whole, or month and day only, or not at all."""

    day: date | None
    month_day: tuple[int, int] | None

    @property
    def is_said(self) -> bool:
        """Whether anything of it is known."""
        return self.day is not None or self.month_day is not None


class Years:
    """Completes the dates of one notice."""

    def __init__(self, sheet: Sheet, dates: Sequence[Mention], roles: Sequence[Role]) -> None:
        self._stated = [
            (mention, role)
            for mention, role in zip(dates, roles, strict=True)
            if role in _TIE_BREAKERS and mention.day is not None
        ]
        self._headings = years_of_headings(sheet) or _title_years(sheet)

    def when(self, mention: Mention) -> When:
        """The day of a mention, with the year of its notice where it has none of its own."""
        if mention.month_day is None:
            return When(day=None, month_day=None)
        year = mention.year or self._year(mention)
        day = _calendar_day(year, mention.month_day) if year else None
        return When(day=day, month_day=None if day else mention.month_day)

    def _year(self, mention: Mention) -> int | None:
        if mention.month_day is None:
            return None
        if self._stated:
            nearest = min(
                self._stated, key=lambda stated: (_TIE_BREAKERS[stated[1]], abs(stated[0].start - mention.start))
            )
            return _near_year(nearest[0].day, mention.month_day)
        return self._headings[0] if self._headings else None


def _near_year(known: date | None, month_day: tuple[int, int]) -> int | None:
    """January after a date in November belongs to the next year; all else to the same one."""
    if known is None:
        return None
    return known.year + 1 if known.month >= 11 and month_day[0] <= 2 else known.year


def _calendar_day(year: int, month_day: tuple[int, int]) -> date | None:
    try:
        return date(year, *month_day)
    except ValueError:
        return None


def _title_years(sheet: Sheet) -> tuple[int, ...]:
    found = (
        match
        for pattern in (_TITLE_YEAR, _WEEK_YEAR)
        for match in pattern.finditer(sheet.folded, 0, _HEADER)
        if not _ABOUT_MONEY.search(sheet.folded, max(0, match.start() - 30), match.end())
    )
    return tuple(int(match["year"]) for match in found)
