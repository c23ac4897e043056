"""The parts of a consultation plan, each changed by itself; and what a plan still lacks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any, Final

from participation.paperwork.plan import ConsultationPlan, Monitoring
from participation.words import is_blank, one_line

LONGEST: Final = 4_000
"""Characters of a text; a message has hardly more."""
MOST_ROWS: Final = 300
"""Rows of a table; a form with more is none that anybody fills in by hand."""


class PlanRows(StrEnum):
    """The tables of a plan, by the names of their rows."""

    AUDIENCE = "audience"
    ACTIVITIES = "activities"
    FRAME = "frame"
    QUANTITIES = "quantities"
    QUALITIES = "qualities"


GROWING: Final = frozenset({PlanRows.AUDIENCE, PlanRows.ACTIVITIES})
"""Those that have as many rows as somebody adds; the others have those of the form."""


class PlanField(StrEnum):
    """What is typed into a plan, by where it stands: in it, in a part of it, or in a row of one of its tables."""

    NAME = "name"
    COLLECTION = "collection"
    HUMAN = "resources.human"
    FINANCIAL = "resources.financial"
    EQUIPMENT = "resources.equipment"
    AUDIENCE = "audience.audience"
    METHODS = "audience.methods"
    CHANNEL = "audience.channel"
    DAY = "activities.day"
    PLACE = "activities.place"
    WHAT = "activities.text"
    ORGANISATIONS = "activities.organisations"
    FRAME_MEASURES = "frame.measures"
    QUANTITY_LABEL = "quantities.label"
    PLANNED = "quantities.planned"
    ACHIEVED = "quantities.achieved"
    QUANTITY_MEASURES = "quantities.measures"
    QUANTITY_TOOL = "monitoring.other_quantity_tool"
    QUALITY_LABEL = "qualities.label"
    FINDINGS = "qualities.findings"
    QUALITY_MEASURES = "qualities.measures"
    QUALITY_TOOL = "monitoring.other_quality_tool"

    @property
    def rows(self) -> PlanRows | None:
        """The table in whose rows it stands, if it does."""
        head = self.value.partition(".")[0]
        return PlanRows(head) if head in set(PlanRows) and "." in self.value else None


Value = str | date | tuple[str, ...] | None


class Gap(StrEnum):
    """What a plan still lacks."""

    NAME = "name"
    AUDIENCE = "audience"
    KINDS = "kinds"
    ACTIVITIES = "activities"
    DAYS = "days"
    RESOURCES = "resources"
    COLLECTION = "collection"
    QUANTITIES = "quantities"
    PLANNED = "planned"


def gaps(plan: ConsultationPlan) -> tuple[Gap, ...]:
    """What somebody who fills in the form would still be asked for."""
    needed, chosen = plan.resources, [row for row in plan.monitoring.quantities if row.chosen]
    lacks = {
        Gap.NAME: not plan.name,
        Gap.AUDIENCE: not plan.audience,
        Gap.KINDS: not all(row.kinds for row in plan.audience),
        Gap.ACTIVITIES: not plan.activities,
        Gap.DAYS: not all(row.day for row in plan.activities),
        Gap.RESOURCES: not (needed.human and needed.financial and needed.equipment),
        Gap.COLLECTION: not plan.collection,
        Gap.QUANTITIES: not chosen,
        Gap.PLANNED: not all(row.planned for row in chosen),
    }
    return tuple(gap for gap, is_there in lacks.items() if is_there)


def tidy(words: str) -> str:
    """What somebody wrote as it is kept, line by line; nothing, where nothing of it can be seen."""
    return "" if is_blank(words) else "\n".join(filter(None, map(one_line, words.splitlines())))


def rows_of(plan: ConsultationPlan, which: PlanRows) -> Sequence[Any]:
    """The rows of one of its tables."""
    rows: Sequence[Any] = getattr(_holder(plan, which), which.value)
    return rows


def _holder(plan: ConsultationPlan, which: PlanRows) -> ConsultationPlan | Monitoring:
    return plan if which in GROWING else plan.monitoring


def with_rows(plan: ConsultationPlan, which: PlanRows, rows: Sequence[Any]) -> ConsultationPlan:
    """The plan with these rows in one of its tables."""
    holder: Any = _holder(plan, which)
    changed: Any = replace(holder, **{which.value: tuple(rows)})
    return changed if which in GROWING else replace(plan, monitoring=changed)


def with_row(plan: ConsultationPlan, which: PlanRows, number: int, **changes: Any) -> ConsultationPlan:
    """The plan with a row changed; raises IndexError where there is none."""
    rows = list(rows_of(plan, which))
    rows[_within(number)] = replace(rows[number], **changes)
    return with_rows(plan, which, rows)


def without_row(plan: ConsultationPlan, which: PlanRows, number: int) -> ConsultationPlan:
    """The plan without a row; raises IndexError where there is none."""
    rows = list(rows_of(plan, which))
    del rows[_within(number)]
    return with_rows(plan, which, rows)


def _within(number: int) -> int:
    """A row is never counted from the end."""
    if number < 0:
        raise IndexError(number)
    return number


def value_of(plan: ConsultationPlan, where: PlanField, number: int = 0) -> Value:
    """What stands in a field; raises IndexError where there is no such row."""
    head, _, name = where.value.partition(".")
    holder: Any = rows_of(plan, where.rows)[_within(number)] if where.rows else getattr(plan, head) if name else plan
    value: Value = getattr(holder, name or head)
    return value


def with_value(plan: ConsultationPlan, where: PlanField, value: Value, number: int = 0) -> ConsultationPlan:
    """The plan with this in a field; raises IndexError where there is no such row."""
    head, _, name = where.value.partition(".")
    if where.rows:
        # Whoever plans a value for an indicator has chosen it.
        chosen = {"chosen": True} if where is PlanField.PLANNED and value else {}
        return with_row(plan, where.rows, number, **{name: value}, **chosen)
    changes: dict[str, Any] = {head: replace(getattr(plan, head), **{name: value}) if name else value}
    return replace(plan, **changes)


def empty_value(where: PlanField) -> Value:
    """What stands in a field where nothing is said."""
    return None if where is PlanField.DAY else () if where is PlanField.ORGANISATIONS else ""


def completed(plan: ConsultationPlan) -> ConsultationPlan:
    """The plan with all rows of the form, also of a form that has more of them than when it was kept."""
    form, kept = Monitoring(), plan.monitoring
    by_question = {row.question: row for row in kept.frame}
    quantities = {row.indicator: row for row in kept.quantities}
    qualities = {row.indicator: row for row in kept.qualities}
    whole = replace(
        kept,
        frame=tuple(by_question.get(row.question, row) for row in form.frame),
        quantities=tuple(quantities.get(row.indicator, row) for row in form.quantities),
        qualities=tuple(qualities.get(row.indicator, row) for row in form.qualities),
    )
    return plan if whole == kept else replace(plan, monitoring=whole)


def like(plan: ConsultationPlan, name: str) -> ConsultationPlan:
    """A new plan of this name like an earlier one: its days are open again, and nothing is achieved yet."""
    kept = plan.monitoring
    return replace(
        plan,
        name=name,
        activities=tuple(replace(row, day=None) for row in plan.activities),
        monitoring=replace(
            kept,
            frame=Monitoring().frame,
            quantities=tuple(replace(row, achieved="", suits=None, measures="") for row in kept.quantities),
            qualities=tuple(replace(row, findings="", measures="") for row in kept.qualities),
        ),
    )
