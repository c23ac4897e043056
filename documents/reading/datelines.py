"""The day on which a text was written or put up: of a letter, a page, a story, a call."""

import re
from collections.abc import Callable

from documents.reading import cues
from documents.reading.context import Context

_ISO = re.compile(r"20\d\d-\d\d")
_LONG_LINE = 120
_ROW_NUMBER = re.compile(r"\W{0,3}\d{1,2}\W{1,3}[a-z]{2}")
"""How a row of a table begins, and no town."""
_PAGE_LINES = 4


def is_a_dateline(context: Context) -> bool:
    """Whether a date says when the text was written, and nothing of what it tells."""
    return any(holds(context) for holds in _KINDS)


def _is_a_letter_date(context: Context) -> bool:
    if not context.stands_alone or context.mention.weekday is not None or cues.MEETING.search(context.line_before):
        return False
    if _ROW_NUMBER.match(context.line_before):
        return False
    if context.mention.year is None or re.search(r"\b(?:data|dita|kur|e para|i pari)\s?:\s*$", context.line_before):
        return False
    stamped = re.search(r"[^\n]{0,6}\d{1,2}:\d\d", context.sheet.folded[context.mention.end : context.line.end])
    return context.in_the_frame and ((stamped is not None and not context.listed) or not context.has_hour)


def _is_the_day_of_a_page(context: Context) -> bool:
    """Whether it stands alone with its weekday above the title: "E hënë, 27 Tetor, 2025"."""
    above = [line.start for line in context.sheet.lines[:_PAGE_LINES]]
    alone = context.stands_alone or cues.WEEKDAY_ALONE.fullmatch(context.line_before) is not None
    ends = context.sheet.folded[context.mention.end : context.line.end].strip(" .,") == ""
    labelled = ":" in context.line_before or context.mention.year is None or context.has_hour
    return context.line.start in above and alone and ends and not labelled


def _is_a_web_stamp(context: Context) -> bool:
    first = context.line_before.strip() == "" and context.in_the_frame
    return first and cues.STAMP.fullmatch(context.sheet.folded, context.mention.start, context.line.end) is not None


def _begins_a_story(context: Context) -> bool:
    """Whether a report begins with it: "FIER, 19 dhjetor 2025 – Me 29 vota …"."""
    written = context.sheet.written[context.line.start : context.mention.start]
    goes_on = cues.DASH.match(context.after) is not None
    story = context.line.end - context.line.start > _LONG_LINE and not cues.HOUR.search(
        context.sheet.matching(context.line)
    )
    known = cues.DATELINE_OF_A_STORY if story else cues.DATELINE
    return goes_on and known.fullmatch(written) is not None


def _is_a_crumb(context: Context) -> bool:
    """Whether it is what a page says of itself: "date 2025-08-20 Në qytet …"."""
    return (
        cues.CRUMB.fullmatch(context.line_before) is not None
        and _ISO.match(context.sheet.words(context.mention)) is not None
    )


def _is_of_a_call(context: Context) -> bool:
    """Whether "Data:" is the day of a call, which asks nobody to come anywhere."""
    labelled = cues.DATE_LABEL.search(context.line_before) is not None and not context.has_hour
    return labelled and not cues.CALLS_PEOPLE.search(context.head)


_KINDS: tuple[Callable[[Context], bool], ...] = (
    _is_a_letter_date,
    _is_the_day_of_a_page,
    _is_a_web_stamp,
    _begins_a_story,
    _is_a_crumb,
    _is_of_a_call,
)
