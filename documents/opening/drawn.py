"""The straight lines that are drawn on the page of a PDF."""

import ctypes
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

import pypdfium2
from pypdfium2 import raw

from documents.opening.grid import NO_RULES, Rule, Rules

Place = Callable[[float, float], tuple[float, float]]
THIN: Final = 3.0
"""Points: what is filled and no wider is a line."""
SHORT: Final = 4.0
MOST: Final = 3_000
"""Drawn things and parts of them; a page with more is a drawing."""


def rules_of(page: pypdfium2.PdfPage, place: Place) -> Rules:
    """The lines along the edges of the page, where they are shown; none of a drawing."""
    sides = list(islice(_sides(page), MOST + 1))
    if len(sides) > MOST:
        return NO_RULES
    across, down = [], []
    for one, other in sides:
        (left, top), (right, bottom) = place(*one), place(*other)
        wide, tall = abs(right - left), abs(bottom - top)
        if tall <= THIN and wide > SHORT:
            across.append(Rule((top + bottom) / 2, min(left, right), max(left, right)))
        elif wide <= THIN and tall > SHORT:
            down.append(Rule((left + right) / 2, min(top, bottom), max(top, bottom)))
    return Rules(tuple(across), tuple(down))


Point = tuple[float, float]


def _sides(page: pypdfium2.PdfPage) -> Iterator[tuple[Point, Point]]:
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        left, bottom, right, top = drawn.get_bounds()
        if min(right - left, top - bottom) <= THIN:
            yield (left, bottom), (right, top)
        elif _is_stroked(drawn):
            yield from _parts(drawn)


def _is_stroked(drawn: pypdfium2.PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawn, fill, stroke)
    return bool(stroke.value)


def _parts(drawn: pypdfium2.PdfObject) -> Iterator[tuple[Point, Point]]:
    """The sides of what is drawn in one go: a frame, a whole grid."""
    matrix = drawn.get_matrix()
    first = last = (0.0, 0.0)
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(min(raw.FPDFPath_CountSegments(drawn), MOST + 1)):
        part = raw.FPDFPath_GetPathSegment(drawn, number)
        raw.FPDFPathSegment_GetPoint(part, x, y)
        here = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(part)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            first = here
        elif kind == raw.FPDF_SEGMENT_LINETO:
            yield last, here
        if raw.FPDFPathSegment_GetClose(part):
            yield here, first
        last = here
