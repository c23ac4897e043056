"""Where one may complain, and until when (Law 146/2014, art. 21): we prepare the facts and never send them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from participation.calendar.legal_clock import LegalClock, legal_clock
from participation.clock import local_day
from participation.comments.model import Balance, Comment, Verdict
from participation.comments.usecases import answer_owed_by, comment_for_author
from participation.consultations.concerns import FIVE_CONTENTS, Concern, missing
from participation.consultations.model import SUMMED_UP, Consultation
from participation.consultations.plan import Plan
from participation.consultations.rewording import as_media
from participation.consultations.usecases import find_announced
from participation.ids import CommentId, ConsultationId, PersonId
from participation.meetings.model import Meeting
from participation.places import Institution
from participation.ports import UnitOfWork

COMPLAINT_DAYS: Final = timedelta(days=30)
"""From the day on which the act was adopted, to the Commissioner."""


@dataclass(frozen=True, kw_only=True)
class Recourse:
    """Whom somebody may turn to about a consultation, and until when."""

    consultation: Consultation
    institution: Institution

    @property
    def last_day(self) -> date | None:
        """The last day for the Commissioner; none before the act is adopted."""
        adoption = self.consultation.adoption
        return None if adoption is None else adoption.day + COMPLAINT_DAYS

    def is_over(self, now: datetime) -> bool:
        """Whether that day has passed."""
        return self.last_day is not None and self.last_day < local_day(now)


@dataclass(frozen=True, kw_only=True)
class Grievance(Recourse):
    """What a complaint would be about: a comment, what it was on, who owed the answer and by when, if one is owed."""

    comment: Comment
    owed_by: date | None

    def is_late(self, now: datetime) -> bool:
        """Whether the answer should be there by now."""
        return self.comment.waits and self.owed_by is not None and self.owed_by < local_day(now)

    def stands(self, now: datetime) -> bool:
        """Whether there is anything to complain of: no answer in time, or one that does not accept all of it."""
        answer = self.comment.answer
        return self.is_late(now) if answer is None else answer.verdict is not Verdict.ACCEPTED


@dataclass(frozen=True, kw_only=True)
class Course(Recourse):
    """How a consultation was held, as far as the bot knows: for whoever never commented too (art. 21).

    What its notice `lacks` here may stand in the register. Its `ahead` are the working days from the notice to each
    meeting that was not before it. The balance is there once it is summed up. `receipts` are those of whoever asks.
    """

    clock: LegalClock | None
    lacks: tuple[Concern, ...]
    ahead: tuple[tuple[Meeting, int], ...]
    balance: Balance | None
    receipts: tuple[str, ...]


async def grievance(comment: CommentId, *, by: PersonId, uow: UnitOfWork) -> Grievance:
    """What somebody may complain of about their own comment."""
    found = await comment_for_author(comment, by=by, uow=uow)
    consultation = await uow.consultations.get(found.consultation)
    institution = await uow.places.institution(consultation.institution)
    owed_by = await answer_owed_by(found, uow=uow)
    return Grievance(comment=found, consultation=consultation, institution=institution, owed_by=owed_by)


async def course_of(consultation: ConsultationId, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Course:
    """What anybody may rest a complaint on."""
    found = await find_announced(consultation, uow=uow)
    institution = await uow.places.institution(found.institution)
    calendar = await uow.places.calendar(found.institution)
    meetings = sorted(await uow.meetings.of(found.id), key=lambda each: each.venue.starts_at)
    days = [(each, local_day(each.venue.starts_at)) for each in meetings]
    until, since = found.terms.deadline, found.since
    comments = [each for each in await uow.comments.of_person(by) if each.consultation == found.id]
    return Course(
        consultation=found,
        institution=institution,
        clock=legal_clock(since, until, calendar, local_day(now)) if until else None,
        lacks=tuple(lacking(found, institution, meetings)),
        ahead=tuple((each, calendar.between(since, day)) for each, day in days if day >= since),
        balance=await uow.comments.balance(found.id) if found.stage in SUMMED_UP else None,
        receipts=tuple(each.receipt for each in comments if each.withdrawn_on is None),
    )


def lacking(found: Consultation, institution: Institution, meetings: Sequence[Meeting]) -> Iterator[Concern]:
    """Which of the five contents (art. 13) nobody reads in the notice here; an institution has an address anyway."""
    terms = replace(found.terms, email=found.terms.email or institution.email)
    plan = Plan(terms, tuple(each.venue for each in meetings if not each.cancelled), tuple(map(as_media, found.papers)))
    return (worry.concern for worry in missing(plan) if worry.concern in FIVE_CONTENTS)
