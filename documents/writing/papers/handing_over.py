"""The hand-over of a desk, as a paper for whoever takes it over."""

from collections.abc import Iterable, Sequence
from typing import Final

from documents.writing.papers.yearly import PLAN_COLUMNS, planned_row
from documents.writing.said import PHASES, ROLES, day_in_table, hours_said
from documents.writing.word import Column, Entry, WordPaper
from participation.messages import Media
from participation.paperwork.handing_over import GatheringDue, HandOver

RUNNING: Final = (
    Column("Konsultimi", 3),
    Column("Gjendja", 1.4),
    Column("Dita e fundit", 1),
    Column("Komente", 0.8),
    Column("Pa vendim", 0.8),
)
OWED: Final = (
    Column("Nr. i komentit", 1.2),
    Column("Konsultimi", 3),
    Column("Përgjigja deri më", 1),
    Column("Gjendja"),
)
MEETINGS: Final = (Column("Konsultimi", 3), Column("Data"), Column("Ora", 0.9), Column("Vendi", 2))
WAITING: Final = (Column("Njoftimi", 3), Column("Data"))
OFFICES: Final = (Column("Roli", 3), Column("Numri"))


def hand_over_paper(found: HandOver, *, name: str = "dorezimi-i-detyres") -> Media:
    """All that is open on the desk, what presses first."""
    today = found.letterhead.day
    paper = WordPaper(found.letterhead, "DORËZIMI I DETYRËS", subject="Koordinimi i njoftimit dhe konsultimit publik")
    paper.heading("1. Përgjigje që priten")
    owed = [
        (it.receipt, it.title, day_in_table(it.by), "me vonesë" if it.by < today else "në afat") for it in found.owed
    ]
    paper.table(OWED, owed, nothing="Asnjë koment nuk pret përgjigje.")
    paper.heading("2. Konsultime në vijim")
    running = [
        (it.title, PHASES[it.phase], day_in_table(it.until), it.balance.received, it.balance.undecided)
        for it in found.running
    ]
    paper.table(RUNNING, running, nothing="Asnjë konsultim nuk është në vijim.")
    paper.heading("3. Njoftime që ende nuk kanë dalë")
    waiting = [(title, day_in_table(day)) for title, day in found.waiting]
    paper.table(WAITING, waiting, nothing="Asnjë njoftim nuk pret.")
    paper.heading("4. Takime të ardhshme")
    paper.table(MEETINGS, list(_meetings(found.ahead)), nothing="Asnjë takim nuk është caktuar.")
    paper.heading("5. Takime pa procesverbal të mbyllur")
    paper.table(MEETINGS, list(_meetings(found.unrecorded)), nothing="Asnjë procesverbal nuk mungon.")
    paper.heading("6. Konsultime të planifikuara për këtë vit dhe për tjetrin")
    planned = [planned_row(it) for it in found.planned]
    paper.table(PLAN_COLUMNS, planned, nothing="Asnjë konsultim tjetër nuk është planifikuar.")
    paper.heading("7. Raportime sigurie")
    paper.paragraph(f"Raportime të palexuara: {found.unread_reports}. Ato lexohen vetëm në zyrën në Telegram.")
    paper.heading("8. Anëtarë të forumit që nuk janë në Telegram")
    paper.bullets(found.not_in_telegram, nothing="Asnjë: secili merr vetë çfarë i dërgohet forumit.")
    paper.heading("9. Çfarë pret forumi")
    paper.bullets(list(_of_forum(found)), nothing="Forumi nuk pret asgjë.")
    paper.heading("10. Kush vepron për institucionin")
    offices = [(ROLES[role], count) for role, count in found.offices.items()]
    paper.table(OFFICES, offices, nothing="Askush nuk vepron për institucionin.")
    paper.paragraph(
        "Njoftimet e papërfunduara i sheh vetëm kush i ka filluar: përfundojini ose hiqni dorë prej tyre "
        "para dorëzimit. "
        "Kush vjen hyn në zyrë me një ftesë; kush largohet hiqet te kolegët, "
        "dhe raportimet që kishte në dorë mund t’i marrin të tjerët."
    )
    return paper.file(name)


def _of_forum(found: HandOver) -> Iterable[str]:
    """Applications, its next meeting once that is near or late, and rights that are overdue."""
    duties, today = found.forum, found.letterhead.day
    if duties.applied:
        yield f"Aplikime që presin përgjigje: {duties.applied}."
    if duties.call_stopped:
        yield "Thirrja e forumit nuk u ka shkuar të gjithëve: u ndal nga një gabim."
    if duties.meets_by is not None:
        late = ", me vonesë" if duties.meets_by < today else ""
        yield f"Mbledhja e radhës e forumit, afati: {day_in_table(duties.meets_by)}{late}."
    yield from (f"Të drejta të forumit me vonesë: {title}." for title in found.late_rights)


def _meetings(found: Sequence[GatheringDue]) -> Iterable[Sequence[Entry]]:
    for it in found:
        meeting = it.meeting
        yield it.title, day_in_table(meeting.day), hours_said(meeting.begins, meeting.ends), meeting.place
