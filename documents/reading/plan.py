"""Reading a consultation plan that somebody filled in: the government's form, as a Word file or as pasted text."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Final

from documents.opening.file import is_text
from documents.opening.lines import MOST_LETTERS, MOST_LINES, Line
from documents.opening.packed import is_packed
from documents.opening.plain import decoded
from documents.opening.word import word_lines
from documents.reading.matrix import read_monitoring
from documents.reading.text import fold
from documents.reading.timetable import read_timetable
from documents.writing.lines import plain
from documents.writing.said import ASIDES
from participation.consultations.model import Kind
from participation.paperwork.plan import AudienceRow, ConsultationPlan, Resources
from participation.paperwork.reading import LARGEST_PLAN, PlanDoubt, PlanDoubtKind, PlanReading
from participation.unread import Unread, UnreadFileError

FEWEST: Final = 3
"""So many of its headings must be there, or it is no plan."""
LONGEST_HEADING: Final = 250


class Section(StrEnum):
    """The parts of the form."""

    NAME = "name"
    AUDIENCE = "audience"
    TIMETABLE = "timetable"
    RESOURCES = "resources"
    COLLECTION = "collection"
    MONITORING = "monitoring"


_HEADINGS: Final = {
    Section.NAME: r"(?:emri|titulli) i (?:ligjit|politik|akt|projekt|dokument)\w*[^:\n]{0,60}",
    Section.AUDIENCE: r"audienca e synuar[^:\n]{0,220}",
    Section.TIMETABLE: r"afati kohor\b[^:\n]{0,90}",
    Section.RESOURCES: r"burimet e nevojshme",
    Section.COLLECTION: r"mbledhja e pergjigjeve",
    Section.MONITORING: r"monitorimi i procesit",
}
_HEADING: Final = {
    section: re.compile(rf"\W{{0,3}}(?:\d\W{{1,3}})?{words}\W{{0,3}}(?:$|:)") for section, words in _HEADINGS.items()
}
_BULLET: Final = re.compile(r"^\s*(?:[-–•·o*▪]\s+|[-–•·▪])")
_INSTRUCTION: Final = re.compile(r"\W{0,3}pershkruani\b")
_RESOURCE: Final = (
    ("human", re.compile(r"\W{0,4}burime\w* njerezore[^:\n]{0,40}\W{0,3}(?:$|:)")),
    ("financial", re.compile(r"\W{0,4}burime\w* financiare[^:\n]{0,40}\W{0,3}(?:$|:)")),
    ("equipment", re.compile(r"\W{0,4}pajisje\w*(?: te nevojshme)?\W{0,4}(?:$|:)")),
)
_TICKED_BOX: Final = re.compile(r"<input\b[^<>]{0,80}\bchecked\b[^<>]{0,80}>|\[x\]", re.IGNORECASE)
_BOX: Final = re.compile(r"<input\b[^<>]{0,80}checkbox[^<>]{0,80}>|\[ \]", re.IGNORECASE)
_MARKUP: Final = re.compile(r"</?(?:i|b|em|strong|u)>|(?<!\w)\*{1,2}(?=\S)|(?<=\S)\*{1,2}(?!\w)")


def read_plan_file(content: bytes) -> PlanReading | Unread:
    """Read a file that somebody sent; whatever it is, there is an answer and never an error."""
    if len(content) > LARGEST_PLAN:
        return Unread.TOO_LARGE
    if is_packed(content):
        try:
            return _read([line for line in word_lines(content) if any(line.cells)])
        except UnreadFileError as error:
            return error.why
    text = decoded(content) if is_text(content) else None
    return Unread.NOT_A_DOCUMENT if text is None else read_plan(text)


def read_plan(text: str) -> PlanReading | Unread:
    """Read a pasted text; tables come with tabs or pipes between their cells."""
    if len(text) > MOST_LETTERS or text.count("\n") > MOST_LINES:
        return Unread.TOO_LARGE
    return _read(tuple(_text_lines(text)))


def _text_lines(text: str) -> Iterator[Line]:
    marked = _BOX.sub("☐", _TICKED_BOX.sub("☒", text))
    table, was_row = 0, False
    for written in _MARKUP.sub("", marked).splitlines():
        row = written.strip("|") if written.count("|") >= 2 else written
        cells = tuple(cell.strip() for cell in re.split(r"[\t|]" if row != written else r"\t", row))
        if not any(cells):
            continue
        is_row = len(cells) > 1
        table += is_row and not was_row
        was_row = is_row
        yield Line(cells, table if is_row else None)


def _read(lines: Sequence[Line]) -> PlanReading | Unread:
    parts = _parts(lines)
    if len(parts) < FEWEST:
        # Some forms draw a frame around each of their headings.
        parts = _parts([Line(line.cells) if len(line.cells) == 1 else line for line in lines])
    return _reading(parts) if len(parts) >= FEWEST else Unread.SOMETHING_ELSE


def _parts(lines: Sequence[Line]) -> dict[Section, list[Line]]:
    parts: dict[Section, list[Line]] = {}
    for section, line in _sorted(lines):
        parts.setdefault(section, []).append(line)
    return parts


def _reading(parts: Mapping[Section, Sequence[Line]]) -> PlanReading:
    doubts: list[PlanDoubt] = []
    name = _told(parts.get(Section.NAME, ()))
    if not name:
        doubts.append(PlanDoubt(PlanDoubtKind.NO_NAME, ""))
    audience = tuple(_audience(parts.get(Section.AUDIENCE, ())))
    doubts += [PlanDoubt(PlanDoubtKind.NO_KIND, row.audience) for row in audience if not row.kinds]
    activities, of_days = read_timetable(_bare(parts.get(Section.TIMETABLE, ())))
    monitoring, of_ticks = read_monitoring(parts.get(Section.MONITORING, ()))
    plan = ConsultationPlan(
        name=name,
        audience=audience,
        activities=activities,
        resources=_resources(parts.get(Section.RESOURCES, ())),
        collection=_told(parts.get(Section.COLLECTION, ())),
        monitoring=monitoring,
    )
    return PlanReading(plan, (*doubts, *of_days, *of_ticks))


def _sorted(lines: Iterable[Line]) -> Iterator[tuple[Section, Line]]:
    """Each line with the part of the form in which it stands; what is above the first heading is in none."""
    here: Section | None = None
    left = list(Section)
    for line in lines:
        found = _heading(line, left)
        if found is None:
            if here is not None:
                yield here, line
            continue
        here, rest = found
        # A heading that comes again is somebody's words.
        left = left[left.index(here) + 1 :]
        yield here, Line((rest,))


def _heading(line: Line, among: Sequence[Section]) -> tuple[Section, str] | None:
    if line.table is not None:
        return None
    folded = fold(line.cells[0])
    for section in among:
        if match := _HEADING[section].match(folded[:LONGEST_HEADING]):
            return section, line.cells[0][match.end() :].strip()
    return None


def _bare(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines without the form's own instructions, and without the marks of a list."""
    for line in lines:
        if line.table is not None:
            yield line
        elif not _INSTRUCTION.match(fold(line.cells[0])):
            yield Line((_BULLET.sub("", line.cells[0]).strip(),))


