"""A day and an hour that somebody typed: read, and said whether we may be sure of it."""

from dataclasses import dataclass
from datetime import date, time

from handlers.ports import Scribe
from locales.texts import Texts
from participation.clock import SuchDay, local, next_such_day, wall
from participation.consultations.notice import Doubt, ReadMoment
from participation.meetings.model import Venue

LIKELY_YEARS = range(2000, 2101)


@dataclass(frozen=True)
class When:
    """A day, an hour, or both; `sure` unless the year was left out or the weekday is that of another day.

    `until` is the hour of the end, where one was said.
    """

    day: date | None = None
    hour: time | None = None
    sure: bool = True
    until: time | None = None

    def packed(self) -> str:
        """As a button carries it: `2023-07-25T11:00/12:30`."""
        day = self.day.isoformat() if self.day else ""
        end = f"/{self.until:%H:%M}" if self.until else ""
        return f"{day}T{self.hour:%H:%M}{end}" if self.hour else day

    def shown(self, texts: Texts) -> str:
        """In full, with its weekday: `e martë, 25 korrik 2023, ora 11:00–12:30`."""
        match self:
            case When(day=date() as day, hour=time() as hour, until=until):
                return texts.stretch(wall(day, hour), wall(day, until) if until else None)
            case When(day=date() as day):
                return texts.day(day)
            case When(hour=time() as hour, until=until):
                return texts.t("at {hour}", hour=texts.hours(hour, until))
            case _:
                return ""


def read_when(
    words: str, *, scribe: Scribe, today: date, day_known: bool = False, such_day: SuchDay = next_such_day
) -> When | Doubt | None:
    """The day and hour in somebody's words, None if there are none, or why that day cannot be.

    A day without its year is the next such day, or the last one where what is asked about has happened.
    """
    read = scribe.read_moment(words, today, day_known=day_known, such_day=such_day)
    return When(read.day, read.hour, read.sure, read.until) if isinstance(read, ReadMoment) else read


def unpacked(value: str) -> When | None:
    """What a button carried, or None for one that was forged."""
    day, _, hours = value.partition("T")
    hour, _, until = hours.partition("/")
    try:
        when = When(date.fromisoformat(day) if day else None, _hour(hour), until=_hour(until))
    except ValueError:
        return None
    return None if when.day is not None and when.day.year not in LIKELY_YEARS else when


def _hour(value: str) -> time | None:
    return time.fromisoformat(value) if value else None


def with_time(venue: Venue, when: When) -> Venue:
    """The venue at another day or hour; the hour of the end that stood there goes with that of the beginning."""
    starts, ends = local(venue.starts_at), local(venue.ends_at) if venue.ends_at else None
    day = when.day or starts.date()
    until = when.until if when.hour else ends.time() if ends else None
    return Venue(wall(day, when.hour or starts.time()), venue.place, wall(day, until) if until else None)
