"""Word to the administrators that somebody is the protection contact now, nobody any more, or nobody we reach."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from locales.texts import Texts, mark
from participation.layout import paragraphs
from participation.letters import ContactChange, ContactsChanged
from participation.messages import Message
from participation.ports import UnitOfWork


async def contacts_changed(letter: ContactsChanged, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """What happened on which day, and what it means."""
    institution = await uow.places.institution(letter.institution)
    blanks = {"day": texts.short_day(letter.on), "institution": institution.name}
    happened, meaning = TOLD[letter.change]
    return Message(title=texts.t("Protection contact"), body=paragraphs(texts.t(happened, **blanks), texts.t(meaning)))


TOLD: Final[Mapping[ContactChange, tuple[str, str]]] = {
    ContactChange.CAME: (
        mark("Since {day} somebody new is a protection contact of {institution}."),
        mark("They alone read what somebody in need tells. Whoever runs the bot has invited them, or another contact."),
    ),
    ContactChange.GONE: (
        mark("Since {day} {institution} has no protection contact any more."),
        mark(
            "What somebody in need tells from now on is read by the coordinators. What was meant for the protection "
            "contact alone nobody else reads: it would wait. Whoever runs the bot can invite somebody: "
            "bashke invite --role protection"
        ),
    ),
    ContactChange.SILENT: (
        mark("Since {day} no message of ours reaches a protection contact of {institution}."),
        mark(
            "Until one returns, what somebody in need tells is read by the coordinators. What was told before waits "
            "for the contact. Please ask them to open the bot."
        ),
    ),
}
"""What happened, and what it means."""
