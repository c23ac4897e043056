"""A colleague has changed a meeting that begins too soon to wait for a second coordinator; the others hear of it."""

from datetime import datetime

from delivery.letters.card import subject_part, when_and_where
from locales.texts import Texts
from participation.consultations.versions import why_changed
from participation.desk_actions import Manage
from participation.layout import button, paragraphs
from participation.meeting_letters import ChangedAlone
from participation.messages import Message
from participation.ports import UnitOfWork


async def changed_alone(letter: ChangedAlone, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """How it stands now, and why nobody was asked."""
    meeting = await uow.meetings.get(letter.meeting)
    consultation = await uow.consultations.get(meeting.consultation)
    institution = await uow.places.institution(consultation.institution)
    reason = why_changed(meeting, await uow.versions.of(consultation.id))
    stands = texts.t("It is cancelled.") if meeting.cancelled else texts.t("So it stands now:")
    return Message(
        title=texts.t("A colleague has changed a meeting alone"),
        body=paragraphs(
            subject_part(consultation, institution),
            paragraphs(stands, when_and_where(meeting.venue, texts)),
            texts.t("Reason: {reason}", reason=reason) if reason else "",
            texts.t("It begins so soon that the change did not wait for a second coordinator."),
        ),
        buttons=((button(texts.t("Look at it"), Manage(consultation.id)),),),
    )
