"""Keeping all that a notice says: its terms, and the meetings and documents as they stand when a version begins."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from participation.consultations.marking import carried
from participation.consultations.model import Consultation, Terms
from participation.consultations.versions import Version, as_it_stands
from participation.errors import Refusal, Refused
from participation.ids import ConsultationId
from participation.ports import UnitOfWork


async def keep_first(consultation: ConsultationId, first: Version, *, uow: UnitOfWork) -> None:
    """Keep what a new notice says."""
    await uow.versions.add(consultation, await _whole(consultation, first, uow=uow))


async def begin(
    consultation: ConsultationId,
    day: date,
    *,
    despite: Sequence[str] | None = None,
    reason: str = "",
    terms: Terms | None = None,
    uow: UnitOfWork,
) -> None:
    """Let the first one hold from this day, as it stands then; in spite of what, and why, where that is said anew.

    Its terms are others where they were dated anew.
    """
    for first in (await uow.versions.of(consultation))[:1]:
        said = first if despite is None else replace(first, despite=tuple(despite), reason=reason)
        await uow.versions.replace(
            consultation, await _whole(consultation, replace(said, day=day, terms=terms or said.terms), uow=uow)
        )


async def keep_next(found: Consultation, version: Version, *, uow: UnitOfWork) -> None:
    """Put the next version in its place, once all that it changes is changed; who was slower hears so."""
    if not await uow.consultations.reword(found.id, version.terms, version=version.number):
        raise Refused(Refusal.CHANGED_MEANWHILE)
    if found.terms.steps:
        # Only from here on nobody else marks a step: what was read before may be out of date.
        marks = (await uow.consultations.get(found.id)).marks
        await uow.consultations.mark_steps(found.id, carried(marks, found.terms.steps, version.terms.steps))
    await uow.versions.add(found.id, await _whole(found.id, version, uow=uow))


async def _whole(consultation: ConsultationId, version: Version, *, uow: UnitOfWork) -> Version:
    """The version with the meetings and documents that hold now."""
    found = await uow.consultations.get(consultation)
    return replace(version, meetings=tuple(await uow.meetings.of(consultation)), papers=found.papers)


async def versions_for(consultation: Consultation, *, uow: UnitOfWork) -> Sequence[Version]:
    """All that its notice has said; of one from before versions were kept, what it says now."""
    kept = await uow.versions.of(consultation.id)
    return kept or (as_it_stands(consultation, await uow.meetings.of(consultation.id)),)


async def first_version(consultation: Consultation, *, uow: UnitOfWork) -> Version:
    """What a notice said first; of one from before versions were kept, what it says now."""
    return (await versions_for(consultation, uow=uow))[0]
