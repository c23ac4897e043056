"""Word that an institution has another protection contact, or none any more: nobody joins them unseen."""

from datetime import datetime

from locales.texts import Texts
from participation.layout import paragraphs
from participation.letters import ContactsChanged
from participation.messages import Message
from participation.offices.usecases import offices_at
from participation.people.model import Right
from participation.ports import UnitOfWork


async def contacts_changed(letter: ContactsChanged, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """How many there are now, and what that means."""
    name = (await uow.places.institution(letter.institution)).name
    count = len(await offices_at(letter.institution, uow=uow, right=Right.PROTECT))
    if count:
        there_are = texts.n(
            "{institution} has {count} protection contact now.",
            "{institution} has {count} protection contacts now.",
            count,
            institution=name,
        )
        meaning = texts.t(
            "Somebody new has joined: they read what you read. Is it somebody you did not expect? Then ask the "
            "administrator."
        )
    else:
        there_are = texts.t("{institution} has no protection contact any more.", institution=name)
        meaning = texts.t(
            "What somebody in need tells from now on is read by the coordinators. What was meant for the protection "
            "contact alone nobody else reads: it would wait. Please invite somebody with /fto."
        )
    return Message(title=texts.t("Protection contact"), body=paragraphs(there_are, meaning))
