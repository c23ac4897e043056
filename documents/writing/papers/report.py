"""The consultation report: what was asked and how, who took part, what was said, and what became of it."""

from collections.abc import Iterable, Sequence
from typing import Final

from documents.writing.charts import bars, over_time
from documents.writing.said import (
    ACTORS,
    CHANNELS,
    KIND_NAMES,
    METHODS,
    PHASES,
    RULES,
    VERDICTS,
    cancelled_said,
    counted_said,
    day_in_table,
    day_said,
    headcount_said,
    hours_said,
    said_in,
)
from documents.writing.word import SMALLEST, Aside, Column, Entry, WordPaper, told
from participation.comments.model import Verdict
from participation.consultations.model import Phase
from participation.meetings.present import Actor, Headcount
from participation.messages import Media
from participation.paperwork.meetings import MeetingNote
from participation.paperwork.record import CommentRow, ConsultationReport, GroupReason, settled
from participation.paperwork.yearly import Recommendation
from participation.words import is_blank, quote

TITLE: Final = "Raporti i konsultimit publik"
QUOTED: Final = 600
"""How much of a comment the report repeats; the table of comments has all of it."""
NO_THEME: Final = "pa temë"
FEW: Final = 4
"""So many numbers name a group that has no theme."""

MEETING_COLUMNS: Final = (
    Column("Data", 0.9),
    Column("Ora", 0.9),
    Column("Vendi", 1.6),
    Column("Tema", 1.6),
    Column("Të pranishëm", 0.9),
    Column("Organizata", 1.8),
)
DECISION_COLUMNS: Final = (
    Column("Nr.", 1.1),
    Column("Data", 0.9),
    Column("Tema dhe neni", 1.1),
    Column("Komenti", 3),
    Column("Vendimi", 1),
    Column("Arsyet", 2.4),
)


def report_paper(report: ConsultationReport, *, charts: bool = True, name: str = "raporti-i-konsultimit") -> Media:
    """The report as a Word file, as a rule with its charts; it names nobody who commented."""
    paper = WordPaper(report.letterhead, TITLE.upper(), subject=report.title)
    paper.heading("1. Të dhëna të përgjithshme")
    paper.fields(_general(report))
    paper.heading("2. Afatet dhe zgjatjet e tyre")
    _deadlines(paper, report)
    paper.heading("3. Takimet publike")
    _meetings(paper, report, charts=charts)
    paper.heading("4. Pjesëmarrësit sipas llojit")
    _participants(paper, report)
    paper.heading("5. Komentet dhe rekomandimet e marra")
    paper.table((Column("Komentet", 3), Column("Numri")), _totals(report))
    _counts(paper, report, charts=charts)
    if report.comments:
        paper.turn(wide=True)
    paper.heading("6. Vendimet dhe arsyet")
    _decisions(paper, report)
    if report.comments:
        paper.turn(wide=False)
    paper.heading("7. Rregulla të kapërcyera me vendim")
    _overridden(paper, report)
    paper.heading("8. Publikimi dhe akti i miratuar")
    paper.fields(_outcome(report))
    return paper.file(name)


def report_charts(report: ConsultationReport) -> tuple[Media, ...]:
    """Who came to the meetings, and comments over time, by theme, by channel and by decision; none without counts."""
    attendance = attendance_chart(report)
    return (*([attendance] if attendance else []), *comment_charts(report))


def attendance_chart(report: ConsultationReport) -> Media | None:
    """How many came to each meeting, as far as they were counted."""
    counted = [(it, it.present) for it in report.meetings if it.present is not None]
    rows = [(f"{day_in_table(meeting.day)} {meeting.place}", present.number) for meeting, present in counted]
    words = [headcount_said(present) for _, present in counted]
    return bars("Pjesëmarrja në takime", rows, name="pjesemarrja", words=words) if rows else None


def comment_charts(report: ConsultationReport) -> tuple[Media, ...]:
    """Comments over time, by theme, by channel and by decision; none, where nobody commented."""
    if not report.comments:
        return ()
    themes = [(theme or NO_THEME, count) for theme, count in report.by_theme().items()]
    channels = [(CHANNELS[channel], count) for channel, count in report.by_channel().items()]
    verdicts = [(VERDICTS[verdict], count) for verdict, count in report.by_verdict().items()]
    return (
        over_time("Komentet sipas ditëve", report.by_day(), said=day_in_table, name="sipas-diteve"),
        bars("Komentet sipas temave", themes, name="sipas-temave"),
        bars("Komentet sipas kanalit", channels, name="sipas-kanalit"),
        bars("Komentet sipas vendimit", verdicts, name="sipas-vendimit"),
    )


