"""When people are reminded: a row for each kind, and how a moment finds its place in somebody's day.

A reminder counts until the next one of its kind: after a pause of the service only the latest still helps.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from participation.calendar.working_days import WorkingCalendar
from participation.clock import day_ends, local, local_day, wall
from participation.people.model import DAY, QuietHours

MORNING = time(10)


@dataclass(frozen=True)
class MeetingLead:
    """So long before a meeting; whole days are counted on the wall clock."""

    code: str
    days: int = 0
    hours: int = 0

    def moment(self, starts_at: datetime) -> datetime:
        """When it falls due."""
        here = local(starts_at)
        return wall(here.date() - timedelta(days=self.days), here.time()) - timedelta(hours=self.hours)


@dataclass(frozen=True)
class DeadlineLead:
    """So many working days before the comments close, in the morning."""

    code: str
    working_days: int

    def moment(self, deadline: date, calendar: WorkingCalendar) -> datetime:
        """When it falls due."""
        return wall(calendar.before(deadline, self.working_days), MORNING)


MEETING_LEADS = (MeetingLead("3d", days=3), MeetingLead("1d", days=1), MeetingLead("2h", hours=2))
DEADLINE_LEADS = (DeadlineLead("10w", 10), DeadlineLead("3w", 3), DeadlineLead("1w", 1))
AHEAD = timedelta(hours=24)
SOON_AGAIN = timedelta(hours=4)
"""A reminder that comes late and is followed by the next one so soon is one too many."""
FARTHEST_MEETING = max(timedelta(days=lead.days, hours=lead.hours) for lead in MEETING_LEADS) + AHEAD
FARTHEST_DEADLINE = max(timedelta(days=6 * lead.working_days) for lead in DEADLINE_LEADS)
"""Far enough for the first of the leads, also where holidays lie between."""


@dataclass(frozen=True)
class Due:
    """A reminder's moment and the moment from which it would be stale: then the next one comes, if there is one."""

    code: str
    moment: datetime
    until: datetime
    is_last: bool = True

    def is_near(self, now: datetime) -> bool:
        """Whether it may be queued: not too early, not stale."""
        return self.moment - AHEAD <= now < self.until

    def asked_by(self, now: datetime) -> date:
        """The last day on which one may have asked for it: after its moment, the day before.

        The hour at which somebody asked is not kept. Whoever asked on the very day, in time, was queued in time.
        """
        return local_day(now) if now < self.moment else local_day(self.moment) - DAY


def meeting_dues(starts_at: datetime) -> Iterator[Due]:
    """All reminders of a meeting, each until the next."""
    moments = [lead.moment(starts_at) for lead in MEETING_LEADS]
    for lead, moment, until in zip(MEETING_LEADS, moments, [*moments[1:], starts_at], strict=True):
        yield Due(lead.code, moment, until, is_last=until == starts_at)


def deadline_dues(deadline: date, calendar: WorkingCalendar) -> Iterator[Due]:
    """All reminders of a deadline, each until the next."""
    moments = [lead.moment(deadline, calendar) for lead in DEADLINE_LEADS]
    for lead, moment, until in zip(DEADLINE_LEADS, moments, [*moments[1:], day_ends(deadline)], strict=True):
        yield Due(lead.code, moment, until, is_last=lead is DEADLINE_LEADS[-1])


def reminds_of_meeting(starts_at: datetime, quiet: QuietHours, now: datetime) -> bool:
    """Whether a reminder of it still comes to somebody who asks now and keeps these quiet hours."""
    ahead = (due for due in meeting_dues(starts_at) if now < due.moment)
    return any(in_waking_hours(due, quiet, now) is not None for due in ahead)


def in_waking_hours(due: Due, quiet: QuietHours, now: datetime) -> datetime | None:
    """The due moment, or the end of the quiet it falls into; if that is too late, the evening before.

    A moment that was missed is made up for as soon as the phone may ring; None if that helps nobody any more, or if
    the next one comes soon enough.
    """
    later = quiet.next_open(max(due.moment, now))
    if later < due.until:
        soon_again = not due.is_last and later > due.moment and due.until - later < SOON_AGAIN
        return None if soon_again else later
    earlier = quiet.last_open(due.moment)
    return earlier if earlier > now else None
