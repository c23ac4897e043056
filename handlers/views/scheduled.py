"""What was kept for later: the announcement as it will go out, and the ways to send it, change it or call it off."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from handlers.turns import Talk, column
from handlers.views.publishing import to_desk
from locales.texts import FIRST, texts_in
from participation.actions import Action
from participation.consultations.dossier import Dossier
from participation.consultations.model import Consultation
from participation.layout import button
from participation.messages import Message
from participation.words import quote


@dataclass(frozen=True)
class ShowScheduled(Action):
    """Show one of what waits to be published, counted from the next one."""

    tag: ClassVar[str] = "sc"
    number: int = 0


@dataclass(frozen=True)
class PublishNow(Action):
    """Publish at once what was kept for later."""

    tag: ClassVar[str] = "sp"
    consultation: int


@dataclass(frozen=True)
class CallOff(Action):
    """Take back what has not been published yet."""

    tag: ClassVar[str] = "so"
    consultation: int


@dataclass(frozen=True)
class TakeBack(Action):
    """Make what was kept for later a draft again."""

    tag: ClassVar[str] = "sb"
    consultation: int


def scheduled(talk: Talk, found: Sequence[Consultation], number: int, dossier: Dossier | None) -> tuple[Message, ...]:
    """The announcement as everybody will see it, and what can still be done about it."""
    if dossier is None:
        return (Message(body=talk.t("Nothing waits to be published."), buttons=column(to_desk(talk))),)
    one = found[number]
    card = talk.house.printer.card(dossier, texts=texts_in(FIRST), now=talk.now)
    others = button(talk.t("The next one"), ShowScheduled(number + 1)) if number + 1 < len(found) else None
    question = Message(
        title=quote(one.terms.title),
        body=talk.t("It will be published by itself: {moment}.", moment=talk.texts.moment(one.publish_at)),
        buttons=column(
            button(talk.t("Publish now"), PublishNow(one.id)),
            button(talk.t("Change it"), TakeBack(one.id)),
            button(talk.t("Do not publish it"), CallOff(one.id)),
            others,
            to_desk(talk),
        ),
    )
    return (replace(card, buttons=(), quiet=True), question)


def called_off(talk: Talk, found: Consultation) -> Message:
    """Nobody will hear of it."""
    return Message(
        body=talk.t("“{title}” will not be published. Nobody has heard of it.", title=quote(found.terms.title)),
        buttons=column(to_desk(talk)),
    )
