"""Whether a date is the old one of something that was moved or called off."""

import re
from collections.abc import Callable

from documents.reading import cues
from documents.reading.context import Context


def is_replaced(context: Context) -> bool:
    """Whether another day holds now, or none."""
    return next(verdict for holds, verdict in _VERDICTS if holds(context))


def _before(*words: re.Pattern[str]) -> Callable[[Context], bool]:
    """Whether such words stand before it, up to the date before."""
    return lambda context: any(each.search(context.before) for each in words)


def _after(*words: re.Pattern[str]) -> Callable[[Context], bool]:
    """Whether such words follow it."""
    return lambda context: any(each.match(context.after) for each in words)


def _is_held_all_the_same(context: Context) -> bool:
    return _before(cues.OF_THE_DATE)(context) and _after(cues.HELD_AFTER)(context)


def _is_called_off_by_name(context: Context) -> bool:
    """Whether what is called off is named by it: "Anulohet takimi i datës …"."""
    called_off = cues.CALLED_OFF.search(cues.clause(context.before))
    return called_off is not None and _before(cues.OF_THE_DATE)(context)


def _is_moved_from(context: Context) -> bool:
    sentence = context.sheet.matching(context.sentence)
    return _before(cues.MOVED_FROM)(context) and cues.MOVED.search(sentence) is not None


def _is_extended_from(context: Context) -> bool:
    """Whether with it begins the time by which a window is longer: "zgjatet nga data … deri …"."""
    return context.begins_range and _before(cues.EXTENDED)(context)


def _is_called_off(context: Context) -> bool:
    return cues.CALLED_OFF.search(context.whole_before) is not None and not context.has_hour


# The first that holds decides.
_VERDICTS: tuple[tuple[Callable[[Context], bool], bool], ...] = (
    (lambda context: cues.CROSSED_OUT.match(context.line_before) is not None, True),
    (lambda context: not context.moved, False),
    (_is_held_all_the_same, False),
    (_before(cues.STAYS), False),
    (_before(cues.WRONG), True),
    (lambda context: cues.PUT_OFF.search(context.intro) is not None, True),
    (_is_called_off_by_name, True),
    (lambda context: _before(cues.NOT_THEN)(context) and not _after(cues.ELSEWHERE)(context), True),
    (_is_extended_from, False),
    (_is_moved_from, True),
    (_before(cues.NEW_BEFORE), False),
    (_after(cues.ELSEWHERE, cues.AS_PLANNED), False),
    (_before(cues.OLD_BEFORE), True),
    (_after(cues.OLD_AFTER), True),
    (_is_called_off, True),
    (lambda _: True, False),
)
