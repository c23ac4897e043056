"""A forum is looking for members: its open call, and why one gets it."""

from datetime import datetime

from locales.texts import Texts
from participation.clock import local_day
from participation.forum.actions import ApplyTo
from participation.forum.model import CallOpened
from participation.layout import button, paragraphs
from participation.messages import Message
from participation.ports import UnitOfWork


async def call_opened(letter: CallOpened, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """The call as it stands now; None if it is over."""
    forum = await uow.forums.find(letter.institution)
    if forum is None or forum.call is None or not forum.calls(local_day(now)):
        return None
    return Message(
        title=forum.name,
        body=paragraphs(
            (await uow.places.institution(letter.institution)).name,
            forum.call.text,
            texts.t("You can apply until {day}.", day=texts.day(forum.call.until)),
            texts.t("You get this because you asked to be told. Change that with /ndjek."),
        ),
        buttons=((button(texts.t("Apply"), ApplyTo(letter.institution)),),),
    )
