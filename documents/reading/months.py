"""Days that a notice gives only by a month, or in words: "në korrik 2027", "të martën e parë të gushtit"."""

import re
from collections.abc import Iterator, Sequence

from documents.reading import cues
from documents.reading.dates import MONTHS, WEEKDAY
from documents.reading.places import spoken_place
from documents.reading.text import Sheet, Span
from documents.reading.times import Times
from participation.consultations.notice import Doubt, DoubtKind, ReadMeeting

AT_MOST = 10
"""Meetings without a day, and deadlines without one, that are asked about."""

_NUMBER = r"(?:pare|dyte|trete|katert|fundit)"
_UNTIL = r"\b(?:deri|gjere?|brenda|jo me vone se)\b"
_MONTH = re.compile(
    rf"(?:\b(?P<until>{_UNTIL})\s)?(?:\b(?:ne|gjate|brenda)\s(?:(?:fund|fillim|mes)\w*\s(?:te|e)\s)?(?:muaj\w*\s)?"
    rf"|\bmuajit\s|\b(?:te|e)\s{WEEKDAY}\se\s{_NUMBER}\s(?:te|e)\s|\bjav\w+\s(?:e|se)\s{_NUMBER}\s(?:te|e)\s)"
    rf"(?P<month>{'|'.join(MONTHS)})(?:it|i|in|ut|u|un)?\b(?:\s(?:te\s)?(?:vitit\s)?20\d\d\b)?"
)
_IS_HELD = re.compile(
    r"\b(?:mba(?:het|hen|jme)|zhvillohe[tn]|organizohe[tn]|mblidhe[tn]|do te (?:mba|zhvillo|organizo|mblidh|je)\w*)"
)
_MEETING = re.compile(r"\b(?:takim|degj(?:es|im)|seanc|mbledhj|forum|tryez|debat)")
_ANOTHER = re.compile(rf"\b(?:i|e) {_NUMBER}\b|\btjeter\b|\bradhes\b")


def undated_meetings(sheet: Sheet, times: Times, dated: Sequence[ReadMeeting]) -> Iterator[ReadMeeting]:
    """The meetings ahead of which only the month is said; what is listed by the day as well is not told twice."""
    listed = {meeting.day.month if meeting.day else (meeting.month_day or (0,))[0] for meeting in dated}
    for sentence, month in _months(sheet, times):
        words = sheet.matching(sentence)
        known = MONTHS[month["month"]] in listed and not _ANOTHER.search(words)
        if _is_ahead(words) and not known and not _limits(month):
            hour = next((hour for hour in times.hours if sentence.touches(hour)), None)
            yield ReadMeeting(
                start=hour.begins if hour else None,
                end=hour.ends if hour else None,
                place=spoken_place(sheet, sentence, mentions=times.spans),
                words=sheet.words(Span(*month.span())),
            )


def doubt_months(sheet: Sheet, times: Times) -> Iterator[Doubt]:
    """Deadlines for the public that name a month and no day."""
    for sentence, month in _months(sheet, times):
        words = sheet.matching(sentence)
        if _limits(month) and cues.FOR_THE_PUBLIC.search(words) and not cues.PAST.search(words):
            yield Doubt(DoubtKind.NO_DAY, sheet.words(Span(*month.span())))


def _months(sheet: Sheet, times: Times) -> Iterator[tuple[Span, re.Match[str]]]:
    """The first months that stand without a day, each with its sentence, which has no other day either."""
    found = 0
    for month in _MONTH.finditer(sheet.folded):
        sentence = sheet.sentence(month.start())
        if found < AT_MOST and not any(sentence.touches(day) for day in times.dates):
            found += 1
            yield sentence, month


def _is_ahead(words: str) -> bool:
    called = _MEETING.search(words) and _IS_HELD.search(words)
    return bool(called) and not any(cue.search(words) for cue in (cues.PAST, cues.CALLED_OFF, cues.MOVED))


def _limits(month: re.Match[str]) -> bool:
    return month["until"] is not None or month[0].startswith("brenda")
