"""Word for those who have a report in hand that its sender has spoken; what was written is not told."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from locales.texts import Texts, mark
from participation.desk_actions import ShowReport
from participation.layout import button, lines
from participation.letters import SenderSaid
from participation.messages import Message
from participation.ports import UnitOfWork
from participation.reports.danger import sounds_dangerous
from participation.reports.life import Act
from participation.reports.model import Outcome

SPOKEN: Final[Mapping[Act, str]] = {
    Act.TELL: mark("Whoever sent {receipt} has said more."),
    Act.AGREE: mark("Whoever sent {receipt} says that it is solved."),
    Act.DISAGREE: mark("Whoever sent {receipt} says that it is not solved. It counts as new again."),
    Act.GO_BY: mark("Whoever sent {receipt} says how you may call them."),
}
NEAR: Final = mark("It sounds as if somebody were in danger. Please read it now.")
PARTLY: Final = mark("Whoever sent {receipt} says that it is solved in part.")


async def sender_said(letter: SenderSaid, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """That there is more, for each who is to know, also where a colleague has read it already."""
    number, entry = await uow.reports.entry(letter.entry)
    report = await uow.reports.get(number)
    partly = entry.deed.outcome is Outcome.PARTLY
    said = texts.t(PARTLY if partly else SPOKEN[entry.deed.act], receipt=report.receipt)
    return Message(
        body=lines((said, texts.t(NEAR) if sounds_dangerous(entry.deed.words) else "")),
        buttons=((button(texts.t("Show"), ShowReport(number)),),),
    )
