"""Half-done conversations as they are kept: what is in them is nobody's business but the conversation's."""

from dataclasses import dataclass

from participation.ids import ConsultationId, InstitutionId, PendingId, PersonId


@dataclass(frozen=True)
class KeptDraft:
    """A draft with the dialog it belongs to, that dialog's version, its stamp, and the draft itself as JSON."""

    dialog: str
    version: int
    stamp: str
    body: str


@dataclass(frozen=True)
class PendingChange:
    """A change that one official has prepared and another has to release: the last look at it, as it was.

    `what` it does is the same for two that do the same to the same thing. `returned` is why a colleague gave it back,
    None where none did; `taken_by` is who is changing it. It is about a consultation, or about none.
    """

    id: PendingId
    institution: InstitutionId
    consultation: ConsultationId | None
    prepared_by: PersonId
    what: str
    draft: KeptDraft
    returned: str | None = None
    taken_by: PersonId | None = None
