"""The meetings that a notice announces, each with its day, hour and place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents.reading.dates import Mention
from documents.reading.hours import Hour
from documents.reading.places import labelled_place, listed_place, spoken_place
from documents.reading.roles import Role
from documents.reading.tables import Row, Table
from documents.reading.text import Sheet, Span
from documents.reading.years import Years
from participation.consultations.notice import ReadMeeting

AT_MOST = 80
_REACH = 330
"""Characters after a day within which its hour is looked for."""
_NOT_ITS_HOUR = re.compile(
    r"\b(?:orari? (?:zyrtar|i punes|pune)|dite pune|cdo dite|tel|cel|mob|e-?mail|koment\w*|sportel\w*|regjistrim\w*|regjistrohe\w*|e premte, \d|hene - e premte|afat\w*|brenda|dorezo\w*)\b"
)
_WRITTEN_WEEKDAY = re.compile(r"\b(?:hen\w{1,2}|mart\w{1,2}|merkur\w{1,3}|enjt\w{1,2}|premt\w{1,2}|shtun\w{1,2}|diel\w?)\b")
_PLACE_COLUMN = re.compile(r"\bvend|\bku\b|\bsall|\badres|\blokacion|\bobjekt")
_AREA_COLUMN = re.compile(r"\bnjesi|\bfshat|\blagj|\bzon|\bqytet|\blokalitet|\bkomunitet|\bbashkesi")


@dataclass(frozen=True)
class Times:
    """The dates and hours of one notice, with what they are for."""

    dates: tuple[Mention, ...]
    roles: tuple[Role, ...]
    hours: tuple[Hour, ...]

    def days(self, *roles: Role) -> tuple[Mention, ...]:
        """The dates with one of these roles."""
        return tuple(day for day, role in zip(self.dates, self.roles, strict=True) if role in roles)

    @property
    def spans(self) -> tuple[Span, ...]:
        """All dates and hours."""
        return (*self.dates, *self.hours)


def read_meetings(sheet: Sheet, times: Times, years: Years, tables: tuple[Table, ...]) -> tuple[ReadMeeting, ...]:
    """The meetings still ahead when the text was written, in the order of the text."""
    days = times.days(Role.MEETING)
    found = [meeting for day in days for meeting in _meetings_on(day, days, sheet, times, years, tables)]
    return _once_each(found)[:AT_MOST]


def _meetings_on(
    day: Mention,
    days: tuple[Mention, ...],
    sheet: Sheet,
    times: Times,
    years: Years,
    tables: tuple[Table, ...],
) -> Iterator[ReadMeeting]:
    row = next((row for table in tables for row in table.rows if row.touches(day)), None)
    hours = _hours_in(row, times) if row else _hours_of(day, sheet, times)
    when = years.when(day)
    for hour in hours or (None,):
        yield ReadMeeting(
            day=when.day,
            month_day=when.month_day,
            start=hour.begins if hour else None,
            end=hour.ends if hour else None,
            place=_place(day, hour if len(hours) > 1 else None, days, row, sheet, times, tables),
            words=sheet.words(Span(day.start, day.end)),
        )


def _hours_in(row: Row, times: Times) -> tuple[Hour, ...]:
    return tuple(hour for hour in times.hours if row.touches(hour))[:1]


def _hours_of(day: Mention, sheet: Sheet, times: Times) -> tuple[Hour, ...]:
    after = _hours_after(day, sheet, times)
    if after:
        return after
    following = _linked_day(day, times)
    if following is not None:
        return _hours_of(following, sheet, times)
    before = [hour for hour in times.hours if _stands_before(hour, day, sheet, times)]
    return tuple(before[-1:]) or _hour_for_all(sheet, times)


def _linked_day(day: Mention, times: Times) -> Mention | None:
    following = next((other for other in times.dates if other.start >= day.end), None)
    return following if following is not None and following.follows and following.start - day.end < 4 else None


def _hours_after(day: Mention, sheet: Sheet, times: Times) -> tuple[Hour, ...]:
    until = _next_day(day, sheet, times)
    near = [hour for hour in times.hours if day.end <= hour.start < until and _is_its_own(hour, day, sheet)]
    if not near:
        return ()
    first_line = sheet.line(near[0].start)
    return (near[0], *(hour for hour in near[1:] if _begins_another(hour, near[0], first_line, sheet)))


def _next_day(day: Mention, sheet: Sheet, times: Times) -> int:
    others = (other.start for other in times.dates if other.start >= day.end)
    return min([next(others, len(sheet.text)), day.end + _REACH])


def _is_its_own(hour: Hour, day: Mention, sheet: Sheet) -> bool:
    sentence = sheet.sentence(hour.start)
    begin = max(sentence.start, day.end)
    same_sentence = sentence.start <= day.start
    about = sheet.folded[max(begin, hour.start - 60) : hour.start]
    office = _NOT_ITS_HOUR.search(about) or (not same_sentence and _NOT_ITS_HOUR.search(sheet.matching(sentence)))
    return office is None


def _begins_another(hour: Hour, first: Hour, first_line: Span, sheet: Sheet) -> bool:
    """A second hour begins another meeting in a list of hours, or beside another place."""
    line = sheet.line(hour.start)
    if line.start == first_line.start:
        between = sheet.folded[first.end : hour.start]
        return re.search(r"\b(?:dhe|kurse|ndersa|ne|te)\b[^.]*$|;", between) is not None and re.search(
            r"perfund|mbar|pauz|regjistr|deri", between
        ) is None
    return _looks_listed(sheet, line) and hour.begins != first.begins


def _looks_listed(sheet: Sheet, line: Span) -> bool:
    return re.match(r"\s*(?:[-•*]|\d{1,2}[.)]|ora\b)", sheet.folded[line.start : line.end]) is not None


def _stands_before(hour: Hour, day: Mention, sheet: Sheet, times: Times) -> bool:
    if hour.end > day.start:
        return False
    between = [other for other in times.dates if hour.end <= other.start < day.start and not other.follows]
    sentence = sheet.sentence(day.start)
    near = hour.start >= sentence.start or (day.start - hour.end < 40 and "\n\n" not in sheet.text[hour.end : day.start])
    return near and not between and _is_its_own(hour, Mention(0, 0, None, None), sheet)


def _hour_for_all(sheet: Sheet, times: Times) -> tuple[Hour, ...]:
    """The one hour that a notice names for all its days, or the hour that a moved meeting keeps."""
    named = [hour for hour in times.hours if _is_its_own(hour, Mention(0, 0, None, None), sheet)]
    begins = {hour.begins for hour in named if not _belongs_to_letter(hour, sheet, times)}
    return tuple(named[:1]) if len(begins) == 1 else ()


def _belongs_to_letter(hour: Hour, sheet: Sheet, times: Times) -> bool:
    line = sheet.line(hour.start)
    return any(line.touches(day) for day in times.days(Role.PUBLISHED))


def _place(
    day: Mention,
    hour: Hour | None,
    days: tuple[Mention, ...],
    row: Row | None,
    sheet: Sheet,
    times: Times,
    tables: tuple[Table, ...],
) -> str | None:
    if row is not None:
        return _place_in_row(row, sheet, tables) or _place_for_all(sheet, times)
    at = hour or day
    line = sheet.line(at.start)
    spans = (*times.spans, *_weekdays(sheet, line))
    if len(days) > 1 and (hour is not None or _is_an_item(sheet, line, days)):
        item = _item(sheet, line, hour, times)
        own = listed_place(sheet, item, mentions=spans)
        if own:
            return own
    region = Span(sheet.sentence(day.start).start, _region_end(day, days, sheet))
    return (
        labelled_place(sheet, Span(day.end, region.end))
        or spoken_place(sheet, Span(day.end, sheet.sentence(day.start).end), mentions=times.spans)
        or spoken_place(sheet, region, mentions=times.spans)
        or _place_for_all(sheet, times)
    )


def _item(sheet: Sheet, line: Span, hour: Hour | None, times: Times) -> Span:
    """The line, or the part of it from one hour up to the next."""
    others = [other for other in times.hours if line.touches(other)]
    if hour is None or len(others) < 2:
        return line
    following = next((other.start for other in others if other.start > hour.start), line.end)
    return Span(hour.start, following)


def _is_an_item(sheet: Sheet, line: Span, days: tuple[Mention, ...]) -> bool:
    own = [day for day in days if line.touches(day)]
    return len(own) == 1 and line.end - line.start < 170 and re.search(r"[.!?] [A-ZËÇ]", sheet.text[line.start : line.end]) is None


def _region_end(day: Mention, days: tuple[Mention, ...], sheet: Sheet) -> int:
    return next((other.start for other in days if other.start > day.start and not other.follows), len(sheet.text))


def _weekdays(sheet: Sheet, line: Span) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in _WRITTEN_WEEKDAY.finditer(sheet.folded, line.start, line.end))


def _place_in_row(row: Row, sheet: Sheet, tables: tuple[Table, ...]) -> str | None:
    table = next(table for table in tables if row in table.rows)
    for column in (table.column(_PLACE_COLUMN), table.column(_AREA_COLUMN)):
        if column is not None and column < len(row.cells) and sheet.words(row.cells[column]).strip("-– "):
            return sheet.words(row.cells[column])
    return None


def _place_for_all(sheet: Sheet, times: Times) -> str | None:
    whole = Span(0, len(sheet.text))
    return labelled_place(sheet, whole) or spoken_place(sheet, whole, mentions=times.spans)


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
