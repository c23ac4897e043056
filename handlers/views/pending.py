"""A change that waits for a second coordinator: as everybody will read it, and what can be done with it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, cancel_in, column
from handlers.views.publishing import to_desk
from participation.desk_actions import ShowPending
from participation.drafts import PendingChange
from participation.ids import PendingId
from participation.layout import button, paragraphs
from participation.messages import Button, Message
from participation.packing import Action

DIALOG: Final = "return"
cancel = partial(cancel_in, DIALOG)


@dataclass(frozen=True)
class ReleaseChange(Action):
    """Let go out what a colleague has prepared."""

    tag: ClassVar[str] = "rl"
    change: int


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


def to_send(talk: Talk, label: str, *, by_two: bool) -> str:
    """What the last button of a conversation says: that it sends, or that a colleague is asked to."""
    return talk.t("Ask a colleague to release it") if by_two else label


def waiting(
    talk: Talk, change: PendingChange, looked_at: Sequence[Message], *, blocked: str, following: Button | None
) -> tuple[Message, ...]:
    """The last look as its author had it, with the buttons of whoever looks now; `blocked` is why it cannot go out."""
    own = change.prepared_by == talk.person.id
    *above, last = looked_at
    question = replace(
        last,
        body=paragraphs(last.body, _standing(talk, change, own=own), blocked),
        buttons=column(
            None if own or blocked else button(talk.t("Release it"), ReleaseChange(change.id)),
            button(talk.t("Change it"), TakeOver(change.id)),
            button(talk.t("Throw it away"), ThrowAway(change.id))
            if own
            else button(talk.t("Give it back"), GiveBack(change.id)),
            following,
            to_desk(talk),
        ),
    )
    return (*above, question)


def _standing(talk: Talk, change: PendingChange, *, own: bool) -> str:
    if change.returned is not None:
        return talk.t("A colleague gave it back: {reason}", reason=change.returned)
    if own:
        return talk.t("You have prepared it: a colleague has to release it. They were told.")
    return talk.t("A colleague has prepared it. It goes out when a second coordinator releases it.")


def unreadable(talk: Talk) -> str:
    """A newer version of the bot cannot show it any more."""
    return talk.t("The bot has changed since this was prepared: it has to be prepared anew.")


def overtaken(talk: Talk) -> str:
    """It was prepared for what is not there any more."""
    return talk.t("Something has changed since it was prepared. To release it, press “Change it” and look at it anew.")


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
        body=talk.t("Throw this change away? Nobody has read it, and it cannot be taken up again."),
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
