"""Whatever bytes come, there are words or a reason why not, and nothing else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from documents.opening import scan
from documents.opening.file import open_file
from participation.unread import FileText, UnreadFileError

from .files import at, cell, lines_at, linked, odt, page, par, pdf, ruled, run, table, word
from .test_odd_files import picture

ROWS = table(
    ["Data", "Ora"], [cell("12 mars", '<w:vMerge w:val="restart"/>'), "10:00"], [cell("", "<w:vMerge/>"), "11"]
)
WEB = (
    "<main><p style='margin:0'>Takimi <a href='https://a.example/b'>këtu</a><br><table><tr><td rowspan=3>a<td>"
    "b<td colspan=2>c<tr><td>c</table><ul><li>d<article>e</article></ul><span hidden>f</span></main>"
)
XML = (
    "<text:p>Takimi <text:a xlink:href='https://a.example'>këtu</text:a><text:note><text:p>b</text:p></text:note>"
    "<draw:text-box><text:p>c</text:p></draw:text-box></text:p><table:table><table:table-row><table:table-cell>"
    "<text:p>d</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>"
)
LINKED = par(f'<w:hyperlink r:id="a">{run("këtu")}</w:hyperlink>') + ROWS
KINDS = {
    "text": "Takimi publik mbahet nesër".encode(),
    "word": word(par("Takimi") + ROWS, header1=par("BASHKIA")),
    "linked": linked(LINKED, {"a": "https://a.example"}),
    "odt": odt(XML),
    "page": page(WEB),
    "pdf": pdf(lines_at(72, 100, "Takimi publik", "mbahet nesër") + ruled((60, 300), (80, 130)), at(72, 100, "dy")),
    "png": picture("PNG", Image.effect_noise((40, 40), 90)),
    "jpeg": picture("JPEG", Image.effect_noise((40, 40), 90)),
    "tiff": picture("TIFF", Image.effect_noise((40, 40), 90), Image.effect_noise((40, 40), 90)),
    "gif": picture("GIF", Image.effect_noise((40, 40), 90)),
}
BEGINNINGS = (
    b"",
    b"PK\x03\x04",
    b"%PDF-1.4\n",
    b"<html>",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xd8\xff",
    b"\xff\xfe",
    b"GIF89a",
    b"II*\0",
)


def answers(content: bytes) -> None:
    try:
        found = open_file(content)
    except UnreadFileError:
        return
    assert type(found) is FileText
    found.words.encode()


@pytest.fixture(autouse=True, scope="module")
def _nobody_looks_at_pictures() -> None:
    """Tesseract is slow, and has its own tests; what makes pictures ready for it is tried here."""
    patch = pytest.MonkeyPatch()
    patch.setattr(scan, "languages", lambda: frozenset({"sqi"}))
    patch.setattr(scan, "_tesseract", lambda *_: "level\tconf\ttext\n")
    yield
    patch.undo()


@given(st.sampled_from(BEGINNINGS), st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_answered(beginning: bytes, rest: bytes) -> None:
    answers(beginning + rest)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_file_that_something_happened_to_is_answered(kind: str, data: st.DataObject) -> None:
    content = bytearray(KINDS[kind])
    for _ in range(data.draw(st.integers(1, 4))):
        where = data.draw(st.integers(0, len(content) - 1))
        match data.draw(st.sampled_from(["put", "cut", "double", "drop"])):
            case "put":
                content[where : where + 1] = data.draw(st.binary(max_size=6))
            case "cut":
                del content[max(where, 1) :]
            case "double":
                content[where:where] = content[where : where + 50]
            case "drop":
                del content[where : where + data.draw(st.integers(1, 60))]
        content = content or bytearray(b"x")
    answers(bytes(content))


@pytest.mark.parametrize(
    ("name", "whole", "made"),
    [
        ("word", par("Takimi", LINKED[5:-6]) + ROWS, word),
        ("odt", XML, odt),
        ("page", WEB, page),
    ],
)
@given(data=st.data())
@settings(max_examples=80, deadline=None)
def test_elements_in_any_order_are_answered(name: str, whole: str, made: object, data: st.DataObject) -> None:
    """Well packed, and wrongly nested: the parser goes as far as it can, and so do we."""
    pieces = whole.replace("<", "\n<").replace(">", ">\n").split("\n")
    chosen = data.draw(st.lists(st.sampled_from(pieces), max_size=60))
    assert callable(made)
    answers(made("".join(chosen)))
