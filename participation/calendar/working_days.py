"""Working days (ditë pune) and the deadlines the law counts in them.

Law 146/2014, art. 15: 20 working days for comments, up to 40 for complex acts; a meeting is announced at least
20 working days before. Holidays come in as data; the government adds single days off by decision.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from participation.ids import DayOffId

SATURDAY = 5
OPENS = time(7)
CLOSES = time(20)
"""Between these hours of a working day officers are written to of their own accord; at night only in an emergency."""
COMMENT_DAYS = 20
LONGEST_COMMENT_DAYS = 40
"""For complex acts; some municipalities write only "40 days"; counted as working days they are more."""


@dataclass(frozen=True)
class DayOff:
    """A day that a decision made free, or, where it is `worked`, one that is worked in its stead.

    It is an institution's `own`, or holds for more of them.
    """

    id: DayOffId
    day: date
    name: str
    worked: bool = False
    own: bool = False


@dataclass(frozen=True)
class WorkingCalendar:
    """Which days count: not weekends, not holidays, not extra days off, but days worked in their stead do.

    Where the `notice_day_counts`, the time of a notice runs from its own day; as a rule it runs from the next.
    """

    holidays: Mapping[date, str] = field(default_factory=dict)
    extra_off: Mapping[date, str] = field(default_factory=dict)
    worked: frozenset[date] = frozenset()
    notice_day_counts: bool = False

    def is_working(self, day: date) -> bool:
        """Whether offices work on this day."""
        if day in self.worked:
            return True
        return day.weekday() < SATURDAY and day not in self.holidays and day not in self.extra_off

    def next_working(self, day: date) -> date:
        """This day, or the first working day after it."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def after(self, day: date, count: int) -> date:
        """The day that is so many working days after this one; the day itself is not counted."""
        for _ in range(count):
            day = self.next_working(day + timedelta(days=1))
        return day

    def before(self, day: date, count: int) -> date:
        """The day that is so many working days before this one."""
        for _ in range(count):
            day -= timedelta(days=1)
            while not self.is_working(day):
                day -= timedelta(days=1)
        return day

    def between(self, start: date, end: date) -> int:
        """How many working days lie after `start`, up to and with `end`; none if it is past."""
        days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
        return sum(self.is_working(day) for day in days)


def comment_deadline(notice: date, calendar: WorkingCalendar, days: int = COMMENT_DAYS) -> date:
    """The last day for comments on a notice of that day (art. 15; as a rule the day of the notice is not counted)."""
    first = calendar.notice_day_counts and calendar.is_working(notice)
    return calendar.after(notice, max(days - first, 0))


def comment_days(notice: date, deadline: date, calendar: WorkingCalendar) -> int:
    """How many working days a notice of that day gives until a deadline, counted in the same way."""
    first = calendar.notice_day_counts and calendar.is_working(notice) and notice <= deadline
    return calendar.between(notice, deadline) + first
