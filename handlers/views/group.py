"""The officers' group: how it is linked, what stands in it and what never does, and what is said there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from handlers.turns import Talk, column
from handlers.views.publishing import to_desk
from locales.texts import Texts
from locales.words import LACKS
from participation.desk_actions import ShowGroup
from participation.layout import button, lines, paragraphs
from participation.messages import Button, Message
from participation.packing import Action
from participation.people.model import Group, Lack
from participation.places import Institution


@dataclass(frozen=True)
class LinkGroup(Action):
    """Make a link that puts the bot into a group and makes that the institution's."""

    tag: ClassVar[str] = "gl"
    institution: int


@dataclass(frozen=True)
class CheckGroup(Action):
    """Look whether the group has all that it takes."""

    tag: ClassVar[str] = "gc"
    institution: int


@dataclass(frozen=True)
class UnlinkGroup(Action):
    """Let the group go; who is `sure` was asked."""

    tag: ClassVar[str] = "gu"
    institution: int
    sure: int = 0


def no_right(talk: Talk) -> Message:
    """Only administrators link a group."""
    body = talk.t("Only an administrator of the institution can link a group.")
    return Message(body=body, buttons=column(to_desk(talk)))


def group(talk: Talk, institution: Institution, found: Group | None) -> Message:
    """Whether there is one, what it lacks, and what can be done."""
    if found is None:
        return Message(
            title=talk.t("A group for the desk"),
            body=paragraphs(
                talk.t(
                    "{institution} has no group yet. In a Telegram group of the coordinators each safety report gets a "
                    "topic of its own, where you can talk about it. It works without one, too.",
                    institution=institution.name,
                ),
                _what_stands_there(talk),
            ),
            buttons=column(button(talk.t("Link a group"), LinkGroup(institution.id)), to_desk(talk)),
        )
    return Message(
        title=talk.t("A group for the desk"),
        body=paragraphs(
            talk.t("{institution} has a group.", institution=institution.name),
            what_it_lacks(talk.texts, found.lacks) or talk.t("Everything is as it should be."),
            _what_stands_there(talk),
        ),
        buttons=column(
            button(talk.t("Check it"), CheckGroup(institution.id)),
            button(talk.t("Link another group"), LinkGroup(institution.id)),
            button(talk.t("Unlink it"), UnlinkGroup(institution.id)),
            to_desk(talk),
        ),
    )


def _what_stands_there(talk: Talk) -> str:
    """What Telegram gets to keep, and what it never does."""
    return talk.t(
        "In the group stand the number of a report, its category, how far it is, and whose role has it in hand. Where "
        "somebody may be in need not even the category. Never words, photos, places or names from a report, nor what "
        "its sender says: Telegram keeps what is written there, and nobody checks who is in the group."
    )


def what_it_lacks(texts: Texts, lacks: Sequence[Lack]) -> str:
    """What has to be put right, and how; nothing if all is well."""
    missing = [f"• {texts.t(LACKS[lack.value])}" for lack in lacks]
    return lines((texts.t("Something is missing in the group:"), *missing)) if missing else ""


def steps(talk: Talk, link: str, until: datetime) -> tuple[Message, ...]:
    """Three steps, and the link."""
    told = (
        talk.t("1. In Telegram, make a group with the other coordinators, and turn on “Topics” in its settings."),
        talk.t("2. Open this link, choose the group, and let me be an administrator: {link}", link=link),
        talk.t("3. Wait for my answer in the group: it says whether anything is missing."),
    )
    note = talk.t(
        "The link works once, for you alone, until {moment}. Open it under your own name, not as an anonymous "
        "administrator. If the institution has a group already, the new one takes its place.",
        moment=talk.texts.moment(until),
    )
    way = Button(talk.t("Choose the group"), url=link)
    body = paragraphs(lines(told), note)
    return (Message(title=talk.t("Link a group"), body=body, buttons=column(way, to_desk(talk))),)


def sure_to_unlink(talk: Talk, institution: Institution) -> Message:
    """What unlinking means."""
    body = talk.t(
        "The group of {institution} gets nothing any more. What stands there stays until somebody deletes it; the "
        "reports and their notes are all here.",
        institution=institution.name,
    )
    keep = button(talk.t("Leave it as it is"), ShowGroup(institution.id))
    return Message(body=body, buttons=column(button(talk.t("Yes, unlink it"), UnlinkGroup(institution.id, 1)), keep))


def unlinked(talk: Talk, institution: Institution) -> Message:
    """It is done."""
    body = talk.t("Done. {institution} has no group any more.", institution=institution.name)
    return Message(body=body, buttons=column(to_desk(talk)))


def linked(texts: Texts, institution: Institution, lacks: Sequence[Lack]) -> Message:
    """In the group: whose it is now, and what is missing."""
    if lacks:
        return Message(
            body=paragraphs(
                texts.t("This is the group of {institution} now.", institution=institution.name),
                what_it_lacks(texts, lacks),
            )
        )
    return Message(
        body=texts.t(
            "This is the group of {institution} now. Each safety report gets a topic of its own here: the urgent ones "
            "at once, the others at the next full hour. What a coordinator writes in a topic is kept as a note of it.",
            institution=institution.name,
        )
    )


def all_well(texts: Texts) -> Message:
    """In the group: nothing is missing any more."""
    return Message(body=texts.t("Everything is as it should be now."))


def farewell(texts: Texts) -> Message:
    """In a group that is let go."""
    body = texts.t("This group is no longer linked. I write nothing more here, and keep nothing of what is written.")
    return Message(body=body)


def link_void(talk: Talk) -> Message:
    """In private: the link leads nowhere."""
    body = talk.t(
        "This link to a group is not valid: it works once, for whoever made it, for one hour. Make a new one."
    )
    return Message(body=body, buttons=column(button(talk.t("A group for the desk"), ShowGroup()), to_desk(talk)))
