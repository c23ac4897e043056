"""The consultation plan with its matrix, under the headings of the government's form."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from documents.writing.lines import one_line
from documents.writing.said import (
    FRAME,
    KINDS,
    LATER,
    MISSING,
    NOT_SAID,
    PROPOSED,
    QUALITIES,
    QUALITY_TOOLS,
    QUANTITIES,
    QUANTITY_TOOLS,
    UNDATED,
    counted_said,
    day_in_table,
    headcount_said,
    joined,
)
from documents.writing.word import Aside, Column, Entry, WordPaper, tick, told
from participation.consultations.model import Kind
from participation.meetings.present import Headcount
from participation.messages import Media
from participation.paperwork.letterhead import Letterhead
from participation.paperwork.matrix import FrameLine, Marks, Matrix, Missing, QualityLine, QuantityLine, Suits
from participation.paperwork.meetings import Counted
from participation.paperwork.plan import ConsultationPlan, Monitoring, Quality, QualityTool, Quantity, QuantityTool

TITLE: Final = "Përgatitja e planit të konsultimit"
NAME: Final = "1. Emri i ligjit/politikës të propozuar"
AUDIENCE: Final = (
    "Audienca e synuar, lloji i konsultimeve (paraprake/konsultime për projekt-ligjet), "
    "metodat e konsultimit, kanali i komunikimit për shkëmbimin e informacionit"
)
TIMETABLE: Final = "2. Afati kohor i aktiviteteve të konsultimit (nga fillimi deri në raportim)"
RESOURCES: Final = "3. Burimet e nevojshme"
COLLECTION: Final = "4. Mbledhja e përgjigjeve"
MONITORING: Final = "5. Monitorimi i procesit"
QUANTITATIVE: Final = "Treguesit sasiorë"
QUALITATIVE: Final = "Treguesit cilësorë"
TOOLS: Final = "Mjetet për matjen e treguesve"
HUMAN: Final = "Burime njerëzore të nevojshme"
FINANCIAL: Final = "Burime financiare të nevojshme"
EQUIPMENT: Final = "Pajisje të nevojshme"

AUDIENCE_COLUMNS: Final = (
    Column("Audienca e synuar", 1.1),
    Column("Lloji i konsultimeve: (1) konsultime paraprake, (2) konsultime për projekt-ligjin/dokumentin"),
    Column("Metodat e konsultimit (e-konsultimi, takimet publike, etj.)", 1.2),
    Column("Kanali i komunikimit për shkëmbimin e informacionit dhe ftesave (e-mail, rrjetet sociale, etj.)", 1.3),
)
TIMETABLE_COLUMNS: Final = (
    Column("Data", 0.8),
    Column("Vendi", 0.9),
    Column("Aktiviteti", 2),
    Column("Organizatat pjesëmarrëse", 1.5),
)
FRAME_COLUMNS: Final = (
    Column("Korniza e procesit", 2),
    Column("Përshtatshmëria", 1.2),
    Column("Masat për përmirësime (deklaroni si do të përmirësoni procesin e pjesëmarrjes)", 2),
)
QUANTITY_COLUMNS: Final = (
    Column("Treguesit sasiorë (deklaroni treguesit për monitorim)", 1.4),
    Column("Vlerat e planifikuara (deklaroni vlerën e planifikuar)", 1.2),
    Column("Vlerat e arritura (deklaroni vlerën e arritur)", 1.2),
    Column("Përshtatshmëria", 1.2),
    Column("Masat për përmirësime (deklaroni si do të përmirësoni performancën)", 1.6),
)
QUALITY_COLUMNS: Final = (
    Column("Treguesit cilësorë (zgjidhni treguesit cilësorë)", 1.4),
    Column("Gjetjet (deklaroni gjetjet)", 2),
    Column("Masat për përmirësime (deklaroni si do të përmirësoni performancën)", 2),
)


def plan_paper(
    plan: ConsultationPlan, letterhead: Letterhead, *, filled: Matrix | None = None, name: str = "plani-i-konsultimit"
) -> Media:
    """The plan as a Word file: before the consultation, or with its matrix filled in."""
    paper = WordPaper(letterhead, TITLE.upper())
    paper.heading(NAME)
    paper.box(plan.name, nothing=NOT_SAID)
    paper.heading(AUDIENCE, 2)
    paper.table(AUDIENCE_COLUMNS, _audience(plan))
    paper.heading(TIMETABLE)
    paper.table(TIMETABLE_COLUMNS, _timetable(plan))
    paper.heading(RESOURCES)
    needed = plan.resources
    pairs = ((HUMAN, needed.human), (FINANCIAL, needed.financial), (EQUIPMENT, needed.equipment))
    paper.fields((heading, told(text, NOT_SAID)) for heading, text in pairs)
    paper.heading(COLLECTION)
    paper.box(plan.collection, nothing=NOT_SAID)
    paper.turn(wide=True)
    _monitoring(paper, plan.monitoring, filled)
    return paper.file(name)


def _audience(plan: ConsultationPlan) -> Iterable[Sequence[Entry]]:
    for row in plan.audience:
        kinds = joined([KINDS[kind] for kind in Kind if kind in row.kinds])
        yield row.audience, *(told(text, NOT_SAID) for text in (kinds, row.methods, row.channel))
    if not plan.audience:
        yield (Aside(NOT_SAID),) * 4


def _timetable(plan: ConsultationPlan) -> Iterable[Sequence[Entry]]:
    for activity in plan.activities:
        day = Aside(UNDATED) if activity.day is None else day_in_table(activity.day)
        organisations = "\n".join(map(one_line, activity.organisations))
        yield day, *(told(text, NOT_SAID) for text in (activity.place, activity.text, organisations))
    if not plan.activities:
        yield (Aside(NOT_SAID),) * 4


def _monitoring(paper: WordPaper, planned: Monitoring, filled: Matrix | None) -> None:
    lines = filled or before(planned)
    later = MISSING if filled else dict.fromkeys(Missing, LATER) | {Missing.NOT_PLANNED: MISSING[Missing.NOT_PLANNED]}

    def said(value: str | Marks | Headcount | Counted | Missing) -> Entry:
        match value:
            case Missing():
                return Aside(later[value])
            case Headcount():
                return headcount_said(value)
            case Counted():
                return counted_said(value)
            case Marks():
                return Aside(_marks_said(value))
            case _:
                return value

    paper.heading(MONITORING)
    paper.table(FRAME_COLUMNS, (_frame(line, said) for line in lines.frame))
    paper.heading(QUANTITATIVE, 2)
    paper.table(QUANTITY_COLUMNS, (_quantity(line, said) for line in lines.quantities))
    paper.fields([(TOOLS, _quantity_tools(planned))])
    paper.heading(QUALITATIVE, 2)
    paper.table(QUALITY_COLUMNS, (_quality(line, said) for line in lines.qualities))
    paper.fields([(TOOLS, _quality_tools(planned))])


Said = Callable[[str | Marks | Headcount | Counted | Missing], Entry]


def _frame(line: FrameLine, said: Said) -> Sequence[Entry]:
    return FRAME[line.question], _suits(line.suits, line.proposed, said), said(line.measures)


def _quantity(line: QuantityLine, said: Said) -> Sequence[Entry]:
    row = line.row
    what = _named(QUANTITIES[row.indicator], row.label, asks=row.indicator is Quantity.OTHER)
    values = said(line.planned), said(line.achieved), _suits(line.suits, line.proposed, said)
    return tick(row.chosen, what), *values, said(line.measures)


def _quality(line: QualityLine, said: Said) -> Sequence[Entry]:
    row = line.row
    what = _named(QUALITIES[row.indicator], row.label, asks=row.indicator is Quality.OBJECTIVES)
    measures = line.measures
    proposal = Aside(MEASURES) if isinstance(measures, Marks) else said(measures)
    return tick(row.chosen, what), said(line.findings), proposal


def _suits(suits: Suits, proposed: bool, said: Said) -> str:
    """Both boxes; below them why neither is ticked, or that we only propose it."""
    boxes = f"{tick(suits is True, 'po')}   {tick(suits is False, 'jo')}"
    if isinstance(suits, Missing):
        entry = said(suits)
        return f"{boxes}\n{entry.words if isinstance(entry, Aside) else entry}"
    return f"{boxes} {PROPOSED}" if proposed else boxes


def before(planned: Monitoring) -> Matrix:
    """The matrix while the consultation is only planned."""
    return Matrix(
        planned,
        frame=tuple(
            FrameLine(row.question, _said(row.suits), False, row.measures or Missing.NOT_WRITTEN)
            for row in planned.frame
        ),
        quantities=tuple(
            QuantityLine(
                row,
                row.planned or Missing.NOT_PLANNED,
                row.achieved or Missing.NOT_COLLECTED,
                _said(row.suits),
                False,
                row.measures or Missing.NOT_WRITTEN,
            )
            for row in planned.quantities
        ),
        qualities=tuple(
            QualityLine(row, row.findings or Missing.NOT_WRITTEN, row.measures or Missing.NOT_WRITTEN)
            for row in planned.qualities
        ),
    )


def _said(suits: bool | None) -> Suits:
    return Missing.UNDER_WAY if suits is None else suits


def _quantity_tools(planned: Monitoring) -> str:
    return "\n".join(
        tick(tool in planned.quantity_tools, _named(QUANTITY_TOOLS[tool], planned.other_quantity_tool, asks=asks))
        for tool in QuantityTool
        for asks in [tool is QuantityTool.OTHER]
    )


def _quality_tools(planned: Monitoring) -> str:
    return "\n".join(
        tick(tool in planned.quality_tools, _named(QUALITY_TOOLS[tool], planned.other_quality_tool, asks=asks))
        for tool in QualityTool
        for asks in [tool is QualityTool.OTHER]
    )


def _named(what: str, label: str, *, asks: bool) -> str:
    """What a box stands for; the last one of a list asks for words."""
    return f"{what}: {one_line(label)}".strip() if asks else what


def _marks_said(marks: Marks) -> str:
    mean = f"{marks.mean:.1f}".replace(".", ",")
    return f"Nota mesatare {mean} nga 4; përgjigje: {marks.answers} {PROPOSED}"


MEASURES: Final = f"Të shqyrtohen vërejtjet: të paktën një e treta e përgjigjeve ishin 1 ose 2 {PROPOSED}"
"""How many exactly is not said: of few people it would tell who."""
