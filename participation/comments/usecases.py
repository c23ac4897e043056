"""Leaving a comment, and answering it with a reason."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Final

from participation.apart import one_by_one
from participation.calendar.working_days import WorkingCalendar
from participation.clock import believed, local, local_day
from participation.comments.bringing import bring, once_awake
from participation.comments.model import (
    Answer,
    Capacity,
    Comment,
    NewComment,
    Signature,
    Together,
    Unanswered,
    Verdict,
    Words,
)
from participation.comments.placing import placed
from participation.comments.repeating import own_on, room_from, said_before
from participation.consultations.model import Consultation, Stage
from participation.errors import Refusal, Refused
from participation.ids import CommentId, ConsultationId, InstitutionId, PersonId
from participation.offices.attending import at_the_desk
from participation.offices.usecases import office_in
from participation.ports import UnitOfWork
from participation.readable import check_readable
from participation.words import fold, has_letters, is_name

TYPED_RECEIPT: Final = re.compile(r"([a-z]{1,6})\W*([0-9]{4})\W*([0-9]{1,6})\W*")


def check_words(words: Words) -> None:
    """Refuse silence, and more than a person can read."""
    if words.is_empty():
        raise Refused(Refusal.EMPTY)
    check_readable(words.text, words.media)


def check_signature(signature: Signature) -> None:
    """Whoever speaks for another says for whom, and a name is a name."""
    anonymous = signature.capacity is Capacity.ONESELF and signature.name is None
    if not anonymous and not is_name(signature.name or ""):
        raise Refused(Refusal.NAME_MISSING)


async def leave_comment(
    words: Words,
    *,
    on: ConsultationId,
    by: PersonId,
    signature: Signature,
    article: str = "",
    written_at: datetime | None = None,
    uow: UnitOfWork,
    now: datetime,
) -> Comment:
    """Record a comment under a number of its own; one whose words came late is recorded as late.

    What its author has said on it already is no second comment, and one person is not read for ever (R24).
    """
    check_words(words)
    check_signature(signature)
    filing = placed(article)
    consultation = await uow.consultations.get(on)
    if not consultation.accepts_comments():
        raise Refused(Refusal.NOT_OPEN)
    own = await own_on(on, by=by, uow=uow)
    if said_before(words, signature, own) is not None:
        raise Refused(Refusal.SPOKEN_BEFORE)
    if room_from(own, now) is not None:
        raise Refused(Refusal.SPOKEN_OFTEN)
    left_at = believed(written_at, now)
    new = NewComment(
        receipt=await next_receipt(consultation, uow=uow, now=now),
        consultation=on,
        author=by,
        words=words,
        signature=signature,
        left_at=left_at,
        read_at=now,
        late=consultation.is_late(left_at),
        filing=filing,
    )
    return new.kept_as(await uow.comments.add(new))


async def next_receipt(consultation: Consultation, *, uow: UnitOfWork, now: datetime) -> str:
    """A number that can be read aloud: `PR-2026-0147`."""
    institution = await uow.places.institution(consultation.institution)
    year = local(now).year
    number = await uow.places.next_receipt(institution.id, "comments", year)
    return f"{institution.prefix}-{year}-{number:04d}"


def receipt_in(words: str) -> str | None:
    """The number that somebody types to find a comment again: also in small letters, with blanks, without zeros."""
    found = TYPED_RECEIPT.fullmatch(fold(words))
    return f"{found[1].upper()}-{found[2]}-{int(found[3]):04d}" if found else None


@dataclass(frozen=True)
class AnswerTerm:
    """How long a consultation's institution has for its answers: so many working days after the comments close."""

    closes: date | None
    days: int
    calendar: WorkingCalendar

    def owed_by(self, left: date) -> date:
        """The day by which an answer is owed to what was left on a day; if that was late, it is counted from then."""
        return self.calendar.after(max(self.closes or left, left), self.days)


async def answer_owed_by(comment: Comment, *, uow: UnitOfWork) -> date | None:
    """The day by which an answer to this comment is owed; None where its consultation was cancelled."""
    if (await uow.consultations.get(comment.consultation)).stage is Stage.CANCELLED:
        return None
    return (await _answer_term(comment.consultation, uow=uow)).owed_by(local_day(comment.left_at))


async def owed_in_order(institutions: Sequence[InstitutionId], *, uow: UnitOfWork) -> Sequence[tuple[Unanswered, date]]:
    """All that is owed, each with its day: what is late comes first, and of one day what came first."""
    waiting = await uow.comments.owed(institutions)
    days = await answers_owed_by(waiting, uow=uow)
    return sorted(zip(waiting, days, strict=True), key=lambda one: (one[1], one[0].left_on, one[0].id))


