"""When and where the story plays, taken from the notice it tells of."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from mimetypes import guess_type
from pathlib import Path

from bot.demo.words import ANY, OF_PERMET, Words
from bot.setup import FirstInstitution
from documents.reading.notice import read_notice
from participation.calendar.working_days import COMMENT_DAYS, WorkingCalendar
from participation.clock import next_such_day, wall
from participation.consultations.notice import DayCount, NoticeReading, ReadMeeting
from participation.consultations.proofs import counted
from storage.holidays import PublicHolidays
from storage.seed import lines_of

EXAMPLE = Path(__file__).parent / "permet.txt"
BEFORE_MEETING = timedelta(days=35)
BEFORE_DEADLINE = timedelta(days=30)
AFTER_MEETING = timedelta(days=24)
SOONEST, LATEST = timedelta(days=20), timedelta(days=60)
"""A notice is published on its own day, if that leaves so long until something happens."""
LONG_AGO = date(2023, 6, 20)
MORNING = time(9)
USUAL_HOUR = time(11)
"""When a meeting is, if the notice does not say."""


@dataclass(frozen=True)
class NoticeFile:
    """A notice that comes as a file."""

    name: str
    content: bytes

    @property
    def mime(self) -> str:
        """The kind that a phone would say it is."""
        return guess_type(self.name)[0] or "application/octet-stream"


@dataclass(frozen=True)
class Plot:
    """The notice, the day on which it is published, and who publishes it."""

    notice: str | NoticeFile
    """What the coordinator pastes, or sends."""
    begins: datetime
    institution: FirstInstitution
    meeting: datetime | None
    """The first meeting, on the day and at the hour the coordinator gives where the notice has none."""
    closes: date
    """The last day for comments."""
    calendar: WorkingCalendar
    words: Words = ANY

    @property
    def place(self) -> str:
        """The municipality in which people live."""
        return self.institution.municipality or "Përmet"


def plot_of(notice: str, words: Words = ANY, *, sent_as: NoticeFile | None = None) -> Plot:
    """The story of a notice: it begins well before its first meeting or its deadline."""
    reading = read_notice(notice)
    calendar = calendar_of_all()
    known = reading.published_on or LONG_AGO
    meetings = sorted(moment for meeting in reading.meetings if (moment := moment_of(meeting, known)))
    closes = closing_day(reading, known, calendar)
    begins = beginning(reading, [day for day, _ in meetings], closes, calendar)
    if reading.meetings and not meetings:
        meetings = [(calendar.next_working(begins + BEFORE_MEETING), USUAL_HOUR)]
    if closes is None and meetings and not reading.deadline_days:
        closes = calendar.next_working(meetings[-1][0] + AFTER_MEETING)
    return Plot(
        notice=sent_as or notice,
        begins=wall(begins, MORNING),
        institution=institution_of(reading),
        meeting=wall(*meetings[0]) if meetings else None,
        closes=closes or counted(reading.deadline_days or DayCount(COMMENT_DAYS), begins, calendar),
        calendar=calendar,
        words=words,
    )


def plot_of_permet() -> Plot:
    """The story of Përmet's own notice, with the words that people there say about it."""
    return plot_of(EXAMPLE.read_text(encoding="utf-8"), OF_PERMET)


def moment_of(meeting: ReadMeeting, known: date) -> tuple[date, time] | None:
    """Day and hour of a meeting; a day without a year is the next such day, as the bot will offer it."""
    day = meeting.day or (next_such_day(meeting.month_day, known) if meeting.month_day else None)
    return (day, meeting.start or USUAL_HOUR) if day else None


def closing_day(reading: NoticeReading, known: date, calendar: WorkingCalendar) -> date | None:
    """The last day for comments, if the notice says it; a count of days begins with the notice, if that has a day."""
    if reading.deadline is None and reading.deadline_month_day is not None:
        return next_such_day(reading.deadline_month_day, known)
    if reading.deadline is None and reading.deadline_days is not None and reading.published_on is not None:
        return counted(reading.deadline_days, reading.published_on, calendar)
    return reading.deadline


def beginning(reading: NoticeReading, meetings: list[date], closes: date | None, calendar: WorkingCalendar) -> date:
    """The notice's own day, unless that is too near to what it announces or too far from it; always a working day."""
    ahead = [*(day - BEFORE_MEETING for day in meetings[:1]), *([closes - BEFORE_DEADLINE] if closes else [])]
    own = reading.published_on
    first = min([*meetings, *([closes] if closes else [])], default=None)
    fits = own is not None and (first is None or SOONEST <= first - own <= LATEST)
    day = own if own is not None and fits else min(ahead, default=own or LONG_AGO)
    return last_working(day, calendar)


def last_working(day: date, calendar: WorkingCalendar) -> date:
    """This day, or the last working day before it."""
    return day if calendar.is_working(day) else calendar.before(day, 1)


def calendar_of_all() -> WorkingCalendar:
    """The working days of the whole country."""
    off = {date.fromisoformat(line["day"]): line["name"] for line in lines_of("days_off") if not line["municipality"]}
    return WorkingCalendar(holidays=PublicHolidays(), extra_off=off)


def institution_of(reading: NoticeReading) -> FirstInstitution:
    """Who publishes: the issuer of the notice, in its own municipality if that is one of ours."""
    name = reading.institution or "Bashkia Përmet"
    place = name.removeprefix("Bashkia ").strip()
    place = place if place in {line["name"] for line in lines_of("municipalities")} else "Përmet"
    letters = "".join(c for c in place.upper() if c.isascii() and c.isalpha())[:2] or "BA"
    return FirstInstitution(
        name=name,
        municipality=place,
        prefix=letters,
        email="konsultime@bashkia.example",
        office_hours="08:00–16:00",
        register_url="https://register.example/konsultime/109",
    )
