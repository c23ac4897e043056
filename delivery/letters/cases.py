"""The list of safety reports as a sheet: where each stands, no word of it and nobody's name."""

from collections.abc import Sequence
from datetime import date

from locales.texts import Texts
from locales.words import BODIES, OUTCOMES, STATES
from participation.reports.figures import Labels, Table, days_open, end_of
from participation.reports.model import OTHER, Fact, Handover
from participation.reports.sheets import Part, Sheet


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
        (
            institution,
            texts.t("Made on {day}", day=texts.short_day(made_on)),
            texts.t("Only reports that the coordinators read are listed."),
        ),
        (Part(heading, columns, tuple(_row(fact, labels, made_on, texts) for fact in facts)),),
    )


def _row(fact: Fact, labels: Labels, today: date, texts: Texts) -> tuple[str | int, ...]:
    end = end_of(fact)
    unit = "" if fact.unit is None else str(fact.unit)
    return (
        fact.receipt,
        fact.received_on.isoformat(),
        labels[Table.CATEGORY].get(fact.category) or labels[Table.CATEGORY][OTHER],
        labels[Table.AREA].get(unit, unit),
        texts.t(STATES[fact.state.value]),
        fact.moved_on.isoformat(),
        texts.t(OUTCOMES[end]) if end in OUTCOMES else "",
        days_open(fact, today),
        "; ".join(_handed(handover, texts) for handover in fact.handed),
    )


def _handed(handover: Handover, texts: Texts) -> str:
    to = handover.name or texts.t(BODIES[handover.body])
    return f"{to} {handover.on.isoformat()}"
