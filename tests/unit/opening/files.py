"""Small files of each kind, made by hand: what is in them is all that there is."""

from collections.abc import Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from documents.opening.file import open_file

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:v="urn:v" xmlns:wps="urn:wps"'
ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODT_SPACES = (
    f'xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0" xmlns:table="{ODF}:table:1.0" '
    f'xmlns:style="{ODF}:style:1.0" xmlns:draw="{ODF}:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def words_of(content: bytes) -> str:
    return open_file(content).words


def zipped(parts: dict[str, str | bytes], how: int = ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", how) as box:
        for name, content in parts.items():
            box.writestr(name, content)
    return out.getvalue()


def word(body: str, **others: str) -> bytes:
    """A Word file; others are `header1="<w:p>…"` and so on, `links={"rId1": …}` by `linked`."""
    parts: dict[str, str | bytes] = {"word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"}
    for name, inner in others.items():
        parts[f"word/{name}.xml"] = f"<w:part {SPACES}>{inner}</w:part>"
    return zipped(parts)


def linked(body: str, targets: dict[str, str]) -> bytes:
    """A Word file with links that lead out of it."""
    rows = "".join(
        f'<Relationship Id="{name}" Target="{escape(target)}" TargetMode="External" Type="x/hyperlink"/>'
        for name, target in targets.items()
    )
    return zipped(
        {
            "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{rows}</Relationships>',
        }
    )


def run(words: str, looks: str = "") -> str:
    return f'<w:r><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def par(*runs: str) -> str:
    return f"<w:p>{''.join(each if each.startswith('<') else run(each) for each in runs)}</w:p>"


def cell(words: str, looks: str = "") -> str:
    return f"<w:tc><w:tcPr>{looks}</w:tcPr>{par(words)}</w:tc>"


def table(*rows: Sequence[str]) -> str:
    """A table of Word: cells that are words, or are made by `cell`."""
    written = ("".join(each if each.startswith("<") else cell(each) for each in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in written)}</w:tbl>"


def odt(body: str, **others: str) -> bytes:
    """An OpenDocument text."""
    parts: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {ODT_SPACES}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>",
    }
    for name, inner in others.items():
        parts[f"{name}.xml"] = f"<office:document-styles {ODT_SPACES}>{inner}</office:document-styles>"
    return zipped(parts)


def page(inner: str) -> bytes:
    """A web page."""
    return f"<!DOCTYPE html><html><head><title>Faqja</title></head><body>{inner}</body></html>".encode()


def pdf(*pages: str, more: str = "", size: str = "0 0 595 842") -> bytes:
    """A PDF of pages with these drawings, in Helvetica."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, drawn in enumerate(pages):
        resources = "/Resources<</Font<</F 3 0 R>>>>"
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[{size}]{resources}{more}/Contents {5 + 2 * number} 0 R>>",
            f"<</Length {len(drawn.encode('cp1252'))}>>stream\n{drawn}\nendstream",
        ]
    return assembled(*objects)


def assembled(*objects: str) -> bytes:
    """A PDF of these objects, the first of them its catalog."""
    out = b"%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{each}\nendobj\n".encode("cp1252")
    listed = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{listed}{end}".encode()


def at(left: float, top: float, words: str, size: float = 12) -> str:
    """Words on a page, so far from its left and its top edge (A4)."""
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F {size} Tf 1 0 0 1 {left} {842 - top} Tm ({escaped}) Tj ET\n"


def lines_at(left: float, top: float, *lines: str, step: float = 14) -> str:
    """A paragraph on a page."""
    return "".join(at(left, top + number * step, line) for number, line in enumerate(lines))


def ruled(across: Sequence[float], down: Sequence[float], *, thin: bool = True) -> str:
    """Lines around cells: at these distances from the left and from the top."""
    left, right, top, bottom = across[0], across[-1], down[0], down[-1]
    drawn = ""
    for y in down:
        drawn += (
            f"{left} {842 - y} {right - left} 0.5 re f\n" if thin else f"{left} {842 - y} m {right} {842 - y} l S\n"
        )
    for x in across:
        drawn += (
            f"{x} {842 - bottom} 0.5 {bottom - top} re f\n" if thin else f"{x} {842 - top} m {x} {842 - bottom} l S\n"
        )
    return drawn
