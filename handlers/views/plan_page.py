"""A consultation plan as it stands: all its parts in short, what it lacks, and each part with its rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, column, grid
from handlers.views.managing import to_it
from handlers.views.pages import LABEL, counted, page_of, turning
from handlers.views.plan_words import FIELDS, GAPS
from handlers.views.plans import ShowPlan, activities_count, audience_count, named, to_plans
from handlers.views.publishing import to_desk
from locales.texts import mark
from locales.words import KINDS
from participation.consultations.model import Consultation, Kind
from participation.ids import PlanId
from participation.layout import button, lines, paragraphs
from participation.messages import Button, Message
from participation.packing import Action
from participation.paperwork.audiences import PRESETS
from participation.paperwork.kept import KeptPlan
from participation.paperwork.parts import PlanField, PlanRows, gaps
from participation.paperwork.plan import Activity, AudienceRow, ConsultationPlan
from participation.words import quote

LONGEST_CELL: Final = 120


@dataclass(frozen=True)
class ShowPart(Action):
    """Show a part of a plan, a page of its rows at a time."""

    tag: ClassVar[str] = "plt"
    plan: int
    part: str
    page: int = 0


@dataclass(frozen=True)
class ShowRow(Action):
    """Show a row of a table of a plan."""

    tag: ClassVar[str] = "plr"
    plan: int
    rows: str
    number: int


@dataclass(frozen=True)
class FillPlan(Action):
    """Begin to write into a field, by its name."""

    tag: ClassVar[str] = "pli"
    plan: int
    number: int
    field: str


@dataclass(frozen=True)
class AddToPlan(Action):
    """Begin to add rows to a table."""

    tag: ClassVar[str] = "pla"
    plan: int
    rows: str


@dataclass(frozen=True)
class TapPlan(Action):
    """Tick, untick, add what is ready, take away: in the version that is looked at."""

    tag: ClassVar[str] = "plx"
    plan: int
    version: int
    number: int
    what: str


@dataclass(frozen=True)
class TakeMeetings(Action):
    """Put the meetings of its consultation into the timetable."""

    tag: ClassVar[str] = "plk"
    plan: int
    version: int


@dataclass(frozen=True)
class ChooseTie(Action):
    """Show the consultations for one of which a plan can be, a page at a time."""

    tag: ClassVar[str] = "plu"
    plan: int
    page: int = 0


@dataclass(frozen=True)
class TiePlan(Action):
    """Say for which consultation a plan is, or, without one, for none any more."""

    tag: ClassVar[str] = "ple"
    plan: int
    version: int
    consultation: int = 0


@dataclass(frozen=True)
class DropPlan(Action):
    """Delete a plan; who is `sure` was asked."""

    tag: ClassVar[str] = "pld"
    plan: int
    version: int
    sure: int = 0


@dataclass(frozen=True)
class TakePlan(Action):
    """Take a plan as a Word file, or with its matrix filled in; or that as data."""

    tag: ClassVar[str] = "plw"
    plan: int
    filled: int = 0
    data: int = 0


PARTS: Final[Mapping[str, str]] = {
    "audience": mark("Audience"),
    "activities": mark("Timetable"),
    "resources": mark("Resources"),
    "monitoring": mark("Monitoring"),
    "by": mark("Means of counting"),
    "from": mark("Means of judging"),
}
"""The parts that have a page of their own; `by` and `from` are two lists of boxes within the monitoring."""


def fill(talk: Talk, found: KeptPlan, where: PlanField, number: int = 0) -> Button:
    """The way to write into a field."""
    return button(talk.t(FIELDS[where]), FillPlan(found.id, number, where.name.lower()))


def said(talk: Talk, label: str, words: str) -> str:
    """What stands in a field, in short."""
    return talk.t("{part}: {words}", part=talk.t(label), words=quote(words) or talk.t("empty"))


def tap(found: KeptPlan, label: str, what: str, number: int = 0) -> Button:
    """A button that does something at once."""
    return button(quote(label, LABEL), TapPlan(found.id, found.version, number, what))


def to_plan(talk: Talk, plan: PlanId) -> Button:
    """Back to the plan."""
    return button(talk.t("Back to the plan"), ShowPlan(plan))


def to_part(talk: Talk, plan: PlanId, part: str) -> Button:
    """The way to a part."""
    return button(talk.t(PARTS[part]), ShowPart(plan, part))


def page(talk: Talk, found: KeptPlan, consultation: Consultation | None, held_by: str, note: str = "") -> Message:
    """The whole plan in short."""
    lacks = [talk.t(GAPS[gap]) for gap in gaps(found.plan)]
    missing = lines((talk.t("Still missing:"), *(f"• {gap}" for gap in lacks)))
    return Message(
        title=quote(named(talk, found.plan.name)),
        body=paragraphs(
            note,
            held_by,
            _tied(talk, consultation),
            lines(_in_short(talk, found.plan)),
            missing if lacks else talk.t("Every part is filled in."),
        ),
        buttons=(*grid(_parts(talk, found)), *column(*_doings(talk, found, consultation))),
    )


def _tied(talk: Talk, consultation: Consultation | None) -> str:
    if consultation is None:
        return talk.t("It is for no consultation yet. Once it is, its matrix is filled in from what is kept here.")
    return talk.t("For the consultation “{title}”.", title=quote(consultation.terms.title, LONGEST_CELL))


def _in_short(talk: Talk, plan: ConsultationPlan) -> Iterator[str]:
    yield audience_count(talk, plan)
    yield activities_count(talk, plan)
    needed = plan.resources
    there = (needed.human, needed.financial, needed.equipment)
    yield talk.t("Resources: {count} of 3 filled in", count=sum(map(bool, there)))
    yield talk.t("Answers: {words}", words=quote(plan.collection, LONGEST_CELL) or talk.t("empty"))
    chosen = sum(row.chosen for row in plan.monitoring.quantities), sum(row.chosen for row in plan.monitoring.qualities)
    yield talk.t("Monitoring: {counts} counts and {judged} qualities chosen", counts=chosen[0], judged=chosen[1])


def _parts(talk: Talk, found: KeptPlan) -> Sequence[Button]:
    plan, rows = found.plan, {"audience": len(found.plan.audience), "activities": len(found.plan.activities)}
    return (
        fill(talk, found, PlanField.NAME),
        *(
            button(counted(talk.t(PARTS[part]), rows.get(part, 0)), ShowPart(found.id, part))
            for part in ("audience", "activities", "resources")
        ),
        fill(talk, found, PlanField.COLLECTION),
        button(
            counted(talk.t("Monitoring"), sum(row.chosen for row in plan.monitoring.quantities)),
            ShowPart(found.id, "monitoring"),
        ),
    )


def _doings(talk: Talk, found: KeptPlan, consultation: Consultation | None) -> Sequence[Button | None]:
    other = talk.t("For another consultation") if consultation else talk.t("For which consultation")
    return (
        button(talk.t("Plan as a Word file"), TakePlan(found.id)),
        button(talk.t("Plan with the matrix filled in"), TakePlan(found.id, 1)) if consultation else None,
        button(talk.t("Plan as open data (JSON)"), TakePlan(found.id, 1, data=1)),
        button(other, ChooseTie(found.id)),
        button(talk.t("Delete the plan"), DropPlan(found.id, found.version)),
        to_it(talk, consultation.id) if consultation else None,
        to_plans(talk),
        to_desk(talk),
    )


def part(talk: Talk, found: KeptPlan, which: str, page: int, note: str = "") -> Message:
    """A part with its rows."""
    if which == "audience":
        return _audience(talk, found, page, note)
    return _timetable(talk, found, page, note) if which == "activities" else _resources(talk, found, note)


def _audience(talk: Talk, found: KeptPlan, page: int, note: str) -> Message:
    rows = found.plan.audience
    ready = [preset for preset, row in PRESETS.items() if row.audience not in {each.audience for each in rows}]
    offers = (
        tap(found, talk.t("Add: {name}", name=PRESETS[preset].audience), f"preset.{preset.value}") for preset in ready
    )
    return _table(
        talk,
        found,
        PlanRows.AUDIENCE,
        page,
        note,
        told=[(row.audience or row.methods, audience_line(talk, row)) for row in rows],
        adding=(button(talk.t("Add a row of your own"), AddToPlan(found.id, PlanRows.AUDIENCE)), *offers),
    )


def audience_line(talk: Talk, row: AudienceRow) -> str:
    """Who is asked, when, how, and where."""
    kinds = ", ".join(talk.t(KINDS[kind]) for kind in Kind if kind in row.kinds)
    parts = (row.audience, kinds or talk.t("kind not said"), row.methods, row.channel)
    return "; ".join(quote(each, LONGEST_CELL) for each in parts if each)


def _timetable(talk: Talk, found: KeptPlan, page: int, note: str) -> Message:
    take = button(talk.t("Take over the meetings of the consultation"), TakeMeetings(found.id, found.version))
    return _table(
        talk,
        found,
        PlanRows.ACTIVITIES,
        page,
        note,
        told=[(activity_label(talk, row), activity_line(talk, row)) for row in found.plan.activities],
        adding=(
            button(talk.t("Add activities"), AddToPlan(found.id, PlanRows.ACTIVITIES)),
            *((take,) if found.consultation else ()),
        ),
    )


def activity_label(talk: Talk, row: Activity) -> str:
    """The day first: a button shows only the beginning of a long line."""
    day = talk.texts.short_day(row.day) if row.day else talk.t("day to be set")
    return f"{day}: {row.place or row.text}"


def activity_line(talk: Talk, row: Activity) -> str:
    """When, where, what, and who takes part."""
    day = talk.texts.short_day(row.day) if row.day else talk.t("day to be set")
    parts = (day, row.place, row.text, ", ".join(row.organisations))
    return "; ".join(quote(each, LONGEST_CELL) for each in parts if each)


def _table(
    talk: Talk,
    found: KeptPlan,
    rows: PlanRows,
    page: int,
    note: str,
    *,
    told: Sequence[tuple[str, str]],
    adding: Sequence[Button],
) -> Message:
    """A page of the rows of a table, each with its button, and the ways to add more."""
    shown = page_of([*enumerate(told)], page)
    buttons = [
        button(quote(f"{number + 1}. {label}", LABEL), ShowRow(found.id, rows, number)) for number, (label, _) in shown
    ]
    nothing = talk.t("There are no rows yet.")
    return Message(
        title=talk.t(PARTS[rows]),
        body=paragraphs(
            note,
            *(f"{number + 1}. {line}" for number, (_, line) in shown),
            talk.t("Choose a row to change it.") if told else nothing,
        ),
        buttons=(
            *column(*buttons),
            *turning(talk, len(told), page, partial(ShowPart, found.id, rows.value)),
            *column(*adding, to_plan(talk, found.id)),
        ),
    )


def _resources(talk: Talk, found: KeptPlan, note: str) -> Message:
    needed = found.plan.resources
    fields = {
        PlanField.HUMAN: needed.human,
        PlanField.FINANCIAL: needed.financial,
        PlanField.EQUIPMENT: needed.equipment,
    }
    told = (said(talk, FIELDS[field], words) for field, words in fields.items())
    return Message(
        title=talk.t("Resources"),
        body=paragraphs(note, *told),
        buttons=column(*(fill(talk, found, field) for field in fields), to_plan(talk, found.id)),
    )


def tie(talk: Talk, found: KeptPlan, shown: Sequence[Consultation], count: int, page: int) -> Message:
    """For which consultation it may be."""
    buttons = [button(quote(one.terms.title, LABEL), TiePlan(found.id, found.version, one.id)) for one in shown]
    none = button(talk.t("For no consultation"), TiePlan(found.id, found.version)) if found.consultation else None
    asked = talk.t("For which consultation is the plan? The matrix is then filled in from its meetings and comments.")
    return Message(
        title=quote(named(talk, found.plan.name)),
        body=asked if count else talk.t("There is no published consultation without a plan."),
        buttons=(
            *column(*buttons),
            *turning(talk, count, page, partial(ChooseTie, found.id)),
            *column(none, to_plan(talk, found.id)),
        ),
    )


def sure_to_delete(talk: Talk, found: KeptPlan) -> Message:
    """The question before it is gone."""
    return Message(
        title=talk.t("Delete the plan?"),
        body=paragraphs(
            quote(named(talk, found.plan.name)),
            talk.t("All that stands in it is gone then. You may take it as a Word file first: that can be read again."),
        ),
        buttons=column(
            button(talk.t("Yes, delete it"), DropPlan(found.id, found.version, 1)),
            button(talk.t("Plan as a Word file"), TakePlan(found.id)),
            to_plan(talk, found.id),
        ),
    )
