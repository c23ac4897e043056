"""What is doubtful or missing in a plan before it is published (Law 146/2014, arts. 13 and 15).

The law wants five contents: the draft act, its reasons, the deadline, the contact, and the meeting where one is held.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from participation.calendar.working_days import COMMENT_DAYS, WorkingCalendar, comment_days
from participation.clock import local, local_day
from participation.consultations.model import MEETS, Kind, Terms
from participation.consultations.plan import Plan
from participation.meetings.model import Venue
from participation.words import fold, is_link, leads_to_no_page


class Concern(StrEnum):
    """A kind of doubt about a plan."""

    NO_TITLE = "no_title"
    NO_PURPOSE = "no_purpose"
    NO_PAPER = "no_paper"
    NO_DEADLINE = "no_deadline"
    NO_CONTACT = "no_contact"
    NO_REGISTER_LINK = "no_register_link"
    ODD_LINK = "odd_link"
    LINK_TO_NO_PAGE = "link_to_no_page"
    PAST_DEADLINE = "past_deadline"
    SHORT_DEADLINE = "short_deadline"
    LONG_DEADLINE = "long_deadline"
    MEETING_PAST = "meeting_past"
    DEADLINE_FAR = "deadline_far"
    MEETING_FAR = "meeting_far"
    DEADLINE_DAY_OFF = "deadline_day_off"
    MEETING_TOO_SOON = "meeting_too_soon"
    COUNCIL_TOO_SOON = "council_too_soon"
    MEETING_DAY_OFF = "meeting_day_off"
    MEETING_AFTER_CLOSE = "meeting_after_close"
    MEETING_AT_NIGHT = "meeting_at_night"
    NO_MEETING = "no_meeting"


FIVE_CONTENTS: Final = frozenset(
    {Concern.NO_PAPER, Concern.NO_PURPOSE, Concern.NO_DEADLINE, Concern.NO_CONTACT, Concern.NO_MEETING}
)
"""What a notice says (art. 13), as far as it is not in it."""
WANTED_BY_LAW: Final[frozenset[str]] = frozenset(
    {
        *FIVE_CONTENTS,
        Concern.SHORT_DEADLINE,
        Concern.LONG_DEADLINE,
        Concern.PAST_DEADLINE,
        Concern.MEETING_TOO_SOON,
        "meeting_no_place",
    }
)
"""Who publishes without what arts. 13, 15 and 17 ask for says why; the last one is open in a proof (`Open`)."""
FAR = timedelta(days=730)
"""What is farther ahead has rather another year than it should have."""
MORNING, NIGHT = time(7), time(21)
COUNCIL_DAYS = 5
"""The council is convened by its own rule (Law 139/2015): not less than five days before."""
_COUNCIL_MEETS = re.compile(
    r"\bmbledhj(?:a|en|es|e|ja)\b.{0,40}\bkeshilli|\bkeshilli\w*\b.{0,40}\b(?:mblidhet|mbledhj(?:a|en|e))\b"
    r"(?! ne seance (?:keshillim|konsult|degj))"
)


@dataclass(frozen=True)
class Worry:
    """A doubt, the day it is about and a number of days, where it has them."""

    concern: Concern
    day: date | None = None
    days: int | None = None


def needs_reason(despite: Iterable[str]) -> bool:
    """Whether whoever publishes in spite of these, by their names, owes a reason for it."""
    return not WANTED_BY_LAW.isdisjoint(despite)


def worries(plan: Plan, *, today: date, calendar: WorkingCalendar, at: datetime | None = None) -> tuple[Worry, ...]:
    """Everything that should make a coordinator look twice; `at` is the moment of publishing, if one was chosen."""
    return (*missing(plan), *about_deadline(plan, today, calendar), *_about_meetings(plan, today, calendar, at))


def missing(plan: Plan) -> Iterator[Worry]:
    """What the law wants of a notice, or people need, and is not in it."""
    terms = plan.terms
    table = (
        (Concern.NO_TITLE, terms.title),
        (Concern.NO_PURPOSE, terms.purpose),
        (Concern.NO_PAPER, plan.papers or terms.kind is Kind.PRIOR),
        (Concern.NO_DEADLINE, terms.deadline),
        (Concern.NO_CONTACT, terms.email or terms.phone),
        (Concern.NO_REGISTER_LINK, terms.register_url),
    )
    yield from (Worry(concern) for concern, value in table if not value)
    if terms.register_url and not is_link(terms.register_url):
        yield Worry(Concern.ODD_LINK)
    elif terms.register_url and leads_to_no_page(terms.register_url):
        yield Worry(Concern.LINK_TO_NO_PAGE)
    if terms.kind in MEETS and not plan.venues:
        yield Worry(Concern.NO_MEETING)


def about_deadline(plan: Plan, today: date, calendar: WorkingCalendar) -> Iterator[Worry]:
    """What is doubtful about the last day, for a notice that is announced today."""
    deadline = plan.terms.deadline
    if deadline is None:
        return
    start = max(plan.terms.notice_date or today, today)
    if deadline < today:
        yield Worry(Concern.PAST_DEADLINE, deadline)
    elif (days := comment_days(start, deadline, calendar)) < COMMENT_DAYS:
        yield Worry(Concern.SHORT_DEADLINE, deadline, days)
    if deadline > today + FAR:
        yield Worry(Concern.DEADLINE_FAR, deadline)
    if deadline >= today and not calendar.is_working(deadline):
        yield Worry(Concern.DEADLINE_DAY_OFF, deadline)


def _about_meetings(plan: Plan, today: date, calendar: WorkingCalendar, at: datetime | None) -> Iterator[Worry]:
    for venue in plan.venues:
        begun = at is not None and venue.starts_at <= at
        yield from about_meeting(local_day(venue.starts_at), plan.terms, today=today, calendar=calendar, begun=begun)
        yield from about_hour(venue)


def about_hour(venue: Venue) -> Iterator[Worry]:
    """A meeting in the night was hardly meant: three in the afternoon was."""
    if not MORNING <= local(venue.starts_at).time() <= NIGHT:
        yield Worry(Concern.MEETING_AT_NIGHT, local_day(venue.starts_at))


def about_meeting(
    day: date, terms: Terms, *, today: date, calendar: WorkingCalendar, begun: bool = False
) -> Iterator[Worry]:
    """What is doubtful about the day of one meeting, or about its hour when that will have come."""
    if begun or day < today:
        yield Worry(Concern.MEETING_PAST, day)
    else:
        yield from _about_day_ahead(day, terms, today, calendar)
    if terms.deadline is not None and day > terms.deadline:
        yield Worry(Concern.MEETING_AFTER_CLOSE, day)


def _about_day_ahead(day: date, terms: Terms, today: date, calendar: WorkingCalendar) -> Iterator[Worry]:
    if _COUNCIL_MEETS.search(fold(terms.title)):
        if (day - today).days < COUNCIL_DAYS:
            yield Worry(Concern.COUNCIL_TOO_SOON, day, (day - today).days)
    elif (days := calendar.between(today, day)) < COMMENT_DAYS:
        yield Worry(Concern.MEETING_TOO_SOON, day, days)
    if day > today + FAR:
        yield Worry(Concern.MEETING_FAR, day)
    if not calendar.is_working(day):
        yield Worry(Concern.MEETING_DAY_OFF, day)
