"""What was kept for later: the announcement as it will go out, and the ways to send it, change it or call it off."""

from dataclasses import dataclass
from typing import ClassVar

from handlers.turns import Talk, column
from handlers.views.doubts import doubt_lines, gathered
from handlers.views.publishing import Look, publish_label, to_desk, without_buttons
from handlers.views.spread import how_many
from locales.texts import FIRST, texts_in
from participation.campaigns import Spread
from participation.consultations.dossier import Dossier
from participation.consultations.model import Consultation
from participation.consultations.usecases import invites_to_nothing
from participation.desk_actions import ShowScheduled
from participation.ids import ConsultationId
from participation.layout import button, paragraphs
from participation.messages import Message
from participation.packing import Action, short_mark
from participation.words import quote


@dataclass(frozen=True)
class PublishNow(Action):
    """Publish at once what was kept for later; `seen` is the mark of the doubts that were looked at."""

    tag: ClassVar[str] = "sp"
    consultation: int
    seen: str = ""


@dataclass(frozen=True)
class CallOff(Action):
    """Take back what has not been published yet; who is `sure` was asked."""

    tag: ClassVar[str] = "so"
    consultation: int
    sure: int = 0


@dataclass(frozen=True)
class TakeBack(Action):
    """Make what was kept for later a draft again."""

    tag: ClassVar[str] = "sb"
    consultation: int


def nothing_scheduled(talk: Talk) -> Message:
    """Nothing is kept for later, or not any more."""
    return Message(body=talk.t("Nothing waits to be published."), buttons=column(to_desk(talk)))


def scheduled(talk: Talk, one: Consultation, dossier: Dossier, following: ConsultationId | None) -> tuple[Message, ...]:
    """The announcement as everybody will see it, and what can still be done about it."""
    card = talk.house.printer.card(dossier, texts=texts_in(FIRST), now=talk.now)
    others = button(talk.t("The next one"), ShowScheduled(following)) if following is not None else None
    question = Message(
        title=quote(one.terms.title),
        body=_when(talk, one, dossier),
        buttons=column(
            button(talk.t("Publish now"), PublishNow(one.id)),
            button(talk.t("Change it"), TakeBack(one.id)),
            button(talk.t("Do not publish it"), CallOff(one.id)),
            others,
            to_desk(talk),
        ),
    )
    return (without_buttons(card, dossier.papers), question)


def _when(talk: Talk, one: Consultation, dossier: Dossier) -> str:
    """The moment at which it goes out by itself, or why it did not."""
    if one.publish_at <= talk.now and invites_to_nothing(dossier.meetings, talk.now):
        return talk.t("It was held back: all its meetings are cancelled or past.")
    return talk.t("It will be published by itself: {moment}.", moment=talk.texts.moment(one.publish_at))


def last_look(talk: Talk, one: Consultation, look: Look, people: Spread) -> Message:
    """How many will get it, and what is doubtful about it now."""
    publish = button(publish_label(talk, len(gathered(look.questions)), None), PublishNow(one.id, mark_of(talk, look)))
    return Message(
        title=quote(one.terms.title),
        body=paragraphs(
            how_many(talk, people, look.institution, look.units),
            doubt_lines(talk, look.questions),
        ),
        buttons=column(
            publish,
            button(talk.t("Back"), ShowScheduled(one.id)),
            to_desk(talk),
        ),
    )


def mark_of(talk: Talk, look: Look) -> str:
    """A short mark of all that would go out and its doubts: where it is another one, something else would."""
    plan = look.plan
    shown = (plan.terms, plan.venues, [paper.ref for paper in plan.papers], doubt_lines(talk, look.questions))
    return short_mark(shown)


def ask_to_call_off(talk: Talk, one: Consultation) -> Message:
    """The last question before a finished announcement is thrown away."""
    return Message(
        title=quote(one.terms.title),
        body=talk.t("Do not publish this at all? It cannot be taken up again."),
        buttons=column(
            button(talk.t("Yes, do not publish it"), CallOff(one.id, sure=1)),
            button(talk.t("Back"), ShowScheduled(one.id)),
            to_desk(talk),
        ),
    )


def called_off(talk: Talk, found: Consultation) -> Message:
    """Nobody will hear of it."""
    return Message(
        body=talk.t("“{title}” will not be published. Nobody has heard of it.", title=quote(found.terms.title)),
        buttons=column(to_desk(talk)),
    )
