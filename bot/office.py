"""What conversations ask of the rooms they do not know: reading, printing, calendars, figures."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TypeVar

from delivery.letters import card as cards
from delivery.letters import cases, figures
from delivery.letters.meeting_changed import planned_card
from delivery.letters.notice_changed import change_card
from delivery.letters.progress import progress_card
from documents.reading.moment import read_moment
from documents.reading.notice import read_notice
from documents.reading.tongue import foreign_tongue
from documents.writing.calendar import calendar_file
from documents.writing.charts import chart
from documents.writing.codes import link_picture
from documents.writing.tables import sheet_file
from handlers.ports import OfficialPaper
from locales.texts import Texts
from participation.campaigns import Delivery
from participation.clock import SuchDay, next_such_day
from participation.consultations.dossier import Dossier
from participation.consultations.model import Consultation
from participation.consultations.notice import Doubt, NoticeReading, ReadMoment
from participation.consultations.versions import Version
from participation.forum.proof import ProofTable
from participation.ids import CampaignId
from participation.meetings.model import Meeting
from participation.messages import Media, Message
from participation.paperwork.achieving import PlanPaper
from participation.paperwork.reading import PlanReading
from participation.paperwork.record import CommentsTable, ConsultationReport
from participation.paperwork.yearly import AnnualCalendar
from participation.places import Institution
from participation.reports.figures import Figures, Labels, Table
from participation.reports.model import Fact
from participation.reports.sheets import Form
from participation.unread import Unread

T = TypeVar("T")


class PrintingOffice:
    """Prints consultations, and how far they have got, with the very words of the letters."""

    def card(self, dossier: Dossier, *, texts: Texts, now: datetime) -> Message:
        """The card of a consultation."""
        return cards.card(dossier, texts=texts, now=now)

    def change(self, before: Version, version: Version, *, dossier: Dossier, texts: Texts, now: datetime) -> Message:
        """What people are told of a change."""
        return change_card(before, version, dossier=dossier, texts=texts, now=now)

    def meeting_change(
        self,
        old: Meeting,
        new: Meeting,
        *,
        consultation: Consultation,
        institution: Institution,
        reason: str,
        texts: Texts,
    ) -> Message:
        """What people are told of a meeting that is moved or called off, without its buttons."""
        return planned_card(old, new, consultation=consultation, institution=institution, reason=reason, texts=texts)

    def share_text(self, dossier: Dossier, *, texts: Texts, link: str, now: datetime) -> str:
        """A plain text to send on."""
        return cards.share_text(dossier, texts=texts, link=link, now=now)

    def progress(self, campaign: CampaignId, title: str, delivery: Delivery, *, texts: Texts) -> Message:
        """How far an announcement has got."""
        return progress_card(campaign, title, delivery, texts=texts)

    def figures(self, found: Figures, labels: Labels, institution: str, *, texts: Texts) -> Message:
        """Figures of safety reports."""
        return figures.card(found, labels, institution, texts)


async def apart(draw: Callable[[], T]) -> T:
    """Draw without letting everybody else wait; at home in SQLite's thread nobody does."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return draw()
    return await asyncio.to_thread(draw)


