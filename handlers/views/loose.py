"""What is asked about words that came out of the blue."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from handlers.turns import Talk, cancel_in, choice_of, column
from handlers.views.commenting import kept
from handlers.views.menu import in_danger
from participation.comments.model import Comment, Words
from participation.ids import ConsultationId
from participation.layout import lines, paragraphs
from participation.messages import Message
from participation.places import EmergencyNumber
from participation.reports.model import Report
from participation.words import quote

DIALOG: Final = "loose"
LABEL: Final = 50
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""


def what_for(
    talk: Talk,
    words: Words,
    consultations: Mapping[ConsultationId, str],
    *,
    numbers: Sequence[EmergencyNumber],
    asked: Report | None,
    answering: Comment | None,
    may_publish: bool,
) -> Message:
    """What was sent, whom to call in danger, and a button for each thing it may be meant for, by its title."""
    return Message(
        body=paragraphs(
            talk.t("We have kept what you sent. What is it for?"), kept(talk, words), in_danger(talk, numbers)
        ),
        buttons=column(
            choice(talk, talk.t("Answer about {receipt}", receipt=asked.receipt), "add") if asked else None,
            choice(talk, talk.t("Reason of the answer to {receipt}", receipt=answering.receipt), "reason")
            if answering
            else None,
            choice(talk, talk.t("Publish it as a notice"), "publish") if may_publish else None,
            *(choice(talk, _comment_on(talk, title), "comment", one) for one, title in consultations.items()),
            choice(talk, talk.t("Report a danger"), "report"),
            choice(talk, talk.t("Nothing, forget it"), "forget"),
        ),
    )


def place_not_kept(talk: Talk) -> str:
    """Where a pin belongs that came before anybody asked for one."""
    return talk.t(
        "We have not kept this place. If it is about a danger, report it and send the place when we ask for it."
    )


def torn(talk: Talk, begun: str, words: Words, wanted: str, more: Words) -> Message:
    """Two comments cannot be written at once."""
    since = "" if more.is_empty() else lines((talk.t("After that you sent:"), kept(talk, more)))
    return Message(
        body=paragraphs(
            talk.t("You have begun a comment on “{title}” and not sent it yet.", title=begun), kept(talk, words), since
        ),
        buttons=column(
            choice(talk, talk.t("Go on with it"), "begun"),
            choice(talk, talk.t("Drop it and write on: {title}", title=quote(wanted, LABEL)), "wanted"),
            cancel_in(DIALOG, talk),
        ),
    )


def _comment_on(talk: Talk, title: str) -> str:
    return talk.t("Comment on: {title}", title=quote(title, LABEL))
