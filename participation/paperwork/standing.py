"""Whether a consultation was called off, as its notice tells it."""

from collections.abc import Sequence

from participation.consultations.keeping import versions_for
from participation.consultations.model import Consultation, Stage
from participation.consultations.versions import Amendment, Version
from participation.paperwork.record import Cancellation
from participation.ports import UnitOfWork


async def cancellation_of(found: Consultation, *, uow: UnitOfWork) -> Cancellation | None:
    """When and why it was called off; None of one that was not."""
    if found.stage is not Stage.CANCELLED:
        return None
    return cancellation_in(found, await versions_for(found, uow=uow))


def cancellation_in(found: Consultation, versions: Sequence[Version]) -> Cancellation | None:
    """The same where all versions of its notice are at hand; of one from before they were kept nobody knows why."""
    if found.stage is not Stage.CANCELLED:
        return None
    last = versions[-1]
    if last.amendment is Amendment.CANCELLED:
        return Cancellation(last.day, last.reason)
    return Cancellation(found.moved_on or found.since)
