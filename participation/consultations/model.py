"""Consultations (konsultime publike): what is to be decided, until when one may speak, and how."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from participation.clock import day_ends, local_day
from participation.ids import ConsultationId, InstitutionId, PaperId, UnitId


class Kind(StrEnum):
    """Which of the law's occasions it is (Law 146/2014, arts. 12 and 13); a series is one meeting in many places."""

    PRIOR = "prior"
    DRAFT = "draft"
    MEETING = "meeting"
    SERIES = "series"


MEETS: Final = frozenset({Kind.MEETING, Kind.SERIES})
"""What is nothing without a meeting."""


class Stage(StrEnum):
    """Where it stands, as far as somebody has said it; what was called off has never been announced.

    What is `PROPOSED` waits for a second coordinator.
    """

    PROPOSED = "proposed"
    SCHEDULED = "scheduled"
    OPEN = "open"
    REVIEW = "review"
    SUMMARISED = "summarised"
    ADOPTED = "adopted"
    CANCELLED = "cancelled"
    CALLED_OFF = "called_off"


PUBLIC: Final = frozenset({Stage.OPEN, Stage.REVIEW, Stage.SUMMARISED, Stage.ADOPTED, Stage.CANCELLED})
"""The stages of what everybody may know of."""
TAKES_COMMENTS: Final = frozenset({Stage.OPEN, Stage.REVIEW})
SUMMED_UP: Final = frozenset({Stage.SUMMARISED, Stage.ADOPTED})
"""What became of the comments has been published."""


class Phase(StrEnum):
    """Where it stands in the eyes of citizens: time closes what is open."""

    OPEN = "open"
    CLOSED = "closed"
    REVIEW = "review"
    SUMMARISED = "summarised"
    ADOPTED = "adopted"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Adoption:
    """The act that came of it: its number, the day on which it was adopted and where it can be read (art. 6)."""

    number: str
    day: date
    link: str | None = None


@dataclass(frozen=True)
class Step:
    """A step of the work; a day that nobody has set yet is None (për t'u caktuar)."""

    what: str
    day: date | None = None


class StepState(StrEnum):
    """How far a step has got, as its coordinator says: a day that has passed does not make it done."""

    TO_COME = "to_come"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True)
class StepMark:
    """That somebody said on a day how far a step has got; of steps in the same words it is the `nth`, from 0."""

    what: str
    nth: int
    state: StepState
    on: date


@dataclass(frozen=True)
class Paper:
    """A document that people may ask for; `size` is in bytes, `ref` the messenger's handle."""

    id: PaperId
    name: str
    size: int
    ref: str


@dataclass(frozen=True)
class Terms:
    """All that a notice says of a consultation itself (art. 13: the five contents); meetings stand apart."""

    title: str
    purpose: str = ""
    audience: str = ""
    kind: Kind = Kind.PRIOR
    notice_date: date | None = None
    deadline: date | None = None
    email: str | None = None
    phone: str | None = None
    register_url: str | None = None
    protocol: str | None = None
    laws: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    units: tuple[UnitId, ...] = ()


@dataclass(frozen=True)
class Consultation:
    """A consultation that has been published, or will be at `publish_at`.

    Of its notice this is the `version`, from 1. It stands as it does since `moved_on`. To its citizens are `owed` so
    many working days, if any can be counted. Summed up with comments undecided, it says why. How far its steps have got
    is no part of its notice: it stands in the `marks`.
    """

    id: ConsultationId
    institution: InstitutionId
    terms: Terms
    stage: Stage
    publish_at: datetime
    papers: tuple[Paper, ...] = field(default=())
    version: int = 1
    moved_on: date | None = None
    owed: int | None = None
    adoption: Adoption | None = None
    summarised_on: date | None = None
    undecided_because: str = ""
    marks: tuple[StepMark, ...] = ()

    @property
    def since(self) -> date:
        """The day from which the time for comments runs: that of the notice, or of its announcement here."""
        return self.terms.notice_date or local_day(self.publish_at)

    def is_public(self) -> bool:
        """Whether it has been announced; to everybody else than its coordinators any other is not there."""
        return self.stage in PUBLIC

    def accepts_comments(self) -> bool:
        """Whether a comment may be left: also after the deadline, then it counts as late, until it is summed up."""
        return self.stage in TAKES_COMMENTS

    def is_late(self, now: datetime) -> bool:
        """Whether a comment left now comes after the deadline."""
        return self.terms.deadline is not None and now >= day_ends(self.terms.deadline)

    def is_open(self, now: datetime) -> bool:
        """Whether it is published and its deadline, if it has one, is still to come."""
        return self.stage is Stage.OPEN and not self.is_late(now)

    def phase(self, now: datetime) -> Phase:
        """Where it stands for whoever asks now; of what is not public nobody asks."""
        return phase_of(self.stage, self.terms.deadline, now)


def phase_of(stage: Stage, deadline: date | None, now: datetime) -> Phase:
    """How a stage looks to citizens: what is open is closed once its last day is over."""
    is_over = deadline is not None and now >= day_ends(deadline)
    return Phase.CLOSED if stage is Stage.OPEN and is_over else Phase(stage.value)
