"""A consultation is open: its card, and why one gets it."""

from dataclasses import replace
from datetime import datetime

from delivery.letters.card import card
from locales.texts import Texts
from participation.consultations.dossier import dossier_of
from participation.consultations.model import Stage
from participation.layout import paragraphs
from participation.letters import Announced
from participation.messages import Message
from participation.ports import UnitOfWork


async def announced(letter: Announced, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """The card; None if the consultation was called off meanwhile."""
    consultation = await uow.consultations.get(letter.consultation)
    if consultation.stage is not Stage.OPEN:
        return None
    shown = card(await dossier_of(letter.consultation, uow), texts=texts, now=now)
    why = texts.t("You get this because you asked to be told. Change that with /ndjek.")
    return replace(shown, body=paragraphs(shown.body, why))