def _told(lines: Iterable[Line]) -> str:
    """Free words: paragraphs, or what stands in a frame."""
    return _answer("\n".join(filter(None, ("\n".join(line.cells) for line in _bare(lines)))))


def _answer(text: str) -> str:
    """What somebody said, which is nothing where we said why there is nothing."""
    said = plain(text)
    return "" if said in ASIDES else said


def _audience(lines: Iterable[Line]) -> Iterator[AudienceRow]:
    rows = [line.cells for line in lines if line.table is not None]
    if rows and fold(rows[0][0]).strip().startswith("audienca"):
        rows = rows[1:]
    for row in _joined(rows, width=4):
        audience, kinds, methods, channel = map(_answer, row)
        if audience or methods or channel:
            yield AudienceRow(audience, _kinds(kinds), methods, channel)


def _joined(rows: Iterable[Sequence[str]], *, width: int) -> Iterator[list[str]]:
    """Rows of so many cells; one without a first cell goes on with the row above it, as after a new page."""
    kept: list[str] | None = None
    for row in rows:
        cells = [*row, *[""] * width][:width]
        if kept is not None and not cells[0].strip():
            kept = [f"{old} {more}".strip() for old, more in zip(kept, cells, strict=True)]
            continue
        if kept is not None:
            yield kept
        kept = cells
    if kept is not None:
        yield kept


def _kinds(text: str) -> tuple[Kind, ...]:
    folded = fold(text)
    tests: tuple[tuple[Kind, Callable[[], object]], ...] = (
        (Kind.PRIOR, lambda: re.search(r"\b1\b|paraprak", folded)),
        (Kind.DRAFT, lambda: re.search(r"\b2\b|projekt", folded)),
        (Kind.MEETING, lambda: re.search(r"\btakim publik", folded)),
        (Kind.SERIES, lambda: re.search(r"\btakime\b.{0,10}\bne disa vende", folded)),
    )
    return tuple(kind for kind, is_meant in tests if is_meant())


def _resources(lines: Iterable[Line]) -> Resources:
    found: dict[str, list[str]] = {name: [] for name, _ in _RESOURCE}
    here = ""
    for line in _bare(lines):
        which = _which(line.cells[0])
        if which:
            here, rest = which
            words = "\n".join(line.cells[1:]) if line.table is not None else rest
        else:
            words = "\n".join(line.cells)
        if here and words.strip():
            found[here].append(words)
    return replace(Resources(), **{name: _answer("\n".join(words)) for name, words in found.items()})


def _which(words: str) -> tuple[str, str] | None:
    folded = fold(words[:LONGEST_HEADING])
    for name, pattern in _RESOURCE:
        if match := pattern.match(folded):
            return name, words[match.end() :].strip()
    return None
