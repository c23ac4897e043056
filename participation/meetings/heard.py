"""Whether people felt heard at a meeting: four steps, counted apart from those who answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from participation.reports.hiding import Cell, hidden


class Heard(StrEnum):
    """How far somebody's voice was heard, in their own eyes."""

    MUCH = "much"
    PARTLY = "partly"
    LITTLE = "little"
    NOT = "not"


@dataclass(frozen=True)
class Evaluation:
    """What may be shown of the answers after a meeting; small counts are hidden, and nothing where nobody answered."""

    heard: Mapping[Heard, Cell]


def evaluated(counts: Mapping[Heard, int], smallest: int) -> Evaluation:
    """The counts as they may be shown."""
    if not any(counts.values()):
        return Evaluation({})
    shown = hidden({"heard": {step.value: counts.get(step, 0) for step in Heard}}, smallest)["heard"]
    return Evaluation({step: shown[step.value] for step in Heard})
