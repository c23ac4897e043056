"""Of several meetings, which place is whose: what is said beside a day is its own, and never lent to another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from documents.reading.dates import Mention
from documents.reading.hours import Hour
from documents.reading.items import headed_place, last_house
from documents.reading.places import (
    apposed_place,
    following_place,
    labelled_place,
    named_place,
    preceding_place,
    spoken_place,
)
from documents.reading.text import Sheet, Span
from documents.reading.times import Times

_LOOK_BACK = 200
_SOMEWHERE = re.compile(r"\b(?:[Nn][ëe]|[Tt]ek?|[Pp]ran[ëe])\s(?!\d|or[aeë]n?\b|dat|dit|t[ëe] njëjt)|;")
"""A place, whether we can read it or not, or the end of what is said of one meeting."""
_ALL = re.compile(r"\W{0,3}te (?:dyja|gjitha|gjithe|treja|trija|katerta?)\b")
_MEETS = re.compile(r"\b(?:takim|degj(?:es|im)|seanc|mbledhj|mbahe|zhvillohe|organizohe|mblidhe)")


@dataclass(frozen=True)
class Series:
    """Several meetings, each a day with its hour, in the text that tells of them."""

    sheet: Sheet
    times: Times
    meetings: tuple[tuple[Mention, Hour | None], ...]

    def own_place(self, day: Mention, hour: Hour | None) -> str | None:
        """The place that is said of this meeting, up to the next one."""
        if self._places_come_first(day):
            return self._place_before(day)
        sheet, spans = self.sheet, self.times.spans
        if hour is not None and self.each_before_its_hour(day):
            return self._told_before(hour, day)
        in_block = self._labelled_in_block(day)
        if in_block:
            return in_block
        last, end = _end(day, hour), self._next(day, hour)
        stretch = Span(last, max(last, min(sheet.sentence(last - 1).end, end)))
        return (
            self._beside(day, last)
            or labelled_place(sheet, stretch)
            or spoken_place(sheet, stretch, mentions=spans)
            or spoken_place(sheet, self._up_to_its_hour(day), mentions=spans)
            or apposed_place(sheet, stretch, mentions=spans)
            or headed_place(sheet, sheet.line(day.start))
            or (self._said_in(Span(stretch.end, end)) if end < len(sheet.text) else None)
        )

    def _labelled_in_block(self, day: Mention) -> str | None:
        """What a label says above a day, where an empty line parts each meeting from the others."""
        text = self.sheet.text
        block = Span(text.rfind("\n\n", 0, day.start) + 1, day.start)
        parted = block.start > 0 and not any(block.touches(other) for other, _ in self.meetings)
        return labelled_place(self.sheet, block) if parted else None

    def each_before_its_hour(self, day: Mention) -> bool:
        """Whether each hour of a day stands behind its place: "në Bujan nga ora 16, në Fierzë nga ora 18"."""
        hours = [hour for other, hour in self.meetings if other is day and hour]
        if len(hours) < 2 or self._named_at(hours[-1].end):
            return False
        return all(self._told_before(hour, day) for hour in hours)

    def _told_before(self, hour: Hour, day: Mention) -> str | None:
        """The place between an hour and the one before it, or its day."""
        before, spans = self._before(hour, day), self.times.spans
        return (
            spoken_place(self.sheet, before, mentions=spans)
            or preceding_place(self.sheet, before, mentions=spans)
            or last_house(self.sheet, before)
        )

    def _before(self, hour: Hour, day: Mention) -> Span:
        """What stands between an hour and the one before it, or its day."""
        ends = (other.end for _, other in self.meetings if other and day.end < other.end <= hour.start)
        return Span(max([day.end, *ends]), hour.start)

    def told_in_one_breath(self, places: Sequence[str | None]) -> list[str | None]:
        """The places, where one that is said after two meetings is that of both: "më 4 dhe 5 mars, në Bujan"."""
        shared = list(places)
        for n in reversed(range(len(shared) - 1)):
            shared[n] = shared[n] or (shared[n + 1] if self._go_on(n) else None)
        return shared

    def place_after(self) -> str | None:
        """What is said of a place below the last meeting."""
        last = max(_end(*each) for each in self.meetings)
        return self._said_in(Span(self.sheet.sentence(last - 1).end, len(self.sheet.text)))

    def place_before(self) -> str | None:
        """What "Vendi:" says above the first day."""
        return labelled_place(self.sheet, Span(0, self.meetings[0][0].start))

    def _go_on(self, number: int) -> bool:
        """Whether nothing ends this meeting before the next one begins."""
        (day, _), (next_day, next_hour) = self.meetings[number : number + 2]
        begin = next_hour.start if next_day is day and next_hour else next_day.start
        near = day.start <= begin < self.sheet.sentence(day.start).end
        return near and _SOMEWHERE.search(self.sheet.text, day.end, begin) is None

    def _next(self, day: Mention, hour: Hour | None) -> int:
        """Where what is said of a meeting ends: at the next hour of its day, or at the next day."""
        hours = (h.start for other, h in self.meetings if other is day and h and hour and h.start > hour.start)
        days = (other.start for other, _ in self.meetings if other.start > day.start and not other.follows)
        return next(hours, None) or next(days, len(self.sheet.text))

    def _beside(self, day: Mention, last: int) -> str | None:
        """What is named beside a day or its hour: nearest to the hour, unless that stands on a line below."""
        below = "\n" in self.sheet.text[day.end : last]
        ends = (day.end, last) if below else (last, day.end)
        return next(filter(None, map(self._named_at, ends)), None)

    def _named_at(self, end: int) -> str | None:
        """What is named right after a day or an hour."""
        spans = self.times.spans
        return following_place(self.sheet, end, mentions=spans) or named_place(self.sheet, end, mentions=spans)

    def _up_to_its_hour(self, day: Mention) -> Span:
        first = next((hour.start for hour in self.times.hours if hour.start >= day.end), day.end)
        return Span(day.end, first)

    def _said_in(self, region: Span) -> str | None:
        sheet = self.sheet
        labelled = labelled_place(sheet, Span(region.start - 1, region.end))
        if labelled:
            return labelled
        sentences = (each for each in sheet.sentences if region.start <= each.start < region.end)
        telling = (
            each for each in sentences if _MEETS.search(sheet.matching(each)) or _ALL.match(sheet.matching(each))
        )
        places = (spoken_place(sheet, each, mentions=self.times.spans) for each in telling)
        return next(filter(None, places), None)

    def _places_come_first(self, day: Mention) -> bool:
        """Whether its sentence says each place before its day: "në Bujan më 4 mars dhe në Fierzë më 5 mars"."""
        sentence = self.sheet.sentence(day.start)
        inside = [each for each in self.meetings if sentence.start <= each[0].start < sentence.end]
        last_day, last_hour = inside[-1]
        return self._right_before(inside[0][0]) is not None and not self._beside(last_day, _end(last_day, last_hour))

    def _place_before(self, day: Mention) -> str | None:
        """The place before a day, or before an earlier one after which nothing speaks of another place."""
        sentence = self.sheet.sentence(day.start)
        earlier = sorted({other.start: other for other, _ in self.meetings}.items(), reverse=True)
        for start, other in ((s, o) for s, o in earlier if sentence.start <= s <= day.start):
            place = self._right_before(other)
            if place or _SOMEWHERE.search(self.sheet.text, self._begin(other), start):
                return place
        return None

    def _right_before(self, day: Mention) -> str | None:
        before = Span(max(self._begin(day), day.start - _LOOK_BACK), day.start)
        return preceding_place(self.sheet, before, mentions=self.times.spans)

    def _begin(self, day: Mention) -> int:
        """Where what may be said before a day begins: after the hour or the day before it, or with its sentence."""
        ends = (span.end for span in self.times.spans if span.end <= day.start)
        return max([self.sheet.sentence(day.start).start, *ends])


def _end(day: Mention, hour: Hour | None) -> int:
    return max(day.end, hour.end if hour else 0)
