"""Papers of a meeting: its minutes, its report, and who took part."""

from collections.abc import Iterable
from typing import Final

from documents.writing.said import (
    ACTOR,
    CHECKED_IN,
    NOT_SAID,
    day_said,
    headcount_said,
    hours_said,
    kinds_said,
    meeting_said,
)
from documents.writing.word import Aside, Column, Entry, WordPaper, told
from participation.meetings.present import NOBODY, Headcount
from participation.messages import Media
from participation.paperwork.letterhead import Signatory
from participation.paperwork.meetings import (
    AttendanceSheet,
    Kinds,
    MeetingNote,
    MinutesPaper,
    ParticipantsList,
    Relacion,
)
from participation.words import is_blank

ATTENDEE_COLUMNS: Final = (
    Column("Nr.", 0.4),
    Column("Emri dhe mbiemri", 1.6),
    Column("Organizata", 1.8),
    Column("Detyra ose roli", 1.3),
    Column("Lloji", 1.2),
    Column("Prania u shënua", 1.1),
)


def participants_paper(listed: ParticipantsList, *, name: str = "lista-e-pjesemarresve") -> Media:
    """The list of participants; whoever did not agree is counted and not named."""
    paper = WordPaper(listed.letterhead, "LISTA E PJESËMARRËSVE", subject=listed.title)
    for sheet in listed.sheets:
        _attendance(paper, sheet)
    if not listed.sheets:
        paper.paragraph("Nuk u mbajt asnjë takim publik.", aside=True)
    return paper.file(name)


def minutes_paper(minutes: MinutesPaper, *, name: str = "procesverbali") -> Media:
    """The minutes of a meeting."""
    paper = WordPaper(minutes.letterhead, "PROCESVERBAL I TAKIMIT PUBLIK", subject=minutes.title)
    paper.fields(_header(minutes.meeting, minutes.moderator, organisations=True))
    paper.heading("Rendi i ditës")
    paper.bullets(minutes.agenda, nothing="Nuk është shënuar rend dite.")
    paper.heading("Diskutimet")
    _points(paper, minutes)
    paper.heading("Rekomandimet")
    paper.bullets(minutes.recommendations, nothing="Nuk u dha asnjë rekomandim.")
    paper.heading("Vendimet")
    paper.bullets(minutes.decisions, nothing="Nuk u mor asnjë vendim.")
    paper.heading("Materialet")
    paper.bullets(minutes.materials, nothing="Nuk u shpërnda asnjë material.")
    if not is_blank(minutes.closing):
        paper.heading("Përfundim")
        paper.paragraph(minutes.closing)
    paper.sign(Signatory("Moderimi", minutes.moderator))
    return paper.file(name)


def relacion_paper(relacion: Relacion, *, name: str = "relacioni") -> Media:
    """The report of a meeting under its five headings."""
    title = "RELACION MBI ORGANIZIMIN E TAKIMIT KONSULTATIV"
    paper = WordPaper(relacion.letterhead, title, subject=relacion.framework)
    paper.fields(_header(relacion.meeting, relacion.moderator, organisations=False))
    paper.heading("1. Qëllimi i takimit")
    _told(paper, relacion.purpose)
    paper.heading("2. Pjesëmarrësit")
    paper.paragraph(_came(relacion.meeting.present, relacion.kinds))
    if relacion.meeting.organisations:
        paper.paragraph("Organizatat dhe institucionet e pranishme:")
        paper.bullets(relacion.meeting.organisations, nothing="")
    paper.heading("3. Përmbajtja e diskutimeve")
    paper.paragraph("Gjatë takimit u diskutuan këto çështje kryesore:")
    paper.bullets(relacion.discussed, nothing="Nuk janë shënuar çështje.")
    if relacion.contributions:
        paper.paragraph("Pjesëmarrësit ndanë përvojat dhe mendimet e tyre:")
        paper.bullets(relacion.contributions, nothing="")
    paper.heading("4. Përfundime dhe rekomandime")
    paper.bullets(relacion.recommendations, nothing="Nga diskutimet nuk rezultoi asnjë rekomandim.")
    paper.paragraph("Vendimet e takimit:")
    paper.bullets(relacion.decisions, nothing="Nuk u mor asnjë vendim.")
    paper.heading("5. Përfundim")
    _told(paper, relacion.closing)
    return paper.file(name)


def _attendance(paper: WordPaper, sheet: AttendanceSheet) -> None:
    paper.heading(f"Takimi: {meeting_said(sheet.meeting)}")
    paper.fields(
        [
            ("Të pranishëm", headcount_said(sheet.present)),
            ("Të shënuar në listë", headcount_said(sheet.listed)),
            ("Sipas llojit", told(kinds_said(sheet.kinds), NOT_SAID)),
        ]
    )
    rows = [
        (number, it.name, it.organisation, it.position, ACTOR[it.kind], CHECKED_IN[it.checked_in])
        for number, it in enumerate(sheet.named, 1)
    ]
    if rows:
        paper.table(ATTENDEE_COLUMNS, rows)
    if sheet.unnamed.number > 0:
        paper.paragraph(f"Pa emër u numëruan {_people(sheet.unnamed)}.", aside=True)


def _header(meeting: MeetingNote, moderator: str, *, organisations: bool) -> Iterable[tuple[str, Entry]]:
    yield "Vendi", told(meeting.place, NOT_SAID)
    yield "Data", day_said(meeting.day)
    yield "Ora", Aside(NOT_SAID) if meeting.begins is None else hours_said(meeting.begins, meeting.ends)
    yield "Tema e takimit", told(meeting.theme, NOT_SAID)
    present = meeting.present
    yield "Të pranishëm në takim", Aside(headcount_said(None)) if present is None else _people(present)
    yield "Moderimi", told(moderator, NOT_SAID)
    if organisations:
        yield "Organizatat", told("\n".join(meeting.organisations), NOT_SAID)


def _points(paper: WordPaper, minutes: MinutesPaper) -> None:
    if not minutes.points:
        paper.paragraph("Nuk është shënuar asnjë diskutim.", aside=True)
        return
    rows = [
        (
            "\n".join(filter(None, (point.speaker.strip() or "nga salla", point.position))),
            point.words,
        )
        for point in minutes.points
    ]
    paper.table((Column("Folësi ose folësja"), Column("Diskutimi", 3)), rows)


def _told(paper: WordPaper, text: str) -> None:
    if not is_blank(text):
        paper.paragraph(text)
    else:
        paper.paragraph("Nuk është shënuar.", aside=True)


def _came(present: Headcount | None, kinds: Kinds) -> str:
    """How many came, and of those of whom it was written down, for whom they were there."""
    if present is None:
        return "Numri i të pranishmëve nuk u shënua."
    came = "mori pjesë" if present == Headcount(1) else "morën pjesë"
    sentence = f"Në takim {came} {_people(present)}."
    known: Kinds = {kind: count for kind, count in kinds.items() if kind is not None}
    if not known:
        return sentence
    told_of = sum(known.values(), start=NOBODY)
    by_kind = "Sipas llojit" if told_of.number == present.number else f"Lloji u shënua për {headcount_said(told_of)}"
    return f"{sentence} {by_kind} – {kinds_said(known)}."


def _people(present: Headcount) -> str:
    return f"{headcount_said(present)} {'person' if present.number == 1 else 'persona'}"
