"""A picture of a sheet is made ready, and what is on it is made out, however it lies and whatever shadow is on it."""

import json
import subprocess
import sys
from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from documents.opening import scan
from documents.opening.apart import ROOT
from documents.opening.file import open_file
from documents.opening.picture import evenly_lit, lies_on_its_side, rules_in, straight
from documents.opening.scan import mended
from participation.unread import Unread, UnreadFileError
from tests.scanners import a_scanner

from .files import pdf
from .test_apart import MEASURED, MOST
from .test_odd_files import picture

FONT = ImageFont.truetype(Path(mpl.get_data_path()) / "fonts/ttf/DejaVuSerif.ttf", 27)
SIZE = (1240, 1754)
NOTICE = (
    "NJOFTIM PËR DËGJESË PUBLIKE",
    "",
    "Bashkia Berat fton qytetarët në takimin publik, i cili do të mbahet",
    "më 12 mars 2027, ora 10:00, në sallën e këshillit bashkiak. Komentet",
    "dërgohen te adresa konsultime@bashkiaberat.example.",
    "",
    "Sipas ligjit nr. 146/2014, neni 17.",
)
SAID = ("më 12 mars 2027, ora 10:00, në sallën e këshillit bashkiak", "konsultime@bashkiaberat.example", "146/2014")
ROWS = (("Data", "Ora", "Vendi"), ("12 mars 2027", "10:00", "Salla e madhe"), ("13 mars 2027", "11:30", "Shkolla e re"))


def sheet(lines: Sequence[str] = NOTICE) -> Image.Image:
    paper = Image.new("L", SIZE, 255)
    draw = ImageDraw.Draw(paper)
    for number, line in enumerate(lines):
        draw.text((130, 150 + 44 * number), line, font=FONT, fill=20)
    return paper


def ruled_sheet() -> Image.Image:
    paper = sheet(NOTICE[:4])
    draw = ImageDraw.Draw(paper)
    lefts, tops = (120, 440, 640, 1000), (600, 660, 720, 780)
    for left in lefts:
        draw.line((left, tops[0], left, tops[-1]), fill=0, width=3)
    for top in tops:
        draw.line((lefts[0], top, lefts[-1], top), fill=0, width=3)
    for row, top in zip(ROWS, tops, strict=False):
        for cell, left in zip(row, lefts, strict=False):
            draw.text((left + 14, top + 14), cell, font=FONT, fill=0)
    return paper


def turned(paper: Image.Image, angle: float) -> Image.Image:
    return paper.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def shadowed(paper: Image.Image) -> Image.Image:
    light = np.linspace(1.0, 0.35, paper.width)[None, :] * np.linspace(1.0, 0.8, paper.height)[:, None]
    return Image.fromarray((np.asarray(paper) * light).astype(np.uint8))


def grainy(paper: Image.Image, much: float) -> Image.Image:
    grain = np.random.default_rng(7).normal(0, much, (paper.height, paper.width))
    return Image.fromarray(np.clip(np.asarray(paper) + grain, 0, 255).astype(np.uint8))


def photographed(paper: Image.Image) -> Image.Image:
    """Seen from aside: the lines at the top rise and those at the foot fall."""
    corners = (0, 60, 0, paper.height - 40, paper.width, paper.height + 40, paper.width, 0)
    return paper.transform(paper.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=255)


def with_a_page(paper: Image.Image) -> bytes:
    """A PDF whose page is this picture."""
    out = BytesIO()
    paper.save(out, "PDF", resolution=150)
    return out.getvalue()


def said_in(content: bytes) -> str:
    return open_file(content).words


SPOILT = {
    "as it is": sheet(),
    "crooked": turned(sheet(), 2.3),
    "crooked the other way": turned(sheet(), -3),
    "on its left side": turned(sheet(), 90),
    "on its right side": turned(sheet(), 270),
    "on its head": turned(sheet(), 180),
    "in the shadow": shadowed(sheet()),
    "grainy": grainy(sheet(), 12),
    "taken in the dark": grainy(sheet().resize((1654, 2339), Image.Resampling.LANCZOS), 40),
    "from aside": photographed(sheet()),
    "small, as Telegram makes photos": sheet().resize((905, 1280), Image.Resampling.LANCZOS),
    "large": sheet().resize((3720, 5262), Image.Resampling.LANCZOS),
}


@pytest.mark.parametrize("how", SPOILT)
def test_the_words_of_a_sheet_are_made_out(how: str) -> None:
    a_scanner()
    found = open_file(picture("JPEG", SPOILT[how]))
    assert found.scanned
    assert [said for said in SAID if said not in " ".join(found.words.split())] == []


def test_a_table_in_a_picture_is_read_by_its_lines() -> None:
    a_scanner()
    words = said_in(picture("PNG", turned(ruled_sheet(), 1.2)))
    assert [f"| {' | '.join(row)} |" in words for row in ROWS] == [True, True, True]


def test_a_table_in_a_photo_from_aside_is_read_by_its_rows() -> None:
    a_scanner()
    words = said_in(picture("PNG", photographed(ruled_sheet())))
    assert [all(cell in line for cell in row) for row, line in zip(ROWS, words.splitlines()[-3:], strict=True)] == [
        True
    ] * 3


