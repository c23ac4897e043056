"""A consultation with all that people are told of it, gathered once and shown in many places."""

from dataclasses import dataclass
from datetime import date, datetime

from participation.calendar.working_days import WorkingCalendar
from participation.comments.model import Balance
from participation.consultations.model import (
    SUMMED_UP,
    TAKES_COMMENTS,
    Adoption,
    Consultation,
    Kind,
    Paper,
    Phase,
    Stage,
    StepMark,
    Terms,
    phase_of,
)
from participation.ids import ConsultationId
from participation.meetings.model import Meeting
from participation.places import Institution, Unit
from participation.ports import UnitOfWork
from participation.reminders.rules import deadline_dues, meeting_dues


@dataclass(frozen=True)
class Standing:
    """How far it has come: its stage and since when, what was decided on the comments, which act came of it.

    What was `amended` has said something else before. The balance is told once it is summed up.
    """

    stage: Stage = Stage.OPEN
    since: date | None = None
    balance: Balance | None = None
    adoption: Adoption | None = None
    amended: bool = False


@dataclass(frozen=True)
class Dossier:
    """What a citizen reads; `id` is None while it is only a draft on the coordinator's phone.

    Its `units` are those that it concerns, of `all_units` of the municipality.
    """

    id: ConsultationId | None
    institution: Institution
    terms: Terms
    meetings: tuple[Meeting, ...]
    papers: tuple[Paper, ...]
    units: tuple[Unit, ...]
    calendar: WorkingCalendar
    all_units: tuple[Unit, ...] = ()
    standing: Standing = Standing()
    marks: tuple[StepMark, ...] = ()

    def phase(self, now: datetime) -> Phase:
        """Where it stands for whoever asks now."""
        return phase_of(self.standing.stage, self.terms.deadline, now)

    def takes_comments(self) -> bool:
        """Whether a comment may still be left."""
        return self.standing.stage in TAKES_COMMENTS

    def reminds_of_meetings(self, now: datetime) -> bool:
        """Whether somebody who asks now would still be reminded of a meeting; of a series: of the one they choose."""
        if self.terms.kind is Kind.SERIES:
            return False
        ahead = (meeting for meeting in self.meetings if meeting.is_ahead(now))
        return any(now < due.moment for meeting in ahead for due in meeting_dues(meeting.venue.starts_at))

    def reminds_of_deadline(self, now: datetime) -> bool:
        """Whether somebody who asks now would still be reminded of the last day for comments."""
        deadline = self.terms.deadline
        return deadline is not None and any(now < due.moment for due in deadline_dues(deadline, self.calendar))


async def dossier_of(consultation: ConsultationId, uow: UnitOfWork) -> Dossier:
    """The dossier of a published consultation."""
    found = await uow.consultations.get(consultation)
    institution = await uow.places.institution(found.institution)
    # Only where areas are named are they looked up: an announcement is printed for everybody.
    asks = institution.municipality is not None and (found.terms.units or found.version > 1)
    units = await uow.places.units(institution.municipality) if asks and institution.municipality else ()
    return Dossier(
        id=found.id,
        institution=institution,
        terms=found.terms,
        meetings=tuple(await uow.meetings.of(consultation)),
        papers=found.papers,
        units=tuple(unit for unit in units if unit.id in found.terms.units),
        calendar=await uow.places.calendar(institution.id),
        all_units=tuple(units),
        standing=await _standing(found, uow),
        marks=found.marks,
    )


async def _standing(found: Consultation, uow: UnitOfWork) -> Standing:
    """How it will stand, where nobody has heard of it yet."""
    return Standing(
        stage=found.stage if found.is_public() else Stage.OPEN,
        since=found.moved_on,
        balance=await uow.comments.balance(found.id) if found.stage in SUMMED_UP else None,
        adoption=found.adoption,
        amended=found.version > 1,
    )