async def answers_owed_by(waiting: Sequence[Unanswered], *, uow: UnitOfWork) -> list[date]:
    """The days by which answers to these are owed; each consultation is looked up once."""
    terms = {one: await _answer_term(one, uow=uow) for one in {each.consultation for each in waiting}}
    return [terms[each.consultation].owed_by(each.left_on) for each in waiting]


async def _answer_term(on: ConsultationId, *, uow: UnitOfWork) -> AnswerTerm:
    consultation = await uow.consultations.get(on)
    institution = await uow.places.institution(consultation.institution)
    calendar = await uow.places.calendar(institution.id)
    return AnswerTerm(consultation.terms.deadline, institution.answer_days, calendar)


async def answer_comment(
    comment: CommentId, *, verdict: Verdict, reason: str | None, by: PersonId, uow: UnitOfWork, now: datetime
) -> Comment:
    """Decide on a comment and send its author the decision with its reason, once."""
    found = await comment_for_officer(comment, by=by, uow=uow)
    check_waits(found)
    check_reason(verdict, reason)
    head = found if found.lead is None else await uow.comments.get(found.lead)
    await uow.ledger.hold([head.id])
    all_of_them = [head.id, *await uow.ledger.joined_to(head.id)]
    together = Together(head.receipt) if len(all_of_them) > 1 else None
    await decide(all_of_them, Answer(verdict, (reason or "").strip() or None, now, together), by=by, uow=uow, now=now)
    consultation = await uow.consultations.get(found.consultation)
    await at_the_desk([consultation.institution], uow=uow, now=now)
    await uow.audit.note(at=now, person=by, institution=consultation.institution, action="answer", subject=head.receipt)
    return await uow.comments.get(comment)


async def decide(found: Sequence[CommentId], answer: Answer, *, by: PersonId, uow: UnitOfWork, now: datetime) -> None:
    """Keep one answer for all of these, and tell each author of their own; where one waits for none, for none of them.

    Always in the same order: two who decide at once must not wait for each other.
    """
    for one in sorted(found):
        if not await uow.comments.answer(one, answer, by):
            raise Refused(Refusal.ALREADY_ANSWERED)
    for one in sorted(found):
        await tell_author(one, uow=uow, now=now)


def check_waits(found: Comment) -> None:
    """Refuse to answer what has its answer, or was taken back."""
    if found.withdrawn_on is not None:
        raise Refused(Refusal.WITHDRAWN)
    if found.answer is not None:
        raise Refused(Refusal.ALREADY_ANSWERED)


async def tell_authors(*, uow: UnitOfWork, now: datetime) -> int:
    """Bring the answers that waited for the end of somebody's quiet hours; returns how many."""
    return await one_by_one(await uow.comments.untold(), partial(tell_author, uow=uow, now=now), uow=uow)


async def tell_author(comment: CommentId, *, uow: UnitOfWork, now: datetime) -> bool:
    """Bring an answer once its author's phone may ring; who is away hears it on return."""

    async def bring_to(author: PersonId) -> bool:
        return await bring(comment, to=author, uow=uow, now=now)

    return await once_awake(comment, uow.comments.mark_told, bring_to, uow=uow, now=now)


def check_reason(verdict: Verdict, reason: str | None) -> None:
    """All but full acceptance owes a reason (Law 146/2014: a summary of the reasons of refusal)."""
    if verdict is not Verdict.ACCEPTED and not has_letters(reason or ""):
        raise Refused(Refusal.REASON_MISSING)
    check_readable(reason or "")


async def comment_for_officer(comment: CommentId, *, by: PersonId, uow: UnitOfWork) -> Comment:
    """A comment as somebody sees it who holds an office in the institution it was left with."""
    found = await uow.comments.get(comment)
    consultation = await uow.consultations.get(found.consultation)
    await office_in(by, consultation.institution, uow=uow)
    return found


async def open_comment(comment: CommentId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Comment:
    """The same, opened: its author sees from then on that it was seen."""
    found = await comment_for_officer(comment, by=by, uow=uow)
    await at_the_desk([(await uow.consultations.get(found.consultation)).institution], uow=uow, now=now)
    if found.seen_on is not None:
        return found
    await uow.ledger.mark_seen(comment, local_day(now))
    return await uow.comments.get(comment)


async def comment_for_author(comment: CommentId, *, by: PersonId, uow: UnitOfWork) -> Comment:
    """A comment as its author sees it; for anybody else it is not there."""
    if await uow.comments.author(comment) != by:
        raise Refused(Refusal.NOT_FOUND)
    return await uow.comments.get(comment)
