"""A new colleague at the desk: those who can dismiss one hear of it, in case it is somebody they did not mean."""

from datetime import datetime

from locales.texts import Texts
from locales.words import ROLES
from participation.actions import ShowColleague
from participation.layout import button, paragraphs
from participation.letters import ColleagueCame
from participation.messages import Message
from participation.ports import UnitOfWork


async def colleague_came(letter: ColleagueCame, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """Since when they act for which institution, as what, and the way to end it."""
    institution = await uow.places.institution(letter.institution)
    return Message(
        title=texts.t("An invitation was used"),
        body=paragraphs(
            texts.t(
                "Since {moment} somebody new works for {institution}. Where it is a desk, they read comments and "
                "safety reports and can publish; on the safety council they read figures only; the protection "
                "contact reads only what somebody in need tells.",
                moment=texts.moment(letter.at),
                institution=institution.name,
            ),
            texts.t("Their office: {role}", role=texts.t(ROLES[letter.role])) if letter.role else "",
            texts.t("Is it not whom you invited? Then end it with the button."),
        ),
        buttons=((button(texts.t("See this colleague"), ShowColleague(letter.appointment)),),),
    )
