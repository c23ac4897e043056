"""What one tap does to a consultation plan: tick, untick, add what is ready, take away."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from participation.consultations.model import Kind
from participation.errors import NotFound
from participation.paperwork.audiences import PRESETS, AudiencePreset
from participation.paperwork.parts import GROWING, PlanRows, rows_of, with_row, without_row
from participation.paperwork.plan import Activity, ConsultationPlan, QualityTool, QuantityTool

Tap = Callable[[ConsultationPlan, str, int], ConsultationPlan]
ANSWERS: Final[Mapping[str, bool | None]] = {"yes": True, "no": False, "open": None}
"""Whether something suited: nobody has said it where it is open."""


def tapped(plan: ConsultationPlan, what: str, number: int = 0) -> ConsultationPlan:
    """The plan after a tap, on a row where it is about one; raises NotFound for one that there is not."""
    verb, _, about = what.partition(".")
    if verb not in TAPS:
        raise NotFound
    try:
        return TAPS[verb](plan, about, number)
    except (ValueError, KeyError, IndexError):
        raise NotFound from None


def _preset(plan: ConsultationPlan, about: str, _: int) -> ConsultationPlan:
    row = PRESETS[AudiencePreset(about)]
    if row in plan.audience:
        return plan
    return replace(plan, audience=(*plan.audience, row))


def _kind(plan: ConsultationPlan, about: str, number: int) -> ConsultationPlan:
    kind, kinds = Kind(about), plan.audience[number].kinds
    after = [each for each in Kind if (each in kinds) is not (each is kind)]
    return with_row(plan, PlanRows.AUDIENCE, number, kinds=tuple(after))


def _remove(plan: ConsultationPlan, about: str, number: int) -> ConsultationPlan:
    which = PlanRows(about)
    if which not in GROWING:
        raise NotFound
    return without_row(plan, which, number)


def _choose(plan: ConsultationPlan, about: str, number: int) -> ConsultationPlan:
    which = PlanRows(about)
    if which not in {PlanRows.QUANTITIES, PlanRows.QUALITIES}:
        raise NotFound
    return with_row(plan, which, number, chosen=not rows_of(plan, which)[number].chosen)


def _suits(plan: ConsultationPlan, about: str, number: int) -> ConsultationPlan:
    rows, _, answer = about.partition(".")
    if PlanRows(rows) not in {PlanRows.FRAME, PlanRows.QUANTITIES}:
        raise NotFound
    return with_row(plan, PlanRows(rows), number, suits=ANSWERS[answer])


def _quantity_tool(plan: ConsultationPlan, about: str, _: int) -> ConsultationPlan:
    tools = plan.monitoring.quantity_tools ^ {QuantityTool(about)}
    return replace(plan, monitoring=replace(plan.monitoring, quantity_tools=tools))


def _quality_tool(plan: ConsultationPlan, about: str, _: int) -> ConsultationPlan:
    tools = plan.monitoring.quality_tools ^ {QualityTool(about)}
    return replace(plan, monitoring=replace(plan.monitoring, quality_tools=tools))


TAPS: Final[Mapping[str, Tap]] = {
    "preset": _preset,
    "kind": _kind,
    "remove": _remove,
    "choose": _choose,
    "suits": _suits,
    "by": _quantity_tool,
    "from": _quality_tool,
}


def with_activities(plan: ConsultationPlan, more: tuple[Activity, ...]) -> ConsultationPlan:
    """The plan with more lines in its timetable; those that stand there word for word are not added again."""
    fresh = [each for each in more if each not in plan.activities]
    return replace(plan, activities=(*plan.activities, *fresh))
