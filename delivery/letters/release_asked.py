"""A colleague wants to have something announced, and another official is to look at it."""

from datetime import datetime

from delivery.letters.card import subject_part
from locales.texts import Texts
from participation.consultations.model import Stage
from participation.desk_actions import ShowProposed
from participation.layout import button, paragraphs
from participation.letters import ReleaseAsked
from participation.messages import Message
from participation.ports import UnitOfWork


async def release_asked(letter: ReleaseAsked, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """What it is, and the way to it; None once somebody has decided."""
    consultation = await uow.consultations.get(letter.consultation)
    if consultation.stage is not Stage.PROPOSED:
        return None
    institution = await uow.places.institution(consultation.institution)
    return Message(
        title=texts.t("An announcement waits for you"),
        body=paragraphs(
            subject_part(consultation, institution),
            texts.t("A colleague has prepared it. It goes out when a second coordinator releases it."),
        ),
        buttons=((button(texts.t("Look at it"), ShowProposed(consultation.id)),),),
    )
