"""A name that was given with a report: closed, asked for, answered, and shown to two officers for a day."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, back_in, cancel_in, choice_of, column
from locales.words import ROLES
from participation import desk_actions
from participation.ids import ReportId, UnveilingId
from participation.layout import button, paragraphs
from participation.messages import Button, Message
from participation.packing import Action
from participation.people.model import Role
from participation.readable import LONGEST
from participation.reports.identity import Veil
from participation.reports.model import Report, Unveiling
from participation.words import quote, tame

DIALOG: Final = "name"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
leave = partial(cancel_in, DIALOG)


@dataclass(frozen=True)
class AskName(Action):
    """Begin to ask for the name that was given with a report."""

    tag: ClassVar[str] = "nq"
    report: int


@dataclass(frozen=True)
class ShowRequest(Action):
    """Show why a colleague asks for a name."""

    tag: ClassVar[str] = "nr"
    report: int


def line(talk: Talk, veil: Veil) -> str:
    """Whether a name was given, and how it stands; never which."""
    if not veil.is_named:
        return talk.t("No name was given.")
    if veil.until is not None:
        return talk.t("A name was given; it is open to you until {moment}.", moment=talk.texts.moment(veil.until))
    if veil.asked is None:
        return talk.t("A name was given; it is closed.")
    if veil.is_own:
        return talk.t("A name was given; it is closed. You have asked to see it: a colleague must agree.")
    return talk.t("A name was given; it is closed. A colleague asks to see it.")


def way(talk: Talk, report: ReportId, veil: Veil) -> Button | None:
    """The next step towards the name, if there is one for this officer."""
    if veil.until is not None:
        return button(talk.t("Show the name"), desk_actions.ShowName(report))
    if veil.may_ask:
        return button(talk.t("Ask to see the name"), AskName(report))
    if veil.asked is not None and not veil.is_own:
        return button(talk.t("Why a colleague asks for the name"), ShowRequest(report))
    return None


def question(talk: Talk, found: Report, note: str, *, former: bool) -> Message:
    """Why they need it: in writing."""
    return Message(
        title=talk.t("{receipt}: ask to see the name", receipt=found.receipt),
        body=paragraphs(
            note,
            talk.t(
                "Write why you need the name. Colleagues who may read this report read it; whoever gave the name does "
                "not."
            ),
        ),
        buttons=column(
            choice(talk, talk.t("Keep what I had written"), "former") if former else None,
            leave(talk),
        ),
    )


def preview(talk: Talk, found: Report, reason: str) -> Message:
    """What will be asked, of whom, and what comes of it."""
    return Message(
        title=talk.t("Please check"),
        body=paragraphs(
            talk.t("{receipt}: ask to see the name", receipt=found.receipt),
            reason,
            talk.t(
                "Every colleague who may read this report gets it, with your office and no name. If one agrees, the "
                "name opens for 24 hours, to you and to them. All of it is noted, and whoever gave the name hears that "
                "it was opened."
            ),
        ),
        buttons=(
            (choice(talk, talk.t("Confirm"), "send"),),
            (back_in(DIALOG, talk), leave(talk)),
        ),
    )


def to_report(talk: Talk, report: ReportId) -> Button:
    """The way to the report's page."""
    return button(talk.t("Show the report"), desk_actions.ShowReport(report))


def asked(talk: Talk, report: ReportId) -> Message:
    """It is on its way, and nothing is open yet."""
    return Message(
        body=talk.t(
            "Your colleagues are asked; the request stands on the report's page too. You hear what they say. "
            "After seven days without an answer it is over."
        ),
        buttons=column(to_report(talk, report)),
    )


def request(talk: Talk, found: Report, number: UnveilingId, one: Unveiling, role: Role) -> Message:
    """Who asks, by the office only, and why; to be answered by somebody else."""
    return Message(
        title=talk.t("{receipt}: may a colleague see the name?", receipt=found.receipt),
        body=paragraphs(
            talk.t("Who asks: {role}.", role=talk.t(ROLES[role.value])),
            f"“{quote(tame(one.reason), LONGEST)}”",
        ),
        buttons=column(
            button(talk.t("Agree"), desk_actions.AgreeToName(found.id, number)),
            button(talk.t("Decline"), desk_actions.DeclineName(found.id, number)),
            to_report(talk, found.id),
        ),
    )


def agreed(talk: Talk, report: ReportId, until: str) -> Message:
    """It is open to these two."""
    return Message(
        body=talk.t("You have agreed. The name is open to your colleague and to you until {moment}.", moment=until),
        buttons=column(button(talk.t("Show the name"), desk_actions.ShowName(report)), to_report(talk, report)),
    )


def declined(talk: Talk, report: ReportId) -> Message:
    """It stays closed."""
    return Message(
        body=talk.t("You have declined: the name stays closed. Your colleague hears it."),
        buttons=column(to_report(talk, report)),
    )


def name(talk: Talk, found: Report, given: str) -> Message:
    """The name as it was given; nobody has looked whether it is theirs."""
    return Message(
        title=talk.t("{receipt}: the name", receipt=found.receipt),
        body=paragraphs(
            quote(tame(given), LONGEST),
            talk.t(
                "This is what was typed; nobody has checked it. That you looked is noted. "
                "Please delete this message once you no longer need it."
            ),
        ),
        buttons=column(to_report(talk, found.id)),
    )
