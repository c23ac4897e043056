"""The same words as a file of each kind, small and real; and as photos of a sheet of paper."""

import io
import textwrap
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

import matplotlib as mpl
from docx import Document
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from PIL import Image, ImageDraw, ImageFont

FONT = Path(mpl.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf")
A4 = (8.27, 11.69)
ODF = "urn:oasis:names:tc:opendocument:xmlns"


def word(text: str) -> bytes:
    paper = Document()
    for line in text.splitlines():
        paper.add_paragraph(line)
    held = io.BytesIO()
    paper.save(held)
    return held.getvalue()


def odt(text: str) -> bytes:
    lines = "".join(f"<text:p>{_escaped(line)}</text:p>" for line in text.splitlines())
    content = (
        f'<office:document-content xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0">'
        f"<office:body><office:text>{lines}</office:text></office:body></office:document-content>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        packed.writestr("content.xml", content)
    return held.getvalue()


def pdf(text: str) -> bytes:
    held = io.BytesIO()
    with mpl.rc_context({"pdf.fonttype": 42}), PdfPages(held) as pages:
        figure = Figure(figsize=A4)
        figure.text(0.08, 0.95, _wrapped(text), va="top", fontsize=10, fontfamily="DejaVu Sans")
        pages.savefig(figure)
    return held.getvalue()


def page(text: str) -> bytes:
    lines = "".join(f"<p>{_escaped(line)}</p>" for line in text.splitlines())
    return f"<!DOCTYPE html><html><head><title>x</title></head><body>{lines}</body></html>".encode()


def plain(text: str) -> bytes:
    return text.encode()


def photo(text: str, kind: str = "PNG") -> bytes:
    """A sheet as a telephone sees it on a good day."""
    sheet = Image.new("L", (1654, 2339), 255)
    ImageDraw.Draw(sheet).multiline_text((120, 120), _wrapped(text, 66), font=ImageFont.truetype(str(FONT), 32), fill=0)
    held = io.BytesIO()
    sheet.save(held, kind)
    return held.getvalue()


def _wrapped(text: str, width: int = 90) -> str:
    return "\n".join(textwrap.fill(line, width) for line in text.splitlines())


def _escaped(line: str) -> str:
    return line.replace("&", "&amp;").replace("<", "&lt;")


KINDS: Final[dict[str, tuple[str, Callable[[str], bytes]]]] = {
    "njoftim.docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", word),
    "njoftim.odt": ("application/vnd.oasis.opendocument.text", odt),
    "njoftim.pdf": ("application/pdf", pdf),
    "njoftim.html": ("text/html", page),
    "njoftim.txt": ("text/plain", plain),
    "njoftim.png": ("image/png", photo),
}
