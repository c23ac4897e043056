"""Saying how one joins a meeting online, as a coordinator does."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, cancel_in, choice_of, column
from handlers.views.correcting import now_it_says
from handlers.views.publishing import to_desk
from participation.desk_actions import ChangeMeeting
from participation.joining import says_online
from participation.layout import button, lines, paragraphs
from participation.meetings.model import Meeting
from participation.messages import Button, Message
from participation.packing import Action

DIALOG: Final = "online"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
leave = partial(cancel_in, DIALOG)


@dataclass(frozen=True)
class SayHowToJoin(Action):
    """Begin to say how one joins a meeting online."""

    tag: ClassVar[str] = "jl"
    meeting: int


@dataclass(frozen=True)
class SayItIsOnline(Action):
    """Begin to let the place of a meeting say that one can take part online too."""

    tag: ClassVar[str] = "jn"
    meeting: int


def at_desk(talk: Talk, found: Meeting, joining: str) -> str:
    """How one joins, as a coordinator sees it."""
    if joining:
        return talk.t("Who comes joins online here: {joining}", joining=joining)
    return talk.t("There is no link to join online yet.") if says_online(found.venue.place) else ""


def to_joining(talk: Talk, meeting: int) -> Button:
    """The way to say it."""
    return button(talk.t("Taking part online"), SayHowToJoin(meeting))


def ask(talk: Talk, joining: str, complaint: str = "") -> Message:
    """The link is asked for, or the invitation with the link in it."""
    return Message(
        title=talk.t("Taking part online"),
        body=paragraphs(
            complaint,
            talk.t("Send the link to join, or the whole invitation from Zoom, Teams or Meet."),
            talk.t("The link is not published: only those who say that they come get it."),
            now_it_says(talk, joining),
        ),
        buttons=column(choice(talk, talk.t("Remove the link"), "remove") if joining else None, leave(talk)),
    )


def no_link(talk: Talk) -> str:
    """Nothing in it leads to a page, or more than one thing does."""
    return talk.t("We found no link in this, or several. It looks like this: https://meet.google.com/abc-defg-hij")


def kept(talk: Talk, found: Meeting, joining: str, people: int) -> Message:
    """It stands like this now, and who hears of it: nobody, as long as nobody comes, or nobody knows of the meeting."""
    if not joining:
        body = talk.t("The link is removed. If one can no longer take part online, please change the place too.")
    elif not people:
        body = talk.t("It is kept. Whoever says that they come will get it.")
    else:
        told = talk.texts.n("{count} person who comes gets it.", "{count} people who come get it.", people)
        body = lines((talk.t("It is kept."), told, talk.t("Whoever says so later gets it at once.")))
    silent = bool(joining) and not says_online(found.venue.place)
    hint = talk.t("The place does not say yet that one can take part online: people do not know of it.")
    return Message(
        body=paragraphs(body, hint if silent else ""),
        buttons=column(
            button(talk.t("Tell everybody that it is online too"), SayItIsOnline(found.id)) if silent else None,
            button(talk.t("Back to the meeting"), ChangeMeeting(found.id)),
            to_desk(talk),
        ),
    )
