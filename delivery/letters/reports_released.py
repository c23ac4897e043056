"""Word that reports wait to be taken again, since whoever had them works there no longer: how many, once."""

from datetime import datetime

from locales.texts import Texts
from participation.desk_actions import ShowInbox
from participation.layout import button
from participation.letters import ReportsReleased
from participation.messages import Message
from participation.ports import UnitOfWork
from participation.reports.model import View


async def reports_released(letter: ReportsReleased, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """How many, where, and the way to all that nobody deals with."""
    institution = await uow.places.institution(letter.institution)
    return Message(
        body=texts.n(
            "A colleague at {institution} does this work no longer. {count} report that they had in hand is in "
            "nobody's hands now. Please look who takes it.",
            "A colleague at {institution} does this work no longer. {count} reports that they had in hand are in "
            "nobody's hands now. Please look who takes them.",
            letter.count,
            institution=institution.name,
        ),
        buttons=((button(texts.t("Show what is in nobody's hands"), ShowInbox(View.FREE)),),),
    )
