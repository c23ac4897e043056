"""The legal clock (afati ligjor): how much time is left for comments, and how far the law lets it be extended."""

from dataclasses import dataclass
from datetime import date

from participation.calendar.working_days import (
    COMMENT_DAYS,
    LONGEST_COMMENT_DAYS,
    WorkingCalendar,
    comment_days,
    comment_deadline,
)


@dataclass(frozen=True)
class LegalClock:
    """The working days from the notice to the last day for comments, and how many of them are `left` after today.

    `shortest` and `longest` are the days on which the law's 20 and 40 working days end (Law 146/2014, art. 15).
    """

    since: date
    until: date
    days: int
    left: int
    shortest: date
    longest: date

    @property
    def is_short(self) -> bool:
        """Whether it ends before the law lets it."""
        return self.until < self.shortest


def legal_clock(since: date, until: date, calendar: WorkingCalendar, today: date) -> LegalClock:
    """The clock of a notice of one day with a deadline on another, as it stands today."""
    return LegalClock(
        since=since,
        until=until,
        days=comment_days(since, until, calendar),
        left=calendar.between(max(today, since), until),
        shortest=comment_deadline(since, calendar, COMMENT_DAYS),
        longest=comment_deadline(since, calendar, LONGEST_COMMENT_DAYS),
    )


def owed_days(since: date, until: date, calendar: WorkingCalendar, *, counted: int | None) -> int:
    """How many working days were promised with a deadline.

    All of them where it was counted; of a day that was chosen only as many as the law owes, so that a day off that
    is added later moves it no more than the law wants.
    """
    return counted if counted is not None else min(COMMENT_DAYS, comment_days(since, until, calendar))
