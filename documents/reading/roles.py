"""What each date of a notice is for: a meeting, a deadline, the day of publication, a law, or nothing to us."""

import re
from collections.abc import Callable
from enum import Enum, auto

from documents.reading import cues
from documents.reading.context import Context
from documents.reading.datelines import is_a_dateline
from documents.reading.dates import Mention
from documents.reading.hours import Hour
from documents.reading.lists import find_lists, list_of
from documents.reading.parts import Parts
from documents.reading.replaced import is_replaced
from documents.reading.text import Sheet, Span


class Role(Enum):
    """The use of a date in a notice."""

    MEETING = auto()
    DEADLINE = auto()
    PUBLISHED = auto()
    REPLACED = auto()
    """The old day of something moved or cancelled."""
    ACT = auto()
    """The day of a law or a decision."""
    OTHER = auto()
    """The day of a step, of something past: plainly not for us."""
    PERHAPS = auto()
    """It may be a meeting; none of whose days is said, where another one surely is."""
    UNSAID = auto()
    """Nothing in the text says what it is for."""


OUR_ROLES = (Role.MEETING, Role.DEADLINE, Role.PUBLISHED)
"""The uses of a day that belongs to the notice itself."""

A_WEEK = 7


def roles_of(sheet: Sheet, dates: tuple[Mention, ...], hours: tuple[Hour, ...], parts: Parts) -> tuple[Role, ...]:
    """The role of each date, in the same order."""
    moved = cues.MOVED.search(sheet.folded) is not None
    stamped = (*parts.mail_heads, *parts.stamps)
    aside = (
        *parts.agendas,
        *parts.examples,
        *parts.links_elsewhere,
        *parts.closed,
        *parts.sent_before,
    )
    roles: list[Role] = []
    lists = find_lists(sheet, dates)
    for index, mention in enumerate(dates):
        previous = dates[index - 1] if index else None
        following = dates[index + 1] if index + 1 < len(dates) else None
        listing = list_of(mention, lists)
        context = Context(
            sheet,
            mention,
            previous=previous,
            following=following,
            unlinked=next((each for each in dates[index + 1 :] if not each.follows), None),
            hours=hours,
            moved=moved,
            listing=listing,
        )
        role = _of_part(mention, stamped, aside) or _role(context)
        if mention.follows and roles and previous is not None and previous.end >= mention.start - 1:
            role = _linked(role, roles, mention)
        if previous is not None and roles[-1] is Role.REPLACED and _is_another_old_one(previous, mention, sheet):
            role = Role.REPLACED
        roles.append(role)
    return _settled(dates, _ends_of_chains(dates, roles, sheet), sheet)


def _of_part(mention: Mention, stamped: tuple[Span, ...], aside: tuple[Span, ...]) -> Role | None:
    """The use of a date by the part of the text in which it stands."""
    if any(mention.touches(part) for part in stamped):
        return Role.PUBLISHED
    return Role.OTHER if any(mention.touches(part) for part in aside) else None


def _settled(dates: tuple[Mention, ...], roles: tuple[Role, ...], sheet: Sheet) -> tuple[Role, ...]:
    """What may be a meeting is one where nothing else is, or where it is told in one breath with one."""
    sure = [sheet.sentence(day.start) for day, role in zip(dates, roles, strict=True) if role is Role.MEETING]
    gone = {day.month_day for day, role in zip(dates, roles, strict=True) if role is Role.REPLACED}
    past = {day.day for day, role in zip(dates, roles, strict=True) if role is Role.OTHER and day.day}

    def settled(day: Mention, role: Role) -> Role:
        if role is not Role.PERHAPS:
            return role
        if day.month_day in gone:
            return Role.REPLACED
        if day.day in past:
            return Role.OTHER
        return Role.MEETING if not sure or sheet.sentence(day.start) in sure else Role.UNSAID

    return tuple(settled(day, role) for day, role in zip(dates, roles, strict=True))


