"""What somebody sees who changes their own comment, or takes it back."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from handlers.turns import Talk, back_in, cancel_in, choice_of, column
from handlers.views.commenting import kept
from handlers.views.menu import to_menu
from handlers.views.mine import attached, words_of
from participation.actions import ShowComment
from participation.comments.model import Comment, Words
from participation.layout import button, lines, paragraphs
from participation.messages import Button, Message
from participation.packing import Action

DIALOG: Final = "alter"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
leave = partial(cancel_in, DIALOG)


@dataclass(frozen=True)
class ChangeComment(Action):
    """Begin to change one's own comment."""

    tag: ClassVar[str] = "cw"
    comment: int


@dataclass(frozen=True)
class WithdrawComment(Action):
    """Take one's own comment back; who is `sure` was asked."""

    tag: ClassVar[str] = "cx"
    comment: int
    sure: int = 0


def ask_words(talk: Talk, comment: Comment, words: Words) -> Message:
    """The new words, above those that stand there now."""
    on = None if words.is_empty() else choice(talk, talk.t("Go on"), "go_on")
    now = lines((talk.t("Now it says:"), words_of(talk, comment)))
    asked = talk.t(
        "Write all of it anew, or send a voice message, a photo or a file. It takes the place of what is there."
    )
    return Message(
        title=comment.receipt,
        body=paragraphs(now, kept(talk, words), asked),
        buttons=column(on, leave(talk)),
    )


def preview(talk: Talk, comment: Comment, words: Words) -> Message:
    """What it will say, and who sees what it said."""
    told = talk.t("The coordinator sees that it was changed, and what it said before.")
    return Message(
        title=talk.t("Please check"),
        body=paragraphs(
            talk.t("{receipt} will say:", receipt=comment.receipt),
            lines((words.text, attached(talk, words.media))),
            told,
        ),
        buttons=column(
            choice(talk, talk.t("Send"), "send"),
            back_in(DIALOG, talk),
            leave(talk),
        ),
    )


def changed(talk: Talk, comment: Comment) -> Message:
    """It says something else now."""
    body = talk.t("{receipt} is changed. Its number and its day stay.", receipt=comment.receipt)
    return Message(body=body, buttons=column(_show(talk, comment), to_menu(talk)))


def ask_to_withdraw(talk: Talk, comment: Comment) -> Message:
    """Once, before it is taken back."""
    body = talk.t(
        "If you take {receipt} back, you will get no answer. The coordinator still sees what it said.",
        receipt=comment.receipt,
    )
    sure = button(talk.t("Yes, take it back"), WithdrawComment(comment.id, 1))
    return Message(body=body, buttons=column(sure, button(talk.t("No, keep it"), ShowComment(comment.id))))


def withdrawn(talk: Talk, comment: Comment) -> Message:
    """It is taken back."""
    body = talk.t("{receipt} is taken back.", receipt=comment.receipt)
    return Message(body=body, buttons=column(_show(talk, comment), to_menu(talk)))


def _show(talk: Talk, comment: Comment) -> Button:
    return button(talk.t("Show my comment"), ShowComment(comment.id))
