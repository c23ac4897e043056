"""The repository of an institution: what was announced, spoken, answered and decided, for everybody to read.

Nobody is named in it who took part, and of comments neither the words nor the number by which their authors are known
stand in it. What is not finished is not there yet.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from participation.comments.model import Signature
from participation.consultations.keeping import versions_for
from participation.consultations.model import SUMMED_UP, Consultation
from participation.consultations.usecases import public_of
from participation.consultations.versions import Amendment, Version
from participation.ids import ConsultationId, InstitutionId, PersonId
from participation.meetings.papers import record_of
from participation.paperwork.gathering import letterhead_of, relacion_of
from participation.paperwork.letterhead import Letterhead
from participation.paperwork.meetings import Relacion
from participation.paperwork.reckoning import figures_of
from participation.paperwork.record import Cancellation, ConsultationReport, GroupReason, settled
from participation.paperwork.reporting import report_of
from participation.paperwork.standing import cancellation_of
from participation.paperwork.yearly import AnnualReport, YearConsultation
from participation.ports import UnitOfWork

NOT_PUBLISHED = "(fjalët nuk botohen)"


@dataclass(frozen=True)
class NoticePaper:
    """A notice as it stood since a day."""

    letterhead: Letterhead
    version: Version

    @property
    def is_first(self) -> bool:
        """Whether it is the notice with which it began."""
        return self.version.amendment is Amendment.PUBLISHED


@dataclass(frozen=True)
class Folder:
    """All that is told of one consultation, also that it was called off; the report comes once it is summed up."""

    since: date
    title: str
    notices: tuple[NoticePaper, ...]
    meetings: tuple[Relacion, ...] = ()
    report: ConsultationReport | None = None
    cancelled: Cancellation | None = None


@dataclass(frozen=True)
class Repository:
    """The folders of a year, by day, and the report of that year."""

    letterhead: Letterhead
    year: int
    folders: tuple[Folder, ...]
    annual: AnnualReport


Page = Callable[[ConsultationId], str]
"""Where a consultation has its page."""


async def repository_of(
    institution: InstitutionId, year: int, *, page: Page, by: PersonId, uow: UnitOfWork, now: datetime
) -> Repository:
    """What may be published of the consultations that were announced in a year."""
    annual = await figures_of(institution, year, by=by, uow=uow, now=now)
    found = [one for one in await public_of(institution, uow=uow) if one.since.year == year]
    return Repository(
        letterhead=await letterhead_of(institution, uow=uow, now=now),
        year=year,
        folders=tuple([await _folder(one, page(one.id), by=by, uow=uow, now=now) for one in found]),
        annual=year_as_published(annual),
    )


async def _folder(one: Consultation, link: str, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Folder:
    head = await letterhead_of(one.institution, uow=uow, now=now, protocol=one.terms.protocol or "")
    notices = [
        NoticePaper(replace(head, day=version.day), replace(version, despite=()))
        for version in await versions_for(one, uow=uow)
    ]
    report = await report_of(one.id, link=link, by=by, uow=uow, now=now) if one.stage in SUMMED_UP else None
    return Folder(
        since=one.since,
        title=one.terms.title,
        notices=tuple(notices),
        meetings=tuple(await _meetings(one, by=by, uow=uow, now=now)),
        report=None if report is None else as_published(report),
        cancelled=await cancellation_of(one, uow=uow),
    )


async def _meetings(one: Consultation, *, by: PersonId, uow: UnitOfWork, now: datetime) -> Sequence[Relacion]:
    """Of those that have a finished record; what was called off while it went on has no report."""
    held = [each for each in await uow.meetings.of(one.id) if not each.cancelled]
    recorded = [each for each in held if await record_of(each.id, uow=uow) is not None]
    return [await relacion_of(each.id, by=by, uow=uow, now=now) for each in recorded]


def as_published(report: ConsultationReport) -> ConsultationReport:
    """The report with its comments as numbers of a list: their words and their receipts belong to their authors."""
    numbers = {row.number: str(number) for number, row in enumerate(report.comments, 1)}
    rows = tuple(
        replace(
            row,
            number=numbers[row.number],
            joined_to=numbers.get(row.joined_to, ""),
            words=NOT_PUBLISHED,
            article="" if row.article_by_author else row.article,
            signature=Signature(row.signature.capacity),
            sent=(),
        )
        for row in settled(report.comments, report.groups)
    )
    groups = tuple(_renumbered(group, numbers) for group in report.groups)
    return replace(report, comments=rows, groups=groups)


def year_as_published(annual: AnnualReport) -> AnnualReport:
    """The annual report with its recommendations as numbers of a list."""
    return replace(annual, consultations=tuple(map(_numbered, annual.consultations)))


def _numbered(one: YearConsultation) -> YearConsultation:
    rows = tuple(replace(each, number=str(number)) for number, each in enumerate(one.recommendations, 1))
    return replace(one, recommendations=rows)


def _renumbered(group: GroupReason, numbers: dict[str, str]) -> GroupReason:
    return replace(group, numbers=tuple(numbers[each] for each in group.numbers if each in numbers))
