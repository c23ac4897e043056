"""Comments that came another way: by e-mail, on paper, at a meeting, through the register. A coordinator types them."""

from datetime import date, datetime, time
from typing import Final

from participation.clock import local_day, wall
from participation.comments.model import Comment, CommentChannel, NewComment, Signature, Words
from participation.comments.usecases import check_signature, check_words, next_receipt
from participation.consultations.model import Consultation
from participation.errors import Refusal, Refused
from participation.ids import ConsultationId, MeetingId, PersonId
from participation.offices.usecases import office_in
from participation.ports import UnitOfWork

NOON: Final = time(12)
"""Of what came another way the day is known, and no hour."""
ELSEWHERE: Final = tuple(channel for channel in CommentChannel if channel is not CommentChannel.BOT)


async def receiving_consultation(on: ConsultationId, *, by: PersonId, uow: UnitOfWork) -> Consultation:
    """A consultation that takes comments, for somebody who holds an office there."""
    found = await uow.consultations.get(on)
    await office_in(by, found.institution, uow=uow)
    if not found.accepts_comments():
        raise Refused(Refusal.NOT_OPEN)
    return found


def check_day(day: date, now: datetime) -> None:
    """Refuse a day that is still to come."""
    if day > local_day(now):
        raise Refused(Refusal.STILL_TO_COME)


async def receive_comment(
    words: Words,
    *,
    on: ConsultationId,
    by: PersonId,
    signature: Signature,
    channel: CommentChannel,
    day: date,
    meeting: MeetingId | None = None,
    uow: UnitOfWork,
    now: datetime,
) -> Comment:
    """Keep it under a number of the same series, late if its day was; nobody here can be told what becomes of it.

    What stands in the record of a `meeting` is not typed once more.
    """
    check_words(words)
    check_signature(signature)
    check_day(day, now)
    consultation = await receiving_consultation(on, by=by, uow=uow)
    left_at = min(wall(day, NOON), now)
    new = NewComment(
        receipt=await next_receipt(consultation, uow=uow, now=now),
        consultation=on,
        author=None,
        words=words,
        signature=signature,
        left_at=left_at,
        read_at=now,
        late=consultation.is_late(left_at),
        channel=channel,
        meeting=meeting,
    )
    number = await uow.comments.add(new)
    await uow.ledger.mark_seen(number, local_day(now))
    institution, action = consultation.institution, "comment typed in" if meeting is None else "comment from a record"
    await uow.audit.note(at=now, person=by, institution=institution, action=action, subject=new.receipt)
    return await uow.comments.get(number)
