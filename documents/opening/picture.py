"""Pictures of written pages made ready to be read: of a good size, in grey, straight, with the lines drawn in them."""

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps

from documents.opening.grid import NO_RULES, Rule, Rules
from participation.unread import Unread, UnreadFileError

KINDS: Final = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF")
FOREIGN: Final = (
    OSError,
    ValueError,
    TypeError,
    SyntaxError,
    LookupError,
    ArithmeticError,
    AttributeError,
    RuntimeError,
)
"""What the library raises over a picture that is none, or half of one."""
MOST_DOTS: Final = 60_000_000
"""A telephone's picture has fifty million; of what has more only a JPEG can be opened in a smaller size."""
GOOD_SIDE: Final = 3_400
LEAST_SIDE: Final = 2_300
"""Of the longer side: a sheet (A4) at 300 and at 200 dots an inch. What is smaller is drawn larger, up to twice."""
MOST_PICTURES: Final = 6
"""Pages that are pictures and are looked at; a notice has three at most."""
GRAINY: Final = 6
"""By so many steps of grey most dots of a photo taken in the dark differ from those around them."""
COARSER: Final = 2 / 3
CROP: Final = 700
SMALL: Final = 900
"""Dots of the longer side in which it is seen how a page lies."""
MOST_CROOKED: Final = 5.0
"""Degrees; whoever lays a sheet on a scanner or holds a telephone over it comes nearer than that."""
WHITE: Final = 245
DARK: Final = 128
LEAST_RULE: Final = 0.04
"""Of the longer side of a picture: the shortest line that is drawn around a cell, and no letter."""
MOST_RULES: Final = 3_000
"""Rows of dots that are dark so far."""


def pages_in(content: bytes) -> tuple[list[Image.Image], int]:
    """Its pages in grey, and how many are left out; raises UnreadFileError and nothing else."""
    try:
        with warnings.catch_warnings(action="ignore"):
            return _pages(content)
    except Image.DecompressionBombError as error:
        raise UnreadFileError(Unread.TOO_LARGE) from error
    except FOREIGN as error:
        raise UnreadFileError(Unread.BROKEN) from error


def _pages(content: bytes) -> tuple[list[Image.Image], int]:
    with Image.open(BytesIO(content), formats=KINDS) as picture:
        frames = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
        pages = []
        for number in range(min(frames, MOST_PICTURES)):
            picture.seek(number)
            picture.draft("L", (GOOD_SIDE, GOOD_SIDE))
            if picture.width * picture.height > MOST_DOTS:
                raise UnreadFileError(Unread.TOO_LARGE)
            page = _in_grey(picture)
            page.thumbnail((GOOD_SIDE, GOOD_SIDE), Image.Resampling.LANCZOS)
            pages.append(ImageOps.exif_transpose(page))
    return pages, max(frames - MOST_PICTURES, 0)


def _in_grey(picture: Image.Image) -> Image.Image:
    """On white paper, where it lets something shine through."""
    if not picture.has_transparency_data:
        return picture.convert("L")
    paper = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(paper, picture.convert("RGBA")).convert("L")


def of_good_size(picture: Image.Image) -> Image.Image:
    """Of the size that Tesseract knows letters in."""
    longest = max(picture.size)
    scale = GOOD_SIDE / longest if longest > GOOD_SIDE else min(LEAST_SIDE / longest, 2) if longest < LEAST_SIDE else 1
    size = (max(round(picture.width * scale), 1), max(round(picture.height * scale), 1))
    return picture.resize(size, Image.Resampling.LANCZOS) if scale != 1 else picture


