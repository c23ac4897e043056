"""Consultation plans as they are kept: whose each is, for which consultation, and how often it was changed."""

from dataclasses import dataclass
from datetime import datetime

from participation.ids import ConsultationId, InstitutionId, PlanId
from participation.paperwork.plan import ConsultationPlan


@dataclass(frozen=True)
class NamedPlan:
    """A plan as a list names it."""

    id: PlanId
    institution: InstitutionId
    name: str
    consultation: ConsultationId | None
    changed_at: datetime


@dataclass(frozen=True)
class KeptPlan:
    """A plan of an institution; of one that was changed since it was looked at, the `version` is another."""

    id: PlanId
    institution: InstitutionId
    plan: ConsultationPlan
    consultation: ConsultationId | None
    version: int
    changed_at: datetime
