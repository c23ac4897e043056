"""Changing one's own comment, or taking it back, until the time for comments is over (R18); what it said is kept."""

from dataclasses import replace
from datetime import datetime

from participation.clock import local_day
from participation.comments.model import Comment, Words
from participation.comments.usecases import check_waits, check_words, comment_for_author
from participation.consultations.model import Consultation
from participation.errors import Refusal, Refused
from participation.ids import CommentId, PersonId
from participation.ports import UnitOfWork


def may_change(found: Comment, on: Consultation, now: datetime) -> bool:
    """Whether its author can still change it: nobody has answered it, and the time is not over."""
    return found.waits and on.is_open(now)


async def changeable(comment: CommentId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Comment:
    """One's own comment, as long as it can be changed."""
    found = await comment_for_author(comment, by=by, uow=uow)
    check_waits(found)
    if not may_change(found, await uow.consultations.get(found.consultation), now):
        raise Refused(Refusal.TIME_OVER)
    return found


async def reword_comment(comment: CommentId, words: Words, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Comment:
    """Let it say something else; its coordinators see that it did, and what it said."""
    check_words(words)
    found = await changeable(comment, by=by, uow=uow, now=now)
    if words == found.words:
        raise Refused(Refusal.NOTHING_CHANGED)
    if not await uow.ledger.reword(comment, words, local_day(now)):
        raise Refused(Refusal.ALREADY_ANSWERED)
    if found.filing.translation or found.filing.wanted_by:  # they were of what it said
        await uow.ledger.file(comment, replace(found.filing, translation=None, wanted_by=None))
    return await uow.comments.get(comment)


async def withdraw_comment(comment: CommentId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Comment:
    """Take it back: it is read with that mark, and no answer is owed to it."""
    await changeable(comment, by=by, uow=uow, now=now)
    if not await uow.ledger.withdraw(comment, local_day(now)):
        raise Refused(Refusal.ALREADY_ANSWERED)
    return await uow.comments.get(comment)
