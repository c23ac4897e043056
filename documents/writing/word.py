"""Official papers as Word files (DOCX), on A4, in Albanian.

The same values always give the same bytes, and a file tells nothing of the machine that wrote it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGNED
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from documents.writing.elements import HEAD, Cell, cell, field, hold, is_short, row, run, table
from documents.writing.lines import lines_of, one_line
from documents.writing.said import BLANK, day_said
from participation.messages import Media, MediaKind
from participation.paperwork.letterhead import Letterhead, Signatory
from participation.words import is_blank, quote

FONT: Final = "Times New Roman"
BODY: Final = 11.0
SMALL: Final = 9.5
SMALLEST: Final = 8.5
SHORT_SIDE: Final = Cm(21)
LONG_SIDE: Final = Cm(29.7)
MARGIN: Final = Cm(2)
LONGEST_TITLE: Final = 300
FILE_TITLE: Final = 200
"""How much of a title a file tells of itself; more than 255 letters it may not."""
EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file knows: each part gets it."""
DROPPED: Final = ("/thumbnail", "/extended-properties", "/customXml", "/stylesWithEffects")
"""What the model of the library brings along and no paper of ours needs."""


@dataclass(frozen=True)
class Column:
    """A column: what stands above it, and how wide it is beside the others."""

    title: str
    share: float = 1


@dataclass(frozen=True)
class Aside:
    """What we say in a cell where nobody has said anything."""

    words: str


Entry = Cell | Aside


def blank(letterhead: Letterhead, title: str, *, wide: bool = False) -> Paper:
    """An empty paper that knows who writes and what it is called."""
    paper: Paper = Document()
    _prepare(paper, letterhead, one_line(title))
    _lay(paper.sections[0], wide=wide)
    return paper


def file_of(paper: Paper, name: str) -> Media:
    """A finished paper as a file."""
    content = _packed(paper)
    return Media(MediaKind.DOCUMENT, name=f"{name}.docx", size=len(content), content=content)


def told(text: str, reason: str) -> Entry:
    """What somebody said, or why there is nothing to be seen."""
    return Aside(reason) if is_blank(text) else text


