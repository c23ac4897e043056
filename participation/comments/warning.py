"""Telling somebody that the day is over on which an answer to them was owed (L24)."""

from datetime import date, datetime

from participation.apart import one_by_one
from participation.clock import local_day
from participation.comments.bringing import once_awake
from participation.comments.model import Unanswered
from participation.comments.usecases import answers_owed_by
from participation.ids import PersonId
from participation.letters import Lane, NoAnswerYet
from participation.ports import UnitOfWork


async def warn_authors(*, uow: UnitOfWork, now: datetime) -> int:
    """Tell each author once, from the day after; as an answer it does not wait in the outbox for a night to end."""
    waiting = await uow.ledger.unwarned()
    days = await answers_owed_by(waiting, uow=uow)

    async def warn(one: tuple[Unanswered, date]) -> bool:
        comment, owed_by = one
        if owed_by >= local_day(now):
            return False
        letter, key = NoAnswerYet(comment.id), f"no answer:{comment.id}"

        async def bring_to(author: PersonId) -> bool:
            return await uow.outbox.add(letter, to=author, lane=Lane.REMINDER, due_at=now, key=key)

        return await once_awake(comment.id, uow.ledger.mark_warned, bring_to, uow=uow, now=now)

    return await one_by_one(list(zip(waiting, days, strict=True)), warn, uow=uow)
