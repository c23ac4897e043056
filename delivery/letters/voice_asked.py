"""A day after a meeting: what was decided, and whether those who came were heard."""

from datetime import datetime

from delivery.letters.card import subject_part
from locales.texts import Texts
from locales.words import HEARD
from participation.actions import SayHeard, ShowConsultation
from participation.layout import button, lines, paragraphs
from participation.meeting_letters import VoiceAsked
from participation.meetings.minutes import Revision
from participation.messages import Message
from participation.ports import UnitOfWork


async def voice_asked(letter: VoiceAsked, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """The decisions, or that there are none yet, and one question; None of a meeting that is not over."""
    meeting = await uow.meetings.get(letter.meeting)
    if meeting.cancelled or now < meeting.venue.over_at():
        return None
    consultation = await uow.consultations.get(meeting.consultation)
    institution = await uow.places.institution(consultation.institution)
    revision = await uow.minutes.finished(meeting.id)
    answers = [button(texts.t(label), SayHeard(meeting.id, step)) for step, label in HEARD.items()]
    return Message(
        title=texts.t("After the meeting of {moment}", moment=texts.moment(meeting.venue.starts_at)),
        body=paragraphs(
            subject_part(consultation, institution),
            decided(revision, texts),
            texts.t("Was your voice heard?"),
            texts.t("One tap is enough. We count the answers; the institution does not see who gave which."),
        ),
        buttons=(
            *((one,) for one in answers),
            (button(texts.t("Read the consultation"), ShowConsultation(consultation.id)),),
        ),
    )


def decided(revision: Revision | None, texts: Texts) -> str:
    """What stands in the record, as far as there is one."""
    if revision is None:
        return texts.t("The record of the meeting is not ready yet.")
    decisions = revision.minutes.decisions
    if not decisions:
        return texts.t("The record of the meeting names no decision.")
    return lines((texts.t("What was decided:"), *(f"• {one}" for one in decisions)))
