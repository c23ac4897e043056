"""What is said beside the answer to an invitation: a position, and help that somebody needs to take part."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, choice_of, column
from locales.texts import mark
from participation.layout import button, lines, paragraphs
from participation.meetings.model import Aid, Attendance, Coming, Meeting, Need, Position, Wishes
from participation.messages import Message, Rows
from participation.packing import Action
from participation.words import quote

DIALOG: Final = "help"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""

POSITIONS: Final[Mapping[Position, str]] = {
    Position.FOR: mark("For"),
    Position.AGAINST: mark("Against"),
    Position.UNDECIDED: mark("Undecided"),
}
AIDS: Final[Mapping[Aid, str]] = {
    Aid.SIGN: mark("Sign language"),
    Aid.ACCESS: mark("Step-free access"),
    Aid.TRANSLATION: mark("Translation"),
}


@dataclass(frozen=True)
class TakePosition(Action):
    """Say where one stands on what is proposed, or, without a position, take it back."""

    tag: ClassVar[str] = "po"
    meeting: int
    position: str = ""


@dataclass(frozen=True)
class AskForHelp(Action):
    """Say that one needs help or interpretation at a meeting, and perhaps what."""

    tag: ClassVar[str] = "hp"
    meeting: int


def comes(answer: Attendance | None) -> bool:
    """Whether more is asked of somebody: only of those who come, or may."""
    return answer is not None and answer.coming is not Coming.NO


def said(talk: Talk, answer: Attendance | None) -> str:
    """The question for a position, and what was noted of a need."""
    if answer is None or not comes(answer):
        return ""
    position = talk.t(
        "For or against what is proposed? Say it if you like: the coordinators see how many, and not who."
    )
    return paragraphs(position, needed(talk, answer.need))


def needed(talk: Talk, need: Need | None) -> str:
    """What somebody needs, as they said it themselves."""
    if need is None:
        return ""
    words = of_need(talk, need)
    if words:
        return talk.t("You need: {words}.", words=words)
    return talk.t("You need help or interpretation.")


def of_need(talk: Talk, need: Need) -> str:
    """The kind and the words, as far as there are any."""
    aid = talk.t(AIDS[need.aid]) if need.aid else ""
    return ": ".join(filter(None, (aid, quote(need.words))))


def buttons(talk: Talk, found: Meeting, answer: Attendance | None) -> Rows:
    """A tap for a position, and one for help."""
    if answer is None or not comes(answer):
        return ()
    stands = tuple(
        button(f"✓ {talk.t(label)}", TakePosition(found.id))
        if answer.position is one
        else button(talk.t(label), TakePosition(found.id, one))
        for one, label in POSITIONS.items()
    )
    help_ = talk.t("Change what I need") if answer.need else talk.t("I need help or interpretation")
    return (stands, (button(help_, AskForHelp(found.id)),))


def ask_need(talk: Talk, need: Need, complaint: str = "") -> Message:
    """It is noted; what it is may be pressed or written."""
    into = need.aid is Aid.TRANSLATION and not need.words
    return Message(
        title=talk.t("You need help or interpretation"),
        body=paragraphs(
            complaint,
            talk.t("It is noted: the coordinators see before the meeting that somebody needs it, and not who."),
            talk.t("Into which language? Please write it.") if into else "",
            "" if into else talk.t("What do you need? Press it, or write one short sentence."),
            talk.t("They find you only if you write your name with it. It is deleted 30 days after the meeting."),
        ),
        buttons=column(
            *(choice(talk, talk.t(label), "aid", aid) for aid, label in AIDS.items() if not into),
            choice(talk, talk.t("That is enough"), "enough"),
            choice(talk, talk.t("Nothing, forget it"), "forget"),
        ),
    )


def at_desk(talk: Talk, wishes: Wishes) -> str:
    """What the coordinators see of it before the meeting."""
    positions = ", ".join(
        f"{talk.t(label)} {wishes.positions[one]}" for one, label in POSITIONS.items() if one in wishes.positions
    )
    shown = [of_need(talk, need) or talk.t("not said what") for need in wishes.needs]
    return lines(
        (
            talk.t("On what is proposed: {positions}.", positions=positions) if positions else "",
            talk.texts.n("{count} person needs help:", "{count} people need help:", len(shown)) if shown else "",
            *(f"• {one}" for one in shown),
        )
    )