@dataclass(frozen=True)
class OfficeScribe:
    """Reads notices, plans, dates and hours; writes calendar files in the name of a bot."""

    username: str

    def read_notice(self, text: str) -> NoticeReading:
        """What a notice says, with its doubts."""
        return read_notice(text)

    async def read_plan(self, handed: str | bytes) -> PlanReading | Unread:
        """A consultation plan in a pasted text or a file, or why it is none."""
        from documents.reading import plan  # noqa: PLC0415  most of what we do reads no plans

        if isinstance(handed, str):
            return await apart(partial(plan.read_plan, handed))
        return await apart(partial(plan.read_plan_file, handed))

    def read_moment(
        self, text: str, today: date, *, day_known: bool = False, such_day: SuchDay = next_such_day
    ) -> ReadMoment | Doubt | None:
        """A day and an hour in somebody's words; what is not said is None."""
        return read_moment(text, today, day_known=day_known, such_day=such_day)

    async def foreign_tongue(self, text: str) -> str | None:
        """The language of what is surely not Albanian."""
        return await apart(partial(foreign_tongue, text))

    def calendar_file(
        self,
        meeting: Meeting,
        *,
        consultation: Consultation,
        institution: Institution,
        joining: str,
        texts: Texts,
        now: datetime,
    ) -> Media:
        """A meeting for any calendar."""
        return calendar_file(
            meeting,
            consultation=consultation,
            institution=institution,
            texts=texts,
            now=now,
            host=f"{self.username}.t.me",
            joining=joining,
        )

    def link_picture(self, link: str, *, name: str) -> Media:
        """A link for the camera of a phone."""
        return link_picture(link, name=name)

    async def paper(self, value: OfficialPaper) -> Media:
        """An official paper as a file."""
        from documents.writing.papers.table import written  # noqa: PLC0415  most of what we do writes no papers

        return await apart(partial(written, value))

    async def comments_file(self, table: CommentsTable, form: Form) -> Media:
        """The comments for a spreadsheet."""
        from documents.writing.papers.comments import comments_file  # noqa: PLC0415  as above

        return await apart(partial(comments_file, table, form))

    async def proof_file(self, table: ProofTable, form: Form) -> Media:
        """The proof of notice for a spreadsheet, or to be checked."""
        from documents.writing.papers.proof import proof_file  # noqa: PLC0415  as above

        return await apart(partial(proof_file, table, form))

    async def report_charts(self, report: ConsultationReport) -> Sequence[Media]:
        """The charts of a report."""
        from documents.writing.papers.report import report_charts  # noqa: PLC0415  as above

        return await apart(partial(report_charts, report))

    async def report_data(self, report: ConsultationReport) -> Media:
        """The report for programs."""
        from documents.writing.open_data import report_data  # noqa: PLC0415  as above

        return await apart(partial(report_data, report))

    async def plan_data(self, paper: PlanPaper) -> Media:
        """A consultation plan for programs."""
        from documents.writing.papers.plan_data import plan_data  # noqa: PLC0415  as above

        return await apart(partial(plan_data, paper))

    async def calendar_data(self, calendar: AnnualCalendar, form: Form | None) -> Media:
        """The annual calendar for a spreadsheet, else for programs."""
        from documents.writing.papers.calendar import calendar_data, calendar_sheet  # noqa: PLC0415  as above

        return await apart(partial(calendar_sheet, calendar, form) if form else partial(calendar_data, calendar))

    async def chart(self, found: Figures, labels: Labels, *, texts: Texts) -> Media:
        """How many reports of each category, beside how many before."""
        rows = found.now[Table.CATEGORY]
        bars = [
            (figures.label(Table.CATEGORY, row, labels, texts), cell, found.then[Table.CATEGORY][row])
            for row, cell in rows.items()
        ]
        now, before = figures.times(found, texts)
        draw = partial(
            chart,
            texts.t("Safety reports by category"),
            bars,
            now=now,
            before=before,
            said=partial(figures.said, texts=texts),
            name=texts.t("figures"),
        )
        return await apart(draw)

    def figures_file(self, found: Figures, labels: Labels, institution: str, form: Form, *, texts: Texts) -> Media:
        """Figures for a spreadsheet."""
        return sheet_file(figures.sheet(found, labels, institution, texts), form, name=texts.t("figures"))

    def cases_file(
        self, facts: Sequence[Fact], labels: Labels, institution: str, form: Form, *, made_on: date, texts: Texts
    ) -> Media:
        """The list of reports for a spreadsheet."""
        sheet = cases.cases(facts, labels, institution, made_on, texts)
        return sheet_file(sheet, form, name=texts.t("reports"))
