"""A day that somebody typed, where a day and nothing else is asked for."""

from dataclasses import dataclass
from datetime import date

from handlers.turns import Talk
from handlers.views.correcting import NO_DAY, not_a_moment
from handlers.when import When, read_when
from participation.clock import local_day


@dataclass(frozen=True)
class TypedDay:
    """The day in somebody's words; one that is not `sure` may be misread, and is shown to be confirmed."""

    day: date
    sure: bool


def day_in(words: str, talk: Talk, unread: str = NO_DAY) -> TypedDay | str:
    """The day in somebody's words, or what to say where there is none."""
    when = read_when(words, scribe=talk.house.scribe, today=local_day(talk.now))
    if isinstance(when, When) and when.day is not None:
        return TypedDay(when.day, when.sure)
    return not_a_moment(talk, None if isinstance(when, When) else when, unread)
