"""A comment is in another language: its author is asked once what it says in Albanian (Code 44/2015, art. 20)."""

from datetime import datetime

from locales.texts import Texts
from participation.actions import GiveTranslation, ShowComment
from participation.comments.model import TranslationWanted
from participation.comments.translating import is_awaited
from participation.layout import button, lines, paragraphs
from participation.messages import Message
from participation.ports import UnitOfWork


async def translation_wanted(
    letter: TranslationWanted, *, uow: UnitOfWork, texts: Texts, now: datetime
) -> Message | None:
    """Until when, and that nothing of what was said is lost; nothing once there is an answer or a translation."""
    comment = await uow.comments.get(letter.comment)
    wanted_by = comment.filing.wanted_by
    if wanted_by is None or not is_awaited(comment):
        return None
    consultation = await uow.consultations.get(comment.consultation)
    institution = await uow.places.institution(consultation.institution)
    return Message(
        title=texts.t("Please write it in Albanian: {receipt}", receipt=comment.receipt),
        body=paragraphs(
            lines((texts.t("About: {title}", title=consultation.terms.title), institution.name)),
            texts.t(
                "Your comment was received. The law has the consultation held in Albanian: "
                "please write by {day} what it says in Albanian.",
                day=texts.day(wanted_by),
            ),
            texts.t("What you wrote stays as it is, and both are read. Somebody else may help you write."),
        ),
        buttons=(
            (button(texts.t("Write it in Albanian"), GiveTranslation(comment.id)),),
            (button(texts.t("Show my comment"), ShowComment(comment.id)),),
        ),
    )