def smooth(picture: Image.Image) -> Image.Image:
    """A grainy picture made smaller: in the mean of several dots there is less of the grain than in each."""
    across, down = ((side - min(side, CROP)) // 2 for side in picture.size)
    middle = picture.crop((across, down, picture.width - across, picture.height - down))
    grain = np.asarray(middle, dtype=np.int16) - np.asarray(middle.filter(ImageFilter.MedianFilter(3)), dtype=np.int16)
    if np.median(np.abs(grain)) <= GRAINY:
        return picture
    size = max(round(picture.width * COARSER), 1), max(round(picture.height * COARSER), 1)
    return picture.resize(size, Image.Resampling.BOX)


def evenly_lit(picture: Image.Image) -> Image.Image:
    """Dark letters on white paper, wherever a shadow lies on it."""
    paper = picture.resize((max(picture.width // 8, 1), max(picture.height // 8, 1)), Image.Resampling.BOX)
    for part in (ImageFilter.MaxFilter(5), ImageFilter.MedianFilter(7), ImageFilter.GaussianBlur(6)):
        paper = paper.filter(part)
    light = np.asarray(paper.resize(picture.size, Image.Resampling.BILINEAR), dtype=np.float32)
    seen = np.asarray(picture, dtype=np.float32) / np.maximum(light, 1) * WHITE
    return Image.fromarray(np.clip(seen, 0, 255).astype(np.uint8))


def straight(picture: Image.Image) -> Image.Image:
    """The picture turned by the few degrees that its lines are crooked."""
    angle = _crookedness(_small(picture))
    return _turned(picture, angle) if angle else picture


def lies_on_its_side(picture: Image.Image) -> bool:
    """Whether its lines go down instead of across."""
    small = _small(picture)
    return max(map(_lines_across, _fan(small.transpose(Image.Transpose.ROTATE_90), 3))) > 1.5 * max(
        map(_lines_across, _fan(small, 3))
    )


def _small(picture: Image.Image) -> Image.Image:
    small = ImageOps.autocontrast(picture, cutoff=1)
    small.thumbnail((SMALL, SMALL))
    return small


def _fan(picture: Image.Image, size: int) -> Iterator[Image.Image]:
    return (_turned(picture, angle) for angle in np.linspace(-MOST_CROOKED, MOST_CROOKED, 2 * size + 1))


def _crookedness(small: Image.Image) -> float:
    """By how many degrees the page has to be turned for its lines to go straight across."""
    best = 0.0
    for reach, step in ((MOST_CROOKED, 0.5), (0.4, 0.1)):
        angles = [0.0, *(best + part for part in np.arange(-reach, reach + step / 2, step))]
        best = max(angles, key=lambda angle: _lines_across(_turned(small, angle)))
    return float(best)


def _turned(picture: Image.Image, angle: float) -> Image.Image:
    return picture.rotate(angle, Image.Resampling.BICUBIC, expand=False, fillcolor=255)


def _lines_across(picture: Image.Image) -> float:
    """How much brighter and darker its rows are in turn: most where lines of text go straight across."""
    rows = np.asarray(picture.resize((1, picture.height), Image.Resampling.BOX), dtype=np.float32)[:, 0]
    return float(np.square(np.diff(rows)).sum())


def rules_in(picture: Image.Image) -> Rules:
    """The lines that are drawn in a straight picture, around the cells of a table for instance."""
    dark = np.asarray(ImageOps.autocontrast(picture, cutoff=1)) < DARK
    least = int(LEAST_RULE * max(picture.size))
    across, down = _rules(dark, least), _rules(dark.T, least)
    # A desk around the sheet is dark too, and is no line.
    return Rules(across, down) if len(across) + len(down) <= MOST_RULES else NO_RULES


def _rules(dark: NDArray[np.bool_], least: int) -> tuple[Rule, ...]:
    """The long dark runs along the rows; one that leaves its row by a dot or two is no shorter for it."""
    near = dark.copy()
    near[1:] |= dark[:-1]
    near[:-1] |= dark[1:]
    edges = np.diff(np.pad(near, ((0, 0), (1, 1))).view(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    ends = np.nonzero(edges == -1)[1]
    long = ends - starts >= least
    return tuple(map(Rule, rows[long].tolist(), starts[long].tolist(), ends[long].tolist()))
