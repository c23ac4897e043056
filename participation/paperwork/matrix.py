"""The monitoring matrix: what was planned beside what was achieved, and what may be said of it.

What we propose is a proposal: an answer or a finding that an official wrote stands before it. A cell without a value
says why.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from participation.comments.model import CommentChannel
from participation.meetings.present import Headcount
from participation.paperwork.meetings import Counted
from participation.paperwork.plan import (
    FrameQuestion,
    FrameRow,
    Monitoring,
    Quality,
    QualityRow,
    Quantity,
    QuantityRow,
)
from participation.paperwork.record import Method

MARKS = 4
"""The best mark of a questionnaire; the lowest is one."""
LOW = 2
"""Up to this mark somebody was not content."""
FEWEST = 5
"""Answers to a questionnaire that are shown together."""
MANY = 3
"""If one in so many was not content, measures are due."""


ASKED = frozenset({Quality.EXPECTATIONS})
"""What those who came are asked about after a meeting; everything else an official judges."""


class Missing(StrEnum):
    """Why a cell of the matrix is empty."""

    NOT_PLANNED = "not_planned"
    NOT_COLLECTED = "not_collected"
    NO_QUESTIONNAIRE = "no_questionnaire"
    NOT_ASKED = "not_asked"
    TOO_FEW = "too_few"
    IN_WORDS = "in_words"
    PARTLY_COUNTED = "partly_counted"
    NO_DAYS = "no_days"
    UNDER_WAY = "under_way"
    FOR_OFFICIALS = "for_officials"
    NOT_WRITTEN = "not_written"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True)
class Held:
    """An activity of the timetable: the day for which it was planned, and the day on which it was held."""

    what: str
    planned: date | None
    held: date | None


@dataclass(frozen=True)
class Marks:
    """How many gave each mark, from one to four."""

    counts: tuple[int, int, int, int] = (0, 0, 0, 0)

    @property
    def answers(self) -> int:
        """How many answered."""
        return sum(self.counts)

    @property
    def mean(self) -> float:
        """The average mark; of no answers there is none, and it is zero."""
        return sum(mark * count for mark, count in enumerate(self.counts, 1)) / self.answers if self.answers else 0.0

    @property
    def low(self) -> int:
        """How many were not content."""
        return sum(self.counts[:LOW])

    @property
    def asks_for_measures(self) -> bool:
        """Whether so many were not content that something should change."""
        return self.answers > 0 and self.low * MANY >= self.answers


@dataclass(frozen=True)
class Achieved:
    """What was counted of a consultation; None is what nobody has gathered, and marks that must not be told."""

    methods: tuple[Method, ...] | None = None
    organisations: int | None = None
    participants: Counted | None = None
    comments: Mapping[CommentChannel, int] | None = None
    other: int | None = None
    activities: tuple[Held, ...] = ()
    marks: Mapping[Quality, Marks | None] = field(default_factory=dict)

    def of(self, indicator: Quantity) -> Headcount | Counted | None:
        """The value of an indicator, where there is one."""
        match indicator:
            case Quantity.METHODS:
                return _exactly(None if self.methods is None else len(set(self.methods)))
            case Quantity.PARTIES:
                return _exactly(self.organisations)
            case Quantity.PARTICIPANTS:
                return self.participants
            case Quantity.COMMENTS:
                return _exactly(None if self.comments is None else sum(self.comments.values()))
            case Quantity.OTHER:
                return _exactly(self.other)


def _exactly(number: int | None) -> Headcount | None:
    return None if number is None else Headcount(number)


Suits = bool | Missing
"""Whether something went as planned, or why that cannot be said."""


@dataclass(frozen=True)
class FrameLine:
    """A line of the frame; `proposed` tells what we found from what an official said."""

    question: FrameQuestion
    suits: Suits
    proposed: bool
    measures: str | Missing


@dataclass(frozen=True)
class QuantityLine:
    """A count: planned, achieved, and whether it suits."""

    row: QuantityRow
    planned: str | Missing
    achieved: str | Headcount | Counted | Missing
    suits: Suits
    proposed: bool
    measures: str | Missing


@dataclass(frozen=True)
class QualityLine:
    """A judgement: an official's words, else the marks of those who were there, else why there are none."""

    row: QualityRow
    findings: str | Marks | Missing
    measures: str | Marks | Missing


