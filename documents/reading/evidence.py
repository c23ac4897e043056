"""From which place in the text each value was read, and how sure that is."""

import re
from collections.abc import Iterator, Sequence

from documents.reading.dates import Mention
from documents.reading.hours import Hour
from documents.reading.laws import Citation
from documents.reading.roles import Role
from documents.reading.text import STEM, Sheet, Span, fold
from documents.reading.times import Times
from participation.consultations.notice import DoubtKind, Evidence, NoticeReading, ReadMeeting, Sureness

_IN_WORDS = ("title", "institution", "purpose", "audience", "email", "phone", "register_url", "protocol_number")
_CERTAIN = frozenset({"email", "phone", "register_url", "protocol_number", "audience"})
"""What has a shape of its own, or a label of ours."""
_LABEL = re.compile(r"(?:[:\"“„«]|\bmbi|\bper)\W{0,3}$")
_CLOSING = ')”"» '
"""What we put where it was lacking."""


def evidence_of(read: NoticeReading, sheet: Sheet, times: Times, laws: Sequence[Citation]) -> tuple[Evidence, ...]:
    """The places of all values of a reading, in the order of its fields."""
    doubted = {doubt.words for doubt in read.doubts if doubt.kind is DoubtKind.UNKNOWN_LAW}
    return (
        *_said_in_words(read, sheet),
        *_of_meetings(read, sheet, times),
        *_of_deadline(read, sheet, times),
        *_of_publication(read, times),
        *(
            Evidence(f"laws[{n}]", law.start, law.end, Sureness.GUESSED if law.number in doubted else Sureness.SAID)
            for n, law in enumerate(laws)
        ),
        *_of_steps(read, sheet),
    )


def _said_in_words(read: NoticeReading, sheet: Sheet) -> Iterator[Evidence]:
    for name in _IN_WORDS:
        value = getattr(read, name)
        span = located(sheet, value) if value else None
        if span is None and name == "institution" and value:
            span = _by_its_stems(sheet, value)
        if span is not None:
            said = name in _CERTAIN or _LABEL.search(sheet.folded, max(0, span.start - 8), span.start) is not None
            yield Evidence(name, span.start, span.end, Sureness.SAID if said else Sureness.LIKELY)


def _of_meetings(read: NoticeReading, sheet: Sheet, times: Times) -> Iterator[Evidence]:
    left = list(times.days(Role.MEETING))
    hours = (*times.hours, *(row.hour for row in times.scheduled if row.hour))
    for n, meeting in enumerate(read.meetings):
        day = next((day for day in left if sheet.words(day) == meeting.words), None)
        if day is not None and not any(other.words == meeting.words for other in read.meetings[n + 1 :]):
            left.remove(day)
        at = day or located(sheet, meeting.words)
        if at is None:
            continue
        if meeting.day is not None or meeting.month_day is not None:
            yield Evidence(f"meetings[{n}].date", at.start, at.end, _of_day(day, meeting, sheet))
        hour = _nearest(hours, meeting, at)
        if hour is not None:
            beside = sheet.sentence(hour.start) == sheet.sentence(at.start) or sheet.line(hour.start) == sheet.line(
                at.start
            )
            yield Evidence(f"meetings[{n}].start", hour.start, hour.end, Sureness.SAID if beside else Sureness.LIKELY)
        place = located(sheet, meeting.place, near=at.start) if meeting.place else None
        if place is not None:
            beside = sheet.sentence(place.start) == sheet.sentence(at.start)
            labelled = sheet.folded[max(0, place.start - 4) : place.start].rstrip().endswith(":")
            sure = Sureness.SAID if beside or labelled else Sureness.LIKELY
            yield Evidence(f"meetings[{n}].place", place.start, place.end, sure)


def _of_day(day: Mention | None, meeting: ReadMeeting, sheet: Sheet) -> Sureness:
    """A year taken from elsewhere, a weekday of another day, a letter read as a digit: each makes it less sure."""
    if day is None or any(map(day.touches, sheet.misread)):
        return Sureness.GUESSED
    if day.weekday is not None and meeting.day is not None:
        return Sureness.SAID if day.weekday == meeting.day.weekday() else Sureness.GUESSED
    return Sureness.SAID if day.year is not None and meeting.start is not None else Sureness.LIKELY


def _nearest(hours: Sequence[Hour], meeting: ReadMeeting, at: Span) -> Hour | None:
    same = [hour for hour in hours if hour.begins == meeting.start]
    return min(same, key=lambda hour: (hour.start < at.start, abs(hour.start - at.start)), default=None)


def _of_deadline(read: NoticeReading, sheet: Sheet, times: Times) -> Iterator[Evidence]:
    known = read.deadline or read.deadline_month_day
    if known is None and read.deadline_days is None:
        return
    if read.deadline_days is not None:
        span = located(sheet, f"{read.deadline_days.number} dit")
        if span is not None:
            yield Evidence("deadline_days", span.start, span.end, Sureness.SAID)
        return
    month_day = (read.deadline.month, read.deadline.day) if read.deadline else read.deadline_month_day
    days = [day for day in (*times.days(Role.DEADLINE), *times.dates) if day.month_day == month_day]
    if days:
        sure = Sureness.SAID if days[0].year is not None else Sureness.LIKELY
        yield Evidence("deadline", days[0].start, days[0].end, sure)


def _of_publication(read: NoticeReading, times: Times) -> Iterator[Evidence]:
    day = next((day for day in times.days(Role.PUBLISHED) if day.day and day.day == read.published_on), None)
    if day is not None:
        yield Evidence("published_on", day.start, day.end, Sureness.LIKELY)


def _of_steps(read: NoticeReading, sheet: Sheet) -> Iterator[Evidence]:
    at = 0
    for n, step in enumerate(read.steps):
        span = located(sheet, step.what, near=at)
        if span is not None:
            at = span.end
            sure = Sureness.SAID if step.day or step.is_open else Sureness.LIKELY
            yield Evidence(f"steps[{n}]", span.start, span.end, sure)


def located(sheet: Sheet, words: str, *, near: int = 0) -> Span | None:
    """Where these words stand, nearest to a place.

    Of a place in an area it is where the place stands; the first word may have stood in another case.
    """
    for part in (words, *reversed(words.split(", ")), words.partition(" ")[2], words.rstrip(_CLOSING)):
        pattern = r"\s+".join(map(re.escape, fold(part).split()))
        found = [Span(*match.span()) for match in re.finditer(pattern, sheet.folded)] if pattern else []
        if found:
            return min(found, key=lambda span: abs(span.start - near))
    return None


def _by_its_stems(sheet: Sheet, name: str) -> Span | None:
    """Where a body is named in another case: "Bashkia Përmet" in "BASHKISË SË PËRMETIT"."""
    stems = [re.escape(fold(word)[:STEM]) + r"\w*" for word in name.split() if len(word) > 2]
    match = re.search(r"\W+(?:\w{1,3}\W+)?".join(stems), sheet.folded) if stems else None
    return Span(*match.span()) if match else None
