"""A new colleague at the desk: those who can dismiss one hear of it, in case it is somebody they did not mean."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from locales.texts import Texts, mark
from locales.words import ROLES
from participation.desk_actions import ShowColleague
from participation.layout import button, lines, paragraphs
from participation.letters import ColleagueCame
from participation.messages import Message
from participation.people.model import Right, Role
from participation.ports import UnitOfWork


async def colleague_came(letter: ColleagueCame, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """Since when they act for which institution, as what, and the way to end it."""
    institution = await uow.places.institution(letter.institution)
    return Message(
        title=texts.t("An invitation was used"),
        body=paragraphs(
            texts.t(
                "Since {moment} somebody new works for {institution}.",
                moment=texts.moment(letter.at),
                institution=institution.name,
            ),
            _what_they_may(letter.role, texts) if letter.role else "",
            texts.t("Is it not whom you invited? The button leads to where you can take the office away."),
        ),
        buttons=((button(texts.t("See this colleague"), ShowColleague(letter.appointment)),),),
    )


READ: Final[Mapping[Right, str]] = {
    Right.ACT: mark("They read comments and safety reports, and can publish."),
    Right.PROTECT: mark("In this office they read only what somebody in need tells."),
    Right.COUNT: mark("They read figures only."),
}
"""What somebody new reads; the first that their office lets them do says it all."""


def _what_they_may(role: Role, texts: Texts) -> str:
    """As what they came, and what they read from now on."""
    reads = next(sentence for right, sentence in READ.items() if role.may(right))
    return lines((texts.t("Their office: {role}", role=texts.t(ROLES[role])), texts.t(reads)))
