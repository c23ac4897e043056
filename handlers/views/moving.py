"""What a coordinator sees while a meeting is moved or called off."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from handlers.turns import Talk, back_in, choice_of, column
from handlers.views.doubts import doubt_lines
from handlers.views.publishing import to_desk
from handlers.when import When
from participation.consultations.concerns import Worry
from participation.layout import paragraphs
from participation.meetings.model import Meeting, Turnout, Venue
from participation.messages import Message

DIALOG: Final = "move"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
back = partial(back_in, DIALOG)


def venue_lines(talk: Talk, venue: Venue) -> str:
    """When and where."""
    when = talk.t("When: {moment}", moment=talk.texts.stretch(venue.starts_at, venue.ends_at))
    return when + "\n" + talk.t("Where: {place}", place=venue.place or talk.t("to be announced"))


def turnout_line(talk: Talk, turnout: Turnout) -> str:
    """Who said they come."""
    return talk.t(
        "Coming: {yes}. Perhaps: {maybe}. Asked to speak: {speakers}.",
        yes=turnout.yes,
        maybe=turnout.maybe,
        speakers=turnout.speakers,
    )


def meeting(talk: Talk, found: Meeting, title: str, turnout: Turnout) -> Message:
    """One meeting and what can be done with it."""
    return Message(
        title=title,
        body="\n".join((venue_lines(talk, found.venue), turnout_line(talk, turnout))),
        buttons=column(
            choice(talk, talk.t("Move to another day or hour"), "when"),
            choice(talk, talk.t("Change the place"), "place"),
            choice(talk, talk.t("Cancel the meeting"), "off"),
            choice(talk, talk.t("Leave it as it is"), "leave"),
        ),
    )


def ask_when(talk: Talk, venue: Venue, complaint: str = "") -> Message:
    """The new day or hour; what is not said stays."""
    parts = (
        complaint,
        talk.t("Now it is: {moment}.", moment=talk.texts.stretch(venue.starts_at, venue.ends_at)),
        talk.t("Write the new day and hour, for example: 28.7.2023, 10:00. You may write only one of them."),
    )
    return Message(body=paragraphs(*parts), buttons=column(back(talk)))


def ask_place(talk: Talk, venue: Venue, complaint: str = "") -> Message:
    """The new place."""
    parts = (
        complaint,
        talk.t("Now it is: {place}.", place=venue.place) if venue.place else "",
        talk.t("Write the new place as people know it."),
    )
    return Message(body=paragraphs(*parts), buttons=column(back(talk)))


def sure(talk: Talk, when: When) -> Message:
    """What we understood, in full, to be confirmed."""
    return Message(
        body=talk.t("Do you mean: {moment}?", moment=when.shown(talk.texts)),
        buttons=column(choice(talk, talk.t("Yes"), "at", when.packed()), back(talk)),
    )


def preview(talk: Talk, old: Venue, new: Venue, people: int, doubts: Sequence[Worry]) -> Message:
    """Old and new side by side, what is doubtful, and how many it concerns."""
    lines = [
        talk.t("Until now:"),
        venue_lines(talk, old),
        "",
        talk.t("From now on:"),
        venue_lines(talk, new),
        "",
        *([doubt_lines(talk, doubts), ""] if doubts else []),
        concerned(talk, people),
    ]
    return Message(
        title=talk.t("Please check"),
        body="\n".join(lines),
        buttons=(
            (choice(talk, talk.t("Change it and tell everybody"), "send"),),
            (choice(talk, talk.t("Other day or hour"), "when"), choice(talk, talk.t("Other place"), "place")),
            (choice(talk, talk.t("Leave it as it is"), "leave"),),
        ),
    )


def concerned(talk: Talk, people: int) -> str:
    """How many will be told."""
    if not people:
        return talk.t("Nobody has to be told yet.")
    return talk.texts.n(
        "{count} person will be told, in one message.", "{count} people will be told, one message each.", people
    )


def calling_off(talk: Talk, old: Venue, people: int) -> Message:
    """The last question before a meeting is called off."""
    return Message(
        title=talk.t("Cancel this meeting?"),
        body="\n".join((venue_lines(talk, old), "", concerned(talk, people))),
        buttons=column(choice(talk, talk.t("Cancel the meeting and tell everybody"), "send"), back(talk)),
    )


def moved(talk: Talk, venue: Venue) -> Message:
    """It is done."""
    return Message(
        title=talk.t("The meeting has been changed"),
        body=venue_lines(talk, venue) + "\n\n" + talk.t("Reminders of the old date will not be sent any more."),
        buttons=column(to_desk(talk)),
    )


def called_off(talk: Talk) -> Message:
    """It is off."""
    return Message(
        title=talk.t("The meeting has been cancelled"),
        body=talk.t("Everybody concerned is being told. No reminder of it will be sent any more."),
        buttons=column(to_desk(talk)),
    )


def left(talk: Talk) -> Message:
    """Nothing was changed."""
    return Message(body=talk.t("Nothing was changed."), buttons=column(to_desk(talk)))