def _general(report: ConsultationReport) -> Iterable[tuple[str, Entry]]:
    yield "Lloji i konsultimit", KIND_NAMES[report.kind]
    yield "Qëllimi", told(report.purpose, "nuk është shënuar")
    yield "Gjendja", PHASES[report.phase] if report.cancelled is None else cancelled_said(report.cancelled)
    used = [METHODS[method] for method in report.methods]
    offered = [f"{METHODS[method]} (u ofrua, nuk u përdor)" for method in report.offered]
    yield "Metodat e konsultimit", "\n".join((*used, *offered))
    yield "Regjistri elektronik (RENJK)", told(report.register_url, "nuk është shënuar asnjë lidhje")


def _deadlines(paper: WordPaper, report: ConsultationReport) -> None:
    paper.paragraph(f"Konsultimi u hap më {day_said(report.opened_on)}. {time_for_comments(report)}")
    if not report.prolonged:
        if report.deadline is not None:
            paper.paragraph("Afati nuk u zgjat.")
        return
    columns = (Column("Afati i parë"), Column("Afati i ri"), Column("Vendosur më"), Column("Arsyeja", 3))
    paper.table(
        columns,
        (
            (day_in_table(it.was), day_in_table(it.until), day_in_table(it.decided_on), it.reason)
            for it in report.prolonged
        ),
    )


def time_for_comments(report: ConsultationReport) -> str:
    """Until when comments were awaited, or are; a notice without a deadline says none, and neither do we."""
    deadline, gone, summed_up = report.deadline, report.cancelled, report.summarised_on
    if deadline is None:
        return f"Njoftimi nuk cakton afat për komente. {_without_deadline(report)}"
    if gone is not None and gone.day <= deadline:
        return f"Afati për komente ishte {day_said(deadline)}; komentet u pritën deri më {day_said(gone.day)}."
    if summed_up is not None and summed_up < deadline:
        return f"Afati për komente ishte {day_said(deadline)}; komentet u pritën deri më {day_said(summed_up)}."
    verb = "priten" if report.letterhead.day <= deadline else "u pritën"
    return f"Komentet {verb} deri më {day_said(deadline)}."


def _without_deadline(report: ConsultationReport) -> str:
    ended = report.cancelled.day if report.cancelled else report.summarised_on
    if ended is not None:
        return f"Komentet u pritën deri më {day_said(ended)}."
    return "Komentet priten ende." if report.phase in {Phase.OPEN, Phase.REVIEW} else ""


def _meetings(paper: WordPaper, report: ConsultationReport, *, charts: bool) -> None:
    if not report.meetings:
        paper.paragraph("Nuk u mbajt asnjë takim publik.", aside=True)
        return
    paper.table(MEETING_COLUMNS, (meeting_row(meeting) for meeting in report.meetings))
    number = len(report.meetings)
    paper.paragraph(f"Takime gjithsej: {number}. Të pranishëm gjithsej: {counted_said(report.present)}.")
    attendance = attendance_chart(report)
    if charts and attendance is not None:
        _draw(paper, attendance)


def meeting_row(meeting: MeetingNote) -> Sequence[Entry]:
    """A meeting as a row of a table: day, hours, place, theme, how many came, and who they were."""
    hours: Entry = Aside("pa orë") if meeting.begins is None else hours_said(meeting.begins, meeting.ends)
    present: Entry = Aside(headcount_said(None)) if meeting.present is None else headcount_said(meeting.present)
    organisations = "\n".join(meeting.organisations)
    return day_in_table(meeting.day), hours, meeting.place, meeting.theme, present, organisations


def _participants(paper: WordPaper, report: ConsultationReport) -> None:
    rows = [
        (ACTORS[kind], _number(report.participants[kind])) for kind in (*Actor, None) if kind in report.participants
    ]
    nothing = "Nuk u mblodhën të dhëna për llojin e pjesëmarrësve."
    paper.table((Column("Lloji", 3), Column("Numri")), rows, nothing=nothing)


def _number(count: Headcount) -> Entry:
    """Set to the right as a count, unless it is an estimate."""
    return headcount_said(count) if count.about else count.number


def _totals(report: ConsultationReport) -> Iterable[Sequence[Entry]]:
    received, late = len(report.comments), len(report.late)
    yield "Të marra gjithsej", received
    if report.deadline is not None:
        yield "prej tyre brenda afatit", received - late
        yield "prej tyre pas afatit", late
    yield "të bashkuara me një koment të ngjashëm", len(report.joined)
    yield "ende pa vendim", len(report.undecided)


