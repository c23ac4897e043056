"""Consultations (konsultime publike): what is to be decided, until when one may speak, and how."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from participation.clock import day_ends
from participation.ids import ConsultationId, InstitutionId, PaperId, UnitId


class Kind(StrEnum):
    """Which of the law's occasions it is (Law 146/2014, arts. 12 and 13)."""

    PRIOR = "prior"
    DRAFT = "draft"
    MEETING = "meeting"


class Stage(StrEnum):
    """Where it stands; what was called off has never been announced."""

    SCHEDULED = "scheduled"
    OPEN = "open"
    CALLED_OFF = "called_off"


@dataclass(frozen=True)
class Step:
    """A step of the work; a day that nobody has set yet is None (për t'u caktuar)."""

    what: str
    day: date | None = None


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
    """A consultation that has been published, or will be at `publish_at`."""

    id: ConsultationId
    institution: InstitutionId
    terms: Terms
    stage: Stage
    publish_at: datetime
    papers: tuple[Paper, ...] = field(default=())

    def is_public(self) -> bool:
        """Whether it has been announced; to everybody else than its coordinators any other is not there."""
        return self.stage is Stage.OPEN

    def accepts_comments(self) -> bool:
        """Whether a comment may be left: also after the deadline, then it counts as late."""
        return self.is_public()

    def is_late(self, now: datetime) -> bool:
        """Whether a comment left now comes after the deadline."""
        return self.terms.deadline is not None and now >= day_ends(self.terms.deadline)

    def is_open(self, now: datetime) -> bool:
        """Whether it is published and its deadline, if it has one, is still to come."""
        return self.stage is Stage.OPEN and not self.is_late(now)
