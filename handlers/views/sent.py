"""A safety report as its sender sees it: what became of it, and never what they had written.

Whoever holds this phone can open it, also after the chat was deleted.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, cancel_in, choice_of, column
from handlers.views.casework import AT_ONCE
from handlers.views.files import file
from handlers.views.menu import to_menu
from handlers.views.mine import ShowMine, attached, by_when, report_state
from handlers.views.reporting import Help, Readers, grain_row, help_lines, names_somebody, point_of, read_by, who_it_was
from locales.texts import mark
from participation import actions
from participation.clock import local_day
from participation.layout import button, lines, paragraphs
from participation.messages import Message
from participation.packing import Action
from participation.people.model import Role
from participation.places import Institution
from participation.reports.life import Act, can
from participation.reports.model import Account, Body, Deed, Entry, Handover, Outcome, Report

DIALOG: Final = "add"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
leave = partial(cancel_in, DIALOG)


@dataclass(frozen=True)
class CutThread(Action):
    """Let nothing lead from a report to oneself any more; who is `sure` was asked."""

    tag: ClassVar[str] = "qx"
    report: int
    sure: int = 0


@dataclass(frozen=True)
class SaySolved(Action):
    """Say of a closed report whether it is solved: yes, partly, no."""

    tag: ClassVar[str] = "qv"
    report: int
    answer: str


@dataclass(frozen=True)
class ShowConfirmation(Action):
    """Write that a report was received, to be shown to somebody."""

    tag: ClassVar[str] = "qc"
    report: int


@dataclass(frozen=True)
class ShowReaders(Action):
    """Say who reads a report: it would tell what it is about, so it stands on no page by itself."""

    tag: ClassVar[str] = "qy"
    report: int


@dataclass(frozen=True)
class SayWho(Action):
    """Say what one wants to be called, change it, or take it back."""

    tag: ClassVar[str] = "qw"
    report: int


DONE: Final[Mapping[Act, str]] = {
    Act.READ: mark("Your report was read."),
    Act.TAKE: mark("Somebody is dealing with your report now."),
    Act.ASSIGN: mark("Somebody is dealing with your report now."),
    Act.ASK: mark("There is a question to you:"),
    Act.ACT_ON: mark("Something was done:"),
    Act.JOIN: mark("Others have reported the same. It is dealt with together."),
    Act.GUARD: mark("From now on only the protection contact reads your report."),
    Act.READERS: mark("Who reads your report has changed."),
    Act.SHARE: mark("Something was done:"),
    Act.PART: mark("Your report is dealt with by itself again."),
    Act.UNVEIL: mark("The name you gave was opened: one of those who read it wrote why, and another one agreed."),
}

ENDED: Final[Mapping[Outcome, str]] = {
    Outcome.SOLVED: mark("Your report was closed: it is solved."),
    Outcome.PARTLY: mark("Your report was closed: it is solved in part."),
    Outcome.NOT_SOLVED: mark("Your report was closed. It could not be solved."),
    Outcome.NOT_OURS: mark("Your report was closed. It is a matter for somebody else."),
    Outcome.UNFOUNDED: mark("Your report was closed. What you reported was not found."),
}

PASSED_UP: Final[Mapping[Role | None, str]] = {
    Role.DEPUTY: mark("Nobody has read your report in time. The deputy coordinator was told that it waits."),
    Role.CHAIR: mark("Nobody has read your report in time. Whoever leads the safety council was told that one waits."),
    Role.COORDINATOR: mark("Nobody has read your report in time. The coordinators were told that it waits."),
    Role.ADMIN: mark("Nobody has read your report in time. The administrator was told that it waits."),
    Role.PROTECTION: mark("Nobody has read your report in time. The protection contact was told again."),
}
NOBODY_TOLD: Final = mark("Nobody has read your report in time, and we reach nobody who could.")

TOLD_TO: Final[Mapping[Body, str]] = {
    Body.POLICE: mark("the State Police"),
    Body.PROSECUTION: mark("the prosecution"),
}


SOLVED: Final[Mapping[str, str]] = {
    "yes": mark("Yes, it is solved"),
    "partly": mark("Only in part"),
    "no": mark("No, look at it again"),
}

AFTER_ALL: Final = mark("Look at it again after all")
"""Of one that its sender has called solved already."""

OWN: Final[Mapping[Act, str]] = {
    Act.TELL: mark("You wrote more."),
    Act.AGREE: mark("You said that it is solved."),
    Act.DISAGREE: mark("You said that it is not solved. It is looked at again."),
    Act.GO_BY: mark("You gave a made-up name."),
}
"""What the sender did, without the words."""


def sent(
    talk: Talk, found: Report, entries: Sequence[Entry], *, answers: Set[Act], kept_until: date | None
) -> tuple[Message, ...]:
    """Each file that came with an answer, and the report with what became of it; not what it is about."""
    facts = (
        talk.t("Sent: {moment}", moment=talk.texts.day(found.received_on)),
        talk.t("State: {state}", state=report_state(talk, found)),
        by_when(talk, found),
        talk.t("It is deleted after {day}.", day=talk.texts.short_day(kept_until)) if kept_until else "",
    )
    shown = [entry for entry in entries if entry.is_for_sender or entry.deed.act in OWN][-AT_ONCE:]
    history = (f"{talk.texts.short_day(entry.on)}\n{_told(talk, entry)}" for entry in shown)
    asks = Act.AGREE in answers
    ask = talk.t("Is it solved? You can say so until two weeks after it was closed.") if asks else ""
    labels = SOLVED if asks else {"no": AFTER_ALL} if answers else {}
    solved = [button(talk.t(label), SaySolved(found.id, answer)) for answer, label in labels.items()]
    add = button(talk.t("Write more"), actions.AddToReport(found.id)) if can(found.state, Act.TELL) else None
    confirm = button(talk.t("A confirmation to show"), ShowConfirmation(found.id))
    who = button(talk.t("Say who I am"), SayWho(found.id))
    readers = button(talk.t("Who reads it"), ShowReaders(found.id))
    cut = button(talk.t("Cut the thread to me"), CutThread(found.id))
    files = (file(talk, media, found.receipt) for entry in shown if entry.is_for_sender for media in entry.deed.media)
    return (
        *files,
        Message(
            title=found.receipt,
            body=paragraphs(lines(facts), *history, ask),
            buttons=(
                *column(*solved),
                *column(add, confirm, who, readers, cut, button(talk.t("All I have sent"), ShowMine()), to_menu(talk)),
            ),
        ),
    )


def _told(talk: Talk, entry: Entry) -> str:
    if entry.deed.outcome is Outcome.PARTLY and entry.deed.act is Act.AGREE:
        return talk.t("You said that it is solved in part.")
    if entry.deed.act in OWN:
        return talk.t(OWN[entry.deed.act])
    return lines((told(talk, entry.deed), attached(talk, entry.deed.media)))


def told(talk: Talk, deed: Deed) -> str:
    """What was done, in words for whoever sent the report."""
    handover = deed.handover
    if handover is not None:
        said = talk.t(
            "Your report was passed on to {body} on {day}.", body=_body(talk, handover), day=talk.texts.day(handover.on)
        )
        number = talk.t("Its number there: {number}", number=handover.reference) if handover.reference else ""
        return paragraphs(said, number, deed.words.strip())
    if deed.act is Act.RAISE:
        return talk.t(PASSED_UP.get(deed.told, NOBODY_TOLD))
    if deed.outcome is not None:
        why = talk.t("The reason: {reason}", reason=deed.words.strip()) if deed.words.strip() else ""
        return paragraphs(talk.t(ENDED[deed.outcome]), why)
    return paragraphs(talk.t(DONE[deed.act]), deed.words.strip())


def _body(talk: Talk, handover: Handover) -> str:
    """To whom it was passed on."""
    return talk.t(TOLD_TO[handover.body]) if handover.body in TOLD_TO else handover.name


def confirmation(talk: Talk, found: Report, receiver: Institution) -> tuple[Message, ...]:
    """A word of warning, and below it what a teacher or a parent may read: neither who nor what."""
    return (
        Message(
            body=talk.t(
                "You can show the next message to somebody, or send it on. Whoever reads it knows that you have "
                "reported. Those who read your report know it by its number: if they see it with you, they know that "
                "it is yours."
            )
        ),
        Message(
            title=talk.t("Confirmation"),
            body=paragraphs(
                _received(talk, found, receiver.name),
                talk.t(
                    "State on {today}: {state}",
                    today=talk.texts.short_day(local_day(talk.now)),
                    state=report_state(talk, found),
                ),
                talk.t("This says neither what was reported nor by whom. It is no criminal complaint."),
            ),
            buttons=column(button(talk.t("Back to the report"), actions.ShowSent(found.id))),
        ),
    )


def _received(talk: Talk, found: Report, institution: str) -> str:
    """That it came; without its number where that would say what kind of report it is."""
    day = talk.texts.short_day(found.received_on)
    if found.guarded:
        return talk.t("{institution} received a safety report on {day}.", institution=institution, day=day)
    return talk.t(
        "{institution} received the safety report {receipt} on {day}.",
        institution=institution,
        receipt=found.receipt,
        day=day,
    )


def read_now(talk: Talk, found: Report, readers: Readers) -> Message:
    """Who reads it as things stand."""
    return Message(
        title=found.receipt,
        body=read_by(talk, readers),
        buttons=column(button(talk.t("Back to the report"), actions.ShowSent(found.id))),
    )


def ask_to_cut(talk: Talk, found: Report) -> Message:
    """What it means, before it is done: nobody can undo it."""
    return Message(
        title=talk.t("Cut the thread of {receipt}?", receipt=found.receipt),
        body=talk.t(
            "The report stays with those who read it. What joins it to you is destroyed: it is no longer in your list, "
            "no news of it comes, nobody can ask you anything, and your name is taken off if you gave one. "
            "Nobody can undo this here. Copies of the database that were made before are kept for up to 30 days; "
            "what they have read stays in their chats."
        ),
        buttons=column(
            button(talk.t("Yes, cut it"), CutThread(found.id, 1)),
            button(talk.t("No, keep it"), actions.ShowSent(found.id)),
        ),
    )


def cut(talk: Talk) -> Message:
    """It is done."""
    return Message(
        body=talk.t("Done. Nothing here leads from this report to you any more. You can delete this chat now."),
        buttons=column(to_menu(talk)),
    )


def invite(talk: Talk, found: Report, asked: str, *, former: bool) -> Message:
    """The invitation to write, beneath the question if there is one; what was written before can be kept."""
    return Message(
        title=found.receipt,
        body=paragraphs(
            asked,
            talk.t("Write it, or send a voice message or a photo. Please leave out names, your own too."),
        ),
        buttons=column(
            choice(talk, talk.t("Keep what I had written"), "former") if former else None,
            leave(talk),
        ),
    )


def preview(talk: Talk, found: Report, account: Account, help_: Help) -> Message:
    """What will be sent, and who reads it, beneath whom to call where danger may be near."""
    return Message(
        title=talk.t("Please check"),
        body=paragraphs(
            help_lines(talk, help_),
            talk.t("This is added to {receipt}:", receipt=found.receipt),
            lines((account.text, attached(talk, account.media), point_of(talk, account.spot))),
            names_somebody(talk, account.text),
            who_it_was(talk, found.account),
        ),
        buttons=(
            (choice(talk, talk.t("Send"), "send"),),
            *filter(None, [grain_row(choice, talk, account.spot)]),
            (choice(talk, talk.t("Write again"), "again"), leave(talk)),
        ),
    )


def closed(talk: Talk, found: Report, account: Account) -> Message:
    """Nothing is added to what is closed; what somebody had written is theirs again."""
    written = lines((account.text, attached(talk, account.media), account.spot.pin))
    return Message(
        title=found.receipt,
        body=paragraphs(
            talk.t(
                "This report is closed, so nothing is added to it now. If it is not solved, say so beneath the report "
                "within two weeks; then you can write more."
            ),
            lines((talk.t("This is what you had written:"), written)) if written else "",
        ),
        buttons=column(button(talk.t("Show my report"), actions.ShowSent(found.id)), to_menu(talk)),
    )


def added(talk: Talk, found: Report, help_: Help) -> Message:
    """It is there."""
    return Message(
        title=talk.t("Added to {receipt}", receipt=found.receipt),
        body=paragraphs(help_lines(talk, help_), talk.t("It is read together with your report.")),
        buttons=column(button(talk.t("Show my report"), actions.ShowSent(found.id)), to_menu(talk)),
    )
