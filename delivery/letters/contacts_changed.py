"""Word to the administrators that somebody is the protection contact now, or nobody any more."""

from datetime import datetime

from locales.texts import Texts
from participation.layout import paragraphs
from participation.letters import ContactsChanged
from participation.messages import Message
from participation.ports import UnitOfWork


async def contacts_changed(letter: ContactsChanged, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """What happened on which day, and what it means."""
    institution = await uow.places.institution(letter.institution)
    blanks = {"day": texts.short_day(letter.on), "institution": institution.name}
    if letter.gone:
        happened = texts.t("Since {day} {institution} has no protection contact any more.", **blanks)
        meaning = texts.t(
            "What somebody in need tells from now on is read by the coordinators. What was meant for the protection "
            "contact alone nobody else reads: it would wait. Whoever runs the bot can invite somebody: "
            "bashke invite --role protection"
        )
    else:
        happened = texts.t("Since {day} somebody new is a protection contact of {institution}.", **blanks)
        meaning = texts.t(
            "They alone read what somebody in need tells. Whoever runs the bot has invited them, or another contact."
        )
    return Message(title=texts.t("Protection contact"), body=paragraphs(happened, meaning))
