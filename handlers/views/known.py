"""What citizens may read of a report that leads: an officer's sentence, a look at it, and taking it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Dialog, Talk, cancel_in, choice_of, column
from handlers.views.reporting import back_or_out, names_somebody
from handlers.views.reporting import told as reported
from handlers.views.unveiling import to_report
from participation.layout import button, lines, paragraphs
from participation.messages import Button, Message
from participation.packing import Action
from participation.reports.known import Known
from participation.reports.model import Account, KnownProblem, Report

DIALOG: Final = "known"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
leave = partial(cancel_in, DIALOG)


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
        buttons=((leave(talk),),),
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
                "Everybody reads it who begins a report of the category “{category}”, and the safety council beside "
                "the figures, until this report is closed.",
                category=category,
            ),
        ),
        buttons=(
            (choice(talk, talk.t("Confirm"), "send"),),
            (choice(talk, talk.t("Write again"), "again"), leave(talk)),
        ),
    )


def choices(dialog: Dialog, talk: Talk, found: Sequence[Known], held: Account) -> Message:
    """What is known already, for somebody who is about to report the like."""
    count = len(found)
    same = talk.t("It concerns me too")
    buttons = (
        dialog.choice(talk, f"{same}: {place}" if count > 1 else same, "same", one.problem.id)
        for place, one in enumerate(found, 1)
    )
    meant = talk.t(
        "If it is the same, one tap sends that: you get a number and hear what becomes of it. The coordinators see "
        "that "
        "one more person is concerned, and not who; Telegram itself sees your account. It is information, not a "
        "criminal complaint."
    )
    return Message(
        title=talk.t("This is known already"),
        body=paragraphs(
            lines(
                f"{place}. {_known(talk, one)}" if count > 1 else _known(talk, one)
                for place, one in enumerate(found, 1)
            ),
            meant,
            reported(talk, held),
        ),
        buttons=(
            *column(*buttons, dialog.choice(talk, talk.t("It is something else"), "another")),
            back_or_out(dialog, talk),
        ),
    )


def _known(talk: Talk, known: Known) -> str:
    """The sentence, and how many it concerns where that may be said."""
    words = f"“{known.problem.words}”"
    if known.concerned is None:
        return words
    count = talk.texts.n("{count} person has reported it.", "{count} people have reported it.", known.concerned)
    return f"{words} {count}"


def same(talk: Talk, known: KnownProblem) -> str:
    """To what it belongs, above what will be sent."""
    return talk.t("It belongs to what is known already: “{words}”", words=known.words)


def told(talk: Talk, found: Report) -> Message:
    """It is there."""
    return Message(
        body=talk.t("Done. Whoever reports the like reads it now."), buttons=column(to_report(talk, found.id))
    )
