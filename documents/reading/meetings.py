"""The meetings that a notice announces, each with its day, hour and place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents.reading.cues import CALLED_OFF
from documents.reading.dates import RELATIVE_DAY, Mention
from documents.reading.hours import Hour
from documents.reading.places import (
    following_place,
    labelled_place,
    listed_place,
    place_in_area,
    spoken_place,
    standing_place,
)
from documents.reading.roles import Role
from documents.reading.tables import Row, Table
from documents.reading.text import Sheet, Span
from documents.reading.times import Times, hours_of, looks_listed
from documents.reading.years import When, Years
from participation.consultations.notice import ReadMeeting

AT_MOST = 80
_WRITTEN_WEEKDAY = re.compile(
    r"\b(?:hen\w{1,2}|mart\w{1,2}|merkur\w{1,3}|enjt\w{1,2}|premt\w{1,2}|shtun\w{1,2}|diel\w?)\b"
)
_ABOUT_A_MEETING = re.compile(
    r"\b(?:takim|degj(?:es|im)|seanc|mbledhj|debat|forum|tryez|keshillim|prezantim|mbahe|zhvillohe"
    r"|organizohe|mblidhe|or[ae]n?\b)"
)
_LABEL_LINE = re.compile(r"\s*ora\s?:")
_PLACE_COLUMN = re.compile(r"\bvend|\bku\b|\bsall|\badres|\blokacion|\bobjekt")
_AREA_COLUMN = re.compile(r"\bnjesi|\bfshat|\blagj|\bzon|\bqytet|\blokalitet|\bkomunitet|\bbashkesi")


@dataclass(frozen=True)
class _Facts:
    """What is known of the notice when its meetings are put together."""

    sheet: Sheet
    times: Times
    tables: tuple[Table, ...]
    days: tuple[Mention, ...]


@dataclass(frozen=True)
class _Held:
    """One meeting before its place is known."""

    day: Mention
    hour: Hour | None
    row: Row | None
    several: bool
    """Whether the day has more than one meeting."""


def read_meetings(sheet: Sheet, times: Times, years: Years, tables: tuple[Table, ...]) -> tuple[ReadMeeting, ...]:
    """The meetings still ahead when the text was written, in the order of the text."""
    facts = _Facts(sheet=sheet, times=times, tables=tables, days=times.days(Role.MEETING))
    held = [meeting for day in facts.days for meeting in _held_on(day, facts)]
    dated = _once_each([_meeting(each, years.when(each.day), facts) for each in held])[:AT_MOST]
    return dated or tuple(_on_a_relative_day(facts))[:1]


def _held_on(day: Mention, facts: _Facts) -> Iterator[_Held]:
    row = next((row for table in facts.tables for row in table.rows if row.touches(day)), None)
    hours = _hours_in(row, facts.times) if row else hours_of(day, facts.sheet, facts.times)
    for hour in hours or (None,):
        yield _Held(day=day, hour=hour, row=row, several=len(hours) > 1)


def _on_a_relative_day(facts: _Facts) -> Iterator[ReadMeeting]:
    """A meeting "nesër, ora 10:00": hour and place are known, the day is left to be asked for."""
    sheet = facts.sheet
    for hour in facts.times.hours:
        sentence = _near(hour, sheet)
        relative = RELATIVE_DAY.search(sheet.folded, sentence.start, sentence.end)
        called_off = CALLED_OFF.search(sheet.folded, sentence.start, sentence.end)
        if relative and not called_off and not any(sentence.touches(day) for day in facts.times.dates):
            place = spoken_place(sheet, sentence, mentions=facts.times.spans) or _place_for_all(facts)
            yield ReadMeeting(start=hour.begins, end=hour.ends, place=place, words=sheet.words(Span(*relative.span())))


def _near(hour: Hour, sheet: Sheet) -> Span:
    """The sentence of an hour, or the nearest part of a very long one."""
    sentence = sheet.sentence(hour.start)
    return Span(max(sentence.start, hour.start - 200), min(sentence.end, hour.end + 200))


def _meeting(held: _Held, when: When, facts: _Facts) -> ReadMeeting:
    return ReadMeeting(
        day=when.day,
        month_day=when.month_day,
        start=held.hour.begins if held.hour else None,
        end=held.hour.ends if held.hour else None,
        place=_place(held, facts),
        words=facts.sheet.words(held.day),
    )


def _hours_in(row: Row, times: Times) -> tuple[Hour, ...]:
    return tuple(hour for hour in times.hours if row.touches(hour))[:1]


def _place(held: _Held, facts: _Facts) -> str | None:
    if held.row is not None:
        return _place_in_row(held.row, facts) or _place_for_all(facts)
    return _place_in_list(held, facts) or _place_in_prose(held, facts) or _place_for_all(facts)


def _place_in_list(held: _Held, facts: _Facts) -> str | None:
    sheet = facts.sheet
    line = _own_line(held.day, held.hour, sheet)
    alone = line.touches(held.day) and not (len(facts.days) > 1 and _is_an_item(sheet, line, facts.days))
    if alone and not held.several:
        return None
    spans = (*(span for span in facts.times.spans if line.touches(span)), *_weekdays(sheet, line))
    item = _item(sheet, line, held.hour if held.several else None, facts.times)
    spoken = spoken_place(sheet, item, mentions=spans) if held.several else None
    return spoken or listed_place(sheet, item, mentions=spans)


def _place_in_prose(held: _Held, facts: _Facts) -> str | None:
    day = held.day
    last = max(day.end, held.hour.end if held.hour else 0)
    sheet, spans = facts.sheet, facts.times.spans
    sentence = sheet.sentence(day.start)
    region = Span(sentence.start, _region_end(day, facts.days, sheet))
    return (
        following_place(sheet, last, mentions=spans)
        or labelled_place(sheet, Span(day.end, region.end))
        or spoken_place(sheet, Span(day.end, sentence.end), mentions=spans)
        or spoken_place(sheet, region, mentions=spans)
    )


def _own_line(day: Mention, hour: Hour | None, sheet: Sheet) -> Span:
    """The line of the hour where it is an item under its day, else the line of the day."""
    if hour is not None and hour.start > day.end:
        line = sheet.line(hour.start)
        item = sheet.matching(line)
        if looks_listed(sheet, line) and len(item) > hour.end - hour.start + 8 and not _LABEL_LINE.match(item):
            return line
    return sheet.line(day.start)


def _item(sheet: Sheet, line: Span, hour: Hour | None, times: Times) -> Span:
    """The line, or the part of it from one hour up to the next."""
    others = [other for other in times.hours if line.touches(other)]
    if hour is None or len(others) < 2:
        return line
    end = min(line.end, sheet.sentence(hour.start).end)
    following = next((other.start for other in others if other.start > hour.start), end)
    return Span(hour.start, min(following, end))


def _is_an_item(sheet: Sheet, line: Span, days: tuple[Mention, ...]) -> bool:
    own = [day for day in days if line.touches(day)]
    return (
        len(own) == 1
        and line.end - line.start < 170
        and re.search(r"[^\W\d]{3,}[.!?] [A-ZËÇ]", sheet.text[line.start : line.end]) is None
    )


def _region_end(day: Mention, days: tuple[Mention, ...], sheet: Sheet) -> int:
    return next((other.start for other in days if other.start > day.start and not other.follows), len(sheet.text))


def _weekdays(sheet: Sheet, line: Span) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in _WRITTEN_WEEKDAY.finditer(sheet.folded, line.start, line.end))


def _place_in_row(row: Row, facts: _Facts) -> str | None:
    table = next(table for table in facts.tables if row in table.rows)
    place, area = (_cell(row, table.column(kind), facts.sheet) for kind in (_PLACE_COLUMN, _AREA_COLUMN))
    return place_in_area(place, area)


def _cell(row: Row, column: int | None, sheet: Sheet) -> str | None:
    if column is None or column >= len(row.cells):
        return None
    return sheet.words(row.cells[column]).strip("-– ") or None


def _place_for_all(facts: _Facts) -> str | None:
    sheet = facts.sheet
    labelled = labelled_place(sheet, Span(0, len(sheet.text)))
    about = (sentence for sentence in sheet.sentences if _ABOUT_A_MEETING.search(sheet.matching(sentence)))
    spoken = (spoken_place(sheet, sentence, mentions=facts.times.spans) for sentence in about)
    last = max((span.end for span in (*facts.days, *facts.times.hours)), default=0)
    return labelled or next(filter(None, spoken), None) or standing_place(sheet, last, mentions=facts.times.spans)


def _once_each(found: list[ReadMeeting]) -> tuple[ReadMeeting, ...]:
    """A meeting that is told twice stands once; the fuller telling wins."""
    full = [meeting for meeting in found if meeting.start is not None]
    known = {(meeting.day, meeting.month_day) for meeting in full}
    kept: dict[object, ReadMeeting] = {}
    for meeting in found:
        if meeting.start is None and (meeting.day, meeting.month_day) in known:
            continue
        single = sum((other.day, other.start) == (meeting.day, meeting.start) for other in found) > 1
        key = (meeting.day, meeting.month_day, meeting.start, meeting.place if single else None)
        kept.setdefault(key, meeting)
    return tuple(kept.values())
