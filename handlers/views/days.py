"""Days off that a decision adds, as an administrator writes them down."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, back_in, cancel_in, choice_of, column
from handlers.views.correcting import meant
from handlers.views.pages import LABEL
from handlers.views.publishing import to_desk
from handlers.when import When
from locales.texts import mark
from participation.calendar.working_days import DayOff
from participation.layout import button, lines, paragraphs
from participation.messages import Message
from participation.packing import Action
from participation.places import Institution
from participation.words import quote

DIALOG: Final = "days"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
back = partial(back_in, DIALOG)
leave = partial(cancel_in, DIALOG)
OFF_BY_DECISION: Final = mark("Day off by decision of the government")
WORKED_BY_DECISION: Final = mark("Working day by decision of the government")


@dataclass(frozen=True)
class ShowDaysOff(Action):
    """Show the days off of an institution; asked first is which, where it is left out."""

    tag: ClassVar[str] = "do"
    institution: int = 0


@dataclass(frozen=True)
class AddDayOff(Action):
    """Begin to write down a day off."""

    tag: ClassVar[str] = "da"
    institution: int


@dataclass(frozen=True)
class RemoveDayOff(Action):
    """Take out one that was a mistake."""

    tag: ClassVar[str] = "dr"
    institution: int
    number: int


def days(talk: Talk, institution: Institution, found: Sequence[DayOff], note: str = "") -> Message:
    """Those that are there, and the ways to add one and to take out an own one."""
    named = [_line(talk, one) for one in found]
    gone = [
        button(
            quote(talk.t("Remove: {name}", name=talk.texts.short_day(one.day)), LABEL),
            RemoveDayOff(institution.id, one.id),
        )
        for one in found
        if one.own
    ]
    return Message(
        title=talk.t("Days off"),
        body=paragraphs(
            note,
            institution.name,
            talk.t("Public holidays are known already. Here stand days that a decision made free, or working days."),
            lines(named) if named else talk.t("There are none."),
        ),
        buttons=column(button(talk.t("Add a day"), AddDayOff(institution.id)), *gone, to_desk(talk)),
    )


def _line(talk: Talk, one: DayOff) -> str:
    worked = talk.t("worked")
    what = f"{one.name} ({worked})" if one.worked else one.name
    return f"• {talk.texts.day(one.day)}: {what}"


def added(talk: Talk, day: date, moved: int) -> str:
    """That it is there, and what it does to open deadlines."""
    return paragraphs(talk.t("Added: {name}", name=talk.texts.day(day)), _moved(talk, moved))


def removed(talk: Talk, moved: int) -> str:
    """That it is gone, and what that does to open deadlines."""
    if moved:
        return paragraphs(talk.t("Removed."), _moved(talk, moved))
    return talk.t("Removed. A deadline that was moved because of it stays where it is.")


def _moved(talk: Talk, moved: int) -> str:
    if not moved:
        return ""
    return talk.texts.n(
        "{count} deadline ends later because of it; everybody who follows is told.",
        "{count} deadlines end later because of it; everybody who follows is told.",
        moved,
    )


def ask_day(talk: Talk, complaint: str = "") -> Message:
    """Which day."""
    question = talk.t(
        "On which day does your institution not work, or work though it is a rest day? For example: 26.12.2025."
    )
    return Message(body=paragraphs(complaint, question), buttons=column(leave(talk)))


def sure(talk: Talk, when: When) -> Message:
    """What we understood, in full, to be confirmed."""
    return meant(talk, when, choice(talk, talk.t("Yes"), "day", when.packed()), leave(talk))


def ask_worked(talk: Talk, day: date) -> Message:
    """Whether a day on which nobody works as a rule is worked."""
    question = talk.t("Nobody works on {day} as a rule. Does your institution work then?", day=talk.texts.day(day))
    works = choice(talk, talk.t("Yes, we work on that day"), "worked", day.isoformat())
    return Message(body=question, buttons=column(works, leave(talk)))


def ask_name(talk: Talk, day: date, complaint: str = "", *, worked: bool = False) -> Message:
    """Why nobody works then, or why somebody does."""
    question = talk.t("{day}: why? A few words are enough.", day=talk.texts.day(day))
    by_decision = talk.t(WORKED_BY_DECISION if worked else OFF_BY_DECISION)
    return Message(
        body=paragraphs(complaint, question),
        buttons=column(choice(talk, by_decision, "decision"), back(talk), leave(talk)),
    )
