"""The day is over on which an answer was owed: neither excuse nor reproach, and the way to complain."""

from datetime import datetime

from locales.texts import Texts
from participation.actions import AskComplaint, ShowComment
from participation.comments.usecases import answer_owed_by
from participation.layout import button, lines, paragraphs
from participation.letters import NoAnswerYet
from participation.messages import Message
from participation.ports import UnitOfWork


async def no_answer_yet(letter: NoAnswerYet, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """That there is none, as long as there is none and one is owed."""
    comment = await uow.comments.get(letter.comment)
    owed_by = await answer_owed_by(comment, uow=uow)
    if not comment.waits or owed_by is None:
        return None
    consultation = await uow.consultations.get(comment.consultation)
    institution = await uow.places.institution(consultation.institution)
    day = texts.day(owed_by)
    return Message(
        title=texts.t("No answer yet: {receipt}", receipt=comment.receipt),
        body=paragraphs(
            lines((texts.t("About: {title}", title=consultation.terms.title), institution.name)),
            texts.t("An answer to your comment was due on {day}. There is none yet.", day=day),
            texts.t("You need not do anything: when it comes, you get it here. If you want, you can complain."),
        ),
        buttons=(
            (button(texts.t("Where can I complain?"), AskComplaint(comment.id)),),
            (button(texts.t("Show my comment"), ShowComment(comment.id)),),
        ),
    )
