"""Papers of a year: the report on transparency, and the chapter of the transparency programme."""

from collections.abc import Iterable, Sequence
from typing import Final

from documents.writing.papers.report import meeting_row
from documents.writing.said import NOT_SAID, STATUSES, UNDATED, day_in_table, month_said
from documents.writing.word import Aside, Column, Entry, WordPaper, told
from participation.messages import Media
from participation.paperwork.meetings import MeetingNote
from participation.paperwork.record import AdoptedAct
from participation.paperwork.yearly import (
    AnnualReport,
    BudgetIndicators,
    LinkedDocument,
    TransparencyChapter,
    YearConsultation,
    share,
)
from participation.programme.model import PlannedConsultation

TITLE: Final = "Raporti vjetor për transparencën në procesin e vendimmarrjes"
LAW: Final = "neni 20 i ligjit nr. 146/2014 “Për njoftimin dhe konsultimin publik”"
NOT_COUNTED: Final = "nuk u mblodh"
FIGURES: Final = (Column("Treguesi", 4), Column("Numri"))
MEETING_COLUMNS: Final = (
    Column("Konsultimi", 2.2),
    Column("Data", 0.9),
    Column("Ora", 0.8),
    Column("Vendi", 1.6),
    Column("Të pranishëm", 0.9),
)
ACT_COLUMNS: Final = (
    Column("Konsultimi", 2),
    Column("Akti", 2),
    Column("Nr.", 0.8),
    Column("Data", 1),
    Column("Lidhja", 1.6),
)
RECEIVED_COLUMNS: Final = (Column("Konsultimi", 3), Column("Hapur më"), Column("Mbyllur më"), Column("Të marra", 0.8))
DECIDED_COLUMNS: Final = (
    Column("Konsultimi", 3),
    Column("Pranuar, plotësisht ose pjesërisht", 1.2),
    Column("Refuzuar ose jashtë objektit", 1.2),
    Column("Pa vendim ende"),
)
BUDGET_COLUMNS: Final = (Column("Treguesi", 3), Column("Vlera"), Column("Nga"), Column("Pjesa"))
PLAN_COLUMNS: Final = (
    Column("Akti", 2.4),
    Column("Muaji", 1),
    Column("Mënyra e konsultimit", 1.6),
    Column("Njësia përgjegjëse", 1.4),
    Column("Gjendja", 1),
)


def annual_paper(report: AnnualReport, *, name: str = "raporti-vjetor") -> Media:
    """The annual report: four figures, and below each of them what it counts."""
    paper = WordPaper(report.letterhead, TITLE.upper(), subject=f"Viti {report.year}, {LAW}")
    _annual(paper, report)
    paper.sign()
    return paper.file(name)


def chapter_paper(chapter: TransparencyChapter, *, name: str = "pjesemarrja-qytetare") -> Media:
    """The chapter on participation, in its eight sections."""
    title = "PJESËMARRJA QYTETARE NË VENDIMMARRJE"
    paper = WordPaper(chapter.letterhead, title, subject=f"Programi i transparencës, viti {chapter.year}")
    paper.heading("1. Koordinatori për njoftimin dhe konsultimin publik")
    paper.fields(_contact(chapter))
    paper.heading("2. Plani vjetor për procesin e vendimmarrjes me pjesëmarrje")
    planned = [planned_row(it) for it in chapter.plan]
    paper.table(PLAN_COLUMNS, planned, nothing="Plani vjetor nuk është shënuar.")
    paper.heading("3. Aktet për të cilat konsultimi është i detyrueshëm")
    paper.bullets(chapter.mandatory, nothing="Lista nuk është shënuar.")
    paper.heading("4. Rregullat e brendshme")
    _documents(paper, chapter.rules)
    paper.heading("5. Njoftimi i nismës për hartimin e akteve")
    _documents(paper, chapter.notices)
    paper.heading("6. Procedura e marrjes dhe e shqyrtimit të komenteve")
    paper.bullets(chapter.procedure, nothing="Procedura nuk është shënuar.")
    paper.heading("7. Ankimi")
    paper.bullets(chapter.complaint, nothing="Rruga e ankimit nuk është shënuar.")
    paper.heading("8. Raporti vjetor për transparencën")
    if chapter.report is None:
        paper.paragraph("Raporti i vitit nuk është hartuar ende.", aside=True)
    else:
        paper.table(FIGURES, _four(chapter.report))
    paper.sign()
    return paper.file(name)


