"""Within what time a report is to be read and answered, by its category, and when it is late (R46).

No law says how fast: the limits are rows that an institution edits. Hours are of the clock, days are working days.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from participation.calendar.working_days import WorkingCalendar
from participation.clock import day_ends, local_day
from participation.reports.life import State
from participation.words import fold

HOUR: Final = timedelta(hours=1)
INSTANT: Final = timedelta(microseconds=1)


class Measure(StrEnum):
    """In what a limit counts."""

    HOURS = "h"
    WORKING_DAYS = "d"


WRITTEN: Final = re.compile(r"([1-9][0-9]{0,2})([hd])")
TYPED: Final = re.compile(
    r"0*([1-9][0-9]{0,2}) ?(?:(h|o|ore|oresh|hours?)|(?:d|dite|ditesh|days?)|(?:dite pune|working days?))"
)
"""As people write it, folded: 4 orë, 2 ditë pune, 10 d, 1 working day."""
LONGEST_DAY: Final = 24
"""Hours for which a working day counts beside a limit in hours; one with a holiday behind it lasts longer."""


@dataclass(frozen=True)
class Limit:
    """So much time."""

    count: int
    measure: Measure = Measure.WORKING_DAYS

    @classmethod
    def read(cls, said: str) -> "Limit":
        """The limit as rows say it: 4h, 10d.

        Raises ValueError for anything else.
        """
        found = WRITTEN.fullmatch(said)
        if found is None:
            raise ValueError(said)
        return cls(int(found[1]), Measure(found[2]))

    @classmethod
    def typed(cls, words: str) -> "Limit | None":
        """The limit that somebody wrote, if it is one; days are working days, however they are called."""
        found = TYPED.fullmatch(" ".join(fold(words).strip(" .!,").split()))
        if found is None:
            return None
        return cls(int(found[1]), Measure.HOURS if found[2] else Measure.WORKING_DAYS)

    def __str__(self) -> str:
        """As rows say it."""
        return f"{self.count}{self.measure.value}"

    def is_within(self, longer: "Limit") -> bool:
        """Whether it is never over later than the other that begins with it: no days are within hours, for days off."""
        if self.measure is longer.measure:
            return self.count <= longer.count
        return self.measure is Measure.HOURS and self.count <= longer.count * LONGEST_DAY

    def end(self, since: datetime, calendar: WorkingCalendar) -> datetime:
        """When it is over; a limit in hours ends at a full one, so that nobody learns when it began."""
        if self.measure is Measure.HOURS:
            return _next_full_hour(since) + self.count * HOUR
        return day_ends(calendar.after(local_day(since), self.count))


def _next_full_hour(moment: datetime) -> datetime:
    full = moment.replace(minute=0, second=0, microsecond=0)
    return full if full == moment else full + HOUR


@dataclass(frozen=True)
class Limits:
    """The time for a report to be read, and to be answered."""

    read: Limit = Limit(2)
    answer: Limit = Limit(10)

    def due(self, since: datetime, calendar: WorkingCalendar) -> "Due":
        """By when, for one that came at a moment."""
        return Due(self.read.end(since, calendar), last_day(self.answer.end(since, calendar)), again=self.read)


USUAL: Final = Limits()
"""Where a category has none of its own."""


OWED: Final = frozenset({State.SEEN, State.IN_HAND})
"""Read, and not answered: what was passed on, acted on or closed is."""


@dataclass(frozen=True)
class Due:
    """By when a report is to be read and answered, and how often others were told that nobody had read it.

    Once it is read there is no moment any more, only a day. Those who are told of it have `again` as long, whatever
    becomes of its category.
    """

    read_by: datetime | None = None
    answer_by: date | None = None
    raised: int = 0
    again: Limit | None = None

    def day(self, state: State) -> date | None:
        """The last day for what is to be done next, if that was said."""
        if state is State.DELIVERED:
            return None if self.read_by is None else last_day(self.read_by)
        return self.answer_by if state in OWED else None


NOT_DUE: Final = Due()
"""Nothing was said of a time."""


def last_day(end: datetime) -> date:
    """The day on which a time ends that is over at this moment."""
    return local_day(end - INSTANT)


def is_late(state: State, due: Due, now: datetime) -> bool:
    """Whether it should have been read by now, or answered."""
    if state is State.DELIVERED:
        return due.read_by is not None and due.read_by <= now
    day = due.day(state)
    return day is not None and day < local_day(now)
