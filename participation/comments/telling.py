"""Telling whoever has commented what becomes of it: without following, once, and with nothing kept of who it was."""

from collections import defaultdict
from datetime import datetime
from functools import partial
from itertools import islice
from typing import Final

from participation.apart import one_by_one
from participation.comments.model import AuthorTold
from participation.ids import CommentId, PersonId
from participation.letters import Lane, NoticeChanged
from participation.ports import UnitOfWork
from participation.post import News

AT_ONCE: Final = 500
"""So many are told in one look: while they are written nobody else can write, and the next look is near."""


async def tell_commenters(*, uow: UnitOfWork, now: datetime) -> int:
    """Tell each author once of each news; who is asleep hears it when their phone may ring.

    As an answer it does not wait in the outbox, where a whole night long a name would stand beside it.
    """
    return await one_by_one(await uow.ledger.news(), partial(_tell, uow=uow, now=now), uow=uow)


async def _tell(news: News, *, uow: UnitOfWork, now: datetime) -> int:
    """Whoever gets it with all others, for they follow or come, is not told twice."""
    theirs: defaultdict[PersonId, list[CommentId]] = defaultdict(list)
    for comment, author in news.authors.items():
        if author is not None:
            theirs[author].append(comment)
    hearing = await uow.listeners.hearing(news.campaign, list(theirs))
    if hearing is None:
        return 0
    people = await uow.people.get_all(list(theirs))
    awake = (one for one in theirs if news.urgent or not people[one].quiet.cover(now))
    ended = [comment for comment, author in news.authors.items() if author is None]
    told = 0
    for author in islice(awake, AT_ONCE):
        ended += theirs[author]
        letter, key = _letter(news, theirs[author][0]), f"news:{news.campaign}"
        lane = Lane.URGENT if news.urgent else Lane.REMINDER
        if author not in hearing:
            told += await uow.outbox.add(letter, to=author, lane=lane, due_at=now, key=key)
    await uow.ledger.end_news(news.campaign, ended)
    return told


def _letter(news: News, comment: CommentId) -> AuthorTold:
    sent = news.letter
    said = sent.version if isinstance(sent, NoticeChanged) else sent.stage
    return AuthorTold(comment, news.campaign, sent.consultation, said)
