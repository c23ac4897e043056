"""What was kept for later and did not go out: its coordinators hear why, and can look at it."""

from datetime import datetime

from locales.texts import Texts
from participation.desk_actions import ShowScheduled
from participation.layout import button, paragraphs
from participation.letters import HeldBack
from participation.messages import Message
from participation.ports import UnitOfWork


async def held_back(letter: HeldBack, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """When it was to go out, why it did not, and what can be done about it."""
    found = await uow.consultations.get(letter.consultation)
    return Message(
        title=texts.t("Not published"),
        body=paragraphs(
            found.terms.title,
            texts.t(
                "It was to go out on {moment}, and was held back: all its meetings are cancelled or past. "
                "You can change it, publish it as it is, or leave it.",
                moment=texts.moment(found.publish_at),
            ),
        ),
        buttons=((button(texts.t("Look at it"), ShowScheduled(found.id)),),),
    )
