"""What citizens may read of a report that leads: an officer's sentence, a look at it, and taking it back."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, choice_of, column
from handlers.views.reporting import names_somebody
from handlers.views.unveiling import to_report
from participation.actions import Action
from participation.layout import button, paragraphs
from participation.messages import Button, Message
from participation.reports.model import KnownProblem, Report

DIALOG: Final = "known"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""


@dataclass(frozen=True)
class TellKnown(Action):
    """Begin to tell citizens that this is known."""

    tag: ClassVar[str] = "qn"
    report: int


@dataclass(frozen=True)
class HideKnown(Action):
    """Let citizens read of it no longer."""

    tag: ClassVar[str] = "qo"
    report: int


def line(talk: Talk, known: KnownProblem | None) -> str:
    """What citizens read of it."""
    return talk.t("Citizens who report the like read: “{words}”", words=known.words) if known else ""


def ways(talk: Talk, report: Report, known: KnownProblem | None, *, may: bool) -> tuple[Button, ...]:
    """Telling them, telling them otherwise, and telling them no longer."""
    if known is None:
        return (button(talk.t("Tell citizens it is known"), TellKnown(report.id)),) if may else ()
    return (
        button(talk.t("Change what citizens read"), TellKnown(report.id)),
        button(talk.t("Do not tell citizens any more"), HideKnown(report.id)),
    )


def question(talk: Talk, found: Report, note: str, former: str) -> Message:
    """The sentence, and what it is for."""
    return Message(
        title=talk.t("{receipt}: tell citizens it is known", receipt=found.receipt),
        body=paragraphs(
            note,
            talk.t(
                "Write one sentence: what it is and where. Whoever reports the like reads it first and can say with "
                "one tap “it concerns me too”. Please leave out names, and what only the sender can know."
            ),
            talk.t("They read now: “{words}”", words=former) if former else "",
        ),
        buttons=((choice(talk, talk.t("Cancel"), "cancel"),),),
    )


def preview(talk: Talk, found: Report, words: str, category: str) -> Message:
    """What they will read, and who."""
    return Message(
        title=talk.t("Please check"),
        body=paragraphs(
            talk.t("{receipt}: tell citizens it is known", receipt=found.receipt),
            f"“{words}”",
            names_somebody(talk, words),
            talk.t(
                "Everybody reads it who begins a report of the category “{category}”, until this report is closed.",
                category=category,
            ),
        ),
        buttons=(
            (choice(talk, talk.t("Confirm"), "send"),),
            (choice(talk, talk.t("Write again"), "again"), choice(talk, talk.t("Cancel"), "cancel")),
        ),
    )


def told(talk: Talk, found: Report) -> Message:
    """It is there."""
    return Message(
        body=talk.t("Done. Whoever reports the like reads it now."), buttons=column(to_report(talk, found.id))
    )