def _annual(paper: WordPaper, report: AnnualReport) -> None:
    paper.table(FIGURES, _four(report))
    paper.heading("1. Akte të miratuara pas konsultimit")
    acts = [(it.title, *_act(it.act)) for it in report.adopted if it.act is not None]
    paper.table(ACT_COLUMNS, acts, nothing="Gjatë vitit nuk u miratua asnjë akt pas konsultimit.")
    paper.heading("2. Rekomandime të marra")
    received = [
        (it.title, day_in_table(it.opened_on), day_in_table(it.closed_on, undated="në vijim"), it.received)
        for it in report.consultations
    ]
    paper.table(RECEIVED_COLUMNS, received, nothing="Gjatë vitit nuk pati konsultime.")
    paper.heading("3. Rekomandime të pranuara dhe të refuzuara")
    decided = [(it.title, it.accepted, it.refused, _waiting(it)) for it in report.consultations if it.received]
    paper.table(DECIDED_COLUMNS, decided, nothing="Gjatë vitit nuk u mor asnjë rekomandim.")
    paper.heading("4. Takime publike të mbajtura")
    held = [(it.title, *_held(meeting)) for it, meeting in report.meetings]
    paper.table(MEETING_COLUMNS, held, nothing="Gjatë vitit nuk u mbajt asnjë takim publik.")
    if report.budget is not None:
        paper.heading("5. Treguesit e pjesëmarrjes në buxhet")
        paper.table(BUDGET_COLUMNS, _budget(report.budget))


def _held(meeting: MeetingNote) -> Sequence[Entry]:
    """Theme and organisations stand in the report of each consultation."""
    day, hours, place, _, present, _ = meeting_row(meeting)
    return day, hours, place, present


def _four(report: AnnualReport) -> Iterable[Sequence[Entry]]:
    yield "Akte të miratuara gjatë vitit pas konsultimit", len(report.adopted)
    yield "Rekomandime të marra gjithsej", report.received
    yield "Rekomandime të pranuara, plotësisht ose pjesërisht", report.accepted
    yield "Rekomandime të refuzuara ose jashtë objektit", report.refused
    if report.undecided:
        yield "Rekomandime ende pa vendim", report.undecided
    yield "Takime publike të mbajtura", len(report.meetings)


def _act(act: AdoptedAct) -> Sequence[Entry]:
    return act.title, act.number, day_in_table(act.day), act.link


def _waiting(consultation: YearConsultation) -> int:
    return consultation.received - consultation.accepted - consultation.refused


def _budget(budget: BudgetIndicators) -> Iterable[Sequence[Entry]]:
    rows = (
        ("Konsultime të mbajtura kundrejt atyre të parashikuara nga ligji", budget.held, budget.foreseen),
        ("Mbledhje të hapura të këshillit", budget.open_sittings, budget.sittings),
        ("Vendime të marra pas konsultimit", budget.consulted_decisions, budget.decisions),
    )
    for what, part, whole in rows:
        percent = share(part, whole)
        shown = Aside("nuk llogaritet") if percent is None else f"{percent:.2f} %".replace(".", ",")
        yield what, _number(part), _number(whole), shown


def _number(number: int | None) -> Entry:
    return Aside(NOT_COUNTED) if number is None else number


def planned_row(planned: PlannedConsultation) -> Sequence[Entry]:
    """A line of the annual calendar."""
    month = Aside(UNDATED) if planned.month is None else month_said(planned.month)
    told_of = (told(planned.how, NOT_SAID), told(planned.unit, NOT_SAID), STATUSES[planned.status])
    return planned.act, month, *told_of


def _contact(chapter: TransparencyChapter) -> Iterable[tuple[str, Entry]]:
    contact = chapter.coordinator
    for what, value in (
        ("Emri", contact.name),
        ("Adresa", contact.address),
        ("E-mail", contact.email),
        ("Telefoni", contact.phone),
        ("Orari", contact.hours),
    ):
        yield what, told(value, NOT_SAID)


def _documents(paper: WordPaper, documents: Iterable[LinkedDocument]) -> None:
    rows = [(it.title, told(it.link, "pa lidhje")) for it in documents]
    paper.table((Column("Dokumenti", 2), Column("Lidhja", 2)), rows, nothing="Asnjë dokument nuk është shënuar.")
