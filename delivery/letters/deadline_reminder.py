"""The time for comments runs out."""

from datetime import datetime

from delivery.letters.card import deadline_line, subject_part
from locales.texts import Texts
from participation.actions import ShowConsultation, WriteComment
from participation.clock import local_day
from participation.consultations.model import Stage
from participation.layout import button, paragraphs
from participation.letters import DeadlineReminder
from participation.messages import Message
from participation.ports import UnitOfWork


async def deadline_reminder(
    letter: DeadlineReminder, *, uow: UnitOfWork, texts: Texts, now: datetime
) -> Message | None:
    """Until when and where, and how many working days are left; None if it is another day, or past."""
    consultation = await uow.consultations.get(letter.consultation)
    today = local_day(now)
    changed = consultation.terms.deadline != letter.deadline
    if changed or letter.deadline < today or consultation.stage is not Stage.OPEN:
        return None
    institution = await uow.places.institution(consultation.institution)
    calendar = await uow.places.calendar(consultation.institution)
    return Message(
        title=texts.t("The time for comments is running out"),
        body=paragraphs(
            subject_part(consultation, institution),
            deadline_line(letter.deadline, calendar, texts=texts, today=today),
            texts.t("You can send your comment here until midnight on that day."),
        ),
        buttons=(
            (button(texts.t("Comment"), WriteComment(consultation.id)),),
            (button(texts.t("Read the consultation"), ShowConsultation(consultation.id)),),
        ),
    )
