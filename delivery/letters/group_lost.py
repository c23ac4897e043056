"""Word to the administrators that the officers' group is lost, or what it lacks."""

from datetime import datetime

from locales.texts import Texts
from locales.words import LACKS
from participation.desk_actions import ShowGroup
from participation.layout import button, lines, paragraphs
from participation.letters import GroupLost
from participation.messages import Message
from participation.ports import UnitOfWork


async def group_lost(letter: GroupLost, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """What happened, and what to do about it."""
    institution = await uow.places.institution(letter.institution)
    told = (
        texts.t("I cannot work as I should in the group of {institution}:", institution=institution.name)
        if letter.lacks
        else texts.t(
            "The group of {institution} is no longer linked: I was removed from it, or it was deleted. "
            "The reports are all here.",
            institution=institution.name,
        )
    )
    missing = lines(f"• {texts.t(LACKS[lack.value])}" for lack in letter.lacks)
    to_group = button(texts.t("A group for the desk"), ShowGroup(letter.institution))
    return Message(body=paragraphs(told, missing), buttons=((to_group,),))
