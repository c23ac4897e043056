"""An urgent safety report for those who must act: what and where, never who."""

from collections.abc import Sequence
from datetime import datetime

from locales.texts import Texts
from locales.words import OTHER_CATEGORY
from participation.desk_actions import ShowReport
from participation.layout import button, lines, paragraphs, told_place
from participation.letters import ReportArrived
from participation.messages import Media, Message
from participation.people.model import Language
from participation.places import Institution
from participation.ports import UnitOfWork
from participation.reports.model import Report, Spot, label_of


async def report_arrived(letter: ReportArrived, *, uow: UnitOfWork, texts: Texts, now: datetime) -> Message | None:
    """The report as it stands; its files follow when asked for."""
    report = await uow.reports.get(letter.report)
    institution = await uow.places.institution(report.institution)
    show = ((button(texts.t("Show"), ShowReport(report.id)),),)
    title = texts.t("Urgent safety report {receipt}", receipt=report.receipt)
    if report.guarded:  # a telephone shows it to whoever is in the room
        return Message(title=title, body=texts.t("Only you may read it: press Show."), buttons=show)
    return Message(
        title=title,
        body=paragraphs(
            lines(
                (
                    texts.t("Category: {category}", category=await category_of(report, uow, texts)),
                    texts.t("Day: {day}", day=texts.day(report.received_on)),
                    await where(report.account.spot, institution, uow, texts),
                )
            ),
            report.account.text.strip(),
            beside(report.account.media, texts),
        ),
        buttons=show,
    )


async def category_of(report: Report, uow: UnitOfWork, texts: Texts) -> str:
    """The name of the category; where its row is gone, that of what fits nowhere else."""
    known = await uow.places.report_categories(report.institution, Language(texts.language))
    return label_of(report.account.category, known, other=texts.t(OTHER_CATEGORY))


async def where(spot: Spot, institution: Institution, uow: UnitOfWork, texts: Texts) -> str:
    """The place, if it was told."""
    home = institution.municipality
    units = await uow.places.units(home) if home is not None and spot.unit is not None else ()
    told = told_place(spot, units, named=texts.unit, pin=spot.pin)
    return texts.t("Where: {place}", place=told) if told else ""


def beside(media: Sequence[Media], texts: Texts) -> str:
    """That there is more than words."""
    what = texts.attached([each.kind for each in media])
    return texts.t("Attached: {what}. Press Show.", what=what) if what else ""