def test_a_page_of_a_pdf_that_is_a_picture_is_looked_at_and_others_are_read() -> None:
    a_scanner()
    found = open_file(with_a_page(sheet()))
    assert found.scanned
    assert SAID[0] in found.words


def test_of_many_pages_the_first_are_looked_at() -> None:
    a_scanner()
    found = open_file(picture("TIFF", *[sheet()] * 2, *[sheet(NOTICE[:4])] * 6))
    assert (found.scanned, found.left_out) == (True, 2)


def test_a_photo_is_read_as_the_telephone_was_held() -> None:
    a_scanner()
    out, exif = BytesIO(), Image.Exif()
    exif[0x0112] = 6
    sheet().transpose(Image.Transpose.ROTATE_90).save(out, "JPEG", exif=exif)
    assert SAID[0] in " ".join(said_in(out.getvalue()).split())


@pytest.mark.parametrize(
    ("paper", "reasons"),
    [
        (Image.new("L", SIZE, 255), {Unread.NO_WORDS}),
        (Image.new("L", (1, 1)), {Unread.NO_WORDS}),
        (Image.effect_noise((900, 900), 200), {Unread.NO_WORDS, Unread.UNCLEAR}),
    ],
    ids=["white", "a dot", "noise"],
)
def test_of_a_picture_without_words_none_are_made_up(paper: Image.Image, reasons: set[Unread]) -> None:
    a_scanner()
    with pytest.raises(UnreadFileError) as refused:
        open_file(picture("PNG", paper))
    assert refused.value.why in reasons


def test_a_photo_takes_no_more_room_than_a_small_machine_has() -> None:
    a_scanner()
    photo = picture("JPEG", SPOILT["large"].resize((6_120, 8_160)))
    command = [sys.executable, "-c", MEASURED]
    done = subprocess.run(command, cwd=ROOT, input=photo, check=True, capture_output=True)
    words, room = json.loads(done.stdout)
    assert SAID[0] in " ".join(words.split())
    assert room < MOST


@pytest.mark.parametrize("content", [picture("PNG", sheet()), with_a_page(sheet())], ids=["picture", "pdf"])
def test_without_tesseract_it_is_said_that_there_is_none(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(scan, "languages", frozenset)
    with pytest.raises(UnreadFileError) as refused:
        open_file(content)
    assert refused.value.why is Unread.NO_SCANNER


def test_a_pdf_with_words_needs_no_scanner(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "languages", frozenset)
    found = open_file(pdf("BT /F 12 Tf 72 700 Td (Takimi publik mbahet) Tj ET"))
    assert (found.words, found.scanned) == ("Takimi publik mbahet", False)


@pytest.mark.parametrize("angle", [-4.0, -1.5, 0.0, 0.7, 3.0])
def test_a_crooked_sheet_is_made_straight(angle: float) -> None:
    """Its lines go straight across again: the rows between them are white."""
    rows = np.asarray(straight(sheet().rotate(angle, Image.Resampling.BICUBIC, fillcolor=255))).mean(axis=1)
    assert (rows[400:430] > 254).any()
    assert sum(before < 250 <= row for before, row in pairwise(rows[140:460])) >= 5


@pytest.mark.parametrize(("angle", "lies"), [(0, False), (180, False), (90, True), (270, True), (3, False), (87, True)])
def test_it_is_seen_when_a_sheet_lies_on_its_side(angle: int, lies: bool) -> None:
    assert lies_on_its_side(turned(sheet(), angle)) is lies


def test_a_shadow_is_taken_away() -> None:
    paper = np.asarray(evenly_lit(shadowed(sheet())))
    assert paper[1000:1700].min() > 220
    assert paper[150:500].min() < 90


def test_drawn_lines_are_found_and_letters_are_none() -> None:
    found = rules_in(ruled_sheet())
    assert {round(rule.at, -1) for rule in found.down} == {120, 440, 640, 1000}
    assert {round(rule.at, -1) for rule in found.across} == {600, 660, 720, 780}
    assert rules_in(sheet()).across == rules_in(sheet()).down == ()


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("ligjit nr. 14672014, neni 17", "ligjit nr. 146/2014, neni 17"),
        ("Ligji 4472012", "Ligji 44/2012"),
        ("VKM nr. 827, datë 12.3.2027", "VKM nr. 827, datë 12.3.2027"),
        ("tel. 067 14672014", "tel. 067 14672014"),
        ("ligji nr. 72014", "ligji nr. 72014"),
        ("té gjithé ftohen mé 12", "të gjithë ftohen më 12"),
        ("te forumi(obashkiaroskovec.example.", "te forumi@bashkiaroskovec.example."),
        ("te buxheti (Ogostivari-komuna. example", "te buxheti@gostivari-komuna.example"),
        ("Sipas ligjit nr. 14612014", "Sipas ligjit nr. 146/2014"),
        ("banorët(oborri i ri)", "banorët(oborri i ri)"),
        ("banorët(oborri i ri. Dhe", "banorët(oborri i ri. Dhe"),
    ],
)
def test_what_is_always_seen_wrongly_is_put_right_and_nothing_else(seen: str, meant: str) -> None:
    assert mended(seen) == meant
