"""What waits for a second coordinator: the announcement as it will go out, and why it goes out all the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, back_in, cancel_in, column
from handlers.views.doubts import doubt_lines, gathered
from handlers.views.excusing import why_despite
from handlers.views.pending import NOBODY_ELSE
from handlers.views.publishing import Look, goes_out, publish_label, to_desk
from handlers.views.scheduled import CallOff, TakeBack, mark_of
from handlers.views.spread import how_many
from participation.campaigns import Spread
from participation.consultations.model import Consultation
from participation.consultations.proofs import Question
from participation.layout import button, paragraphs
from participation.messages import Message
from participation.packing import Action
from participation.words import quote

DIALOG: Final = "release"
back = partial(back_in, DIALOG)
cancel = partial(cancel_in, DIALOG)


@dataclass(frozen=True)
class Release(Action):
    """Let go out what a colleague has prepared; `seen` is the mark of the doubts that were looked at."""

    tag: ClassVar[str] = "rr"
    consultation: int
    seen: str


@dataclass(frozen=True)
class TryOut(Action):
    """Send to oneself what a colleague has prepared, as it would arrive."""

    tag: ClassVar[str] = "rt"
    consultation: int


@dataclass(frozen=True)
class Waits:
    """What waits, how many would get it, why it goes out in spite of its doubts, and whether it is one's own.

    Of its doubts some are `owed` a reason that nobody has given yet.
    """

    consultation: Consultation
    look: Look
    people: Spread
    reason: str
    own: bool
    owed: tuple[Question, ...] = ()
    following: Action | None = None


def waiting(talk: Talk, found: Waits) -> Message:
    """The question, or that somebody else has to answer it."""
    one, look = found.consultation, found.look
    alone = talk.t("You have prepared it: a colleague has to release it. They were told.")
    later = goes_out(talk, look.plan, one.publish_at) if one.publish_at > talk.now else ""
    doubts = len(gathered(look.questions))
    release = button(
        publish_label(talk, doubts, one.publish_at if one.publish_at > talk.now else None),
        Release(one.id, mark_of(talk, look)),
    )
    return Message(
        title=quote(one.terms.title),
        body=paragraphs(
            alone if found.own else "",
            how_many(talk, found.people, look.institution, look.units),
            later,
            doubt_lines(talk, look.questions),
            talk.t("Why it is published all the same: {reason}", reason=found.reason) if found.reason else "",
        ),
        buttons=column(
            None if found.own else release,
            button(talk.t("Send it to me first"), TryOut(one.id)),
            button(talk.t("Change it"), TakeBack(one.id)),
            button(talk.t("Do not publish it"), CallOff(one.id)),
            button(talk.t("The next one"), found.following) if found.following else None,
            to_desk(talk),
        ),
    )


def ask_reason(talk: Talk, wanted: Sequence[Question], complaint: str = "") -> Message:
    """What the law wants and is not there by now, and the question why it goes out all the same."""
    return Message(
        body=paragraphs(complaint, why_despite(talk, wanted)),
        buttons=column(back(talk), cancel(talk)),
    )


def proposed(talk: Talk, *, others: int) -> Message:
    """It waits for a colleague; where there is none, somebody has to be invited first."""
    told = talk.texts.n(
        "{count} colleague was told. It goes out when a second coordinator releases it.",
        "{count} colleagues were told. It goes out when a second coordinator releases it.",
        others,
    )
    return Message(
        title=talk.t("It waits for a second coordinator"),
        body=told if others else talk.t(NOBODY_ELSE),
        buttons=column(to_desk(talk)),
    )


def released(talk: Talk, one: Consultation) -> Message:
    """It goes out at its moment."""
    return Message(
        title=talk.t("Released"),
        body=talk.t("It will be published by itself: {moment}.", moment=talk.texts.moment(one.publish_at)),
        buttons=column(to_desk(talk)),
    )
