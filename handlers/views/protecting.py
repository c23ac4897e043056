"""The protection contact's desk: what only they read, and what those who are about to tell may call them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Named, Talk, cancel_in, choice_of, column
from handlers.views.colleagues import ShowColleagues
from handlers.views.menu import to_menu
from handlers.views.pages import counted
from handlers.views.profile import silent_contact
from participation import desk_actions
from participation.layout import button, lines, paragraphs
from participation.messages import Button, Message
from participation.packing import Action
from participation.people.model import Reach
from participation.places import Institution
from participation.reports.model import Report

DIALOG: Final = "called"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
leave = partial(cancel_in, DIALOG)


@dataclass(frozen=True)
class SayCalled(Action):
    """Say what those who are about to tell something may call one."""

    tag: ClassVar[str] = "pc"


def desk(talk: Talk, institutions: Sequence[Institution], waiting: int, called: str) -> Message:
    """All that a contact does who does nothing else there."""
    silent = talk.person.reach is Reach.STOPPED
    waits = talk.texts.n("{count} report waits for you.", "{count} reports wait for you.", waiting)
    return Message(
        title=talk.t("Protection contact"),
        body=paragraphs(
            lines(one.name for one in institutions),
            waits if waiting else talk.t("Nothing waits for you now."),
            as_called(talk, called),
            silent_contact(talk) if silent else "",
        ),
        buttons=column(
            button(talk.t("Write to me again"), Named("start")) if silent else None,
            button(counted(talk.t("Safety reports"), waiting), desk_actions.ShowReports()),
            to_be_called(talk),
            button(talk.t("Invite another contact"), Named("invite")),
            button(talk.t("Colleagues"), ShowColleagues()),
            to_menu(talk),
        ),
    )


def to_be_called(talk: Talk) -> Button:
    """The way to saying it."""
    return button(talk.t("What people may call me"), SayCalled())


def as_called(talk: Talk, called: str) -> str:
    """What people read who are about to tell."""
    if called:
        return talk.t("Before people tell, they see that you read it: {name}.", name=called)
    return talk.t("Before people tell, they see that the protection contact reads it, but not your name.")


def welcome(talk: Talk, institution: Institution) -> Message:
    """What somebody who became the contact finds, and what is asked of them."""
    said = (
        talk.t("You are a protection contact of {institution} now.", institution=institution.name),
        "",
        "• " + talk.t("What is told of violence, abuse or need only protection contacts read, and nobody else here."),
        "• " + talk.t("You are told at once, at any hour. If nobody reads it in time, others learn that it waits."),
        "• " + talk.t("You do not see who tells it. You can ask, and the answer comes to you here."),
        "• " + talk.t("Is somebody in danger now? Call the police yourself: we send no help."),
        "• "
        + talk.t(
            "If it tells of a crime, you must report it in writing to the prosecution or the police (Criminal "
            "Procedure Code, art. 281). Here it is only noted that you did."
        ),
        "• " + talk.t("You open your reports at any time with /zyra."),
    )
    return Message(title=talk.t("Protection contact"), body="\n".join(said))


def question(talk: Talk, called: str, *, unfit: bool = False) -> Message:
    """What they may be called, and why that is asked."""
    return Message(
        title=talk.t("What people may call me"),
        body=paragraphs(
            talk.t("That cannot be a name.") if unfit else "",
            talk.t(
                "In a small town people want to know who reads, before they tell. Write your name and what you do, "
                "for example: Ana Hoxha, child protection worker. Anybody who begins to tell sees it; you need not "
                "give one."
            ),
            as_called(talk, called),
        ),
        buttons=column(
            choice(talk, talk.t("Take the name away"), "away") if called else None,
            leave(talk),
        ),
    )


def preview(talk: Talk, called: str) -> Message:
    """What they will read."""
    return Message(
        title=talk.t("Please check"),
        body=as_called(talk, called),
        buttons=column(
            choice(talk, talk.t("Yes, show it"), "send"),
            choice(talk, talk.t("Write again"), "again"),
            leave(talk),
        ),
    )


def done(talk: Talk, called: str) -> Message:
    """How it stands from now on."""
    to_desk = button(talk.t("Protection contact"), Named("desk"))
    return Message(title=talk.t("Done"), body=as_called(talk, called), buttons=column(to_desk, to_menu(talk)))


def given_to_contact(talk: Talk, found: Report) -> Message:
    """It is theirs."""
    return Message(
        body=talk.t("{receipt} is with the protection contact now, and with nobody else.", receipt=found.receipt),
        buttons=column(button(talk.t("All reports"), desk_actions.ShowReports()), to_menu(talk)),
    )
