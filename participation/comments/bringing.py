"""Bringing an answer to whoever asked for it by commenting."""

from datetime import datetime

from participation.ids import CommentId, PersonId
from participation.letters import CommentAnswered, Lane
from participation.ports import UnitOfWork


async def bring(comment: CommentId, *, to: PersonId, uow: UnitOfWork, now: datetime) -> bool:
    """Queue the answer; for one who cannot be reached, or asked for silence, it is not queued but waits for them."""
    letter = CommentAnswered(comment)
    return await uow.outbox.add(letter, to=to, lane=Lane.REMINDER, due_at=now, key=f"answered:{comment}")


async def bring_all(to: PersonId, *, uow: UnitOfWork, now: datetime) -> None:
    """Bring somebody who is back the answers that never reached them."""
    for comment in await uow.comments.unheard(to):
        await uow.comments.mark_told(comment)
        await bring(comment, to=to, uow=uow, now=now)
