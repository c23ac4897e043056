"""A day and an hour that somebody typed: read, and said whether we may be sure of it."""

from dataclasses import dataclass
from datetime import date, time

from handlers.ports import Scribe
from locales.texts import Texts
from participation.clock import wall
from participation.consultations.notice import Doubt, ReadMoment

LIKELY_YEARS = range(2000, 2101)


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


def read_when(words: str, *, scribe: Scribe, today: date, day_known: bool = False) -> When | Doubt | None:
    """The day and hour in somebody's words, None if there are none, or why that day cannot be."""
    read = scribe.read_moment(words, today, day_known=day_known)
    return When(read.day, read.hour, read.sure) if isinstance(read, ReadMoment) else read


def unpacked(value: str) -> When | None:
    """What a button carried, or None for one that was forged."""
    day, _, hour = value.partition("T")
    try:
        when = When(date.fromisoformat(day) if day else None, time.fromisoformat(hour) if hour else None)
    except ValueError:
        return None
    return None if when.day is not None and when.day.year not in LIKELY_YEARS else when
