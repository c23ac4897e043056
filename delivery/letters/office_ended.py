"""Word to somebody that an office was taken away from them: they must not learn it from a refusal."""

from datetime import datetime

from locales.texts import Texts
from locales.words import ROLES
from participation.layout import paragraphs
from participation.letters import OfficeEnded
from participation.messages import Message
from participation.ports import UnitOfWork


async def office_ended(letter: OfficeEnded, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """Which office, where and since when, and what to do if it is a mistake."""
    institution = await uow.places.institution(letter.institution)
    happened = texts.t(
        "Since {day} you no longer hold this office at {institution}: {role}.",
        day=texts.short_day(letter.on),
        institution=institution.name,
        role=texts.t(ROLES[letter.role]),
    )
    return Message(
        body=paragraphs(happened, texts.t("Is it a mistake? Please ask whoever invited you for a new invitation."))
    )
