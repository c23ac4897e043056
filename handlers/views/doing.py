"""What has to be known before something is done about a report, and a last look at it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final

from handlers.turns import Talk, back_in, cancel_in, choice_of, column, grid
from handlers.views.casework import LABELS, parts_of
from handlers.views.categories import passed_to_line, recipient
from handlers.views.mine import attached
from handlers.views.pages import LABEL
from locales.texts import mark
from locales.words import BODIES, OUTCOMES
from participation.layout import lines, paragraphs
from participation.messages import Button, Message, Rows
from participation.reports.life import Act
from participation.reports.model import Deed, Recipient, Report
from participation.words import quote, tame

DIALOG: Final = "case"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
back = partial(back_in, DIALOG)
leave = partial(cancel_in, DIALOG)


class Ask(StrEnum):
    """A question of this conversation."""

    COLLEAGUE = "colleague"
    LEAD = "lead"
    BODY = "body"
    NAME = "name"
    DAY = "day"
    OFFICER = "officer"
    REFERENCE = "reference"
    OUTCOME = "outcome"
    WORDS = "words"


MAY_BE_ADDED: Final[Mapping[Act, Mapping[Ask, str]]] = {
    Act.HAND_OVER: {
        Ask.DAY: mark("Another day"),
        Ask.REFERENCE: mark("Its number there"),
        Ask.OFFICER: mark("Who took it there"),
        Ask.WORDS: mark("Words for the sender"),
    },
}
"""What is asked only of those who press for it, at the last look: most do not know it yet."""
HALF: Final = 1000
"""Letters of another report that stand beneath what is done about this one."""
Offered = tuple[int, str]
"""What can be chosen: its number, and what it is called."""


def question(
    talk: Talk,
    receipt: str,
    deed: Deed,
    ask: Ask,
    offered: Sequence[Offered],
    *,
    may_skip: bool,
    note: str,
    usually: Recipient | None,
) -> Message:
    """One question, with what can be pressed instead of writing."""
    return Message(
        title=talk.t("{receipt}: {deed}", receipt=receipt, deed=talk.t(LABELS[deed.act])),
        body=paragraphs(note, _question(talk, deed, ask), passed_to_line(talk, usually) if usually else ""),
        buttons=(
            *_choices(talk, ask, offered, usually),
            *column(choice(talk, talk.t("Skip"), "skip") if may_skip else None),
            (back(talk), leave(talk)),
        ),
    )


def _question(talk: Talk, deed: Deed, ask: Ask) -> str:
    match ask:
        case Ask.COLLEAGUE:
            return talk.t("To whom? No names are shown here.")
        case Ask.LEAD:
            return talk.t(
                "Which report is about the same thing? Choose it or write its number. It leads from then on: whoever "
                "sent this one hears what is done about that one."
            )
        case Ask.BODY:
            return talk.t(
                "To whom was it passed on? It is only noted here: nothing is sent there. Whoever learns in office of a "
                "crime must report it in writing to the prosecution or the police (Criminal Procedure Code, art. 281)."
            )
        case Ask.NAME:
            return talk.t("Which office is that? The sender will read it.")
        case Ask.DAY:
            return talk.t("On which day?")
        case Ask.OFFICER:
            return talk.t("Who took it there? The sender does not read it.")
        case Ask.REFERENCE:
            return talk.t("Under which number is it kept there? The sender will read it.")
        case Ask.OUTCOME:
            return talk.t("How did it end?")
        case Ask.WORDS:
            return talk.t(WORDS[deed.act])


WORDS: Final[Mapping[Act, str]] = {
    Act.ASK: mark("Write the question. It goes to the sender; you do not learn who that is."),
    Act.NOTE: mark("Write the note. Only those who read this report here read it."),
    Act.ACT_ON: mark("Write what was done, or send a photo of it. The sender will read it. Please leave out names."),
    Act.HAND_OVER: mark("Write a few words for the sender."),
    Act.CLOSE: mark("Write why, and what came of it. The sender will read it."),
}


DAYS: Final[Mapping[int, str]] = {0: mark("Today"), 1: mark("Yesterday")}
"""So many days back."""


def _choices(talk: Talk, ask: Ask, offered: Sequence[Offered], usually: Recipient | None) -> Rows:
    buttons: list[Button] = []
    match ask:
        case Ask.COLLEAGUE | Ask.LEAD:
            buttons = [choice(talk, label, ask, number) for number, label in offered]
        case Ask.BODY:
            first = [choice(talk, quote(recipient(talk, usually), LABEL), "usually")] if usually else []
            rest = (
                (body, label)
                for body, label in BODIES.items()
                if usually is None or body != usually.body or usually.name
            )
            buttons = [*first, *(choice(talk, talk.t(label), "body", body) for body, label in rest)]
        case Ask.OUTCOME:
            buttons = [choice(talk, talk.t(label), "outcome", outcome) for outcome, label in OUTCOMES.items()]
        case Ask.DAY:
            buttons = [choice(talk, talk.t(label), "day", back) for back, label in DAYS.items()]
        case _:
            pass
    return column(*buttons)


@dataclass(frozen=True)
class Scope:
    """Whom a deed concerns: whether the sender hears of it, who gets it, the one that leads, how many are joined."""

    is_heard: bool
    given_to: str = ""
    lead: Report | None = None
    joined: int = 0


def preview(talk: Talk, found: Report, deed: Deed, scope: Scope) -> Message:
    """What will be done, and who hears of it."""
    if scope.is_heard:
        heard = talk.t("The sender is told of it, if they want to hear of it and can be reached.")
    else:
        heard = talk.t("The sender does not read it.")
    told = talk.t("Your colleague is told of it.") if scope.given_to else ""
    others = talk.texts.n(
        "So is the sender of {count} report that is joined to it.",
        "So are the senders of {count} reports that are joined to it.",
        scope.joined,
    )
    return Message(
        title=talk.t("Please check"),
        body=paragraphs(
            found.receipt,
            lines((*parts_of(talk, deed), scope.given_to, deed.words.strip(), attached(talk, deed.media))),
            joined_under(talk, scope.lead) if scope.lead else "",
            alone(talk) if deed.act is Act.GUARD else "",
            lines((told, heard, others if scope.joined else "")),
        ),
        buttons=(
            (choice(talk, talk.t("Confirm"), "send"),),
            *grid([choice(talk, talk.t(label), "add", ask) for ask, label in MAY_BE_ADDED.get(deed.act, {}).items()]),
            (back(talk), leave(talk)),
        ),
    )


def alone(talk: Talk) -> str:
    """What it means, before it is done: no officer can undo it."""
    return talk.t(
        "From now on only the protection contact reads this report, and answers it. They are told at once. The "
        "coordinators no longer see it, and you cannot undo this."
    )


def joined_under(talk: Talk, lead: Report) -> str:
    """The report that is to lead, so that it can be seen whether it is the same thing."""
    day = talk.texts.short_day(lead.received_on)
    said = quote(tame(lead.account.text), HALF) or attached(talk, lead.account.media)
    leads = talk.t(
        "It leads from now on. Neither sender learns who the other is, nor what they wrote. "
        "You can undo this: “Deal with it by itself”."
    )
    return paragraphs(lines((talk.t("{receipt}, of {day}:", receipt=lead.receipt, day=day), said)), leads)
