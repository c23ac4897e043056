"""Counts as a picture (PNG): bars beside each other, with the number as text; a hidden one shows no length."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from io import BytesIO
from typing import Any, Final

from documents.writing.lines import NOT_IN_XML
from participation.messages import Media, MediaKind
from participation.reports.hiding import Cell
from participation.words import quote, tame

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
LONGEST: Final = 66
"""Letters of a label of which there may be any number: what is longer is cut at a word."""
MOST_BARS: Final = 40
LAST_LETTER: Final = 0xFFFF
"""Behind it come emoji, which no font for charts has."""
MOST_DAYS_NAMED: Final = 6


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
    return _picture(figure, name)


def bars(title: str, counts: Sequence[tuple[str, int]], *, name: str, words: Sequence[str] = ()) -> Media:
    """One bar for each row, the first on top; only the first of very many. `words` may stand in place of numbers."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    drawn = counts[:MOST_BARS]
    figure = Figure(figsize=(WIDE, 1.0 + 0.42 * max(len(drawn), 1)), dpi=DOTS, layout="constrained")
    FigureCanvasAgg(figure)
    axes: Any = figure.add_subplot()
    longest = max([1, *(count for _, count in drawn)])
    placed = axes.barh(range(len(drawn)), [count for _, count in drawn], height=0.62, color=NOW)
    shown = words[:MOST_BARS] or [str(count) for _, count in drawn]
    for patch, beside in zip(placed.patches, shown, strict=True):
        where = (patch.get_width() + longest * 0.015, patch.get_y() + patch.get_height() / 2)
        axes.annotate(_harmless(beside), where, va="center", fontsize=10)
    axes.set_yticks(range(len(drawn)), [_broken(_cut(label)) for label, _ in drawn], fontsize=11)
    axes.set_ylim(max(len(drawn), 1) - 0.5, -0.5)
    axes.set_xlim(0, longest * 1.15)
    axes.xaxis.set_visible(False)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.tick_params(length=0)
    figure.suptitle(_harmless(_cut(title)), fontsize=13, fontweight="bold")
    return _picture(figure, name)


def over_time(title: str, counts: Mapping[date, int], *, said: Callable[[date], str], name: str) -> Media:
    """A bar for each day, and the days below them as they are said."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415

    figure = Figure(figsize=(WIDE, 2.9), dpi=DOTS, layout="constrained")
    FigureCanvasAgg(figure)
    axes: Any = figure.add_subplot()
    days = sorted(counts)
    axes.bar(range(len(days)), [counts[day] for day in days], width=0.8, color=NOW)
    every = max(1, -(-len(days) // MOST_DAYS_NAMED))
    places = list(range(0, len(days), every))
    axes.set_xticks(places, [said(days[place]) for place in places], fontsize=9)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=5))
    axes.set_ylim(0, max([1, *counts.values()]) * 1.1)
    axes.grid(axis="y", color="#D9D9D9", linewidth=0.8)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(length=0)
    figure.suptitle(_harmless(_cut(title)), fontsize=13, fontweight="bold")
    return _picture(figure, name)


def _picture(figure: Any, name: str) -> Media:
    out = BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
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


def _harmless(words: str) -> str:
    """No word is a formula to be set."""
    return words.replace("$", r"\$")


def _cut(label: str) -> str:
    """So much of it as there is room for, of letters that the font has."""
    shown = tame(NOT_IN_XML.sub("\ufffd", label))
    return quote("".join(c if ord(c) <= LAST_LETTER else "□" for c in shown), LONGEST)


def _broken(label: str) -> str:
    lines = [""]
    for word in _harmless(label).split():
        if lines[-1] and len(lines[-1]) + len(word) >= LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)
