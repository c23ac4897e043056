"""News of a report for whoever sent it; what it is stands on the page it leads to.

What is pushed stands on a phone that others may see, and makes no sound: nobody in the room shall see whose it is.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from locales.texts import Texts, mark
from participation.actions import AddToReport, ShowSent
from participation.layout import button
from participation.letters import ReportMoved
from participation.messages import Message
from participation.ports import UnitOfWork
from participation.reports.kinds import kind_of
from participation.reports.life import Act
from participation.reports.model import Report

NEWS: Final[Mapping[Act, str]] = {
    Act.RAISE: mark("{receipt} has not been read in time."),
    Act.READ: mark("{receipt} was read."),
    Act.TAKE: mark("Somebody is dealing with {receipt} now."),
    Act.ASSIGN: mark("Somebody is dealing with {receipt} now."),
    Act.ASK: mark("There is a question to you about {receipt}."),
    Act.HAND_OVER: mark("{receipt} was passed on."),
    Act.ACT_ON: mark("Something was done about {receipt}."),
    Act.CLOSE: mark("{receipt} was closed."),
    Act.JOIN: mark("{receipt} is dealt with together with others."),
    Act.SHARE: mark("Something was done about {receipt}."),
    Act.PART: mark("{receipt} is dealt with by itself again."),
    Act.UNVEIL: mark("{receipt}: the name you gave was opened."),
}
"""What stands on the phone: how far it is, and not a word of what it is about."""


async def report_moved(letter: ReportMoved, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """That there is news, and the way to it."""
    number, entry = await uow.reports.entry(letter.entry)
    report = await uow.reports.get(number)
    show = (button(texts.t("Show"), ShowSent(number)),)
    if await _is_discreet(report, uow):
        return Message(body=texts.t("There is news for you."), buttons=(show,), quiet=True)
    act = entry.deed.act
    answer = ((button(texts.t("Answer"), AddToReport(number)),),) if act is Act.ASK else ()
    return Message(body=texts.t(NEWS[act], receipt=report.receipt), buttons=(*answer, show), quiet=True)


async def _is_discreet(report: Report, uow: UnitOfWork) -> bool:
    """Where somebody may be in need themselves, and where we do not know: not even that they have reported."""
    kind = await kind_of(report, uow=uow)
    return report.is_careful or kind is None or kind.helps
