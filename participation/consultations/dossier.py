"""A consultation with all that people are told of it, gathered once and shown in many places."""

from dataclasses import dataclass
from datetime import datetime

from participation.calendar.working_days import WorkingCalendar
from participation.consultations.model import Paper, Terms
from participation.ids import ConsultationId
from participation.meetings.model import Meeting
from participation.places import Institution, Unit
from participation.ports import UnitOfWork
from participation.reminders.rules import deadline_dues, meeting_dues


@dataclass(frozen=True)
class Dossier:
    """What a citizen reads; `id` is None while it is only a draft on the coordinator's phone."""

    id: ConsultationId | None
    institution: Institution
    terms: Terms
    meetings: tuple[Meeting, ...]
    papers: tuple[Paper, ...]
    units: tuple[Unit, ...]
    calendar: WorkingCalendar

    def reminds_of_meetings(self, now: datetime) -> bool:
        """Whether somebody who asks now would still be reminded of a meeting."""
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
    units = await uow.places.units(institution.municipality) if institution.municipality and found.terms.units else ()
    return Dossier(
        id=found.id,
        institution=institution,
        terms=found.terms,
        meetings=tuple(await uow.meetings.of(consultation)),
        papers=found.papers,
        units=tuple(unit for unit in units if unit.id in found.terms.units),
        calendar=await uow.places.calendar(institution.id),
    )
