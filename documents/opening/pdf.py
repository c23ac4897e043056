"""The words of a PDF, laid out as on its pages; a page that is a picture is looked at by the scanner."""

from collections.abc import Iterator
from contextlib import closing
from typing import Final

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from documents.opening.drawn import Place, rules_of
from documents.opening.layout import Page, laid_out
from documents.opening.lines import MOST_LETTERS
from documents.opening.picture import MOST_PICTURES
from documents.opening.piece import Piece
from documents.opening.scan import mended, read_picture
from participation.unread import FileText, Unread, UnreadFileError

MOST_PAGES: Final = 300
FEWEST: Final = 20
"""A page with fewer letters is a picture with a page number."""
PARTED: Final = "\x02"
"""What the library makes of a hyphen at the end of a line."""
DOTS: Final = 300
"""An inch."""
MOST_DOTS: Final = 12_000_000


def read_pdf(content: bytes) -> FileText:
    """The words of all its pages; raises UnreadFileError and nothing else."""
    try:
        with closing(pypdfium2.PdfDocument(content)) as document:
            return _read(document)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        raise UnreadFileError(Unread.LOCKED if locked else Unread.BROKEN) from error


def _read(document: pypdfium2.PdfDocument) -> FileText:
    if len(document) > MOST_PAGES:
        raise UnreadFileError(Unread.TOO_LARGE)
    pages: list[Page] = []
    pictures = letters = 0
    for page in _pages(document):
        found = _page(page)
        if sum(map(_letters, found.pieces)) < FEWEST and _has_a_picture(page):
            pictures += 1
            found = read_picture(_picture(page)) if pictures <= MOST_PICTURES else found
        pages.append(found)
        letters += sum(len(piece.words) for piece in found.pieces)
        if letters > MOST_LETTERS:
            raise UnreadFileError(Unread.TOO_LARGE)
    text = laid_out(pages)
    return FileText(mended(text) if pictures else text, scanned=pictures > 0, left_out=max(pictures - MOST_PICTURES, 0))


def _letters(piece: Piece) -> int:
    return sum(map(str.isalnum, piece.words))


def _pages(document: pypdfium2.PdfDocument) -> Iterator[pypdfium2.PdfPage]:
    for number in range(len(document)):
        with closing(document[number]) as page:
            yield page


def _page(page: pypdfium2.PdfPage) -> Page:
    place = _as_shown(page)
    with closing(page.get_textpage()) as text:
        pieces = tuple(_pieces(text, place))
    return Page(pieces, rules_of(page, place), width=page.get_width())


def _as_shown(page: pypdfium2.PdfPage) -> Place:
    """Where a place on a page is when the page is shown: from the left, and from the top."""
    width, height = page.get_size()
    places: dict[int, Place] = {
        0: lambda x, y: (x, height - y),
        90: lambda x, y: (y, x),
        180: lambda x, y: (width - x, y),
        270: lambda x, y: (width - y, height - x),
    }
    return places[page.get_rotation()]


def _pieces(text: pypdfium2.PdfTextPage, place: Place) -> Iterator[Piece]:
    """The words with their places."""
    word: list[str] = []
    size = min(text.count_chars(), MOST_LETTERS + 1)
    for number in range(size):
        letter = chr(raw.FPDFText_GetUnicode(text, number))
        if letter == PARTED:
            yield _piece(text, [*word, "-"], number, place)
            word = []
        elif letter.isspace():
            if word:
                yield _piece(text, word, number - 1, place)
            word = []
        elif letter > " ":
            word.append(letter)
    if word:
        yield _piece(text, word, size - 1, place)


def _piece(text: pypdfium2.PdfTextPage, word: list[str], last: int, place: Place) -> Piece:
    """A word with its place: from its first letter to its last."""
    corners = [*_corners(text, last - len(word) + 1, place), *_corners(text, last, place)]
    across, down = zip(*corners, strict=True)
    whole = "".join(word).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Piece(whole, min(across), min(down), max(across), max(down))


def _corners(text: pypdfium2.PdfTextPage, number: int, place: Place) -> Iterator[tuple[float, float]]:
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, max(number, 0), box)
    yield place(box.left, box.top)
    yield place(box.right, box.bottom)


def _has_a_picture(page: pypdfium2.PdfPage) -> bool:
    return next(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3), None) is not None


def _picture(page: pypdfium2.PdfPage) -> Image.Image:
    """The page in grey, as a scanner would see it; of a poster fewer dots."""
    scale = DOTS / 72
    dots = page.get_width() * page.get_height() * scale**2
    scale = min(scale, scale * (MOST_DOTS / max(dots, 1)) ** 0.5)
    picture: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
    return picture
