"""A change that waits for a second coordinator: as everybody will read it, and what can be done with it."""

from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, cancel_in, column
from handlers.views.publishing import to_desk
from locales.texts import mark
from participation.desk_actions import ShowPending
from participation.drafts import PendingChange
from participation.ids import PendingId
from participation.layout import button, paragraphs
from participation.messages import Button, Message
from participation.packing import Action

DIALOG: Final = "return"
SEND, ASK = "send", "ask"
"""What the last button of a conversation bids."""
cancel = partial(cancel_in, DIALOG)

NOBODY_ELSE: Final = mark(
    "Nobody else works here yet, and it goes out only when a second coordinator releases it: use /fto."
)


@dataclass(frozen=True)
class ReleaseChange(Action):
    """Let go out what a colleague has prepared; `seen` is the mark of what was looked at."""

    tag: ClassVar[str] = "rl"
    change: int
    seen: str


@dataclass(frozen=True)
class TakeOver(Action):
    """Take it back to change it."""

    tag: ClassVar[str] = "ro"
    change: int


@dataclass(frozen=True)
class ThrowAway(Action):
    """Throw away what one has prepared oneself; asked once."""

    tag: ClassVar[str] = "rx"
    change: int
    sure: int = 0


@dataclass(frozen=True)
class GiveBack(Action):
    """Begin to give back what a colleague has prepared."""

    tag: ClassVar[str] = "rb"
    change: int


def to_send(talk: Talk, label: str, *, by_two: bool) -> tuple[str, str]:
    """The last button of a conversation: it sends, or asks a colleague to; never one where it says the other."""
    return (talk.t("Ask a colleague to release it"), ASK) if by_two else (label, SEND)


@dataclass(frozen=True)
class Look:
    """What would go out now, under a mark of all that must not change before it does; or why it cannot."""

    screens: tuple[Message, ...]
    mark: str = ""
    blocked: str = ""


@dataclass(frozen=True)
class Standing:
    """How a change stands for whoever looks: one's `own`, an `orphan` whose author is gone, or with nobody to ask.

    One that is blocked `for_good` cannot be changed either.
    """

    own: bool
    orphan: bool
    alone: bool
    for_good: bool


def waiting(
    talk: Talk, change: PendingChange, look: Look, *, standing: Standing, following: Button | None
) -> tuple[Message, ...]:
    """The last look as its author had it, with the buttons of whoever looks now."""
    own = standing.own
    *above, last = look.screens
    release = None if own or look.blocked else button(talk.t("Release it"), ReleaseChange(change.id, look.mark))
    throw_away = button(talk.t("Throw it away"), ThrowAway(change.id))
    give_back = button(talk.t("Give it back"), GiveBack(change.id))
    question = replace(
        last,
        body=paragraphs(last.body, _standing(talk, change, standing), look.blocked),
        buttons=column(
            release,
            None if standing.for_good else button(talk.t("Change it"), TakeOver(change.id)),
            throw_away if own or standing.orphan else give_back,
            following,
            to_desk(talk),
        ),
    )
    return (*above, question)


def _standing(talk: Talk, change: PendingChange, standing: Standing) -> str:
    if change.returned is not None:
        return talk.t("A colleague gave it back: {reason}", reason=change.returned)
    if standing.own and standing.alone:
        return talk.t(NOBODY_ELSE)
    if standing.own:
        return talk.t("You have prepared it: a colleague has to release it. They were told.")
    return talk.t("A colleague has prepared it. It goes out when a second coordinator releases it.")


def unreadable(talk: Talk) -> str:
    """A newer version of the bot cannot show it any more."""
    return talk.t("The bot has changed since this was prepared: it has to be prepared anew.")


def overtaken(talk: Talk) -> str:
    """It was prepared for what is not there any more."""
    return talk.t(
        "The notice has changed since this was prepared. Press “Change it” and ask again: what was corrected is kept."
    )


def ask_why(talk: Talk, complaint: str = "") -> Message:
    """Why it is not released."""
    question = talk.t("Why do you give it back? One sentence: only the colleague who prepared it reads it.")
    return Message(body=paragraphs(complaint, question), buttons=column(cancel(talk)))


def given_back(talk: Talk) -> Message:
    """Its author is told."""
    body = talk.t("It is given back. The colleague who prepared it was told why, and can change it.")
    return Message(body=body, buttons=column(to_desk(talk)))


def ask_to_throw_away(talk: Talk, change: PendingId) -> Message:
    """The last question before it is gone."""
    return Message(
        body=talk.t("Throw this change away? No citizen has read it. It cannot be brought back."),
        buttons=column(
            button(talk.t("Yes, throw it away"), ThrowAway(change, sure=1)),
            button(talk.t("Back"), ShowPending(change)),
            to_desk(talk),
        ),
    )


def thrown_away(talk: Talk) -> Message:
    """It is gone."""
    return Message(body=talk.t("It is thrown away. Nothing was sent."), buttons=column(to_desk(talk)))


def nothing(talk: Talk) -> Message:
    """Nothing of the kind waits; if something did, somebody has decided on it."""
    body = talk.t("Nothing waits for a second coordinator.")
    return Message(body=body, buttons=column(to_desk(talk)))