def _role(context: Context) -> Role:
    return next((role for holds, role in _RULES if holds(context)), Role.UNSAID)


def _is_of_an_act(context: Context) -> bool:
    return cues.ACT.search(context.before) is not None and not cues.OF_A_QUARTER.search(context.before)


def _is_a_new_limit(context: Context) -> bool:
    if not context.moved:
        return False
    goes_on = cues.MOVED_TO.match(context.before) is not None and cues.MOVED.search(context.whole_before) is not None
    return (goes_on or cues.NEW_BEFORE.search(context.before) is not None) and cues.LIMIT.search(
        context.whole_before
    ) is not None


def _is_past(context: Context) -> bool:
    """Whether the verb that is nearest to it tells of something that has been; one before it counts first."""
    if cues.BROKEN_OFF.match(context.after):
        return True
    known = (cues.PAST, cues.AHEAD, cues.STILL_TAKEN)
    last = _last(context.whole_before, *known) or _last(context.intro, *known)
    if last is not None:
        return last is cues.PAST
    return cues.PAST.search(context.after[:90]) is not None


def _last(words: str, *cues_of: re.Pattern[str]) -> re.Pattern[str] | None:
    """Which of these cues comes last."""
    ends = {cue: max((match.end() for match in cue.finditer(words)), default=-1) for cue in cues_of}
    last = max(ends, key=lambda cue: ends[cue])
    return last if ends[last] >= 0 else None


def _was_to_be(context: Context) -> bool:
    """Whether it is the day for which something was planned that is now otherwise: "do të mbyllej më 31 mars"."""
    return cues.WAS_TO_BE.search(context.before) is not None


def _is_referred_to(context: Context) -> bool:
    """Whether it only tells one paper or meeting from another: "procesverbali i mbledhjes së datës 31 janar"."""
    if cues.THE_ONE_OF.search(context.before) and not _has_own_hour(context) and not cues.STARTS.match(context.after):
        return True
    told_before = cues.HOUR_BEFORE.search(context.before) is not None
    return cues.OF_THE_DATE.search(context.before) is not None and not told_before and not _has_own_hour(context)


def _is_said_to_be_held(context: Context) -> bool:
    """Whether a meeting is named by its day, and held then: "Takimi i datës 13 mars mbahet"."""
    return cues.OF_A_MEETING.search(context.before) is not None and cues.HELD_AFTER.match(context.after) is not None


def _has_own_hour(context: Context) -> bool:
    return context.has_hour and cues.HOUR_FOLLOWS.match(context.after) is not None


def _begins_a_range(context: Context) -> bool:
    goes_on = cues.RANGE_LINK.match(context.sheet.folded, context.mention.end) is not None
    return goes_on and cues.RANGE_START.search(context.before) is not None


def _opens_a_window(context: Context) -> bool:
    return context.begins_range and cues.WINDOW.search(context.before) is not None


def _is_of_an_update(context: Context) -> bool:
    """Whether it is the day on which a text was changed: "KORRIGJIM (18.01.2023): …"."""
    return cues.UPDATED.search(context.line_before) is not None and cues.BRACKET_ENDS.match(context.after) is not None


def _is_of_publication(context: Context) -> bool:
    published = cues.PUBLISHED.search(context.before)
    stays = cues.STAYS.search(context.before) is not None or cues.BY_A_PLAN.search(context.before) is not None
    return published is not None and not stays and cues.UNTIL.search(context.before, published.start()) is None


def _is_a_limit(context: Context) -> bool:
    """Whether something has to be done by then; the end of what people meet for is the day of its last meeting."""
    limit = cues.DEADLINE.search(context.before)
    if limit is not None and (cues.OPENS.search(limit[0]) or "vjec" in limit[0]):
        return False
    ends = limit is not None and cues.CLOSES.match(limit[0]) is not None
    meets = context.has_hour or cues.MEETING.search(context.after[:40]) is not None
    return limit is not None and not (ends and meets and not cues.FOR_THE_PUBLIC.search(context.whole_before))


