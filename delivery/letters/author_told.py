"""News of a consultation, for whoever has commented on it and does not follow it."""

from dataclasses import replace
from datetime import datetime

from delivery.letters.notice_changed import notice_changed
from delivery.letters.stage_reached import stage_reached
from locales.texts import Texts
from participation.actions import ShowComment
from participation.comments.model import AuthorTold
from participation.consultations.model import Stage
from participation.layout import button, paragraphs
from participation.letters import NoticeChanged, StageReached
from participation.messages import Message
from participation.ports import UnitOfWork


async def author_told(letter: AuthorTold, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """What everybody reads who follows, why it comes, and the way to one's own comment."""
    match letter.news:
        case Stage() as stage:
            told = await stage_reached(StageReached(letter.consultation, stage), uow=uow, texts=texts, now=now)
        case version:
            told = await notice_changed(NoticeChanged(letter.consultation, version), uow=uow, texts=texts, now=now)
    if told is None:
        return None
    comment = await uow.comments.get(letter.comment)
    because = texts.t("You are told because you commented: {receipt}.", receipt=comment.receipt)
    own = button(texts.t("Show my comment"), ShowComment(comment.id))
    return replace(told, body=paragraphs(told.body, because), buttons=(*told.buttons, (own,)))