@dataclass(frozen=True)
class Matrix:
    """The matrix, filled in."""

    monitoring: Monitoring
    frame: tuple[FrameLine, ...]
    quantities: tuple[QuantityLine, ...]
    qualities: tuple[QualityLine, ...]


def matrix(monitoring: Monitoring, achieved: Achieved, *, today: date, fewest: int = FEWEST) -> Matrix:
    """Fill the matrix of a plan with what was achieved by today; of fewer answers than `fewest` nothing is told."""
    return Matrix(
        monitoring,
        frame=tuple(_frame_line(row, achieved, today) for row in monitoring.frame),
        quantities=tuple(_quantity_line(row, achieved) for row in monitoring.quantities),
        qualities=tuple(_quality_line(row, achieved, fewest) for row in monitoring.qualities),
    )


def kept_days(activities: Iterable[Held], *, today: date) -> Suits:
    """Whether each activity was held by its planned day; one that is still ahead leaves it open."""
    planned = [(each.planned, each.held) for each in activities if each.planned is not None]
    if not planned:
        return Missing.NO_DAYS
    if any((held is None and day < today) or (held is not None and held > day) for day, held in planned):
        return False
    return Missing.UNDER_WAY if any(held is None for _, held in planned) else True


def reached(row: QuantityRow, achieved: Headcount | Counted | None) -> Suits:
    """Whether no less was achieved than planned, where both are numbers.

    If fewer came than planned as far as they were counted, and not everybody was, nobody knows.
    """
    if not row.planned.strip():
        return Missing.NOT_PLANNED
    if row.planned_number is None:
        return Missing.IN_WORDS
    match achieved:
        case None:
            return Missing.NOT_COLLECTED
        case Counted():
            enough = achieved.present.number >= row.planned_number
            return enough if enough or achieved.is_whole else Missing.PARTLY_COUNTED
        case _:
            return achieved.number >= row.planned_number


def _frame_line(row: FrameRow, achieved: Achieved, today: date) -> FrameLine:
    # Of money and staff nothing is counted here: only an official can say.
    on_time = row.question is FrameQuestion.ON_TIME
    found = kept_days(achieved.activities, today=today) if on_time else Missing.FOR_OFFICIALS
    suits, proposed = _settled(row.suits, found)
    return FrameLine(row.question, suits, proposed, _measures(row.measures, suits))


def _quantity_line(row: QuantityRow, achieved: Achieved) -> QuantityLine:
    counted = achieved.of(row.indicator)
    suits, proposed = _settled(row.suits, reached(row, counted))
    return QuantityLine(
        row,
        planned=row.planned or Missing.NOT_PLANNED,
        achieved=row.achieved or counted or Missing.NOT_COLLECTED,
        suits=suits,
        proposed=proposed,
        measures=_measures(row.measures, suits),
    )


def _quality_line(row: QualityRow, achieved: Achieved, fewest: int) -> QualityLine:
    marks = achieved.marks.get(row.indicator, Marks())
    if marks is None or marks.answers < max(fewest, 1):
        unasked = Missing.NO_QUESTIONNAIRE if row.indicator in ASKED else Missing.NOT_ASKED
        why = Missing.TOO_FEW if marks is None or marks.answers else unasked
        return QualityLine(row, row.findings or why, row.measures or Missing.NOT_WRITTEN)
    advice = marks if marks.asks_for_measures else Missing.NOT_NEEDED
    return QualityLine(row, row.findings or marks, row.measures or advice)


def _settled(said: bool | None, found: Suits) -> tuple[Suits, bool]:
    """What an official said, else what was found, and whether that is only a proposal."""
    return (found, isinstance(found, bool)) if said is None else (said, False)


def _measures(written: str, suits: Suits) -> str | Missing:
    return written or (Missing.NOT_NEEDED if suits is True else Missing.NOT_WRITTEN)
