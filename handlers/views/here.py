"""Checking in at a meeting, as whoever comes sees it: the code, for whom one is there, a place on the list."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, back_in, choice_of, column, grid
from handlers.views.menu import menu, to_menu
from locales.texts import mark
from locales.words import ACTORS
from participation.layout import button, lines, paragraphs
from participation.meetings.checkin import Wrong
from participation.meetings.model import Meeting
from participation.meetings.present import Actor, Listing, Present
from participation.messages import Button, Message
from participation.packing import Action

DIALOG: Final = "here"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
back = partial(back_in, DIALOG)

LABELS: Final[Mapping[str, str]] = {**ACTORS, Actor.CITIZEN.value: mark("For myself")}
"""On the buttons of whoever comes."""


@dataclass(frozen=True)
class ComeIn(Action):
    """Begin to check in at a meeting with the code that is read aloud there."""

    tag: ClassVar[str] = "hi"
    meeting: int


@dataclass(frozen=True)
class ShowPlace(Action):
    """Show how one stands on the list of a meeting."""

    tag: ClassVar[str] = "hl"
    meeting: int


@dataclass(frozen=True)
class ChangePlace(Action):
    """Say anew for whom one is there, and whether the name shall stand on the list."""

    tag: ClassVar[str] = "hc"
    meeting: int


@dataclass(frozen=True)
class LeaveList(Action):
    """Take one's name off the list of a meeting."""

    tag: ClassVar[str] = "hx"
    meeting: int


def with_ways(talk: Talk, shown: Message, found: Meeting, present: Present | None) -> Message:
    """The screen of a meeting with the way in, while people are checked in, or to one's own line of the list."""
    if present is not None:
        way = button(talk.t("My place on the list"), ShowPlace(found.id))
    elif found.lets_in(talk.now):
        way = button(talk.t("I am here"), ComeIn(found.id))
    else:
        return shown
    return replace(shown, buttons=((way,), *shown.buttons))


def ask_code(talk: Talk, complaint: str = "") -> Message:
    """The code that is read aloud."""
    asked = talk.t("Which code is read aloud in the meeting? Write its four digits.")
    return Message(body=paragraphs(complaint, asked), buttons=column(choice(talk, talk.t("Not now"), "leave")))


def wrong(talk: Talk, found: Wrong) -> str:
    """That this code opens nothing, and what to do then."""
    if not found.left:
        return talk.t(
            "Too many codes were not right today. Please tell the coordinator at the meeting: they can put you on the "
            "list themselves."
        )
    again = talk.texts.n("You can try {count} more time.", "You can try {count} more times.", found.left)
    return " ".join((talk.t("No meeting going on now has this code. Perhaps it was not heard well?"), again))


def wrong_code(talk: Talk, found: Wrong) -> Message:
    """The same for somebody who just wrote it."""
    return Message(body=wrong(talk, found), buttons=column(to_menu(talk)))


def ask_actor(talk: Talk, title: str, *, named: bool) -> Message:
    """They are counted already; for whom they are there helps to see who was heard."""
    buttons = [choice(talk, talk.t(label), "actor", actor) for actor, label in LABELS.items()]
    return Message(
        title=talk.t("You are here: welcome"),
        body=paragraphs(
            title,
            "" if named else talk.t("You are counted, without a name."),
            talk.t("For whom are you here? Answer it if you like."),
        ),
        buttons=(
            *grid(buttons),
            (choice(talk, talk.t("Skip"), "skip"), choice(talk, talk.t("Not now"), "leave")),
        ),
    )


def ask_consent(talk: Talk, keep_days: int) -> Message:
    """Whether the name shall stand on the list, and who reads it."""
    return Message(
        title=talk.t("Shall your name stand on the list?"),
        body=paragraphs(
            talk.t(
                "The list of participants goes to the institution, and into the papers of this meeting. Without your "
                "consent you are only counted."
            ),
            kept_for(talk, keep_days),
        ),
        buttons=(
            *column(
                choice(talk, talk.t("Yes, with my name"), "yes"),
                choice(talk, talk.t("No, only count me"), "no"),
            ),
            (back(talk), choice(talk, talk.t("Not now"), "leave")),
        ),
    )


def kept_for(talk: Talk, keep_days: int) -> str:
    """How long a name stands there."""
    return talk.texts.n(
        "Names are deleted {count} day after the meeting; you can take yours off before.",
        "Names are deleted {count} days after the meeting; you can take yours off before.",
        keep_days,
    )


def ask_name(talk: Talk, complaint: str = "") -> Message:
    """All of it in one message."""
    asked = talk.t(
        "Write your name, and if you like your organisation and your role, with commas: "
        "“Ana Koçi, Shoqata Drita, drejtuese”."
    )
    return Message(
        body=paragraphs(complaint, asked),
        buttons=(*column(choice(talk, talk.t("No, only count me"), "no")), (back(talk),)),
    )


def check(talk: Talk, listing: Listing) -> Message:
    """How it will stand there."""
    return Message(
        title=talk.t("Please check"),
        body=paragraphs(parts(talk, listing), talk.t("So it will stand on the list of participants.")),
        buttons=column(
            choice(talk, talk.t("Yes, I agree"), "agree"),
            choice(talk, talk.t("Write again"), "again"),
            choice(talk, talk.t("No, only count me"), "no"),
            choice(talk, talk.t("Not now"), "leave"),
        ),
    )


def parts(talk: Talk, listing: Listing) -> str:
    """Name, organisation and role, a line each."""
    organisation, role = listing.organisation, listing.role
    return lines(
        (
            talk.t("Name: {name}", name=listing.name),
            talk.t("Organisation: {name}", name=organisation) if organisation else "",
            talk.t("Role: {role}", role=role) if role else "",
        )
    )


def place(talk: Talk, found: Meeting, title: str, present: Present) -> Message:
    """How somebody stands on the list."""
    actor = talk.t("For whom: {actor}", actor=talk.t(LABELS[present.actor])) if present.actor else ""
    named = parts(talk, present.listing) if present.listing else talk.t("You are counted, without a name.")
    return Message(
        title=talk.t("You are here"),
        body=paragraphs(title, lines((named, actor))),
        buttons=column(
            button(talk.t("Change it"), ChangePlace(found.id)),
            _off(talk, found) if present.listing else None,
            to_menu(talk),
        ),
    )


def _off(talk: Talk, found: Meeting) -> Button:
    return button(talk.t("Take my name off the list"), LeaveList(found.id))


def left(talk: Talk) -> Message:
    """Nothing more is asked; whoever is there stays counted."""
    return menu(talk)
