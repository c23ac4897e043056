"""What became of a consultation: its comments are summed up, or an act came of it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from delivery.letters.standing import standing_part
from locales.texts import Texts, mark
from participation.actions import ShowConsultation
from participation.consultations.dossier import dossier_of
from participation.consultations.model import Stage
from participation.layout import button, lines, paragraphs
from participation.letters import StageReached
from participation.messages import Message
from participation.ports import UnitOfWork

TITLES: Final[Mapping[Stage, str]] = {
    Stage.SUMMARISED: mark("The summary of comments is published"),
    Stage.ADOPTED: mark("The act is adopted"),
}
ANSWERED: Final = mark("Whoever has commented finds the answer and its reason under /te_miat.")


async def stage_reached(letter: StageReached, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """Where it stands; None if it has come further, or was opened again, since."""
    dossier = await dossier_of(letter.consultation, uow)
    if dossier.standing.stage is not letter.stage:
        return None
    return Message(
        title=texts.t(TITLES[letter.stage]),
        body=paragraphs(
            lines((dossier.terms.title, dossier.institution.name)),
            standing_part(dossier, texts, now),
            texts.t(ANSWERED) if letter.stage is Stage.SUMMARISED else "",
        ),
        buttons=((button(texts.t("Read the consultation"), ShowConsultation(letter.consultation)),),),
    )
