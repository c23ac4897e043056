"""Papers of a year: the report on transparency, and the chapter of the transparency programme."""

from collections.abc import Iterable, Sequence
from typing import Final

from documents.writing.papers.report import meeting_row, why
from documents.writing.said import (
    NOT_SAID,
    STATUSES,
    UNDATED,
    VERDICTS,
    cancelled_said,
    day_in_table,
    day_said,
    month_said,
)
from documents.writing.word import Aside, Column, Entry, WordPaper, told
from participation.messages import Media
from participation.paperwork.meetings import MeetingNote
from participation.paperwork.record import AdoptedAct
from participation.paperwork.yearly import (
    AnnualReport,
    LinkedDocument,
    Recommendation,
    TransparencyChapter,
    YearConsultation,
)
from participation.programme.model import PlannedConsultation
from participation.words import is_blank

TITLE: Final = "Raporti vjetor për transparencën në procesin e vendimmarrjes"
LAW: Final = "neni 20 i ligjit nr. 146/2014 “Për njoftimin dhe konsultimin publik”"
NO_BREAK: Final = "\u00a0"
NOT_WRITTEN: Final = "nuk është shënuar: shkruhet nga zyra e koordinimit, te kreu i transparencës"
"""Of an office that has not said where and when it is found."""
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
LIST_COLUMNS: Final = (Column("Nr.", 1.1), Column("Data", 0.9), Column("Vendimi", 1.1), Column("Arsyet", 3.6))
CANCELLED_COLUMNS: Final = (Column("Konsultimi", 2), Column("Anuluar më"), Column("Arsyeja", 3))
HELD_COLUMNS: Final = (Column("Të planifikuara"), Column("Të shpallura"), Column("Pjesa"))
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
    return paper.file(name)


def _annual(paper: WordPaper, report: AnnualReport) -> None:
    paper.table(FIGURES, _four(report))
    paper.paragraph(
        "Çdo rekomandim numërohet në vitin kur erdhi; vendimi për të është ai i shënuar deri më "
        f"{day_said(report.letterhead.day)}. Takimet dhe aktet numërohen sipas datës së tyre."
    )
    paper.heading("1. Akte të miratuara pas konsultimit")
    acts = [(it.title, *_act(it.act)) for it in report.adopted if it.act is not None]
    paper.table(ACT_COLUMNS, acts, nothing="Gjatë vitit nuk u miratua asnjë akt pas konsultimit.")
    paper.paragraph(_share(report), aside=report.consulted is None)
    paper.heading("2. Rekomandime të marra")
    received = [(it.title, day_in_table(it.opened_on), _closed(it), it.received) for it in report.consultations]
    paper.table(RECEIVED_COLUMNS, received, nothing="Gjatë vitit nuk pati konsultime.")
    paper.heading("3. Rekomandime të pranuara dhe të refuzuara")
    decided = [(it.title, it.accepted, it.refused, _waiting(it)) for it in report.consultations if it.received]
    paper.table(DECIDED_COLUMNS, decided, nothing="Gjatë vitit nuk u mor asnjë rekomandim.")
    paper.heading("4. Takime publike të mbajtura")
    held = [(it.title, *_held(meeting)) for it, meeting in report.meetings]
    paper.table(MEETING_COLUMNS, held, nothing="Gjatë vitit nuk u mbajt asnjë takim publik.")
    paper.heading("5. Lista e rekomandimeve")
    _recommendations(paper, report)
    paper.heading("6. Konsultime të anuluara")
    gone = [(it.title, day_in_table(why.day), told(why.reason, NOT_SAID)) for it, why in report.cancelled]
    paper.table(CANCELLED_COLUMNS, gone, nothing="Gjatë vitit nuk u anulua asnjë konsultim.")
    paper.heading("7. Konsultime të shpallura kundrejt atyre të planifikuara")
    _planned(paper, report)


def _share(report: AnnualReport) -> str:
    """Which part of all acts of the year was consulted, and who says how many there were."""
    acts, here = report.acts, len(report.adopted)
    if acts is None:
        return "Sa akte u miratuan gjithsej gjatë vitit nuk është shënuar nga zyra: pjesa e konsultuar nuk llogaritet."
    said = f"Sipas zyrës (shënuar më {day_said(acts.on)}), akte të miratuara gjithsej gjatë vitit: {acts.number}."
    if report.consulted is None:
        why = "nuk ka me çfarë të krahasohet" if acts.number == here else "numri është më i vogël se lista më sipër"
        return f"{said} Pjesa nuk llogaritet: {why}."
    share = percent(report.consulted).replace(" ", NO_BREAK)
    return f"{said} Pas konsultimit: {here}, ose {share}."


def percent(share: float) -> str:
    """A share as papers write it: `66,67 %`."""
    return f"{share:.2f} %".replace(".", ",")


def _closed(it: YearConsultation) -> Entry:
    if it.cancelled is not None:
        return f"anuluar më {day_in_table(it.cancelled.day)}"
    return Aside("pa afat") if it.closed_on is None else day_in_table(it.closed_on)


def _recommendations(paper: WordPaper, report: AnnualReport) -> None:
    """All that came, by consultation; a reason that several share stands at the first of them."""
    some = [it for it in report.consultations if it.received]
    if not some:
        paper.paragraph("Gjatë vitit nuk u mor asnjë rekomandim.", aside=True)
    for it in some:
        paper.heading(it.title, 2)
        first: dict[str, str] = {}
        for each in it.recommendations:
            first.setdefault(each.reason, each.number)
        paper.table(LIST_COLUMNS, [_listed(each, first[each.reason]) for each in it.recommendations])


def _listed(each: Recommendation, first: str) -> Sequence[Entry]:
    reasons: Entry = why(each) if each.number == first or is_blank(each.reason) else Aside(f"si te {first}")
    return each.number, day_in_table(each.day), VERDICTS[each.verdict], reasons


def _planned(paper: WordPaper, report: AnnualReport) -> None:
    share = report.share
    if share is None:
        paper.paragraph("Kalendari vjetor nuk është shënuar: nuk ka me çfarë të krahasohet.", aside=True)
        return
    paper.table(HELD_COLUMNS, [(len(report.planned), len(report.announced), percent(share))])
    paper.table(PLAN_COLUMNS, [planned_row(it) for it in report.planned])


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


def planned_row(planned: PlannedConsultation) -> Sequence[Entry]:
    """A line of the annual calendar."""
    month = Aside(UNDATED) if planned.month is None else month_said(planned.month)
    told_of = (told(planned.how, NOT_SAID), told(planned.unit, NOT_SAID), STATUSES[planned.status])
    return planned.act, month, *told_of


def _contact(chapter: TransparencyChapter) -> Iterable[tuple[str, Entry]]:
    contact = chapter.coordinator
    yield "Adresa", told(contact.address, NOT_WRITTEN)
    yield "E-mail", told(contact.email, NOT_SAID)
    yield "Telefoni", told(contact.phone, NOT_WRITTEN)
    yield "Orari", told(contact.hours, NOT_WRITTEN)


def _documents(paper: WordPaper, documents: Iterable[LinkedDocument]) -> None:
    rows = [(_document(it), told(it.link, "pa lidhje")) for it in documents]
    paper.table((Column("Dokumenti", 2), Column("Lidhja", 2)), rows, nothing="Asnjë dokument nuk është shënuar.")


def _document(it: LinkedDocument) -> str:
    return it.title if it.cancelled is None else f"{it.title}\n({cancelled_said(it.cancelled)})"
