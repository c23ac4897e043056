"""Whatever file is sent, there are words or a reason, soon: an odd one, half of one, one that was made to do harm."""

import struct
import zlib
from io import BytesIO
from time import perf_counter
from zipfile import ZIP_BZIP2, ZIP_STORED

import pytest
from PIL import Image

from documents.opening.file import open_file
from participation.unread import LARGEST, Unread, UnreadFileError

from .files import assembled, at, cell, lines_at, odt, page, par, pdf, table, word, zipped

SOON = 10.0
"""Seconds, on a machine where much else is going on."""
NOTICE = "Takimi publik mbahet nesër në sallën e madhe"
ENTITY = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e {}>]><x>&e;</x>'


def picture(kind: str, *frames: Image.Image) -> bytes:
    out = BytesIO()
    frames[0].save(out, kind, **({"save_all": True, "append_images": frames[1:]} if len(frames) > 1 else {}))
    return out.getvalue()


def one_colour(width: int, height: int) -> bytes:
    """A PNG of so many dots, however many these are: next to nothing on the disk."""
    deflate = zlib.compressobj(9)
    row = b"\0" + b"\xff" * ((width + 7) // 8)
    body = b"".join(deflate.compress(row) for _ in range(height)) + deflate.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def deflated(size: int, times: int) -> str:
    """Spaces, packed several times over."""
    content = b" " * size
    for _ in range(times):
        content = zlib.compress(content, 9)
    return content.hex()


def with_stream(stream: str, filters: str) -> bytes:
    return assembled(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        f"<</Filter[/ASCIIHexDecode{filters}]/Length {len(stream)}>>stream\n{stream}\nendstream",
    )


def drawing_itself() -> bytes:
    shown = "<</XObject<</X 4 0 R>>>>"
    return assembled(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources{shown}/Contents 5 0 R>>",
        f"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources{shown}/Length 11>>stream\n/X Do /X Do\nendstream",
        "<</Length 5>>stream\n/X Do\nendstream",
    )


def drawing_much(deep: int = 8, often: int = 10) -> bytes:
    """A PDF in which a drawing is drawn ten times by one that is drawn ten times, and so on."""
    forms = []
    for number in range(deep):
        drawn = "/X Do " * often if number < deep - 1 else "0 0 m 9 9 l S"
        shown = f"/Resources<</XObject<</X {6 + number} 0 R>>>>"
        forms.append(f"<</Subtype/Form/BBox[0 0 9 9]{shown}/Length {len(drawn)}>>stream\n{drawn}\nendstream")
    return assembled(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>",
        "<</Length 5>>stream\n/X Do\nendstream",
        *forms,
    )


def with_a_large_picture(side: int = 10_000) -> bytes:
    """A PDF whose page is a picture of 100 million dots."""
    deflate = zlib.compressobj(9)
    body = b"".join(deflate.compress(b"\xff" * 3 * side) for _ in range(side)) + deflate.flush()
    looks = f"/Width {side}/Height {side}/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter[/ASCIIHexDecode/FlateDecode]"
    return assembled(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 4 0 R>>>>/Contents 5 0 R>>",
        f"<</Subtype/Image{looks}/Length {2 * len(body)}>>stream\n{body.hex()}\nendstream",
        "<</Length 29>>stream\nq 595 0 0 842 0 0 cm /X Do Q \nendstream",
    )


def locked(content: bytes) -> bytes:
    """A packed file all of whose parts say that they open with a password."""
    return content.replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
    )


def with_a_password() -> bytes:
    """A PDF whose words nobody has the password for."""
    key = "00" * 32
    return pdf(at(72, 100, NOTICE)).replace(
        b"trailer<<", f"trailer<</Encrypt<</Filter/Standard/V 1/R 2/O<{key}>/U<{key}>/P -4>>/ID[<00><00>]".encode()
    )