class WordPaper:
    """A paper, written from the top."""

    def __init__(self, letterhead: Letterhead, title: str, *, subject: str = "", wide: bool = False) -> None:
        self._paper = blank(letterhead, f"{title} {subject}", wide=wide)
        self._letterhead = letterhead
        self._number_pages()
        self._head(title, subject)

    def heading(self, text: str, level: int = 1) -> None:
        """A heading, which is never the last line of a page."""
        self._paper.add_heading(one_line(text), level)

    def paragraph(self, text: str, *, bold: bool = False, aside: bool = False) -> None:
        """Words, a paragraph for each of their lines."""
        for line in lines_of(text):
            made = self._paper.add_paragraph()
            made._p.append(run(line, bold=bold, italic=aside, grey=aside))
            if len(line) > 100:
                made.alignment = ALIGNED.JUSTIFY

    def bullets(self, items: Iterable[str], *, nothing: str) -> None:
        """A list, or the sentence that there is nothing to list."""
        listed = [item for item in items if not is_blank(item)]
        for item in listed:
            made = self._paper.add_paragraph(style="List Bullet")
            made._p.append(run(one_line(item)))
        if not listed:
            self.paragraph(nothing, aside=True)

    def fields(self, pairs: Iterable[tuple[str, Entry]]) -> None:
        """What a form asks, and the answers."""
        width = self._width()
        left = round(width * 0.3)
        rows = [
            row([_cell(name, left, BODY, bold=True, fill=HEAD), _cell(value, width - left, BODY)], whole=True)
            for name, value in pairs
        ]
        self._add(table([left, width - left], rows))

    def box(self, text: str, *, nothing: str) -> None:
        """An answer in words, in a frame."""
        width = self._width()
        self._add(table([width], [row([_cell(told(text, nothing), width, BODY)], whole=is_short([text]))]))

    def table(
        self, columns: Sequence[Column], rows: Iterable[Sequence[Entry]], *, size: float = SMALL, nothing: str = ""
    ) -> None:
        """A table whose head stands again on each page; without rows, the sentence that there are none."""
        entries = [tuple(row) for row in rows]
        if nothing and not entries:
            self.paragraph(nothing, aside=True)
            return
        whole, shares = self._width(), sum(column.share for column in columns)
        widths = [int(whole * column.share / shares) for column in columns]
        counted = [any(isinstance(line[number], int) for line in entries) for number in range(len(columns))]
        head = [
            _cell(column.title, width, size, bold=True, fill=HEAD, align="right" if counts else "")
            for column, width, counts in zip(columns, widths, counted, strict=True)
        ]
        lines = [
            row(
                [_cell(entry, width, size) for entry, width in zip(line, widths, strict=True)],
                whole=is_short(entry for entry in line if not isinstance(entry, Aside)),
            )
            for line in entries
        ]
        made = table(widths, [row(head, head=True), *lines])
        # A head alone at the foot of a page would be a table without rows.
        hold(made.tr_lst[0].xpath(".//w:p"))
        self._add(made)

    def picture(self, content: bytes, *, described: str, width: float = 12.5) -> None:
        """A picture, with the words for those who do not see it."""
        made = self._paper.add_paragraph()
        made.alignment = ALIGNED.CENTER
        drawn = made.add_run().add_picture(BytesIO(content), width=Cm(width))
        drawn._inline.docPr.set("descr", one_line(described))

    def turn(self, *, wide: bool) -> None:
        """Go on on a new page, lying or upright."""
        _lay(self._paper.add_section(WD_SECTION.NEW_PAGE), wide=wide)

    def sign(self, who: Signatory) -> None:
        """The place for the signature, which does not stand alone on a page."""
        width = round(self._width() * 0.45)
        free = self._width() - width
        self._hold_last()
        self._add(table([free, width], [row([cell("", free, size=BODY), _place(who, width)])], borders=False))

    def _hold_last(self) -> None:
        """Keep what was written last on the page of what comes next."""
        last = self._paper.element.body.xpath("./*[not(self::w:sectPr)][last()]")[0]
        hold([last])
        Paragraph(last, self._paper).paragraph_format.space_after = Pt(16)
        before = last.getprevious()
        if before is not None and before.tag == qn("w:tbl"):
            hold(before.tr_lst[-1].xpath(".//w:p"))

    def file(self, name: str) -> Media:
        """The finished file."""
        return file_of(self._paper, name)

    def _head(self, title: str, subject: str) -> None:
        head = self._letterhead
        for line in ("Republika e Shqipërisë", head.institution):
            self._centred(one_line(line).upper(), bold=True)
        self._numbered()
        self._centred(title, bold=True, size=14, above=14, heading=True)
        if is_blank(subject):
            return
        # A title may be a whole page of words: only a short one is set as one.
        words = one_line(subject)
        if len(words) <= LONGEST_TITLE:
            self._centred(words, bold=True, size=12, below=14)
        else:
            self.paragraph(words)

    def _numbered(self) -> None:
        head, width = self._letterhead, self._width()
        number = one_line(head.protocol) or "_" * 10
        place = f"{one_line(head.place)}, më {day_said(head.day)}" if not is_blank(head.place) else day_said(head.day)
        cells = [_cell(f"Nr. {number} Prot.", width // 2, BODY), _cell(place, width // 2, BODY, align="right")]
        self._add(table([width // 2, width // 2], [row(cells)], borders=False))

    def _centred(
        self, text: str, *, bold: bool, size: float = BODY, above: float = 0, below: float = 2, heading: bool = False
    ) -> None:
        made = self._paper.add_paragraph(style="Title" if heading else None)
        made.alignment = ALIGNED.CENTER
        made.paragraph_format.space_before, made.paragraph_format.space_after = Pt(above), Pt(below)
        made._p.append(run(text, bold=bold, size=size))

    def _number_pages(self) -> None:
        made: Paragraph = self._paper.sections[0].footer.paragraphs[0]
        made.alignment = ALIGNED.CENTER
        for part in (run("Faqja ", size=9), field("PAGE", size=9), run(" nga ", size=9), field("NUMPAGES", size=9)):
            made._p.append(part)

    def _width(self) -> int:
        section = self._paper.sections[-1]
        return round((int(section.page_width or 0) - 2 * MARGIN) / 635)

    def _add(self, made: Any) -> None:
        """Before the section's own properties, and with room beneath: two tables that touch become one."""
        body = self._paper.element.body
        body.insert_element_before(made, "w:sectPr")
        after = self._paper.add_paragraph()
        after.paragraph_format.space_after = Pt(4)
        after.paragraph_format.line_spacing = Pt(6)


def _cell(entry: Entry, width: int, size: float, *, bold: bool = False, fill: str = "", align: str = "") -> Any:
    words = entry.words if isinstance(entry, Aside) else entry
    text = words if isinstance(words, int) or not is_blank(words) else BLANK
    return cell(
        text,
        width,
        size=size,
        bold=bold,
        fill=fill,
        aside=isinstance(entry, Aside),
        align=align or ("right" if isinstance(words, int) else ""),
    )


def _place(who: Signatory, width: int) -> Any:
    """Where one person signs: the office, the name, the line."""
    lines = [one_line(who.office).upper(), one_line(who.name), "", "_" * 28]
    place = _cell("\n".join(lines), width, BODY, align="center")
    for words in place.xpath(".//w:p/w:r")[:1]:
        words.get_or_add_rPr().get_or_add_b()
    return place


def _lay(section: Section, *, wide: bool) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (LONG_SIDE, SHORT_SIDE) if wide else (SHORT_SIDE, LONG_SIDE)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN


LOOKS: Final = {"Normal": (BODY, 0, 6), "Title": (14, 14, 6), "Heading 1": (12, 12, 5), "Heading 2": (11, 8, 3)}
"""Size, and the room above and below."""


def _prepare(paper: Paper, letterhead: Letterhead, title: str) -> None:
    for name, (size, above, below) in LOOKS.items():
        style: Any = paper.styles[name]
        for old in style.element.xpath("./w:pPr/w:pBdr | ./w:rPr/w:rFonts | ./w:rPr/w:kern | ./w:rPr/w:spacing"):
            old.getparent().remove(old)
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), RGBColor(0, 0, 0)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(below)
        style.paragraph_format.line_spacing = 1.08
    for language in paper.styles.element.xpath("./w:docDefaults//w:lang"):
        language.set(qn("w:val"), "sq-AL")
    for settings, value in (("w:decimalSymbol", ","), ("w:listSeparator", ";")):
        for found in paper.settings.element.xpath(f"./{settings}"):
            found.set(qn("w:val"), value)
    made_on = datetime.combine(letterhead.day, time(0))
    properties = paper.core_properties
    properties.title, properties.author = quote(title, FILE_TITLE), quote(one_line(letterhead.institution), FILE_TITLE)
    properties.created = properties.modified = made_on
    properties.language, properties.comments, properties.last_modified_by = "sq-AL", "", ""
    properties.keywords, properties.revision = "", 1
    for part in (paper.part.package, paper.part):
        for number, relation in list(part.rels.items()):
            if relation.reltype.endswith(DROPPED):
                del part.rels[number]


def _packed(paper: Paper) -> bytes:
    """The file with the same hour for all of its parts."""
    made, out = BytesIO(), BytesIO()
    paper.save(made)
    with ZipFile(made) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for part in before.infolist():
            after.writestr(ZipInfo(part.filename, EPOCH), before.read(part), ZIP_DEFLATED)
    return out.getvalue()


def tick(ticked: bool, words: str = "") -> str:
    """A box, ticked or not, and what it stands for."""
    return f"{'☒' if ticked else '☐'} {words}".strip()
