"""Inviting somebody into an office: as what, and the link; and what a member of the council finds behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final

from handlers.turns import Talk, column
from handlers.views.menu import to_figures, to_menu
from handlers.views.publishing import to_desk
from locales.texts import mark
from locales.words import ROLES
from participation.layout import button, lines, paragraphs
from participation.messages import Message
from participation.packing import Action
from participation.people.model import Role
from participation.places import Institution


@dataclass(frozen=True)
class InviteTo(Action):
    """Make an invitation to an institution; without a role, ask for one."""

    tag: ClassVar[str] = "iv"
    institution: int
    role: str = ""


DUTIES: Final[Mapping[Role, str]] = {
    Role.COORDINATOR: mark("A coordinator publishes, answers, and deals with reports."),
    Role.DEPUTY: mark("A deputy does the same, in the coordinator's place."),
    Role.MEMBER: mark("A member reads the figures of the reports, and no report."),
    Role.CHAIR: mark("The chair reads the same figures, and no report."),
    Role.PROTECTION: mark("The protection contact alone reads what somebody in need tells, beside other work or not."),
    Role.ADMIN: mark("An administrator is a coordinator who can invite others, and take their office away."),
}


def no_right_to_invite(talk: Talk) -> Message:
    """Only administrators invite."""
    return Message(
        body=talk.t("Only an administrator of the institution can invite colleagues."), buttons=column(to_desk(talk))
    )


def invite_as(talk: Talk, institution: Institution, given: Sequence[Role]) -> Message:
    """As what somebody is to come, of what one may give."""
    duties = lines(f"• {talk.t(duty)}" for role, duty in DUTIES.items() if role in given)
    contact = talk.t("A protection contact is invited by whoever runs the bot, or by another contact.")
    named = [(role, name) for role, name in ROLES.items() if Role(role) in given]
    return Message(
        title=institution.name,
        body=paragraphs(talk.t("As what do you invite them?"), duties, "" if Role.PROTECTION in given else contact),
        buttons=column(*(button(talk.t(name), InviteTo(institution.id, role)) for role, name in named), to_desk(talk)),
    )


def invitation(talk: Talk, institution: Institution, role: Role, link: str, until: datetime) -> tuple[Message, ...]:
    """How it works, and a text to send on as it is."""
    hint = talk.t(
        "Send the next message on. The link works once, until {moment}. "
        "Whoever opens it first becomes {role}, so send it to one person only.",
        role=talk.t(ROLES[role.value]),
        moment=talk.texts.moment(until),
    )
    text = talk.t(
        "You are invited by {institution}, as {role}. Open this link in Telegram and press Start: {link}",
        institution=institution.name,
        role=talk.t(ROLES[role.value]),
        link=link,
    )
    return (Message(body=hint), Message(body=text))


def welcome_to_council(talk: Talk, institution: Institution, role: Role) -> Message:
    """What somebody new on the council gets from now on."""
    return Message(
        title=talk.t("Welcome"),
        body=paragraphs(
            talk.t(
                "From now on you hold an office at {institution}: {role}.",
                institution=institution.name,
                role=talk.t(ROLES[role.value]),
            ),
            talk.t("You read the figures of the reports, and no report."),
        ),
        buttons=column(to_figures(talk), to_menu(talk)),
    )
