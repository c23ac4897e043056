"""The dates and hours of a notice together, and which hour belongs to which day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from documents.reading.dates import Mention
from documents.reading.hours import Hour
from documents.reading.lists import Listing, list_of
from documents.reading.parts import Parts
from documents.reading.roles import Role
from documents.reading.schedules import Scheduled
from documents.reading.text import Sheet, Span

_REACH = 330
"""Characters after a day within which its hour is looked for."""
_REACH_OF_A_HEADING = 1_000
"""The same, where its line is a heading of those below it."""
_OF_ALL = re.compile(
    r"\bte (?:gjith[ae]|treja?|trija|dyja|dy|katert?a?|pesta?) (?:takim|degj|dit|njesi|seanc|vend)?"
    r"|\bper te (?:treja|trija|dyja|gjitha)\b"
    r"|\bgjithmone\b|\b(?:cdo|secil\w+|gjithe) (?:takim|degj|seanc|dite|njesi|forum|bised)\w*"
)
_ENDS_ITEM = re.compile(r"-\s?(?:ne )?or[ae]n? \d[\d:.]{0,4}[\s;.,]*$")
_CLOSES_ITEM = re.compile(r"\s?h?\s?(?:[,;]|\bdhe\b|\.?\s*(?:\n|$))")
_ITEM = re.compile(r"\s*(?:[^\w\s(\"']|\d{1,2}[.)]|\d{1,2}:\d\d\b|ora\b)")
_ANOTHER = re.compile(r"\b(?:dhe|kurse|ndersa|ne|te)\b[^.]*$|\),[^()]*\($")
_OF_THE_SAME = re.compile(r"perfund|mbar|pauz|regjistr|deri|\bjo\b|hapet|hapen")
"""What is said of the same meeting: when it ends, when its doors open."""
_NOT_ITS_HOUR = re.compile(
    r"\b(?:orari? (?:zyrtar|i punes|pune)|dite pune|cdo dite|tel|cel|mob|e-?mail|koment\w*"
    r"|sportel\w*|regjistrim\w*|regjistrohe\w*|e premte, \d|hene - e premte|afat\w*|brenda"
    r"|dorezo\w*|mbyll\w*|apliko\w*|shfleto\w*|ekspozo\w*|gjende\w*|merret|merren|jepe[nt])\b"
)


@dataclass(frozen=True)
class Times:
    """The dates and hours of one notice, with what they are for."""

    dates: tuple[Mention, ...]
    roles: tuple[Role, ...]
    hours: tuple[Hour, ...]
    parts: Parts
    instead: tuple[tuple[Hour, Hour], ...] = ()
    """Hours that were said, and those that hold instead."""
    lists: tuple[Listing, ...] = ()
    scheduled: tuple[Scheduled, ...] = ()
    """The meetings that tables list."""

    def days(self, *roles: Role) -> tuple[Mention, ...]:
        """The dates with one of these roles."""
        return tuple(day for day, role in zip(self.dates, self.roles, strict=True) if role in roles)

    def now(self, hour: Hour) -> Hour:
        """The hour that holds where this one was said."""
        new = next((new for old, new in self.instead if old.begins == hour.begins), hour)
        return replace(hour, begins=new.begins, ends=new.ends)

    @property
    def published(self) -> date | None:
        """The day on which the text was written or put up, where it is said whole."""
        return next((day.day for day in self.days(Role.PUBLISHED) if day.day), None)

    @property
    def spans(self) -> tuple[Span, ...]:
        """All dates and hours."""
        return (*self.dates, *self.hours)


def hours_of(day: Mention, sheet: Sheet, times: Times) -> tuple[Hour, ...]:
    """The hours at which people meet on this day; two where a list gives the day two meetings."""
    after = _hours_after(day, sheet, times)
    if after:
        return after
    following = _linked_day(day, times)
    if following is not None:
        return hours_of(following, sheet, times)
    before = [hour for hour in times.hours if _stands_before(hour, day, sheet, times)]
    return (
        tuple(before[-1:])
        or _hour_before_all(day, sheet, times)
        or _hour_of_list(day, times)
        or _said_of_all(day, sheet, times)
        or hour_for_all(sheet, times)
    )


def _hour_before_all(day: Mention, sheet: Sheet, times: Times) -> tuple[Hour, ...]:
    """The hour before the first of several days in one sentence: "në orën 11: të hënën, …; të martën, …"."""
    sentence = sheet.sentence(day.start)
    earlier = [other for other in times.days(Role.MEETING) if sentence.start <= other.start < day.start]
    if not earlier or any(earlier[0].end <= hour.start < day.start for hour in times.hours):
        return ()
    return tuple(hour for hour in times.hours if _stands_before(hour, earlier[0], sheet, times))[-1:]


def _said_of_all(day: Mention, sheet: Sheet, times: Times) -> tuple[Hour, ...]:
    """The hour that is said of several days at once, below them or else above: "Ora për të trija është 13:00"."""
    shared = _shared_hours(sheet, times)
    below = [hour for hour in shared if hour.start > day.end]
    return tuple(below[:1] or shared[-1:])


def _shared_hours(sheet: Sheet, times: Times) -> list[Hour]:
    """The hours whose sentences speak of several days."""
    return [hour for hour in times.hours if _OF_ALL.search(sheet.matching(sheet.sentence(hour.start)))]


def _hour_of_list(day: Mention, times: Times) -> tuple[Hour, ...]:
    """The hour that the line above a list says of all its items."""
    listing = list_of(day, times.lists)
    intro = listing.intro if listing else None
    return tuple(hour for hour in times.hours if intro is not None and intro.touches(hour))[:1]


def _linked_day(day: Mention, times: Times) -> Mention | None:
    following = next((other for other in times.dates if other.start >= day.end), None)
    return following if following is not None and following.follows and following.start - day.end < 4 else None


def _hours_after(day: Mention, sheet: Sheet, times: Times) -> tuple[Hour, ...]:
    until = _next_day(day, sheet, times)
    near = [hour for hour in times.hours if day.end <= hour.start < until and _is_its_own(hour, day, sheet)]
    if not near:
        return ()
    below = _each_on_its_line(day, near, sheet)
    if below:
        return below
    first_line = sheet.line(near[0].start)
    return (near[0], *(hour for hour in near[1:] if _begins_another(hour, near[0], first_line, sheet)))


def heads_lines(day: Mention, sheet: Sheet) -> bool:
    """Whether the line of a day is a heading of the lines below it."""
    line = sheet.line(day.start)
    return line.end - day.end < 3 or sheet.folded[max(0, line.end - 3) : line.end].rstrip().endswith(":")


def _each_on_its_line(day: Mention, near: Sequence[Hour], sheet: Sheet) -> tuple[Hour, ...]:
    """The hours of the lines below a day that heads them: "Me datën 10 maj janë:", and a place with its hour a line."""
    if not heads_lines(day, sheet) or near[0].start < sheet.line(day.start).end:
        return ()
    lines = [sheet.line(hour.start) for hour in near]
    block = sheet.text.find("\n\n", lines[0].start)
    inside = [
        hour
        for hour, line in zip(near, lines, strict=True)
        if (lines.count(line) == 1 or _CLOSES_ITEM.match(sheet.folded, hour.end))
        and (not 0 <= block < hour.start or _ENDS_ITEM.search(sheet.matching(line)))
    ]
    return tuple(inside) if len(inside) > 1 else ()


def _next_day(day: Mention, sheet: Sheet, times: Times) -> int:
    others = (
        other.start
        for other, role in zip(times.dates, times.roles, strict=True)
        if other.start >= day.end and role is not Role.ACT and not _was(other, role, day, sheet)
    )
    reach = _REACH_OF_A_HEADING if heads_lines(day, sheet) else _REACH
    return min([next(others, len(sheet.text)), day.end + reach])


def _was(other: Mention, role: Role, day: Mention, sheet: Sheet) -> bool:
    """Whether a day only says when it was to be: "31.03.2026 (ishte 27.03.2026), ora 11:00"."""
    return role is Role.REPLACED and sheet.line(day.start).touches(other)


def _is_its_own(hour: Hour, day: Mention, sheet: Sheet) -> bool:
    sentence = sheet.sentence(hour.start)
    begin = max(sentence.start, day.end)
    same_sentence = sentence.start <= day.start
    about = sheet.folded[max(begin, hour.start - 60) : hour.start]
    office = _NOT_ITS_HOUR.search(about) or (not same_sentence and _NOT_ITS_HOUR.search(sheet.matching(sentence)))
    return not office


def _begins_another(hour: Hour, first: Hour, first_line: Span, sheet: Sheet) -> bool:
    """A second hour begins another meeting in a list of hours, or beside another place."""
    line = sheet.line(hour.start)
    between = sheet.folded[first.end : hour.start]
    if ";" in between and not _OF_THE_SAME.search(between):
        return True
    if line.start == first_line.start and sheet.sentence(hour.start) != sheet.sentence(first.start):
        return False
    if line.start == first_line.start:
        return _ANOTHER.search(between) is not None and not _OF_THE_SAME.search(between)
    ends_item = _ENDS_ITEM.search(sheet.matching(line)) is not None
    return (looks_listed(sheet, line) or ends_item) and hour.begins != first.begins


def looks_listed(sheet: Sheet, line: Span) -> bool:
    """Whether a line is an item of a list, or begins with an hour."""
    return _ITEM.match(sheet.folded, line.start, line.end) is not None


def _stands_before(hour: Hour, day: Mention, sheet: Sheet, times: Times) -> bool:
    if hour.end > day.start:
        return False
    between = [other for other in times.dates if hour.end <= other.start < day.start and not other.follows]
    sentence = sheet.sentence(day.start)
    near = hour.start >= sentence.start or (
        day.start - hour.end < 40 and "\n\n" not in sheet.text[hour.end : day.start]
    )
    return near and not between and _is_its_own(hour, Mention(0, 0, None, None), sheet)


def hour_for_all(sheet: Sheet, times: Times) -> tuple[Hour, ...]:
    """The one hour that a notice names for all its days, or the hour that a moved meeting keeps."""
    shared = _shared_hours(sheet, times)
    if len({hour.begins for hour in shared}) == 1:
        return tuple(shared[:1])
    named = [hour for hour in times.hours if _is_its_own(hour, Mention(0, 0, None, None), sheet)]
    begins = {hour.begins for hour in named if not _belongs_to_letter(hour, sheet, times)}
    return tuple(named[:1]) if len(begins) == 1 else ()


def _belongs_to_letter(hour: Hour, sheet: Sheet, times: Times) -> bool:
    line = sheet.line(hour.start)
    return any(line.touches(day) for day in times.days(Role.PUBLISHED))