def _takes_nothing_after(context: Context) -> bool:
    """Whether the limit is said the other way round: "pas datës 28 mars nuk pranohen"."""
    return cues.NOT_AFTER.search(context.before) is not None and cues.NOT_TAKEN.match(context.after) is not None


def _decided_something(context: Context) -> bool:
    """Whether it is the day on which something was decided: "në mbledhjen e datës 13 korrik vendosi"."""
    there = cues.DECIDED_THERE.search(context.before) is not None
    return there and not _has_own_hour(context) and not cues.AHEAD.search(context.after)


def _is_for_handing_in(context: Context) -> bool:
    return (
        cues.HAND_IN.search(context.before) is not None
        and not cues.WE_HAND_IN.search(context.before)
        and cues.OPENS.search(context.before) is None
    )


def _begins_a_process(context: Context) -> bool:
    return cues.PERIOD.search(context.before) is not None and cues.MEETING.search(context.before) is None


def _began_a_process(context: Context) -> bool:
    runs_on = cues.OPENS.search(context.before) is not None and cues.RUNS_ON.match(context.after) is not None
    return runs_on or cues.BEGAN.match(context.after) is not None


def _is_called_a_meeting(context: Context) -> bool:
    if cues.NO_MEETING.search(context.sheet.matching(context.sentence)):
        return False
    said = cues.MEETING.search(context.whole_before) or cues.MEETING.search(context.after[:80])
    return bool(said or context.mention.weekday is not None or cues.MEETING_LABEL.search(context.heading))


def _is_held_then(context: Context) -> bool:
    """Whether a sentence says that people meet then, or a form asks when."""
    if cues.WHEN_LABEL.search(context.line_before):
        return True
    of_people = cues.MEETING.search(context.intro) or cues.MEETING.search(context.head)
    if of_people and (cues.AHEAD.search(context.intro) or cues.HOUR.search(context.intro)):
        return True
    sentence = context.sheet.matching(context.sentence)
    return bool(cues.MEETING.search(sentence) and cues.AHEAD.search(sentence))


# The first rule that holds decides: what is surely no meeting comes before what may be one.
_RULES: tuple[tuple[Callable[[Context], bool], Role], ...] = (
    (lambda context: cues.ASKED_WHEN.search(context.line_before) is not None, Role.MEETING),
    (lambda context: cues.PROTOCOL.search(context.line_before[-80:]) is not None, Role.PUBLISHED),
    (_is_of_an_act, Role.ACT),
    (is_replaced, Role.REPLACED),
    (_is_a_new_limit, Role.DEADLINE),
    (_was_to_be, Role.REPLACED),
    (_is_of_an_update, Role.PUBLISHED),
    (_is_of_publication, Role.PUBLISHED),
    (_is_past, Role.OTHER),
    (lambda context: cues.WE_PUBLISH.search(context.before) is not None, Role.OTHER),
    (lambda context: cues.EVERY_YEAR.search(context.before) is not None, Role.OTHER),
    (_is_a_limit, Role.DEADLINE),
    (_takes_nothing_after, Role.DEADLINE),
    (lambda context: cues.AFTER.search(context.before) is not None and not _has_own_hour(context), Role.OTHER),
    (_opens_a_window, Role.DEADLINE),
    (lambda context: cues.LABELLED_LIMIT.search(context.line_before) is not None, Role.DEADLINE),
    (is_a_dateline, Role.PUBLISHED),
    (_begins_a_range, Role.OTHER),
    (lambda context: cues.EACH_DAY.match(context.after) is not None, Role.OTHER),
    (lambda context: cues.NAMES_A_LIMIT.match(context.after) is not None, Role.DEADLINE),
    (lambda context: bool(cues.KEPT.search(context.before) and cues.IS_KEPT.match(context.after)), Role.MEETING),
    (_decided_something, Role.OTHER),
    (lambda context: _is_referred_to(context) and cues.OF_A_MEETING.search(context.before) is not None, Role.PERHAPS),
    (_is_said_to_be_held, Role.MEETING),
    (_is_referred_to, Role.OTHER),
    (lambda context: cues.SINCE.search(context.before) is not None and not _has_own_hour(context), Role.OTHER),
    (lambda context: cues.TOLD_THEN.search(context.before) is not None, Role.OTHER),
    (lambda context: cues.JURY.search(context.before) is not None, Role.OTHER),
    (lambda context: cues.WE_HAND_IN.search(context.before) is not None and not _has_own_hour(context), Role.OTHER),
    (lambda context: cues.FEAST.search(context.whole_before) is not None, Role.OTHER),
    (lambda context: cues.IF_NOT.search(context.whole_before) is not None, Role.OTHER),
    (lambda context: context.has_hour, Role.MEETING),
    (_is_for_handing_in, Role.DEADLINE),
    (_begins_a_process, Role.OTHER),
    (_began_a_process, Role.OTHER),
    (lambda context: cues.AFTER_A_TALK.search(context.before) is not None, Role.OTHER),
    (lambda context: context.moved and cues.NEW_BEFORE.search(context.before) is not None, Role.MEETING),
    (_is_held_then, Role.MEETING),
    (_is_called_a_meeting, Role.PERHAPS),
)


