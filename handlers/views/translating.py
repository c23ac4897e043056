"""What is seen by whoever puts a comment into Albanian: a coordinator, who may ask its author too, or the author."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

from handlers.turns import Talk, back_in, cancel_in, choice_of, column
from handlers.views import filing
from handlers.views.commenting import kept
from handlers.views.filing import LONGEST
from handlers.views.menu import to_menu
from handlers.views.mine import words_of
from handlers.when import When
from locales.words import CHANNELS
from participation.actions import ShowComment
from participation.comments.model import Comment, CommentChannel, Words
from participation.layout import button, lines, paragraphs
from participation.messages import Button, Message, Rows

DIALOG: Final = "albanian"
OWN: Final = "own_albanian"
choice = partial(choice_of, DIALOG)
"""A button of the coordinator's conversation."""
out = partial(filing.out, dialog=DIALOG)
sure_of = partial(filing.sure_of, dialog=DIALOG)


def _keeping(talk: Talk, words: Words, dialog: str = DIALOG) -> Button | None:
    return None if words.is_empty() else choice_of(dialog, talk, talk.t("Keep the translation"), "keep")


def ask_translation(talk: Talk, comment: Comment, words: Words, more: Rows, note: str = "") -> Message:
    """What it says in Albanian, above what it says."""
    asked = talk.t("What does it say in Albanian? Write it: the original stays, and both are in the papers.")
    again = talk.t("You can write more, or keep it.")
    return Message(
        title=comment.receipt,
        body=paragraphs(note, words_of(talk, comment, LONGEST), kept(talk, words), again if words.text else asked),
        buttons=(*column(_keeping(talk, words)), *more, *out(talk)),
    )


def to_author(talk: Talk) -> Button:
    """Its author knows best."""
    return choice(talk, talk.t("Ask its author"), "ask")


def take_away(talk: Talk) -> Button:
    """It was a mistake."""
    return choice(talk, talk.t("Take the translation away"), "drop")


def ask_until(talk: Talk, comment: Comment, days: Sequence[date], note: str = "") -> Message:
    """Until when its author has time."""
    asked = talk.t("By when should its author write it in Albanian? Press, or write the day.")
    offered = [choice(talk, talk.texts.day(day), "day", When(day).packed()) for day in days]
    return Message(
        title=comment.receipt,
        body=paragraphs(note, asked),
        buttons=out(talk, *offered, back_in(DIALOG, talk)),
    )


def asked_of_author(talk: Talk, comment: Comment) -> str:
    """That its author is told, or has to be told by whoever reads this."""
    if comment.channel is CommentChannel.BOT:
        return talk.t("Its author is asked here, without a name. What comes is shown with the comment.")
    how = talk.t(CHANNELS[comment.channel])
    return talk.t("The comment came {how}: please ask its author yourself.", how=how)


def ask_own(talk: Talk, comment: Comment, day: date | None, words: Words, note: str = "") -> Message:
    """The same of its author."""
    asked = talk.t("What does your comment say in Albanian? Write it. What you wrote first stays too.")
    until = talk.t("There is time until {day}.", day=talk.texts.day(day)) if day else ""
    return Message(
        title=comment.receipt,
        body=paragraphs(note, words_of(talk, comment, LONGEST), kept(talk, words), lines((asked, until))),
        buttons=column(_keeping(talk, words, OWN), cancel_in(OWN, talk)),
    )


def given(talk: Talk, comment: Comment) -> Message:
    """Its author has said it."""
    body = talk.t("Thank you. {receipt} now says it in Albanian too.", receipt=comment.receipt)
    return Message(body=body, buttons=column(button(talk.t("Show my comment"), ShowComment(comment.id)), to_menu(talk)))