REFUSED = {
    "nothing": (b"", Unread.NO_WORDS),
    "only spaces": (b" \n\t ", Unread.NO_WORDS),
    "NUL bytes": (b"a\0b" * 100, Unread.NOT_A_DOCUMENT),
    "half a letter of UTF-16": (b"\xff\xfe\x00", Unread.NOT_A_DOCUMENT),
    "too many bytes": (b"x" * (LARGEST + 1), Unread.TOO_LARGE),
    "a long text": (b"njoftim \n" * 2_000_000, Unread.TOO_LARGE),
    "a Word file of 1997, or one with a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Unread.OLD_WORD),
    "RTF": (b"{\\rtf1 Takimi}", Unread.OLD_WORD),
    "a recording": (b"OggS\x00\x02" + bytes(range(256)), Unread.NOT_A_DOCUMENT),
    "any packed file": (zipped({"hello.txt": NOTICE}), Unread.NOT_A_DOCUMENT),
    "a packed file in a packed file": (zipped({"inner.zip": zipped({"a": "a" * 9_000_000})}), Unread.NOT_A_DOCUMENT),
    "a table of Excel": (zipped({"xl/workbook.xml": "<a/>"}), Unread.NOT_A_DOCUMENT),
    "slides": (zipped({"ppt/presentation.xml": "<a/>"}), Unread.NOT_A_DOCUMENT),
    "a book": (zipped({"mimetype": "application/epub+zip", "OEBPS/a.opf": "<a/>"}), Unread.NOT_A_DOCUMENT),
    "the beginning of a packed file": (b"PK\x03\x04", Unread.BROKEN),
    "half a Word file": (word(par(NOTICE))[:200], Unread.BROKEN),
    "half an ODT": (odt(f"<text:p>{NOTICE}</text:p>")[:300], Unread.BROKEN),
    "thousands of parts": (zipped({f"{n}": "" for n in range(2_500)}, ZIP_STORED), Unread.TOO_LARGE),
    "a part that is packed otherwise": (zipped({"word/document.xml": "<a/>"}, ZIP_BZIP2), Unread.BROKEN),
    "a part with a password": (locked(word(par(NOTICE))), Unread.LOCKED),
    "a part that swells": (word(par(" " * 60_000_000)), Unread.TOO_LARGE),
    "very many paragraphs": (word("<w:p/>" * 1_000_000), Unread.TOO_LARGE),
    "paragraphs without end": (word("<w:p>" * 500_000), Unread.TOO_LARGE),
    "a long cell that holds for thousands": (
        word(table([cell("a" * 90_000, '<w:vMerge w:val="restart"/>')], *[[cell("", "<w:vMerge/>")]] * 5_000)),
        Unread.TOO_LARGE,
    ),
    "an entity that swells": (zipped({"word/document.xml": ENTITY.format('"ha"')}), Unread.BROKEN),
    "an entity from elsewhere": (
        zipped({"word/document.xml": ENTITY.format('SYSTEM "file:///etc/passwd"')}),
        Unread.BROKEN,
    ),
    "an ODT with an entity": (zipped({"content.xml": ENTITY.format('"ha"')}), Unread.BROKEN),
    "a page of five megabytes": (page("a " * 2_600_000), Unread.TOO_LARGE),
    "a page of very many tables": (page("<table><tr><td>" * 60_000), Unread.TOO_LARGE),
    "cells over thousands of rows": (
        page(f"<table><tr>{'<td rowspan=9999>Takimi publik' * 2_000}{'<tr>' * 2_000}</table>"),
        Unread.TOO_LARGE,
    ),
    "the beginning of a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", Unread.BROKEN),
    "half a PDF": (pdf(at(72, 100, NOTICE))[:300], Unread.BROKEN),
    "a PDF with a password": (with_a_password(), Unread.LOCKED),
    "a PDF of 10,000 pages": (pdf(*[""] * 10_000), Unread.TOO_LARGE),
    "a PDF that swells": (with_stream(deflated(50_000_000, 3), "/FlateDecode" * 3), Unread.NO_WORDS),
    "a PDF of very many words": (pdf(*[lines_at(50, 50, *[NOTICE] * 50)] * 250), Unread.TOO_LARGE),
    "an empty PDF": (pdf(""), Unread.NO_WORDS),
    "half a picture": (picture("PNG", Image.effect_noise((300, 300), 90))[:20_000], Unread.BROKEN),
    "half a photo": (picture("JPEG", Image.effect_noise((300, 300), 90))[:9_000], Unread.BROKEN),
    "the beginning of a picture": (b"\x89PNG\r\n\x1a\n", Unread.BROKEN),
    "a picture of 900 million dots": (one_colour(30_000, 30_000), Unread.TOO_LARGE),
    "a picture of 100 million dots": (one_colour(10_000, 10_000), Unread.TOO_LARGE),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_with_its_reason_and_soon(name: str) -> None:
    content, why = REFUSED[name]
    begin = perf_counter()
    with pytest.raises(UnreadFileError) as refused:
        open_file(content)
    assert refused.value.why is why
    assert perf_counter() - begin < SOON


READ = {
    "one letter": (b"x", "x"),
    "UTF-8": (NOTICE.encode(), NOTICE),
    "UTF-8 with a mark": (NOTICE.encode("utf-8-sig"), NOTICE),
    "UTF-16": (NOTICE.encode("utf-16"), NOTICE),
    "Windows": (NOTICE.encode("cp1252"), NOTICE),
    "a page of elements in elements": (page("<div>" * 50_000 + NOTICE), NOTICE),
    "a page that refers to much": (page("<a href=x>" * 50_000 + NOTICE), NOTICE),
    "a page with half letters": (page(f"&#xD800;&#x110000;{NOTICE}"), NOTICE),
    "a PDF after other bytes": (b"\0" * 100 + pdf(at(72, 100, NOTICE)), NOTICE),
    "a huge sheet": (pdf(at(72, 100, NOTICE), size="0 0 99999999 99999999"), NOTICE),
    "a sheet of no size": (pdf(at(72, 100, NOTICE), size="0 0 0.001 0.001"), NOTICE),
    "a sheet of a size that is no number": (pdf(at(72, 100, NOTICE), size="0 0 nan inf"), NOTICE),
    "very many lines": (pdf(at(72, 100, NOTICE) + "0 0 m 9 900 l S\n" * 100_000), NOTICE),
    "one line with very many corners": (pdf(at(72, 100, NOTICE) + "0 0 m " + "9 900 l 0 0 l " * 90_000 + "S"), NOTICE),
    "the same words in one place": (pdf(at(72, 100, NOTICE) * 500), NOTICE),
}


@pytest.mark.parametrize("name", READ)
def test_it_is_read_for_all_that_and_soon(name: str) -> None:
    content, words = READ[name]
    begin = perf_counter()
    assert words in open_file(content).words
    assert perf_counter() - begin < SOON
