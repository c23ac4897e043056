"""The proof of notice and the checklist as they are handed out; that it was done is noted with the last mark."""

from datetime import datetime

from participation.consultations.usecases import consultation_for_officer
from participation.forum.proof import BEGINNING, ProofTable
from participation.forum.telling import follow_proofs, note_last
from participation.ids import ConsultationId, InstitutionId, PersonId
from participation.offices.usecases import office_in
from participation.paperwork.gathering import letterhead_of
from participation.ports import UnitOfWork


async def proof_of(institution: InstitutionId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> ProofTable:
    """The whole chain of an institution, as it stands now."""
    await office_in(by, institution, uow=uow)
    await follow_proofs(uow=uow, now=now)
    rows = tuple(await uow.proofs.of(institution))
    await note_last(institution, "proof of notice taken", by=by, uow=uow, now=now)
    head = await letterhead_of(institution, uow=uow, now=now)
    return ProofTable(head, rows, rows[-1].link if rows else BEGINNING)


async def proof_about(consultation: ConsultationId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> ProofTable:
    """What of it is about one consultation: rows out of a chain, each with its place there."""
    found = await consultation_for_officer(consultation, by=by, uow=uow)
    whole = await proof_of(found.institution, by=by, uow=uow, now=now)
    rows = tuple(row for row in whole.rows if row.consultation == consultation)
    return ProofTable(whole.letterhead, rows, whole.last, found.terms.title)
