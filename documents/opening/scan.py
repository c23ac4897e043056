"""The words in a picture, made out by Tesseract, where it is installed with its Albanian letters (sqi)."""

import csv
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO, StringIO
from itertools import groupby
from statistics import linear_regression, mean
from typing import Final

from PIL import Image

from documents.opening.layout import Page, laid_out
from documents.opening.picture import evenly_lit, lies_on_its_side, of_good_size, pages_in, rules_in, smooth, straight
from documents.opening.piece import Piece
from participation.unread import FileText, Unread, UnreadFileError

FIRST_BYTES: Final = re.compile(
    rb"\xff\xd8\xff|\x89PNG\r\n|RIFF.{4}WEBP|II\*\x00|MM\x00\*|GIF8[79]a|BM.{4}\x00{4}", re.DOTALL
)
TONGUE: Final = "sqi"
BESIDE: Final = "eng"
"""English data know the @ of an address, which the Albanian ones take for a G."""
TURNS: Final = "osd"
"""The data by which Tesseract sees which side of a page is its top."""
SURE: Final = 45
"""Below so many of a hundred, on the average of its words, it is guessing."""
DOUBTFUL: Final = 70
"""Below that, the page may stand on its head."""
NOISE: Final = 20
"""A short word of which Tesseract is less sure than that is a stain."""
SHORT: Final = 4
FEWEST: Final = 3
LONG: Final = 5
"""Words of a line by which it is seen whether it rises or falls."""
LAYOUTS: Final = ("3", "4")
"""Tesseract finds out how a page is laid out, and so reads it best, but overlooks some photos: then as one column."""
FLAT: Final = 0.007
"""Lines that fall by less, of their length, lie flat; drawn ones of a page that does not are no help."""
PATIENCE: Final = 60.0
WORD_LEVEL: Final = "5"
_STAIN: Final = re.compile(r"[|_~\[\]{}\\]+")
"""What it sees in drawn lines and folds."""
_SLASH: Final = re.compile(
    r"(\b(?:ligj\w*|vkm|vkb|vendim\w*)\W+(?:nr\W{0,2})?\d{1,4})[17]((?:19|20)\d\d)\b", re.IGNORECASE
)
"""The slash in the number of an act, which its Albanian data take for a 7 or a 1: no act has a number that long."""
_AT: Final = re.compile(r"(?<=\w) ?\([oO0Q](?=[\w-]+(?:\.[\w-]+)*\.\s?[a-z]{2,}\b)(?!\S*\))")
"""The @ of an address: a bracket that nothing closes, before what only an address has."""
_DOT: Final = re.compile(r"(@[\w-]+\.) (?=[a-z]{2,7}\b)")
_LETTERS: Final = str.maketrans("éÉ", "ëË")
"""Letters of its English data that Albanian has not."""


def is_picture(content: bytes) -> bool:
    """Whether it is a picture of a kind that we open."""
    return FIRST_BYTES.match(content) is not None


def read_photo(content: bytes) -> FileText:
    """The words in a photo or scan; raises UnreadFileError and nothing else."""
    pages, left_out = pages_in(content)
    return FileText(mended(laid_out(map(read_picture, pages))), scanned=True, left_out=left_out)


def mended(words: str) -> str:
    """What Tesseract reads wrongly again and again, and nobody can have meant."""
    return _SLASH.sub(r"\1/\2", _DOT.sub(r"\1", _AT.sub("@", words.translate(_LETTERS))))


def read_picture(picture: Image.Image) -> Page:
    """The words in a grey picture with their places; raises UnreadFileError and nothing else."""
    if TONGUE not in languages():
        raise UnreadFileError(Unread.NO_SCANNER)
    if lies_on_its_side(picture):
        picture = picture.transpose(Image.Transpose.ROTATE_90)
    words, ready = _seen(picture)
    if _sure(words) < DOUBTFUL and TURNS in languages() and (turn := _turn(picture)):
        words, ready = max((words, ready), _seen(picture.rotate(turn, expand=True)), key=lambda seen: _sure(seen[0]))
    if len(words) < FEWEST:
        raise UnreadFileError(Unread.NO_WORDS)
    if _sure(words) < SURE:
        raise UnreadFileError(Unread.UNCLEAR)
    pieces = [word.piece for word in words]
    fall = _fall(words)
    if max(abs(fall(piece.centre[1])) for piece in pieces) < FLAT:
        return Page(pieces, rules_in(ready))
    return Page([_levelled(piece, fall) for piece in pieces])


