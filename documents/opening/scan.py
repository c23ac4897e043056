"""The words in a picture, made out by Tesseract, where it is installed with its Albanian letters (sqi)."""

import csv
import re
import shutil
import subprocess
import warnings
from collections.abc import Iterator
from functools import cache
from io import BytesIO, StringIO
from statistics import mean
from typing import Final

from PIL import Image, ImageOps

from documents.opening.layout import Page, laid_out
from documents.opening.piece import Piece
from participation.unread import FileText, Unread, UnreadFileError

KINDS: Final = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF")
FIRST_BYTES: Final = re.compile(
    rb"\xff\xd8\xff|\x89PNG\r\n|RIFF.{4}WEBP|II\*\x00|MM\x00\*|GIF8[79]a|BM.{4}\x00{4}", re.DOTALL
)
MOST_DOTS: Final = 60_000_000
"""A telephone's largest picture has fifty million; what has more is none of a sheet of paper."""
GOOD_SIDE: Final = 3_400
LEAST_SIDE: Final = 2_300
"""Of the longer side: a sheet (A4) at 300 and at 200 dots an inch. What is smaller is drawn larger, up to twice."""
MOST_PICTURES: Final = 6
"""Pages that are pictures and are looked at; a notice has three at most."""
TONGUE: Final = "sqi"
BESIDE: Final = "eng"
"""English data know the @ of an address, which the Albanian ones take for a G."""
TURNS: Final = "osd"
"""The data by which Tesseract sees that a picture lies on its side."""
SURE: Final = 45
"""Below so many of a hundred, on the average of its words, it is guessing."""
NOISE: Final = 20
"""A word of which Tesseract is less sure than that is a stain."""
FEWEST: Final = 3
PATIENCE: Final = 60.0
WORD_LEVEL: Final = "5"


def is_picture(content: bytes) -> bool:
    """Whether it is a picture of a kind that we open."""
    return FIRST_BYTES.match(content) is not None


def read_photo(content: bytes) -> FileText:
    """The words in a photo or scan; raises UnreadFileError and nothing else."""
    try:
        with warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning):
            pages, left_out = _pages(content)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise UnreadFileError(Unread.TOO_LARGE) from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise UnreadFileError(Unread.BROKEN) from error
    return FileText(laid_out(map(read_picture, pages)), scanned=True, left_out=left_out)


def _pages(content: bytes) -> tuple[list[Image.Image], int]:
    """Its pages, upright and in grey, as many as are looked at; and how many more there are."""
    with Image.open(BytesIO(content), formats=KINDS) as picture:
        frames = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
        pages = []
        for number in range(min(frames, MOST_PICTURES)):
            picture.seek(number)
            if picture.width * picture.height > MOST_DOTS:
                raise UnreadFileError(Unread.TOO_LARGE)
            picture.draft("L", (GOOD_SIDE, GOOD_SIDE))
            pages.append(_of_good_size(ImageOps.exif_transpose(_in_grey(picture))))
    return pages, max(frames - MOST_PICTURES, 0)


def _in_grey(picture: Image.Image) -> Image.Image:
    """On white paper, where it lets something shine through."""
    if not picture.has_transparency_data:
        return picture.convert("L")
    paper = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(paper, picture.convert("RGBA")).convert("L")


def read_picture(picture: Image.Image) -> Page:
    """The words in a grey picture with their places; raises UnreadFileError and nothing else."""
    pieces, sure = _made_out(ImageOps.autocontrast(picture, cutoff=1))
    if len(pieces) < FEWEST:
        raise UnreadFileError(Unread.NO_WORDS)
    if sure < SURE:
        raise UnreadFileError(Unread.UNCLEAR)
    return Page(pieces)


def _of_good_size(picture: Image.Image) -> Image.Image:
    """Of the size that Tesseract knows letters in."""
    longest = max(picture.size)
    scale = GOOD_SIDE / longest if longest > GOOD_SIDE else min(LEAST_SIDE / longest, 2) if longest < LEAST_SIDE else 1
    size = (max(round(picture.width * scale), 1), max(round(picture.height * scale), 1))
    return picture.resize(size, Image.Resampling.LANCZOS) if scale != 1 else picture


@cache
def languages() -> frozenset[str]:
    """What Tesseract can read here; nothing where it is not installed."""
    if shutil.which("tesseract") is None:
        return frozenset()
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, check=False, text=True)  # noqa: S607
    return frozenset(listed.stdout.split("\n")[1:])


def _made_out(picture: Image.Image) -> tuple[list[Piece], float]:
    """The words with their places, and how sure of them Tesseract is, of a hundred."""
    if TONGUE not in languages():
        raise UnreadFileError(Unread.NO_SCANNER)
    drawn = BytesIO()
    picture.save(drawn, "PNG", compress_level=1)
    layout = "1" if TURNS in languages() else "3"
    tongues = "+".join((TONGUE, *({BESIDE} & languages())))
    command = ["tesseract", "stdin", "stdout", "-l", tongues, "--psm", layout, "--dpi", "300", "tsv"]
    try:
        done = subprocess.run(command, input=drawn.getvalue(), capture_output=True, check=False, timeout=PATIENCE)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise UnreadFileError(Unread.TOO_SLOW) from error
    found = list(_words(done.stdout.decode("utf-8", "replace")))
    return [piece for piece, _ in found], mean(sure for _, sure in found) if found else 0


def _words(table: str) -> Iterator[tuple[Piece, float]]:
    for row in csv.DictReader(StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] == WORD_LEVEL and (row["text"] or "").strip() and float(row["conf"]) >= NOISE:
            left, top, width, height = (float(row[name]) for name in ("left", "top", "width", "height"))
            yield Piece(row["text"], left, top, left + width, top + height), float(row["conf"])