def _counts(paper: WordPaper, report: ConsultationReport, *, charts: bool) -> None:
    if not report.comments:
        paper.paragraph("Nuk u mor asnjë koment.", aside=True)
        return
    tables = (
        ("Sipas kanalit", [(CHANNELS[channel], count) for channel, count in report.by_channel().items()]),
        ("Sipas temës", [(theme or NO_THEME, count) for theme, count in report.by_theme().items()]),
        ("Sipas vendimit", [(VERDICTS[verdict], count) for verdict, count in report.by_verdict().items()]),
    )
    for heading, rows in tables:
        paper.table((Column(heading, 3), Column("Numri")), rows)
    for chart in comment_charts(report) if charts else ():
        _draw(paper, chart)


def _draw(paper: WordPaper, chart: Media) -> None:
    """The numbers stand in tables beside it: its name is enough for those who do not see it."""
    paper.picture(chart.content or b"", described=f"Grafik: {(chart.name or '').partition('.')[0]}", width=11.5)


def _decisions(paper: WordPaper, report: ConsultationReport) -> None:
    if report.groups:
        paper.heading("Arsye të përbashkëta për grupe komentesh", 2)
        columns = (Column("Grupi", 1.5), Column("Komentet", 1.5), Column("Vendimi"), Column("Arsyet", 3))
        groups = (
            (told(it.subject, NO_THEME), ", ".join(it.numbers), VERDICTS[it.verdict], it.reason) for it in report.groups
        )
        paper.table(columns, groups)
    if not report.comments:
        paper.paragraph("Nuk u mor asnjë koment.", aside=True)
        return
    paper.heading("Vendimi për secilin koment", 2)
    grouped = {number: group for group in report.groups for number in group.numbers}
    rows = settled(report.comments, report.groups)
    shared = [(row, grouped.get(row.joined_to or row.number)) for row in rows]
    paper.table(DECISION_COLUMNS, (_decision(row, group) for row, group in shared), size=SMALLEST)


def _decision(row: CommentRow, group: GroupReason | None) -> Sequence[Entry]:
    about = "\n".join(filter(None, (row.theme, row.article)))
    day = f"{day_in_table(row.day)}\npas afatit" if row.late else day_in_table(row.day)
    verdict = VERDICTS[row.verdict]
    said = f"{verdict}\n(i bashkuar me {row.joined_to})" if row.joined_to else verdict
    shared = group is not None and row.reason == group.reason and not is_blank(row.reason)
    reasons = Aside(_shared(group)) if group is not None and shared else why(row)
    return row.number, day, about, quote(said_in(row), QUOTED), said, reasons


def _shared(group: GroupReason) -> str:
    """Where the reason for several stands: under their theme, or under their numbers."""
    if not is_blank(group.subject):
        return f"shih arsyet e grupit “{quote(group.subject, 80)}”"
    numbers = ", ".join(group.numbers[:FEW])
    more = len(group.numbers) - FEW
    return f"shih arsyen e përbashkët për {numbers}" + (f" dhe {more} të tjera" if more > 0 else "")


def why(row: CommentRow | Recommendation) -> Entry:
    """The reason, or why there is none; only full acceptance needs none."""
    if not is_blank(row.reason):
        return row.reason
    match row.verdict:
        case None:
            return Aside("pret vendim")
        case Verdict.ACCEPTED:
            return Aside("nuk nevojiten")
        case _:
            return Aside("arsyet mungojnë")


def _overridden(paper: WordPaper, report: ConsultationReport) -> None:
    if not report.overridden:
        paper.paragraph("Asnjë rregull nuk u kapërcye.")
        return
    rows = ((RULES.get(it.rule, it.rule), day_in_table(it.day), it.reason) for it in report.overridden)
    paper.table((Column("Rregulli", 2), Column("Data"), Column("Arsyeja", 3)), rows)


def _outcome(report: ConsultationReport) -> Iterable[tuple[str, Entry]]:
    if report.cancelled is not None:
        yield "Konsultimi", cancelled_said(report.cancelled)
        return
    published = Aside("ende e papublikuar") if report.summarised_on is None else day_said(report.summarised_on)
    yield "Përmbledhja u publikua më", published
    if report.summarised_on is not None:
        yield "Lexohet te", report.link
    if report.act is None:
        yield "Akti i miratuar", Aside("akti nuk është miratuar ende")
        return
    yield "Akti i miratuar", report.act.title
    yield "Numri i aktit", told(report.act.number, "nuk është shënuar")
    yield "Data e miratimit", Aside("nuk është shënuar") if report.act.day is None else day_said(report.act.day)
    yield "Lidhja", told(report.act.link, "nuk është shënuar asnjë lidhje")
