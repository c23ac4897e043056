"""All comments of a consultation as its table lists them, with what was decided of them together."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from participation.clock import local_day
from participation.comments.filing import comments_for_officer
from participation.comments.model import Answer, Comment
from participation.consultations.usecases import note_deed
from participation.ids import CommentId, ConsultationId, PersonId
from participation.paperwork.gathering import letterhead_of
from participation.paperwork.record import CommentRow, CommentsTable, GroupReason
from participation.ports import UnitOfWork


async def comments_table(
    consultation: ConsultationId, *, by: PersonId, uow: UnitOfWork, now: datetime
) -> CommentsTable:
    """The table, for somebody who holds an office there; that they have read all of it is noted."""
    found = await comments_for_officer(consultation, by=by, uow=uow)
    on = await uow.consultations.get(consultation)
    await note_deed("comments table read", on, by=by, uow=uow, now=now)
    return CommentsTable(
        await letterhead_of(on.institution, uow=uow, now=now), on.terms.title, rows_of(found), groups_of(found)
    )


def rows_of(comments: Sequence[Comment]) -> tuple[CommentRow, ...]:
    """A row for each that was not taken back."""
    receipts = {one.id: one.receipt for one in comments}
    return tuple(_row(one, receipts) for one in comments if one.withdrawn_on is None)


def _row(one: Comment, receipts: Mapping[CommentId, str]) -> CommentRow:
    answer, filing = one.answer, one.filing
    return CommentRow(
        number=one.receipt,
        day=local_day(one.left_at),
        channel=one.channel,
        words=one.words.text,
        signature=one.signature,
        theme=filing.theme,
        article=filing.article,
        article_by_author=filing.article_by_author,
        unit=filing.unit,
        sent_on=filing.sent_on,
        verdict=answer.verdict if answer else None,
        reason=(answer.reason or "") if answer else "",
        late=one.late,
        joined_to=receipts.get(one.lead, "") if one.lead is not None else "",
        translation=filing.translation.text if filing.translation else "",
        sent=tuple(media.kind for media in one.words.media),
    )


def groups_of(comments: Sequence[Comment]) -> tuple[GroupReason, ...]:
    """The reasons that were given to several, each with the numbers of those; nobody is in two of them."""
    grouped: dict[str, list[tuple[str, Answer]]] = {}
    for one in comments:
        if one.answer is not None:
            first = one.answer.together.first if one.answer.together else one.receipt
            grouped.setdefault(first, []).append((one.receipt, one.answer))
    return tuple(_group(some) for some in grouped.values() if len(some) > 1)


def _group(some: Sequence[tuple[str, Answer]]) -> GroupReason:
    answer = some[0][1]
    subject = next((each.together.subject for _, each in some if each.together and each.together.subject), "")
    return GroupReason(subject, answer.verdict, answer.reason or "", tuple(receipt for receipt, _ in some))
