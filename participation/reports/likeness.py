"""Which reports may be about the same thing: by what, where, when, and the words they share.

It only offers; an officer looks at both and decides. One too many costs a look, and one too few is found by hand.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import cos, hypot, radians
from typing import Final

from participation.likeness import shared, stems
from participation.reports.model import Grain, Report, Spot

LIKELY: Final = 0.55
"""From so much on two are offered: neither the category and the day alone reach it, nor the words alone."""
CATEGORY, PLACE, DAYS, WORDS = 0.25, 0.3, 0.15, 0.3
"""What each part weighs; together 1."""
FADES: Final = 30
"""Days after which the time says nothing any more."""
NEAR, FAR = 200.0, 1000.0
"""Metres between two pins within which they are one place, and from which they are two."""
SAME_UNIT: Final = 0.7
UNKNOWN: Final = 0.4
"""Where one of them names no place."""
DEGREE: Final = 111_200.0
"""Metres of a degree of latitude."""
COMPARED: Final = 1500
"""Letters of a story; what happened stands at its beginning."""
MOST: Final = 5
"""So many are offered."""


@dataclass(frozen=True)
class Sketch:
    """By what a report is compared."""

    category: str
    spot: Spot
    day: date
    text: str

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words that tell something, without their endings; those of the place as well."""
        return stems(f"{self.spot.words} {self.text[:COMPARED]}")


def sketch(report: Report) -> Sketch:
    """A report as it is compared."""
    return Sketch(report.account.category, report.account.spot, report.received_on, report.account.text)


def likeness(one: Sketch, other: Sketch) -> float:
    """How alike two are, from 0 to 1; the same whichever comes first."""
    apart = abs((one.day - other.day).days)
    return (
        CATEGORY * (one.category == other.category)
        + PLACE * _one_place(one.spot, other.spot)
        + DAYS * max(0.0, 1 - apart / FADES)
        + WORDS * shared(one.stems, other.stems)
    )


def _one_place(one: Spot, other: Spot) -> float:
    metres = _metres(one, other)
    if metres is not None and Grain.AREA in (one.grain, other.grain):
        return SAME_UNIT if metres <= FAR else 0.0
    if metres is not None:
        return min(1.0, max(0.0, (FAR - metres) / (FAR - NEAR)))
    if one.unit is not None and other.unit is not None:
        return SAME_UNIT if one.unit == other.unit else 0.0
    return UNKNOWN


def _metres(one: Spot, other: Spot) -> float | None:
    """Between two pins; on so few kilometres the earth is flat."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    north = (one.latitude - other.latitude) * DEGREE
    east = (one.longitude - other.longitude) * DEGREE * cos(radians((one.latitude + other.latitude) / 2))
    return hypot(north, east)


def alike(report: Report, others: Iterable[Report]) -> Sequence[Report]:
    """Those that may be about the same thing, the likeliest first, and of these the newest."""
    mine = sketch(report)
    found = [(likeness(mine, sketch(other)), other.id, other) for other in others if other.id != report.id]
    likely = sorted((one for one in found if one[0] >= LIKELY), key=lambda one: (-one[0], -one[1]))
    return [other for _, _, other in likely[:MOST]]
