"""The words of a PDF, laid out as on its pages; a page that is a picture is looked at by the scanner."""

from collections.abc import Iterator
from contextlib import closing
from typing import Final

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from documents.opening.layout import Piece, laid_out
from documents.opening.lines import MOST_LETTERS
from documents.opening.scan import MOST_PICTURES, read_picture
from participation.unread import FileText, Unread, UnreadFileError

MOST_PAGES: Final = 300
FEWEST: Final = 20
"""A page with fewer letters is a picture with a page number."""
DOTS: Final = 300
"""An inch."""
MOST_DOTS: Final = 12_000_000


def read_pdf(content: bytes) -> FileText:
    """The words of all its pages; raises UnreadFileError and what the scanner raises, and nothing else."""
    try:
        with closing(pypdfium2.PdfDocument(content)) as document:
            return _read(document)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD
        raise UnreadFileError(Unread.LOCKED if locked else Unread.BROKEN) from error


def _read(document: pypdfium2.PdfDocument) -> FileText:
    if len(document) > MOST_PAGES:
        raise UnreadFileError(Unread.TOO_LARGE)
    pages: list[str] = []
    pictures = left_out = letters = 0
    for page in _pages(document):
        text = laid_out(_pieces(page))
        if sum(map(str.isalnum, text)) < FEWEST and _has_a_picture(page):
            pictures += 1
            left_out += pictures > MOST_PICTURES
            text = read_picture(_picture(page)) if pictures <= MOST_PICTURES else text
        pages.append(text)
        letters += len(text)
        if letters > MOST_LETTERS:
            raise UnreadFileError(Unread.TOO_LARGE)
    return FileText("\n\n".join(filter(None, pages)), scanned=pictures > 0, left_out=left_out)


def _pages(document: pypdfium2.PdfDocument) -> Iterator[pypdfium2.PdfPage]:
    for number in range(len(document)):
        with closing(document[number]) as page:
            yield page


def _pieces(page: pypdfium2.PdfPage) -> Iterator[Piece]:
    """Words that stand together, each with its place."""
    height = page.get_height()
    with closing(page.get_textpage()) as text:
        for number in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(number)
            words = text.get_text_bounded(left, bottom, right, top)
            yield Piece(words, left, height - top, right, height - bottom)


def _has_a_picture(page: pypdfium2.PdfPage) -> bool:
    return next(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3), None) is not None


def _picture(page: pypdfium2.PdfPage) -> Image.Image:
    """The page in grey, as a scanner would see it; of a poster fewer dots."""
    scale = DOTS / 72
    dots = page.get_width() * page.get_height() * scale**2
    scale = min(scale, scale * (MOST_DOTS / max(dots, 1)) ** 0.5)
    picture: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
    return picture