@dataclass(frozen=True)
class _Word:
    """A word as Tesseract found it: where, on which of its lines, and how sure it is of it, of a hundred."""

    piece: Piece
    line: tuple[str, ...]
    sure: float


def _sure(words: Sequence[_Word]) -> float:
    return mean(word.sure for word in words) if words else 0


def _seen(picture: Image.Image) -> tuple[list[_Word], Image.Image]:
    """The words of a page that lies as it should, and the page as it was looked at."""
    ready = evenly_lit(straight(of_good_size(smooth(picture))))
    tongues = "+".join((TONGUE, *({BESIDE} & languages())))
    words: list[_Word] = []
    for layout in LAYOUTS:
        words = list(_words(_tesseract(ready, "-l", tongues, "--psm", layout, "tsv")))
        if len(words) >= FEWEST:
            break
    return words, ready


def _turn(picture: Image.Image) -> int:
    """By how many degrees, against the clock, the page has to be turned."""
    found = re.search(r"Rotate: (\d+)", _tesseract(picture, "-l", TURNS, "--psm", "0"))
    return -int(found[1]) % 360 if found else 0


def _tesseract(picture: Image.Image, *arguments: str) -> str:
    drawn = BytesIO()
    picture.save(drawn, "PNG", compress_level=1)
    command = ["tesseract", "stdin", "stdout", "--dpi", "300", *arguments]
    try:
        done = subprocess.run(command, input=drawn.getvalue(), capture_output=True, check=False, timeout=PATIENCE)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise UnreadFileError(Unread.TOO_SLOW) from error
    return done.stdout.decode("utf-8", "replace")


@cache
def languages() -> frozenset[str]:
    """What Tesseract can read here; nothing where it is not installed."""
    if shutil.which("tesseract") is None:
        return frozenset()
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, check=False, text=True)  # noqa: S607
    return frozenset(listed.stdout.split("\n")[1:])


def _words(table: str) -> Iterator[_Word]:
    for row in csv.DictReader(StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] != WORD_LEVEL or not (row["text"] or "").strip() or _STAIN.fullmatch(row["text"]):
            continue
        sure = float(row["conf"])
        if sure < NOISE and len(row["text"]) < SHORT:
            continue
        left, top, width, height = (float(row[name]) for name in ("left", "top", "width", "height"))
        line = tuple(row[name] for name in ("block_num", "par_num", "line_num"))
        yield _Word(Piece(row["text"], left, top, left + width, top + height), line, sure)


def _fall(words: Sequence[_Word]) -> Callable[[float], float]:
    """By how much the lines fall to the right, by how far down they are: in a photo not all alike."""
    slopes = [slope for _, line in groupby(words, key=lambda word: word.line) if (slope := _slope(list(line)))]
    if len(slopes) < FEWEST:
        return lambda _: 0.0
    downs, falls = zip(*slopes, strict=True)
    steady = linear_regression(downs, falls)
    return lambda down: steady.slope * down + steady.intercept


def _slope(line: Sequence[_Word]) -> tuple[float, float] | None:
    """How far down a long line is, and by how much it falls to the right."""
    xs, ys = zip(*(word.piece.centre for word in line), strict=True)
    if len(line) < LONG or xs[-1] <= xs[0]:
        return None
    return mean(ys), linear_regression(xs, ys).slope


def _levelled(piece: Piece, fall: Callable[[float], float]) -> Piece:
    """A word where it is on a sheet that lies flat."""
    across, down = piece.centre
    shift = fall(down) * across
    return replace(piece, top=piece.top - shift, bottom=piece.bottom - shift)
