"""Bringing an answer to whoever asked for it by commenting, and other news once their phone may ring."""

from collections.abc import Awaitable, Callable
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


async def once_awake(
    comment: CommentId,
    mark: Callable[[CommentId], Awaitable[None]],
    bring_to: Callable[[PersonId], Awaitable[bool]],
    *,
    uow: UnitOfWork,
    now: datetime,
) -> bool:
    """Mark news of a comment as brought, and bring it, once its author's phone may ring; who was erased hears nothing.

    It does not wait in the outbox, where a whole night long a name would stand beside it.
    """
    author = await uow.comments.author(comment)
    if author is not None and (await uow.people.get(author)).quiet.cover(now):
        return False
    await mark(comment)
    return author is not None and await bring_to(author)
