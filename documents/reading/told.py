"""A meeting that a notice tells twice stands once."""

from dataclasses import dataclass, replace
from datetime import date

from documents.reading.hours import Hour
from documents.reading.places import are_alike
from participation.consultations.notice import ReadMeeting


@dataclass(frozen=True)
class Told:
    """A meeting as one part of the notice tells it."""

    meeting: ReadMeeting
    hour: Hour | None
    listed: bool
    """Whether it has a row or an item of its own."""
    labelled: bool
    """Whether its day stands behind a label: "Data: 5 maj"."""
    whole: bool = False
    """Whether day and hour stand in one sentence."""

    @property
    def day(self) -> tuple[date | None, tuple[int, int] | None]:
        """The day as far as it is known."""
        return self.meeting.day, self.meeting.month_day

    def repeats(self, other: "Told") -> bool:
        """Whether both tell one meeting: at the same moment, and nothing says that the second is another."""
        if (self.day, self.meeting.start) != (other.day, other.meeting.start):
            return False
        if self.listed and other.listed:
            return self.meeting.place == other.meeting.place
        same_hour = self.hour == other.hour
        return same_hour or self.labelled != other.labelled or are_alike(self.meeting.place, other.meeting.place)


def once_each(found: list[Told]) -> tuple[ReadMeeting, ...]:
    """A meeting that is told twice stands once; the telling with an hour wins."""
    known = {each.day for each in found if each.hour}
    kept: list[Told] = []
    for each in found:
        hour_elsewhere = each.hour is None and each.day in known
        if not hour_elsewhere and not any(each.repeats(other) for other in kept):
            kept.append(each)
    return tuple(_with_end(_best_of(each, found), found) for each in kept)


def _best_of(told: Told, found: list[Told]) -> Told:
    """The meeting; where its hour stands elsewhere, as it is told in one sentence."""
    again = (other for other in found if other.whole and other.meeting.place and other.repeats(told))
    return told if told.whole or told.listed or told.labelled else next(again, told)


def _with_end(told: Told, found: list[Told]) -> ReadMeeting:
    ends = (other.meeting.end for other in found if other.repeats(told))
    places = (other.meeting.place for other in found if other.repeats(told))
    return replace(
        told.meeting,
        end=told.meeting.end or next(filter(None, ends), None),
        place=told.meeting.place or next(filter(None, places), None),
    )
