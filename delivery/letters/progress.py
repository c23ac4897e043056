"""How far an announcement has got: one message for the coordinator, edited as it moves."""

from datetime import datetime

from delivery.letters.phrases import button, lines, paragraphs
from locales.texts import Texts
from participation.actions import ShowProgress
from participation.letters import Delivery, Progress
from participation.messages import Message
from participation.people.model import Person
from participation.ports import UnitOfWork


async def progress(letter: Progress, *, person: Person, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """Counts of people: sent, waiting, unreachable, failed."""
    delivery = await uow.outbox.delivery(letter.campaign)
    consultation = await uow.consultations.get(letter.consultation)
    on_its_way = delivery.waiting > 0
    again = button(texts.t("Refresh"), ShowProgress(letter.campaign))
    return Message(
        title=texts.t("The announcement is on its way") if on_its_way else texts.t("The announcement has been sent"),
        body=paragraphs(consultation.terms.title, lines(counted(delivery, texts))),
        buttons=((again,),) if on_its_way else (),
        quiet=True,
    )


def counted(delivery: Delivery, texts: Texts) -> list[str]:
    """How many got it, and what became of the others, if there are others."""
    sent = texts.t("Sent: {sent} of {total}", sent=texts.number(delivery.sent), total=texts.number(delivery.total))
    others = (
        (delivery.waiting, texts.t("Still waiting: {count}", count=texts.number(delivery.waiting))),
        (delivery.unreachable, texts.t("Cannot be reached: {count}", count=texts.number(delivery.unreachable))),
        (delivery.failed, texts.t("Failed: {count}", count=texts.number(delivery.failed))),
    )
    return [sent, *(sentence for count, sentence in others if count)]
