"""Where one may complain, and until when (Law 146/2014, art. 21): we prepare the facts and never send them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from participation.clock import local_day
from participation.comments.model import Comment, Verdict
from participation.comments.usecases import answer_owed_by, comment_for_author
from participation.consultations.model import Consultation
from participation.ids import CommentId, PersonId
from participation.places import Institution
from participation.ports import UnitOfWork

COMPLAINT_DAYS: Final = timedelta(days=30)
"""From the day on which the act was adopted, to the Commissioner."""


@dataclass(frozen=True)
class Grievance:
    """What a complaint would be about: a comment, what it was on, who owed the answer and by when, if one is owed."""

    comment: Comment
    consultation: Consultation
    institution: Institution
    owed_by: date | None

    @property
    def last_day(self) -> date | None:
        """The last day for the Commissioner; none before the act is adopted."""
        adoption = self.consultation.adoption
        return None if adoption is None else adoption.day + COMPLAINT_DAYS

    def is_late(self, now: datetime) -> bool:
        """Whether the answer should be there by now."""
        return self.comment.waits and self.owed_by is not None and self.owed_by < local_day(now)

    def stands(self, now: datetime) -> bool:
        """Whether there is anything to complain of: no answer in time, or one that does not accept all of it."""
        answer = self.comment.answer
        return self.is_late(now) if answer is None else answer.verdict is not Verdict.ACCEPTED


async def grievance(comment: CommentId, *, by: PersonId, uow: UnitOfWork) -> Grievance:
    """What somebody may complain of about their own comment."""
    found = await comment_for_author(comment, by=by, uow=uow)
    consultation = await uow.consultations.get(found.consultation)
    institution = await uow.places.institution(consultation.institution)
    return Grievance(found, consultation, institution, await answer_owed_by(found, uow=uow))
