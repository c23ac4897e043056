"""How one joins a meeting online, for those who come."""

from datetime import datetime

from delivery.letters.card import subject_part, when_and_where
from locales.texts import Texts
from locales.words import JOIN, JOINING
from participation.actions import ShowMeeting
from participation.joining import link_of
from participation.layout import button, paragraphs
from participation.meeting_letters import JoiningTold
from participation.messages import Button, Message
from participation.ports import UnitOfWork


async def joining_told(letter: JoiningTold, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """When it is and how one joins; None if it is off or over, or nobody can join any more."""
    meeting = await uow.meetings.get(letter.meeting)
    joining = await uow.meetings.joining(letter.meeting)
    if not joining or not meeting.is_on(now):
        return None
    consultation = await uow.consultations.get(meeting.consultation)
    institution = await uow.places.institution(consultation.institution)
    return Message(
        title=texts.t("How to join the meeting online"),
        body=paragraphs(
            subject_part(consultation, institution),
            when_and_where(meeting.venue, texts),
            how_to_join(joining, texts),
        ),
        buttons=(
            (join_button(joining, texts),),
            (button(texts.t("Coming or not"), ShowMeeting(meeting.id)),),
        ),
    )


def how_to_join(joining: str, texts: Texts) -> str:
    """The link, and what is asked for beside it."""
    return texts.t(JOINING, joining=joining)


def join_button(joining: str, texts: Texts) -> Button:
    """One tap leads there."""
    return Button(texts.t(JOIN), url=link_of(joining))
