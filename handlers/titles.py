"""What consultations are called where several stand together."""

from collections.abc import Iterable, Mapping
from typing import Final

from handlers.turns import Talk
from participation.consultations.model import Consultation
from participation.ids import ConsultationId
from participation.words import quote

LONGEST_NAME: Final = 30
"""The institution stands first, because a telephone cuts off the end of a button."""


async def titles(found: Iterable[Consultation], talk: Talk) -> Mapping[ConsultationId, str]:
    """The title of each; where several institutions ask, with the one that does: every year each has its budget."""
    asked = list(found)
    who = {number: await talk.uow.places.institution(number) for number in {one.institution for one in asked}}
    if len(who) == 1:
        return {one.id: one.terms.title for one in asked}
    return {one.id: f"{quote(who[one.institution].name, LONGEST_NAME)}: {one.terms.title}" for one in asked}
