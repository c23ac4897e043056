"""Being at the desk: whoever works there has seen what a digest would tell them."""

from collections.abc import Sequence
from datetime import datetime

from participation.clock import local_day
from participation.digests.model import Unseen
from participation.ids import InstitutionId
from participation.ports import UnitOfWork


async def at_the_desk(institutions: Sequence[InstitutionId], *, uow: UnitOfWork, now: datetime) -> None:
    """Whoever looks at the desk, opens a comment, answers one or writes a record needs not say that they have seen it.

    Nobody else need be told that they have not.
    """
    for institution in institutions:
        found = await uow.ledger.unseen(institution)
        if found is not None and found.since is not None:
            await uow.ledger.keep_unseen(institution, Unseen(None, 0, local_day(now)))
