"""Figures (shifra) of safety reports for the local public-safety council (KVSP): how many, of what, where, how ended.

A month and a quarter are counted by the calendar, each for itself and the same every time. Twelve months are the sum of
what is shown of their four quarters: counted anew each month they would tell by subtraction what a month hides.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from participation.clock import local_day
from participation.dockets import Docket
from participation.errors import Refusal, Refused
from participation.ids import InstitutionId, PersonId, UnitId
from participation.offices.usecases import office_in
from participation.people.model import Language, Office, Right
from participation.places import Institution, Unit
from participation.ports import UnitOfWork
from participation.reports.hiding import Counts, Shown, hidden, together
from participation.reports.life import State
from participation.reports.model import OTHER, Fact, KnownProblem, Outcome, label_of

LONG: Final = 30
"""Days after which a report that is still open has been open for long."""


LOOKED_BACK: Final = timedelta(days=365)
"""So old is at most what was open when a time ended and is not any more."""


class Span(StrEnum):
    """Which time the figures are of."""

    THIS_MONTH = "m0"
    LAST_MONTH = "m1"
    LAST_QUARTER = "q1"
    TWELVE_MONTHS = "y1"


class Table(StrEnum):
    """By what reports are counted."""

    ALL = "all"
    CATEGORY = "category"
    AREA = "area"
    OUTCOME = "outcome"
    ACTED_ON = "acted_on"
    PASSED_ON = "passed_on"


STILL_OPEN: Final = "open"
JOINED: Final = "joined"
YES: Final = "yes"
NO: Final = "no"
ALL: Final = "all"
NOWHERE: Final = ""
"""The row of those that name no unit."""
ENDS: Final = (*(outcome.value for outcome in Outcome), JOINED, STILL_OPEN)
OVER: Final = "over"
"""Of the open ones: for long, or not."""


Labels = Mapping[Table, Mapping[str, str]]
"""What the rows of a table are called in a language."""


@dataclass(frozen=True)
class Period:
    """From which day to which, both included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether a day is in it."""
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Figures:
    """What may be shown of a period, of the same time before it, and of what was open when it ended, or is today.

    With `gone`, reports of these times may have been deleted and are in no count. One that `is_empty` has none at all.
    With `guarded`, what only the protection contact reads is in no count: who sees the others could take these away.
    `known` is what citizens read on the day it was made: the only words in them, and an officer chose each.
    """

    institution: InstitutionId
    span: Span
    period: Period
    before: Period
    now: Shown
    then: Shown
    open: Shown
    smallest: int
    made_on: date
    gone: bool
    is_empty: bool
    guarded: bool = False
    known: tuple[KnownProblem, ...] = ()


def month_of(day: date, back: int = 0, *, months: int = 1) -> Period:
    """So many calendar months, the last of them `back` before that of a day."""
    last = day.year * 12 + day.month - 1 - back
    return Period(_begin(last - months + 1), _begin(last + 1) - timedelta(days=1))


def _begin(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def periods_of(span: Span, today: date) -> tuple[Period, Period]:
    """The time a span means today, and the same time before it."""
    since_quarter = (today.month - 1) % 3 + 1
    back, months = {
        Span.THIS_MONTH: (0, 1),
        Span.LAST_MONTH: (1, 1),
        Span.LAST_QUARTER: (since_quarter, 3),
        Span.TWELVE_MONTHS: (since_quarter, 12),
    }[span]
    return month_of(today, back, months=months), month_of(today, back + months, months=months)


def parts_of(period: Period, months: int) -> list[Period]:
    """The parts of so many months each, the last first."""
    whole = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1
    return [month_of(period.last, back, months=months) for back in range(0, whole, months)]


def count(facts: Iterable[Fact], period: Period, categories: Sequence[str], units: Sequence[UnitId]) -> Counts:
    """The reports of a period by all that is counted; the rows are the same whatever was reported."""
    mine = [fact for fact in facts if period.holds(fact.received_on)]
    kinds = [*categories, *(() if OTHER in categories else (OTHER,))]
    places = [NOWHERE, *map(str, units)]
    return {
        Table.ALL: {ALL: len(mine)},
        Table.CATEGORY: _rows(kinds, (fact.category if fact.category in categories else OTHER for fact in mine)),
        Table.AREA: _rows(places, (str(fact.unit) if fact.unit in units else NOWHERE for fact in mine)),
        Table.OUTCOME: _rows(ENDS, map(end_of, mine)),
        Table.ACTED_ON: _rows((YES, NO), (YES if fact.acted_on else NO for fact in mine)),
        Table.PASSED_ON: _rows((YES, NO), (YES if fact.handed else NO for fact in mine)),
    }


def _rows(rows: Iterable[str], found: Iterable[str]) -> Mapping[str, int]:
    counted = Counter(found)
    return {row: counted[row] for row in rows}


def end_of(fact: Fact) -> str:
    """How a report ended, or that it has not."""
    if fact.state is State.JOINED:
        return JOINED
    return fact.outcome.value if fact.state is State.CLOSED and fact.outcome else STILL_OPEN


def days_open(fact: Fact, today: date) -> int:
    """How many days a report has been open, or was."""
    return ((today if end_of(fact) == STILL_OPEN else fact.moved_on) - fact.received_on).days


def count_open(facts: Iterable[Fact], day: date) -> Counts:
    """What was open when a day ended, and for how long; what was opened again since counts as open all the time."""
    ages = [(day - fact.received_on).days for fact in facts if fact.received_on <= day and _is_open(fact, day)]
    return {Table.ALL: {ALL: len(ages)}, OVER: _rows((YES, NO), (YES if age > LONG else NO for age in ages))}


def _is_open(fact: Fact, day: date) -> bool:
    return end_of(fact) == STILL_OPEN or fact.moved_on > day


def figures(
    facts: Sequence[Fact],
    span: Span,
    *,
    institution: Institution,
    categories: Sequence[str],
    units: Sequence[UnitId],
    today: date,
) -> Figures:
    """What may be shown of the facts, for a time and the time before it."""
    k = institution.smallest

    def of(period: Period) -> Shown:
        counts = count(facts, period, categories, units)
        match len(parts_of(period, 1)):
            case 1:
                return hidden(counts, k)
            case 3:
                return hidden(counts, k, [of(month) for month in parts_of(period, 1)])
            case _:
                return together([of(quarter) for quarter in parts_of(period, 3)])

    period, before = periods_of(span, today)
    return Figures(
        institution=institution.id,
        span=span,
        period=period,
        before=before,
        now=of(period),
        then=of(before),
        open=hidden(count_open(facts, min(today, period.last)), k),
        smallest=k,
        made_on=today,
        is_empty=not any(period.holds(fact.received_on) or before.holds(fact.received_on) for fact in facts),
        gone=before.first < today - timedelta(days=institution.keep_days),
    )


async def labels_of(
    institution: Institution, *, language: Language, named: Callable[[Unit], str], other: str, uow: UnitOfWork
) -> Labels:
    """What categories and units are called; what has no category of its own is called `other`."""
    home = institution.municipality
    categories = await uow.places.report_categories(institution.id, language)
    kinds = {one.code: one.label for one in categories}
    units = await uow.places.units(home) if home is not None else ()
    return {
        Table.CATEGORY: {**kinds, OTHER: label_of(OTHER, categories, other=other)},
        Table.AREA: {str(unit.id): named(unit) for unit in units},
    }


async def figures_on(today: date, institution: InstitutionId, span: Span, *, uow: UnitOfWork) -> Figures:
    """The figures of an institution, as they are of a day."""
    found = await uow.places.institution(institution)
    home = found.municipality
    period, before = periods_of(span, today)
    since = min(before.first, period.last - LOOKED_BACK)  # what is closed by now was open then
    counted = figures(
        await uow.reports.facts(Docket(institution), since=since),
        span,
        institution=found,
        categories=[one.code for one in await uow.places.report_categories(institution, Language.SQ)],
        units=[unit.id for unit in await uow.places.units(home)] if home is not None else [],
        today=today,
    )
    guarded = await _is_kept_apart(Docket(institution, guarded=True), uow=uow)
    return replace(counted, guarded=guarded, known=tuple(await uow.known.of(institution)))


async def _is_kept_apart(guarded: Docket, *, uow: UnitOfWork) -> bool:
    """Whether anybody ever read there what others do not: whether there is any of it now must not be seen by this."""
    found = await uow.audit.appointments()
    return any(one.institution == guarded.institution and one.role.may(guarded.right) for one in found)


def spans_for(office: Office) -> Sequence[Span]:
    """The times of which an office lets one see the figures."""
    return [span for span in Span if span is not Span.THIS_MONTH or office.may(Right.ACT)]


async def figures_for(
    institution: InstitutionId, span: Span, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> Figures:
    """The figures of an institution as whoever acts there, or sits on its council, sees them.

    The council waits for the end of a month: what a day adds to one that still runs would tell of that day.
    """
    office = await office_in(by, institution, uow=uow, right=Right.COUNT)
    if span not in spans_for(office):
        raise Refused(Refusal.NOT_ALLOWED)
    return await figures_on(local_day(now), institution, span, uow=uow)


async def cases_for(institution: InstitutionId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Sequence[Fact]:
    """The reports of the last twelve months and all that are open, for whoever acts there; it is noted."""
    await office_in(by, institution, uow=uow)
    await uow.audit.note(at=now, person=by, institution=institution, action="reports list", subject=str(institution))
    return await uow.reports.facts(Docket(institution), since=month_of(local_day(now), months=12).first)
