"""What opening a file costs: the time per page, over that of the library alone, which says the words in any order."""

from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from statistics import median
from time import process_time
from typing import Final

import docx
import pypdfium2
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure as Sheet

from benchmarks.figures import Measured, Scale
from documents.opening.file import open_file

PAGES: Final = (1, 10, 100)
LINES: Final = 45
LINE: Final = "Bashkia Berat fton qytetarët në takimin publik për buxhetin e vitit 2027, rreshti {number}"
Open = Callable[[bytes], object]


def open_pdf(scale: Scale) -> Measured:
    """Time to open a PDF of a hundred pages over that of its words alone."""
    return _compared(scale, {pages: _pdf(pages) for pages in PAGES}, _pdf_words)


def open_word(scale: Scale) -> Measured:
    """Time to open a Word file of a hundred pages over that of its paragraphs alone."""
    return _compared(scale, {pages: _word(pages) for pages in PAGES}, _word_words)


def _compared(scale: Scale, files: dict[int, bytes], alone: Open) -> Measured:
    ours = {pages: _seconds(open_file, content, scale.rounds) for pages, content in files.items()}
    bare = {pages: _seconds(alone, content, scale.rounds) for pages, content in files.items()}
    told = ", ".join(
        f"{pages}: {ours[pages] / pages * 1000:.2f} ms a page, {ours[pages] / bare[pages]:.2f} times the library alone"
        for pages in files
    )
    return Measured(
        ours[PAGES[-1]] / bare[PAGES[-1]], f"pages of {LINES} lines, medians of {scale.rounds} rounds; {told}"
    )


def _seconds(opened: Open, content: bytes, rounds: int) -> float:
    """The time that this process needs, once everything is loaded."""
    opened(content)
    return median(_once(opened, content) for _ in range(rounds))


def _once(opened: Open, content: bytes) -> float:
    begin = process_time()
    opened(content)
    return process_time() - begin


def _lines(pages: int) -> Iterator[str]:
    return (LINE.format(number=number) for number in range(pages * LINES))


@cache
def _pdf(pages: int) -> bytes:
    out = BytesIO()
    lines = list(_lines(pages))
    with PdfPages(out) as written:
        for number in range(pages):
            sheet = Sheet(figsize=(8.27, 11.69))
            for row, line in enumerate(lines[number * LINES : (number + 1) * LINES]):
                sheet.text(0.1, 0.95 - row * 0.02, line, fontsize=9)
            written.savefig(sheet)
    return out.getvalue()


@cache
def _word(pages: int) -> bytes:
    out, document = BytesIO(), docx.Document()
    for line in _lines(pages):
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def _pdf_words(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def _word_words(content: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(BytesIO(content)).paragraphs)
