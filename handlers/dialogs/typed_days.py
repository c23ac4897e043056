"""A day that somebody typed, where a day and nothing else is asked for."""

from dataclasses import dataclass
from datetime import date

from handlers.turns import Talk
from handlers.views.correcting import NO_DAY, not_a_moment
from handlers.when import When, read_when
from participation.clock import SuchDay, last_such_day, local_day, next_such_day


@dataclass(frozen=True)
class TypedDay:
    """The day in somebody's words; one that is not `sure` may be misread, and is shown to be confirmed."""

    day: date
    sure: bool


def past_day_in(words: str, talk: Talk) -> TypedDay | str:
    """The day in somebody's words of something that has happened: without its year it is the last such day."""
    return day_in(words, talk, such_day=last_such_day)


def day_in(words: str, talk: Talk, unread: str = NO_DAY, *, such_day: SuchDay = next_such_day) -> TypedDay | str:
    """The day in somebody's words, or what to say where there is none; without its year it is the next such day."""
    when = read_when(words, scribe=talk.house.scribe, today=local_day(talk.now), such_day=such_day)
    if isinstance(when, When) and when.day is not None:
        return TypedDay(when.day, when.sure)
    return not_a_moment(talk, None if isinstance(when, When) else when, unread)
