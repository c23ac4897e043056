"""What conversations need beside the rules: a place for drafts, the printed card, a scribe, links."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from locales.texts import Texts
from participation.campaigns import Delivery
from participation.clock import SuchDay, next_such_day
from participation.consultations.dossier import Dossier
from participation.consultations.model import Consultation
from participation.consultations.notice import Doubt, NoticeReading, ReadMoment
from participation.consultations.versions import Version
from participation.drafts import KeptDraft
from participation.forum.proof import ProofTable
from participation.ids import CampaignId, PersonId
from participation.meetings.model import Meeting
from participation.messages import Media, Message
from participation.paperwork.achieving import PlanPaper
from participation.paperwork.forum import ForumChecklist
from participation.paperwork.handing_over import HandOver
from participation.paperwork.meetings import MinutesPaper, ParticipantsList, Relacion
from participation.paperwork.poster import Poster
from participation.paperwork.publishing import Repository
from participation.paperwork.reading import PlanReading
from participation.paperwork.record import CommentsTable, ConsultationReport
from participation.paperwork.yearly import AnnualCalendar, AnnualReport, TransparencyChapter
from participation.places import Institution
from participation.ports import UnitOfWork
from participation.reports.figures import Figures, Labels
from participation.reports.model import Fact
from participation.reports.sheets import Form
from participation.unread import Unread

OfficialPaper = (
    ParticipantsList
    | MinutesPaper
    | Relacion
    | AnnualReport
    | ConsultationReport
    | CommentsTable
    | TransparencyChapter
    | HandOver
    | Repository
    | PlanPaper
    | ForumChecklist
    | ProofTable
    | Poster
)


class Drafts(Protocol):
    """Half-done conversations; at most one of each dialog for a person, always sealed."""

    async def listening(self, person: PersonId, said_at: datetime) -> KeptDraft | None:
        """The one that takes whatever was said then: of those not laid aside, the one touched last."""
        ...

    async def newest(self, person: PersonId, now: datetime) -> KeptDraft | None:
        """The one touched last, laid aside or not."""
        ...

    async def lay_aside(self, person: PersonId) -> None:
        """Somebody has turned to something else: nothing falls into what they had begun, and nothing of it is lost."""
        ...

    async def get(self, person: PersonId, dialog: str, now: datetime) -> KeptDraft | None: ...
    async def save(
        self, person: PersonId, draft: KeptDraft, *, touched_at: datetime, listens_until: datetime, expires_at: datetime
    ) -> None: ...
    async def drop(self, person: PersonId, dialog: str) -> None: ...


class WorkWithDrafts(UnitOfWork, Protocol):
    """The unit of work as conversations see it."""

    @property
    def drafts(self) -> Drafts: ...


class Printer(Protocol):
    """Prints a consultation exactly as everybody sees it, a plain text to send on, how far it has got, and figures."""

    def card(self, dossier: Dossier, *, texts: Texts, now: datetime) -> Message: ...
    def change(
        self, before: Version, version: Version, *, dossier: Dossier, texts: Texts, now: datetime
    ) -> Message: ...
    def meeting_change(
        self,
        old: Meeting,
        new: Meeting,
        *,
        consultation: Consultation,
        institution: Institution,
        reason: str,
        texts: Texts,
    ) -> Message: ...
    def share_text(self, dossier: Dossier, *, texts: Texts, link: str, now: datetime) -> str: ...
    def progress(self, campaign: CampaignId, title: str, delivery: Delivery, *, texts: Texts) -> Message: ...
    def figures(self, found: Figures, labels: Labels, institution: str, *, texts: Texts) -> Message: ...


class Scribe(Protocol):
    """Reads notices and plans, writes calendar files and sheets, draws charts and links (QR)."""

    def read_notice(self, text: str) -> NoticeReading: ...
    async def read_plan(self, handed: str | bytes) -> PlanReading | Unread:
        """A consultation plan in a pasted text or a file, or why it is none; it is read aside, so that nobody waits."""
        ...

    def read_moment(
        self, text: str, today: date, *, day_known: bool = False, such_day: SuchDay = next_such_day
    ) -> ReadMoment | Doubt | None:
        """The day and the hour that somebody typed, or why that day cannot be; without a year, what `such_day` finds.

        Where the day is known already, a bare number is an hour.
        """
        ...

    async def foreign_tongue(self, text: str) -> str | None:
        """The language (ISO 639) of what is surely not Albanian, `und` if it cannot be told; None for all else."""
        ...

    def calendar_file(
        self,
        meeting: Meeting,
        *,
        consultation: Consultation,
        institution: Institution,
        joining: str,
        texts: Texts,
        now: datetime,
    ) -> Media: ...
    def link_picture(self, link: str, *, name: str) -> Media: ...
    async def paper(self, value: OfficialPaper) -> Media:
        """An official paper as a file; it is written aside, so that nobody waits."""
        ...

    async def plan_data(self, paper: PlanPaper) -> Media: ...
    async def calendar_data(self, calendar: AnnualCalendar, form: Form | None) -> Media: ...

    async def comments_file(self, table: CommentsTable, form: Form) -> Media: ...
    async def proof_file(self, table: ProofTable, form: Form) -> Media: ...
    async def report_charts(self, report: ConsultationReport) -> Sequence[Media]: ...
    async def report_data(self, report: ConsultationReport) -> Media: ...
    async def chart(self, found: Figures, labels: Labels, *, texts: Texts) -> Media: ...
    def figures_file(self, found: Figures, labels: Labels, institution: str, form: Form, *, texts: Texts) -> Media: ...
    def cases_file(
        self, facts: Sequence[Fact], labels: Labels, institution: str, form: Form, *, made_on: date, texts: Texts
    ) -> Media: ...


class Links(Protocol):
    """Addresses that open the bot at a place."""

    def to(self, payload: str) -> str: ...
    def into_group(self, payload: str) -> str:
        """The link that puts the bot into a group, as an administrator of it."""
        ...


class Tokens(Protocol):
    """Makes the secrets of invitations."""

    def __call__(self) -> str: ...
