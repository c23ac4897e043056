"""What a coordinator sees while a comment is answered."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from handlers.turns import Talk, back_in, cancel_in, choice_of, column
from handlers.views.filing import filing_lines, tell_yourself
from handlers.views.mine import VERDICTS, signed, words_of
from handlers.views.publishing import to_desk
from locales.texts import mark
from participation import actions
from participation.comments.model import Comment, Verdict
from participation.ids import CommentId
from participation.layout import button, lines, paragraphs
from participation.messages import Message
from participation.words import quote

DIALOG: Final = "answer"
choice = partial(choice_of, DIALOG)
"""A button of this conversation."""
leave = partial(cancel_in, DIALOG)
back = partial(back_in, DIALOG)
LONGEST = 1_500

LABELS: Final[Mapping[Verdict, str]] = {
    Verdict.ACCEPTED: mark("Accept"),
    Verdict.PARTLY: mark("Accept in part"),
    Verdict.REFUSED: mark("Do not accept"),
    Verdict.OUT_OF_SCOPE: mark("Outside this consultation"),
}

WHY: Final[Mapping[Verdict, str]] = {
    Verdict.ACCEPTED: mark("Would you like to add a few words? The author will read them."),
    Verdict.PARTLY: mark("Write what is accepted, what is not, and why. The author will read it."),
    Verdict.REFUSED: mark("Write why it is not accepted. The author will read it."),
    Verdict.OUT_OF_SCOPE: mark("Write why it does not belong here, and who could help. The author will read it."),
}


def deciding(talk: Talk, comment: Comment, title: str, reason: str, joined: Sequence[str]) -> Message:
    """The comment, with those that get the same answer, and what can become of it."""
    along = talk.t("Answered together with it: {receipts}.", receipts=", ".join(joined)) if joined else ""
    about = lines(
        (talk.t("On: {title}", title=title), signed(talk, comment.signature), *filing_lines(talk, comment), along)
    )
    noted = talk.t("Your reason is noted: {reason}", reason=quote(reason)) if reason else ""
    buttons = [choice(talk, talk.t(label), "verdict", verdict) for verdict, label in LABELS.items()]
    return Message(
        title=comment.receipt,
        body=paragraphs(about, words_of(talk, comment, LONGEST), noted, talk.t("What do you decide?")),
        buttons=column(*buttons, leave(talk)),
    )


def ask_reason(talk: Talk, receipt: str, verdict: Verdict) -> Message:
    """The reason, which the law wants for all but full acceptance."""
    skip = choice(talk, talk.t("Without a reason"), "skip") if verdict is Verdict.ACCEPTED else None
    return Message(
        title=talk.t("{receipt}: {verdict}", receipt=receipt, verdict=talk.t(VERDICTS[verdict])),
        body=talk.t(WHY[verdict]),
        buttons=column(skip, back(talk), leave(talk)),
    )


def preview(talk: Talk, comment: Comment, verdict: Verdict, reason: str) -> Message:
    """The answer as its author will read it; who wrote another way has to be told by whoever answers."""
    answer = talk.t("Answer: {verdict}", verdict=talk.t(VERDICTS[verdict]))
    why = talk.t("Reason: {reason}", reason=reason) if reason else talk.t("Without a reason")
    return Message(
        title=talk.t("Please check"),
        body=paragraphs(_goes(talk, comment), lines((answer, why))),
        buttons=(
            (choice(talk, talk.t("Send"), "send"),),
            (choice(talk, talk.t("Other reason"), "reason"), choice(talk, talk.t("Other decision"), "back")),
            (leave(talk),),
        ),
    )


def _goes(talk: Talk, comment: Comment) -> str:
    by_hand = tell_yourself(talk, comment)
    if not by_hand:
        return talk.t("This answer goes to the author of {receipt}:", receipt=comment.receipt)
    noted = talk.t("This answer to {receipt} is noted, and you get it as a text to copy:", receipt=comment.receipt)
    return lines((by_hand, noted))


def answered(talk: Talk, comment: Comment, following: CommentId | None, left: int) -> Message:
    """It is sent; the next one is at hand."""
    waiting = (
        talk.texts.n("{count} more comment waits.", "{count} more comments wait.", left)
        if left
        else talk.t("No other comment waits for an answer.")
    )
    goes = talk.t(
        "The author gets the answer on Telegram, even without a name. "
        "It does not arrive if they have erased their data."
    )
    by_hand = tell_yourself(talk, comment)
    if by_hand:
        goes = lines((by_hand, talk.t("The next message is a text to copy.")))
    next_one = button(talk.t("Next comment"), actions.ShowComment(following)) if following is not None else None
    return Message(
        title=talk.t("{receipt} is answered", receipt=comment.receipt),
        body=lines((goes, waiting)),
        buttons=column(next_one, to_desk(talk)),
    )
