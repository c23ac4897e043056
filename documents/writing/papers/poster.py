"""A notice as one page for a wall: each part has its own height, so that it is one page whatever stands in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGNED
from docx.shared import Cm, Pt

from documents.writing.codes import link_picture
from documents.writing.elements import HEAD, cell, element, row, table
from documents.writing.fitting import Room, fitted
from documents.writing.lines import one_line
from documents.writing.said import INVITED, UNDATED
from documents.writing.word import blank, file_of
from locales.texts import texts_in
from participation.clock import local, local_day
from participation.meetings.model import Venue
from participation.messages import Media
from participation.paperwork.poster import MaySpeak, Poster, Ways
from participation.people.model import Language
from participation.words import is_blank

FONT: Final = "Arial"
"""Without serifs: it is read standing, and from afar."""
MARGIN: Final = 1.3
WIDTH: Final = 21 - 2 * MARGIN
TWIPS: Final = 567
"""In a centimetre."""
INSET: Final = 0.35
"""Centimetres of a cell that stay white, at both sides together."""
TIGHT: Final = 0.12
"""Centimetres above and below the words of a cell, together."""
MOST_MEETINGS: Final = 6
FREE: Final = 16.2
"""Centimetres for what is decided, until when, and where one meets; the code has the rest of the page."""
CODE: Final = 7.0
"""Centimetres that the code is wide: it is read from two steps away."""
CODE_ROW: Final = 8.5
HEIGHTS: Final = {"republic": 0.6, "institution": 1.1, "asks": 0.9, "small": 0.8, "large": 1.4}
"""Centimetres of the parts that always have the same."""

SPEAK: Final[Mapping[MaySpeak, tuple[str, str]]] = {
    MaySpeak.UNTIL: ("Mund të flisni deri", "{day}"),
    MaySpeak.UNDATED: ("Mund të flisni tani", "Afati nuk është caktuar"),
    MaySpeak.COME: ("Ejani në takim", "dhe thoni mendimin tuaj"),
    MaySpeak.LATE: ("Afati për komente ishte {day}", "Mund të flisni edhe tani, me vonesë"),
    MaySpeak.OVER: ("Koha për komente mbaroi", "Përgjigjet i gjeni me kodin"),
    MaySpeak.CANCELLED: ("Ky konsultim", "u anulua"),
}
"""Until when one may speak: a small line, and a large one."""
HOW_SIZE: Final = 15.0
WAYS_HEIGHT: Final = 3.2
"""Centimetres beside the code that are left for the other ways."""
HOW: Final = (
    "1. Drejtoni kamerën te kodi.",
    "2. Hapni Telegram-in.",
    "3. Flisni, shkruani ose dërgoni foto.",
    "Nuk nevojitet emri.",
)
READ: Final = ("1. Drejtoni kamerën te kodi.", "2. Hapni Telegram-in.", "3. Lexoni çfarë u bë.")
OVER: Final = "konsultim publik"
"""What it was, where nobody is asked any more."""
NOWHERE: Final = "Njoftimin zyrtar kërkojeni në regjistrin elektronik (RENJK): www.konsultimipublik.gov.al"


@dataclass(frozen=True)
class _Part:
    """Some words with the room that they have."""

    words: str
    room: Room
    align: str = "center"
    fill: str = ""


def poster_paper(poster: Poster, *, name: str = "afishja") -> Media:
    """The page: who asks, what is decided, until when, where one meets, and how one speaks."""
    paper = blank(poster.letterhead, f"{poster.letterhead.institution}: {poster.title}")
    style: Any = paper.styles["Normal"]
    style.font.name, style.paragraph_format.space_after, style.paragraph_format.line_spacing = FONT, Pt(0), 1.0
    section = paper.sections[0]
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN)
    _put(paper, [_line(part) for part in _above(poster)], [WIDTH])
    _put(paper, [_code(paper, poster)], [CODE + 1.6, WIDTH - CODE - 1.6])
    _put(paper, [_line(_register(poster))], [WIDTH])
    return file_of(paper, name)


def _above(poster: Poster) -> Iterator[_Part]:
    """All that stands above the code; what no meeting needs makes the title and the matter larger."""
    meetings = list(_meetings(poster))
    spare = FREE - sum(HEIGHTS.values()) - sum(part.room.height for part in meetings)
    yield _Part("Republika e Shqipërisë".upper(), Room(WIDTH, HEIGHTS["republic"], 10, 10))
    yield _Part(one_line(poster.letterhead.institution).upper(), Room(WIDTH, HEIGHTS["institution"], 22, 9, bold=True))
    yield _Part(INVITED[poster.kind] if _speaks(poster) else OVER, Room(WIDTH, HEIGHTS["asks"], 16, 11))
    matter = "" if is_blank(poster.purpose) else f"Çfarë vendoset: {one_line(poster.purpose)}"
    below = spare * 0.5 if matter else 0.0
    yield _Part(poster.title, Room(WIDTH, spare - below, 32, 12.5, bold=True))
    if matter:
        yield _Part(matter, Room(WIDTH, below, 22, 11.5))
    yield from _until(poster)
    yield from meetings


def _until(poster: Poster) -> Iterable[_Part]:
    day = texts_in(Language.SQ).day(poster.deadline) if poster.deadline else UNDATED
    small, large = (each.format(day=day) for each in SPEAK[poster.may_speak])
    yield _Part(small, Room(WIDTH, HEIGHTS["small"], 15, 11), fill=HEAD)
    yield _Part(large, Room(WIDTH, HEIGHTS["large"], 28, 14, bold=True), fill=HEAD)


def _meetings(poster: Poster) -> Iterator[_Part]:
    """The first ones; the others stand behind the code."""
    if not poster.meetings or poster.may_speak is MaySpeak.CANCELLED:
        return
    shown, more = poster.meetings[:MOST_MEETINGS], len(poster.meetings) - MOST_MEETINGS
    yield _Part("Takimi" if len(poster.meetings) == 1 else "Takimet", Room(WIDTH, 0.8, 15, 13, bold=True))
    for venue in shown:
        yield _Part(_meeting(venue), Room(WIDTH, 1.05, 15, 10.5), align="left")
    if more > 0:
        others = "dhe 1 takim tjetër" if more == 1 else f"dhe {more} takime të tjera"
        yield _Part(f"{others}: i gjeni të gjitha me kodin", Room(WIDTH, 0.75, 14, 11, bold=True), align="left")


def _meeting(venue: Venue) -> str:
    starts = local(venue.starts_at)
    place = f"vendi {UNDATED}" if is_blank(venue.place) else one_line(venue.place)
    return f"• {texts_in(Language.SQ).day(local_day(venue.starts_at))}, ora {starts:%H:%M} – {place}"


def _code(paper: Paper, poster: Poster) -> Any:
    """The code with its link beneath, and how one speaks beside it."""
    left, right = CODE + 1.6, WIDTH - CODE - 1.6
    link, size = fitted(poster.link, Room(left - INSET, CODE_ROW - CODE - 0.3, 14, 6))
    words = cell(link, round(left * TWIPS), size=size, align="center")
    words.insert(1, _picture(paper, poster.link))
    return _row([words, _how(poster, right)], CODE_ROW)


def _picture(paper: Paper, link: str) -> Any:
    """The code, taken out of where python-docx puts it."""
    made = paper.add_paragraph()
    made.alignment = ALIGNED.CENTER
    drawn = made.add_run().add_picture(BytesIO(link_picture(link, name="kodi").content or b""), width=Cm(CODE))
    drawn._inline.docPr.set("descr", f"Kod QR: {one_line(link)}")
    paper.element.body.remove(made._p)
    return made._p


def _how(poster: Poster, width: float) -> Any:
    """What to do, step by step, then the other ways in small letters: they take what room is left."""
    made = cell("", round(width * TWIPS), size=2)
    for line in HOW if _speaks(poster) else READ:
        made.append(_words(line, HOW_SIZE, bold=line[0].isdigit(), above=4))
    ways = _ways(poster.ways) if _speaks(poster) else []
    for line in ways:
        words, size = fitted(line, Room(width - INSET, WAYS_HEIGHT / len(ways) - TIGHT, 12.5, 7))
        made.append(_words(words, size, above=3))
    return made


def _speaks(poster: Poster) -> bool:
    return poster.may_speak not in {MaySpeak.OVER, MaySpeak.CANCELLED}


def _ways(ways: Ways) -> list[str]:
    """A line for each way that somebody named."""
    office = ", ".join(one_line(each) for each in (ways.address, ways.hours) if not is_blank(each))
    named = (("Ose me e-mail: ", ways.email), ("Për pyetje: telefon ", ways.phone), ("Ose në zyrë: ", office))
    return [f"{label}{one_line(words)}" for label, words in named if not is_blank(words)]


def _register(poster: Poster) -> _Part:
    """Where the official notice is; a link is never cut, for it would lead nowhere."""
    url = one_line(poster.register_url)
    words = f"Njoftimi zyrtar është në regjistrin elektronik: {url}" if url else NOWHERE
    return _Part(words, Room(WIDTH, 1.55, 12, 5.5))


def _words(text: str, size: float, *, bold: bool = False, above: float = 0) -> Any:
    """A paragraph as it stands in a cell."""
    (made,) = cell(text, 0, size=size, bold=bold).xpath("./w:p")
    (spacing,) = made.xpath("./w:pPr/w:spacing")
    spacing.set(spacing.attrib.keys()[0], str(round(above * 20)))
    return made


def _line(part: _Part) -> Any:
    room = part.room
    inner = Room(room.width - INSET, room.height - TIGHT, room.largest, room.smallest, room.bold)
    words, size = fitted(part.words, inner)
    width = round(room.width * TWIPS)
    made = cell(words, width, size=size, bold=room.bold, fill=part.fill, align=part.align)
    made.xpath("./w:tcPr")[0].append(element("w:vAlign", {"w:val": "center"}))
    return _row([made], room.height)


def _row(cells: list[Any], height: float) -> Any:
    return row(cells, height=round(height * TWIPS))


def _put(paper: Paper, rows: list[Any], widths: list[float]) -> None:
    """A table without lines; what stands between two of them is as low as a paragraph can be."""
    paper.element.body.insert_element_before(
        table([round(each * TWIPS) for each in widths], rows, borders=False), "w:sectPr"
    )
    after = paper.add_paragraph().paragraph_format
    after.space_after, after.line_spacing = Pt(0), Pt(2)
