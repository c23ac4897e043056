"""News of a report for whoever sent it, and in which words they read all of it once they open it.

What is pushed stands on a phone that others may see, and makes no sound: nobody in the room shall see whose it is.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from locales.texts import Texts, mark
from participation.actions import AddToReport, ShowSent
from participation.layout import button, paragraphs
from participation.letters import ReportMoved
from participation.messages import Message
from participation.people.model import Language
from participation.ports import UnitOfWork
from participation.reports.life import Act
from participation.reports.model import Body, Deed, Outcome, Report

DONE: Final[Mapping[Act, str]] = {
    Act.READ: mark("Your report was read."),
    Act.TAKE: mark("Somebody is dealing with your report now."),
    Act.ASSIGN: mark("Somebody is dealing with your report now."),
    Act.ASK: mark("There is a question to you:"),
    Act.ACT_ON: mark("Something was done:"),
    Act.JOIN: mark("Others have reported the same. It is dealt with together."),
    Act.PART: mark("Your report is dealt with by itself again."),
}

ENDED: Final[Mapping[Outcome, str]] = {
    Outcome.SOLVED: mark("Your report was closed: it is solved."),
    Outcome.PARTLY: mark("Your report was closed: it is solved in part."),
    Outcome.NOT_SOLVED: mark("Your report was closed. It could not be solved."),
    Outcome.NOT_OURS: mark("Your report was closed. It is a matter for somebody else."),
    Outcome.UNFOUNDED: mark("Your report was closed. What you reported was not found."),
}

TOLD_TO: Final[Mapping[Body, str]] = {
    Body.POLICE: mark("the State Police"),
    Body.PROSECUTION: mark("the prosecution"),
}


NEWS: Final[Mapping[Act, str]] = {
    Act.READ: mark("{receipt} was read."),
    Act.TAKE: mark("Somebody is dealing with {receipt} now."),
    Act.ASSIGN: mark("Somebody is dealing with {receipt} now."),
    Act.ASK: mark("There is a question to you about {receipt}."),
    Act.HAND_OVER: mark("{receipt} was passed on."),
    Act.ACT_ON: mark("Something was done about {receipt}."),
    Act.CLOSE: mark("{receipt} was closed."),
    Act.JOIN: mark("{receipt} is dealt with together with others."),
    Act.PART: mark("{receipt} is dealt with by itself again."),
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
    categories = await uow.places.report_categories(report.institution, Language.SQ)
    return not any(not one.helps for one in categories if one.code == report.account.category)


def told(deed: Deed, texts: Texts) -> str:
    """What was done, in words for whoever sent the report."""
    handover = deed.handover
    if handover is not None:
        said = texts.t(
            "Your report was passed on to {body} on {day}.", body=body_of(deed, texts), day=texts.day(handover.on)
        )
        number = texts.t("Its number there: {number}", number=handover.reference) if handover.reference else ""
        return paragraphs(said, number, deed.words.strip())
    if deed.outcome is not None:
        why = texts.t("The reason: {reason}", reason=deed.words.strip()) if deed.words.strip() else ""
        return paragraphs(texts.t(ENDED[deed.outcome]), why)
    return paragraphs(texts.t(DONE[deed.act]), deed.words.strip())


def body_of(deed: Deed, texts: Texts) -> str:
    """To whom it was passed on."""
    handover = deed.handover
    assert handover is not None
    return texts.t(TOLD_TO[handover.body]) if handover.body in TOLD_TO else handover.name
