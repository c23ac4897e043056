"""Counts as a picture (PNG): bars beside each other, with the number as text; a hidden one shows no length."""

from collections.abc import Callable, Sequence
from functools import partial
from io import BytesIO
from typing import Any, Final

from participation.messages import Media, MediaKind
from participation.reports.hiding import Cell

Bar = tuple[str, Cell, Cell]
"""What is counted, now and before."""

NOW: Final = "#0B5394"
BEFORE: Final = "#F0A33C"
"""A dark blue and a light orange: apart for all kinds of colour-blindness, and in grey."""
WIDE: Final = 7.2
"""Inches: with these dots the picture has as many as a phone can show."""
DOTS: Final = 150
HIGH: Final = 0.36
"""Of the room of a row, for each of its two bars."""
LINE: Final = 24
"""So many letters of a label stand in a line."""


def chart(title: str, bars: Sequence[Bar], *, now: str, before: str, said: Callable[[Cell], str], name: str) -> Media:
    """The picture. What it needs is loaded only here: most of what we do draws nothing."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415
    from matplotlib.patches import Patch  # noqa: PLC0415

    figure = Figure(figsize=(WIDE, 1.6 + 0.62 * len(bars)), dpi=DOTS, layout="constrained")
    FigureCanvasAgg(figure)
    axes: Any = figure.add_subplot()
    longest = max([1, *(cell.number or 0 for _, *cells in bars for cell in cells)])
    draw = partial(_draw, axes, said=said, longest=longest)
    draw([cell for _, cell, _ in bars], -HIGH / 2, NOW)
    draw([cell for _, _, cell in bars], HIGH / 2, BEFORE)
    axes.set_yticks(range(len(bars)), [_broken(bar[0]) for bar in bars], fontsize=11)
    axes.invert_yaxis()
    axes.set_xlim(0, longest * 1.3)
    axes.xaxis.set_visible(False)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.tick_params(length=0)
    figure.suptitle(title, fontsize=13, fontweight="bold")
    times = [Patch(color=colour, label=words) for colour, words in ((NOW, now), (BEFORE, before))]
    figure.legend(handles=times, loc="outside lower center", ncols=1, fontsize=10, frameon=False)
    out = BytesIO()
    figure.savefig(out, format="png")
    content = out.getvalue()
    return Media(MediaKind.PHOTO, name=f"{name}.png", size=len(content), content=content)


def _draw(
    axes: Any,
    cells: Sequence[Cell],
    shift: float,
    colour: str,
    *,
    said: Callable[[Cell], str],
    longest: int,
) -> None:
    # Every hidden one is as long as every other: its length says nothing.
    stub = longest * 0.09
    lengths = [stub if cell.number is None else cell.number for cell in cells]
    drawn = axes.barh([row + shift for row in range(len(cells))], lengths, height=HIGH, color=colour)
    for patch, cell in zip(drawn.patches, cells, strict=True):
        if cell.number is None:
            patch.set(facecolor="white", edgecolor=colour, hatch="////", linewidth=1)
        where = (patch.get_width() + longest * 0.015, patch.get_y() + patch.get_height() / 2)
        axes.annotate(said(cell), where, va="center", fontsize=10)


def _broken(label: str) -> str:
    lines = [""]
    for word in label.replace("$", r"\$").split():
        if lines[-1] and len(lines[-1]) + len(word) >= LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)
