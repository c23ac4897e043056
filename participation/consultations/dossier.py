"""A consultation with all that people are told of it, gathered once and shown in many places."""

from dataclasses import dataclass

from participation.calendar.working_days import WorkingCalendar
from participation.consultations.model import Paper, Terms
from participation.ids import ConsultationId
from participation.meetings.model import Meeting
from participation.places import Institution, Unit
from participation.ports import UnitOfWork


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
