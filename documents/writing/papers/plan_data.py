"""A consultation plan for programs: every field of the form, and its matrix as far as it is filled in."""

from collections.abc import Mapping

from documents.writing.lines import one_line, plain
from documents.writing.open_data import VERSION, counted_data, data_file
from documents.writing.papers.plan import before
from participation.meetings.present import Headcount
from participation.messages import Media
from participation.paperwork.achieving import PlanPaper
from participation.paperwork.matrix import FrameLine, Marks, Matrix, Missing, QualityLine, QuantityLine, Suits
from participation.paperwork.meetings import Counted
from participation.paperwork.plan import Activity, AudienceRow, Monitoring

Data = Mapping[str, object]


def plan_data(paper: PlanPaper) -> Media:
    """The plan as a file; where a value is missing, a code says why."""
    plan, head = paper.plan, paper.letterhead
    needed = plan.resources
    data = {
        "version": VERSION,
        "institution": one_line(head.institution),
        "made_on": head.day.isoformat(),
        "name": one_line(plan.name),
        "audience": [_audience(row) for row in plan.audience],
        "activities": [_activity(row) for row in plan.activities],
        "resources": {
            "human": _said(needed.human),
            "financial": _said(needed.financial),
            "equipment": _said(needed.equipment),
        },
        "collection": _said(plan.collection),
        "monitoring": _monitoring(plan.monitoring, paper.filled or before(plan.monitoring)),
    }
    return data_file(data, name="plani-i-konsultimit")


def _audience(row: AudienceRow) -> Data:
    return {
        "audience": one_line(row.audience),
        "kinds": [kind.value for kind in row.kinds],
        "methods": _said(row.methods),
        "channel": _said(row.channel),
    }


def _activity(row: Activity) -> Data:
    return {
        "day": None if row.day is None else row.day.isoformat(),
        "place": _said(row.place),
        "text": _said(row.text),
        "organisations": [one_line(name) for name in row.organisations],
    }


def _monitoring(planned: Monitoring, filled: Matrix) -> Data:
    return {
        "frame": [_frame(line) for line in filled.frame],
        "quantities": [_quantity(line) for line in filled.quantities],
        "quantity_tools": sorted(tool.value for tool in planned.quantity_tools),
        "other_quantity_tool": _said(planned.other_quantity_tool),
        "qualities": [_quality(line) for line in filled.qualities],
        "quality_tools": sorted(tool.value for tool in planned.quality_tools),
        "other_quality_tool": _said(planned.other_quality_tool),
    }


def _frame(line: FrameLine) -> Data:
    return {"question": line.question.value, **_suits(line.suits, line.proposed), "measures": _value(line.measures)}


def _quantity(line: QuantityLine) -> Data:
    return {
        "indicator": line.row.indicator.value,
        "chosen": line.row.chosen,
        "label": _said(line.row.label),
        "planned": _value(line.planned),
        "achieved": _value(line.achieved),
        **_suits(line.suits, line.proposed),
        "measures": _value(line.measures),
    }


def _quality(line: QualityLine) -> Data:
    return {
        "indicator": line.row.indicator.value,
        "chosen": line.row.chosen,
        "label": _said(line.row.label),
        "findings": _value(line.findings),
        "measures": _value(line.measures),
    }


def _suits(suits: Suits, proposed: bool) -> Data:
    """Whether it suits, and whether only we say so."""
    return {"suits": _value(suits), "proposed": proposed}


def _value(value: str | bool | Headcount | Counted | Marks | Missing) -> object:
    """A value as it is, or why there is none."""
    match value:
        case Missing():
            return {"missing": value.value}
        case Headcount():
            return {"number": value.number, "about": value.about}
        case Counted():
            return counted_data(value)
        case Marks():
            return {"answers": value.answers, "mean": round(value.mean, 1)}
        case bool():
            return value
        case _:
            return _said(value)


def _said(words: str) -> str | None:
    return plain(words).strip() or None
