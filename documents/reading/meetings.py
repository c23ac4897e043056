"""The meetings that a notice announces, each with its day, hour and place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property, partial
from itertools import chain

from documents.reading import cues
from documents.reading.cues import CALLED_OFF
from documents.reading.dates import RELATIVE_DAY, WEEKDAY, Mention
from documents.reading.hours import Hour
from documents.reading.items import listed_place, place_in_area
from documents.reading.lists import list_of
from documents.reading.places import (
    apposed_place,
    building_in,
    following_place,
    held_online,
    labelled_place,
    named_place,
    names_a_building,
    names_no_house,
    names_where,
    place_before_bracket,
    spoken_place,
    standing_place,
    titled_place,
)
from documents.reading.roles import A_WEEK, Role
from documents.reading.schedules import Scheduled
from documents.reading.series import Series
from documents.reading.text import Sheet, Span
from documents.reading.times import Times, heads_lines, hour_for_all, hours_of, looks_listed
from documents.reading.told import Told, once_each
from documents.reading.years import When, Years
from participation.consultations.notice import ReadMeeting

AT_MOST = 80
_SATURDAY = 5
_WRITTEN_WEEKDAY = re.compile(rf"\b{WEEKDAY}")
_ABOUT_A_MEETING = re.compile(
    r"\b(?:takim|degj(?:es|im)|seanc|mbledhj|debat|forum|tryez|keshillim|prezantim|mbahe|zhvillohe"
    r"|organizohe|mblidhe|takohe|or[ae]n?\b)|^\W{0,3}te (?:dyja|gjitha|treja|trija)\b"
)
_WAS_TO_BE = re.compile(r"\bdo te (?:mba|zhvillo|organizo|be|mblidh)\w*(?:j|shin)\b")
_LABEL_LINE = re.compile(r"\s*(?:ora|fillimi|koha|mbarimi|perfundimi)\b[^:\n\d]{0,20}:")
_SAME_PLACE = re.compile(
    r"[^\n;\d]{0,30}?\b(?:po (?:aty|ketu|ne at[ae] (?:vend|salle))|ne te njejt(?:in vend|en salle)"
    r"|te njejten or[ae] (?:e|dhe) (?:ne te njejt\w{2} )?(?:vend|salle))\b"
)
_STILL_THEN = re.compile(r"\b(?:dita|data|termini) (?:dhe|e) ora (?:mbete|nuk ndrysho|s.ndrysho|jane te njejta)\w*")
_HELD_THERE = re.compile(
    r"\b(?:behet|mbahet|zhvillohet|zhvendoset|kalon"
    r"|vijme|takohemi|mblidhemi|shkojme|jemi|do te (?:behet|mbahet|zhvillohet))\b"
)
_DAY_LABEL = re.compile(r"(?:^|\n)\W*(?:data|dita|kur|koha)(?: (?:dhe|e) \w+)?\s?:")


@dataclass(frozen=True)
class _Facts:
    """What is known of the notice when its meetings are put together."""

    sheet: Sheet
    times: Times
    days: tuple[Mention, ...]

    @cached_property
    def place_of_all(self) -> str | None:
        """The place that the text says once for all its meetings."""
        return _place_for_all(self)

    @property
    def is_online(self) -> bool:
        """Whether no house is needed: what an item names beside its hour is then what is talked of."""
        return self.place_of_all is not None and names_no_house(self.place_of_all)

    def tells_several(self, line: Span) -> bool:
        """Whether a line may be one of several: a day that is only told twice, here and there, makes no list."""
        beside = {self.sheet.line(max(line.start - 1, 0)), self.sheet.line(line.end + 1)} - {line}
        return (
            len({day.month_day for day in self.days}) > 1
            or looks_listed(self.sheet, line)
            or any(other.touches(day) for other in beside for day in self.days)
        )


@dataclass(frozen=True)
class _Held:
    """One meeting before its place is known."""

    day: Mention
    hour: Hour | None
    several: bool
    """Whether the day has more than one meeting."""
    in_row: Scheduled | None = None


def read_meetings(sheet: Sheet, times: Times, years: Years) -> tuple[ReadMeeting, ...]:
    """The meetings still ahead when the text was written, in the order of the text."""
    facts = _Facts(sheet=sheet, times=times, days=tuple(_each_day(times.days(Role.MEETING), years)))
    held = [meeting for day in facts.days for meeting in _held_on(day, facts)]
    held = [replace(each, hour=times.now(each.hour)) if each.hour else each for each in held]
    series = _series(held, facts)
    told = [_told(each, years.when(each.day), facts, series) for each in held]
    told = _where_the_one_before_is(held, told, sheet)
    dated = once_each(_in_another_house(_shared(told, facts, series), facts))[:AT_MOST]
    relative = (each for each, sure in _on_a_relative_day(facts) if sure or not dated)
    return (*tuple(relative)[:1], *dated)


def _each_day(days: Sequence[Mention], years: Years) -> Iterator[Mention]:
    """The days, with the working days between the two ends of a range."""
    for before, day in zip((None, *days), days, strict=False):
        first, last = (years.when(before).day if before else None), years.when(day).day
        if first and last and day.ends_a_range and (last - first).days < A_WEEK:
            between = (first + timedelta(days=after) for after in range(1, (last - first).days))
            yield from (
                replace(day, month_day=(each.month, each.day), year=each.year, weekday=None)
                for each in between
                if each.weekday() < _SATURDAY
            )
        yield day


def _held_on(day: Mention, facts: _Facts) -> Iterator[_Held]:
    rows = [meeting for meeting in facts.times.scheduled if meeting.day == day]
    if rows:
        shared = _hour_of_all(facts)
        yield from (
            _Held(day, meeting.hour or (None if meeting.is_a_step else shared), several=False, in_row=meeting)
            for meeting in rows
        )
        return
    hours = hours_of(day, facts.sheet, facts.times)
    for hour in hours or (None,):
        yield _Held(day, hour, several=len(hours) > 1)


def _hour_of_all(facts: _Facts) -> Hour | None:
    """The hour that is said once for all rows of a table without hours."""
    return next(iter(hour_for_all(facts.sheet, facts.times)), None)


def _series(held: list[_Held], facts: _Facts) -> Series | None:
    """The meetings with what is said beside each, where there is more than one."""
    moments = {(each.day.month_day, each.hour.begins if each.hour else None) for each in held}
    meetings = tuple((each.day, each.hour) for each in held)
    return Series(facts.sheet, facts.times, meetings) if len(moments) > 1 else None


def _on_a_relative_day(facts: _Facts) -> Iterator[tuple[ReadMeeting, bool]]:
    """Meetings "nesër, ora 10:00", of which the day is left to be asked for; each with whether it is surely one."""
    sheet = facts.sheet
    for hour in facts.times.hours:
        sentence = _near(hour, sheet)
        relative = RELATIVE_DAY.search(sheet.folded, sentence.start, sentence.end)
        called_off = CALLED_OFF.search(sheet.folded, sentence.start, sentence.end)
        was_to_be = _WAS_TO_BE.search(sheet.folded, sentence.start, sentence.end)
        if relative and not (called_off or was_to_be) and not any(sentence.touches(day) for day in facts.times.dates):
            place = spoken_place(sheet, sentence, mentions=facts.times.spans) or facts.place_of_all
            words = sheet.matching(sentence)
            called = cues.MEETING.search(words) is not None and cues.AHEAD.search(words) is not None
            day = sheet.words(Span(*relative.span()))
            yield ReadMeeting(start=hour.begins, end=hour.ends, place=place, words=day), called


def _near(hour: Hour, sheet: Sheet) -> Span:
    """The sentence of an hour, or the nearest part of a very long one."""
    sentence = sheet.sentence(hour.start)
    return Span(max(sentence.start, hour.start - 200), min(sentence.end, hour.end + 200))


def _told(held: _Held, when: When, facts: _Facts, series: Series | None) -> Told:
    elsewise = held.in_row or (series and series.each_before_its_hour(held.day))
    listed = (
        None if elsewise else _introduced(held, facts) or _before_bracket(held, facts) or _place_in_list(held, facts)
    )
    in_prose = series.own_place if series else partial(_place_in_prose, facts)
    place = held.in_row.place if held.in_row else listed or in_prose(held.day, held.hour)
    corrects = cues.CORRECTS.search(facts.sheet.matching(facts.sheet.sentence(held.day.start))) is not None
    if corrects:
        place = None  # It is told again, with what is right.
    meeting = ReadMeeting(
        day=when.day,
        month_day=when.month_day,
        start=held.hour.begins if held.hour else None,
        end=held.hour.ends if held.hour else None,
        place=place,
        words=facts.sheet.words(held.day),
    )
    line = facts.sheet.matching(facts.sheet.line(held.day.start))
    return Told(
        meeting,
        held.hour,
        listed=bool(held.in_row or listed) and not corrects,
        labelled=_DAY_LABEL.match(line) is not None,
        whole=held.hour is not None and facts.sheet.sentence(held.day.start).touches(held.hour),
    )


def _where_the_one_before_is(held: list[_Held], told: list[Told], sheet: Sheet) -> list[Told]:
    """The meetings, where "po aty" is the place of the one before."""
    found: list[Told] = []
    for each, meeting in zip(held, told, strict=True):
        at = max(each.day.end, each.hour.end if each.hour else 0)
        again = bool(found) and _SAME_PLACE.match(sheet.folded, at) is not None
        place = found[-1].meeting.place if again else meeting.meeting.place
        found.append(replace(meeting, meeting=replace(meeting.meeting, place=place)))
    return found


def _shared(told: list[Told], facts: _Facts, series: Series | None) -> list[Told]:
    """The meetings with the places that are said of several; the place of one is never lent to another."""
    own = [each.meeting.place for each in told]
    if series is not None:
        own = series.told_in_one_breath(own)
    if series is not None and any(own):
        own[-1] = own[-1] or series.place_after()
        of_all = series.place_before()
    else:
        of_all = facts.place_of_all
    return [
        replace(each, meeting=replace(each.meeting, place=place or of_all))
        for each, place in zip(told, own, strict=True)
    ]


def _in_another_house(told: list[Told], facts: _Facts) -> list[Told]:
    """The meetings, in the house that is told last where only that is another: "bëhet në … Dita dhe ora mbeten"."""
    sheet = facts.sheet
    still = _STILL_THEN.search(sheet.folded)
    if still is None or not told:
        return told
    at = sheet.sentence(still.start())
    near = (at, sheet.sentence(max(at.start - 1, 0)))
    held = (
        each
        for each in near
        if _HELD_THERE.search(sheet.matching(each)) and not CALLED_OFF.search(sheet.matching(each))
    )
    house = next(filter(None, (spoken_place(sheet, each, mentions=facts.times.spans) for each in held)), None)
    return [replace(each, meeting=replace(each.meeting, place=house or each.meeting.place)) for each in told]


def _before_bracket(held: _Held, facts: _Facts) -> str | None:
    return place_before_bracket(facts.sheet, held.hour.start) if held.hour else None


def _introduced(held: _Held, facts: _Facts) -> str | None:
    """The place that the line above a list says of all its items, in the village that the item names."""
    listing = list_of(held.day, facts.times.lists)
    if listing is None or listing.intro is None or not names_a_building(facts.sheet, listing.intro):
        return None
    if any(names_a_building(facts.sheet, item) for item in listing.items):
        return None
    of_all = spoken_place(facts.sheet, listing.intro, mentions=facts.times.spans)
    return place_in_area(of_all, _place_in_list(held, facts)) if of_all else None


def _place_in_list(held: _Held, facts: _Facts) -> str | None:
    sheet = facts.sheet
    line = _own_line(held.day, held.hour, sheet)
    if cues.AHEAD.search(sheet.matching(line)) or _DAY_LABEL.search(sheet.matching(line)):
        return None
    alone = line.touches(held.day) and not (facts.tells_several(line) and _is_an_item(sheet, line, facts.days))
    if alone and not held.several:
        return None
    labelled = labelled_place(sheet, line)
    if labelled:
        return labelled
    spans = (*(span for span in facts.times.spans if line.touches(span)), *_weekdays(sheet, line))
    item = _item(sheet, line, held.hour if held.several else None, facts.times)
    if held.several and _says_where(held, line, sheet) and not names_where(sheet, item):
        return None
    spoken = spoken_place(sheet, item, mentions=spans) if held.several else None
    sure = spoken or listed_place(sheet, item, mentions=spans, surely=True)
    after = max(held.day.end, held.hour.end if held.hour and line.touches(held.hour) else 0)
    named = following_place(sheet, after, mentions=spans) or named_place(sheet, after, mentions=spans)
    said = sure or named or spoken_place(sheet, item, mentions=spans)
    return said or (None if facts.is_online else listed_place(sheet, item, mentions=spans))


def _says_where(held: _Held, line: Span, sheet: Sheet) -> bool:
    """Whether the line of a day that heads others names the house: then they say what is talked of there."""
    of_day = sheet.line(held.day.start)
    return line != of_day and names_a_building(sheet, of_day)


def _place_in_prose(facts: _Facts, day: Mention, hour: Hour | None) -> str | None:
    last = max(day.end, hour.end if hour else 0)
    sheet, spans = facts.sheet, facts.times.spans
    sentence = sheet.sentence(day.start)
    region = Span(sentence.start, _region_end(day, facts.days, sheet))
    return (
        labelled_place(sheet, Span(max(day.end - 1, sheet.line(last).end), region.end))
        or following_place(sheet, last, mentions=spans)
        or named_place(sheet, last, mentions=spans)
        or following_place(sheet, day.end, mentions=spans)
        or titled_place(sheet, Span(sentence.start, day.start), mentions=spans)
        or labelled_place(sheet, Span(day.end, region.end))
        or spoken_place(sheet, Span(day.end, sentence.end), mentions=spans)
        or spoken_place(sheet, region, mentions=spans)
        or apposed_place(sheet, Span(day.end, sheet.line(last).end), mentions=spans)
        or held_online(sheet, sentence)
        or building_in(sheet, sheet.line(day.start))
    )


def _own_line(day: Mention, hour: Hour | None, sheet: Sheet) -> Span:
    """The line of the hour where it is an item under its day, else the line of the day."""
    if hour is not None and hour.start > day.end:
        line = sheet.line(hour.start)
        item = sheet.matching(line)
        listed = (heads_lines(day, sheet) and line != sheet.line(day.start)) or looks_listed(sheet, line)
        if listed and len(item) > hour.end - hour.start + 8 and not _LABEL_LINE.match(item):
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


def _place_for_all(facts: _Facts) -> str | None:
    sheet, spans = facts.sheet, facts.times.spans
    labelled = labelled_place(sheet, Span(0, len(sheet.text)))
    about = [sentence for sentence in sheet.sentences if _ABOUT_A_MEETING.search(sheet.matching(sentence))]
    calling = [sentence for sentence in about if cues.AHEAD.search(sheet.matching(sentence))]
    called = (spoken_place(sheet, sentence, mentions=spans) for sentence in calling)
    spoken = (spoken_place(sheet, sentence, mentions=spans) for sentence in about)
    online = (held_online(sheet, sentence) for sentence in about)
    last = max((span.end for span in (*facts.days, *facts.times.hours)), default=0)
    said = labelled or next(filter(None, chain(called, online, spoken)), None)
    return said or standing_place(sheet, last, mentions=spans)
