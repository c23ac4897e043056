"""Word that safety reports were not read in time: for a deputy how many, for whoever leads the council only that."""

from datetime import datetime

from locales.texts import Texts
from participation.desk_actions import ShowReports
from participation.dockets import Docket
from participation.layout import button, paragraphs
from participation.letters import LeftUnread
from participation.messages import Message
from participation.ports import UnitOfWork
from participation.reports.life import State


async def left_unread(letter: LeftUnread, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """That they wait, as long as any does."""
    pending = await uow.reports.pending([Docket(letter.institution, letter.guarded)])
    count = sum(one.state is State.DELIVERED and one.due.raised > 0 for one in pending)
    if not count:
        return None
    institution = await uow.places.institution(letter.institution)
    title = texts.t("Not read in time")
    if letter.to_council and letter.guarded:
        asked = texts.t(
            "Something has come in that only the protection contact reads, and nobody has read it. You cannot read it "
            "yourself: please ask the protection contact to open it today. If there is none, whoever "
            "runs the bot can invite one."
        )
        return Message(title=title, body=paragraphs(institution.name, asked))
    if letter.to_council:
        asked = texts.t(
            "A safety report has come in, and those who should read it have not. You do not read reports yourself: "
            "please ask the coordinators to open it today."
        )
        return Message(title=title, body=paragraphs(institution.name, asked))
    waits = texts.n("{count} safety report has not been read.", "{count} safety reports have not been read.", count)
    asked = texts.n(
        "You are told because nobody has opened it so far. Please open it today.",
        "You are told because nobody has opened them so far. Please open them today.",
        count,
    )
    show = button(texts.t("Safety reports"), ShowReports())
    return Message(title=title, body=paragraphs(institution.name, waits, asked), buttons=((show,),))