def _is_another_old_one(previous: Mention, mention: Mention, sheet: Sheet) -> bool:
    """Whether something was moved once more: "ishte caktuar për 5 mars e pastaj për 12 mars"."""
    return cues.AND_THEN.fullmatch(sheet.folded, previous.end, mention.start) is not None


def _linked(role: Role, roles: list[Role], mention: Mention) -> Role:
    """A day linked to the one before it shares its use: "12 dhe 13 shkurt"."""
    first = roles[-1]
    if mention.is_until:
        return Role.DEADLINE if first is not Role.REPLACED else Role.REPLACED
    if Role.DEADLINE in (role, first):
        return Role.DEADLINE
    return first if first not in {Role.OTHER, Role.UNSAID} else role


def _ends_of_chains(dates: tuple[Mention, ...], roles: list[Role], sheet: Sheet) -> tuple[Role, ...]:
    """The first day of "5 deri më 20 tetor" begins a period: it is no meeting."""
    for index in range(len(dates) - 1):
        later = dates[index + 1]
        if _is_held_each_day(dates[index], later, sheet):
            roles[index : index + 2] = [Role.MEETING, Role.MEETING]
            continue
        if not (later.is_until or (later.ends_a_range and _days_between(dates[index], later) > 2)):
            continue
        if roles[index] in {Role.UNSAID, Role.PERHAPS}:
            roles[index] = Role.OTHER
        if later.is_until and roles[index] is Role.REPLACED:
            roles[index + 1] = Role.REPLACED
        if roles[index] not in {Role.MEETING, Role.DEADLINE}:
            continue
        ends_it = later.is_until or roles[index] is Role.DEADLINE
        roles[index : index + 2] = [Role.OTHER, Role.DEADLINE if ends_it else Role.OTHER]
    return tuple(roles)


def _is_held_each_day(first: Mention, later: Mention, sheet: Sheet) -> bool:
    """Whether people meet on each day of a short range: "takimet mbahen nga 4 deri më 9 mars, ora 17:00"."""
    short = 0 < _days_between(first, later) < A_WEEK
    return (
        later.ends_a_range
        and short
        and cues.ONE_HOUR_FOLLOWS.match(sheet.folded, later.end) is not None
        and cues.HELD_EACH_DAY.search(sheet.matching(sheet.sentence(first.start))) is not None
    )


def _days_between(first: Mention, later: Mention) -> int:
    if first.month_day is None or later.month_day is None:
        return 0
    (month, day), (later_month, later_day) = first.month_day, later.month_day
    return abs((later_month - month) * 30 + later_day - day)
