"""Word that a colleague has given somebody a report: its number, and nothing of what it says."""

from datetime import datetime

from locales.texts import Texts
from participation.desk_actions import ShowReport
from participation.layout import button
from participation.letters import ReportGiven
from participation.messages import Message
from participation.ports import UnitOfWork


async def report_given(letter: ReportGiven, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """Which report, and whether it is urgent."""
    report = await uow.reports.get(letter.report)
    told = (
        texts.t("A colleague has given you the urgent report {receipt}.", receipt=report.receipt)
        if report.urgent
        else texts.t("A colleague has given you the report {receipt}.", receipt=report.receipt)
    )
    return Message(body=told, buttons=((button(texts.t("Show"), ShowReport(report.id)),),))
