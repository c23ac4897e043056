"""A comment has its answer: the decision, the reason, and what one had said."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from locales.texts import Texts, mark
from participation.actions import AskComplaint, ShowComment
from participation.comments.model import Verdict, Words
from participation.ids import CommentId
from participation.layout import button, lines, paragraphs
from participation.letters import CommentAnswered
from participation.messages import Message, Rows
from participation.ports import UnitOfWork
from participation.words import quote

LONGEST_QUOTE = 300

VERDICTS: Final[Mapping[Verdict, str]] = {
    Verdict.ACCEPTED: mark("Your comment was accepted."),
    Verdict.PARTLY: mark("Your comment was accepted in part."),
    Verdict.REFUSED: mark("Your comment was not accepted."),
    Verdict.OUT_OF_SCOPE: mark("Your comment is outside the subject of this consultation."),
}


async def comment_answered(letter: CommentAnswered, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """The decision for its author; None while there is none."""
    comment = await uow.comments.get(letter.comment)
    if comment.answer is None:
        return None
    consultation = await uow.consultations.get(comment.consultation)
    institution = await uow.places.institution(consultation.institution)
    reason = comment.answer.reason
    return Message(
        title=texts.t("The answer to your comment {receipt}", receipt=comment.receipt),
        body=paragraphs(
            lines((texts.t("About: {title}", title=consultation.terms.title), institution.name)),
            said(comment.words, texts),
            texts.t(VERDICTS[comment.answer.verdict]),
            texts.t("The reason: {reason}", reason=reason) if reason else "",
            texts.t("Thank you for taking part."),
        ),
        buttons=(
            (button(texts.t("Show my comment"), ShowComment(comment.id)),),
            *_complaint(comment.id, comment.answer.verdict, texts),
        ),
    )


def _complaint(comment: CommentId, verdict: Verdict, texts: Texts) -> Rows:
    """Where one may complain, for whoever was not given all they asked for."""
    if verdict is Verdict.ACCEPTED:
        return ()
    return ((button(texts.t("Where can I complain?"), AskComplaint(comment)),),)


def said(words: Words, texts: Texts) -> str:
    """What one had said, shortened; what was not written is counted."""
    if words.text.strip():
        return texts.t("You wrote: “{words}”", words=quote(words.text, LONGEST_QUOTE))
    return texts.t("You sent: {what}.", what=texts.attached([each.kind for each in words.media]))
