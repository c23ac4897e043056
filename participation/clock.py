"""Time as it is asked for and as it is shown.

Everything inside is aware and UTC; people read the wall clock of Tirana; legal deadlines are local dates.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

TIRANE = ZoneInfo("Europe/Tirane")
FARTHEST = timedelta(days=3653)
REACHES_BACK = timedelta(hours=24)
"""So long Telegram keeps for us what was written (Bot API, getUpdates); what is older waited for somebody else."""
YEARS_AHEAD = 8
"""A 29 February may be so far away."""
SuchDay = Callable[[tuple[int, int], date], date | None]
"""Which day is meant by one without its year, as of today: `next_such_day` or `last_such_day`."""


class Clock(Protocol):
    """Whoever needs the time asks one of these."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait for so many seconds of this clock."""
        ...


class HandClock:
    """A clock that stands still until a hand moves it; whoever sleeps on it is that hand."""

    def __init__(self, moment: datetime) -> None:
        self._now = moment.astimezone(UTC)

    def now(self) -> datetime:
        """The moment at which the hands stand."""
        return self._now

    async def sleep(self, seconds: float) -> None:
        """Move the hands instead of waiting, and let the others run."""
        self.move(timedelta(seconds=max(seconds, 0)))
        await asyncio.sleep(0)

    def move(self, by: timedelta) -> None:
        """Move the hands forward by so much."""
        self._now += by

    def set(self, moment: datetime) -> None:
        """Put the hands to a moment; never backwards."""
        self._now = max(self._now, moment.astimezone(UTC))


def local(moment: datetime) -> datetime:
    """The same moment as the wall clocks of Albania show it."""
    return moment.astimezone(TIRANE)


def local_day(moment: datetime) -> date:
    """The day that a moment belongs to in Albania."""
    return local(moment).date()


def wall(day: date, hour: time) -> datetime:
    """The moment at which Albania's wall clocks show this day and hour, in UTC.

    An hour that exists twice (autumn) is the first of the two; one that spring skips is the hour after it.
    """
    return datetime.combine(day, hour, TIRANE).replace(fold=0).astimezone(UTC)


def believed(moment: datetime | None, now: datetime) -> datetime:
    """When something was said: as the messenger tells it, unless that is still to come or too long ago; else now."""
    return moment if moment is not None and now - REACHES_BACK <= moment <= now else now


def is_too_far(day: date, now: datetime) -> bool:
    """Whether a day lies so far ahead that the year must be a slip."""
    return day > local_day(now) + FARTHEST


def day_begins(day: date) -> datetime:
    """The first second of a local day, in UTC."""
    return wall(day, time(0))


def day_ends(day: date) -> datetime:
    """The moment, in UTC, at which a local day is over: a deadline lasts until then."""
    return day_begins(day + timedelta(days=1))


def next_such_day(month_day: tuple[int, int], today: date) -> date | None:
    """The first day with this month and number that is not past; None where no calendar has one."""
    return next((day for day in _such_days(month_day, today, 1) if day >= today), None)


def last_such_day(month_day: tuple[int, int], today: date) -> date | None:
    """The last day with this month and number that is not to come; None where no calendar has one."""
    return next((day for day in _such_days(month_day, today, -1) if day <= today), None)


def _such_days(month_day: tuple[int, int], today: date, step: int) -> Iterator[date]:
    for year in range(today.year, today.year + step * (YEARS_AHEAD + 1), step):
        with suppress(ValueError):
            yield date(year, *month_day)
