"""The list of safety reports as a sheet: where each stands, no word of it and nobody's name."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from locales.texts import Texts, mark
from participation.reports.figures import JOINED, Labels, Table, days_open, end_of
from participation.reports.life import State
from participation.reports.model import Body, Fact, Handover, Outcome
from participation.reports.sheets import Part, Sheet

STATES: Final[Mapping[State, str]] = {
    State.DELIVERED: mark("New"),
    State.SEEN: mark("Read, nobody deals with it yet"),
    State.IN_HAND: mark("In hand"),
    State.HANDED_OVER: mark("Passed on"),
    State.ACTED_ON: mark("Something was done"),
    State.CLOSED: mark("Closed"),
    State.JOINED: mark("Joined to another report"),
}
BODIES: Final[Mapping[Body, str]] = {
    Body.POLICE: mark("State Police"),
    Body.PROSECUTION: mark("Prosecution"),
}
OUTCOMES: Final[Mapping[str, str]] = {
    Outcome.SOLVED: mark("Solved"),
    Outcome.PARTLY: mark("Solved in part"),
    Outcome.NOT_SOLVED: mark("Could not be solved"),
    Outcome.NOT_OURS: mark("A matter for somebody else"),
    Outcome.UNFOUNDED: mark("Not found as reported"),
}


def cases(facts: Sequence[Fact], labels: Labels, institution: str, made_on: date, texts: Texts) -> Sheet:
    """A row for each report."""
    columns = (
        texts.t("Receipt"),
        texts.t("Day"),
        texts.t("Category"),
        texts.t("Area"),
        texts.t("State"),
        texts.t("Since"),
        texts.t("Outcome"),
        texts.t("Days open"),
        texts.t("Passed on"),
    )
    heading = texts.t("Safety reports")
    return Sheet(
        heading,
        (institution, texts.t("Made on {day}", day=texts.short_day(made_on))),
        (Part(heading, columns, tuple(_row(fact, labels, made_on, texts) for fact in facts)),),
    )


def _row(fact: Fact, labels: Labels, today: date, texts: Texts) -> tuple[str | int, ...]:
    end = end_of(fact)
    unit = "" if fact.unit is None else str(fact.unit)
    return (
        fact.receipt,
        fact.received_on.isoformat(),
        labels[Table.CATEGORY].get(fact.category, fact.category),
        labels[Table.AREA].get(unit, unit),
        texts.t(STATES[fact.state]),
        fact.moved_on.isoformat(),
        texts.t(OUTCOMES[end]) if end in OUTCOMES and end != JOINED else "",
        days_open(fact, today),
        "; ".join(_handed(handover, texts) for handover in fact.handed),
    )


def _handed(handover: Handover, texts: Texts) -> str:
    to = handover.name or texts.t(BODIES.get(handover.body, ""))
    return f"{to} {handover.on.isoformat()}".strip()
