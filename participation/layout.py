"""Small things that every message shares: a button, paragraphs without holes."""

from collections.abc import Callable, Iterable, Sequence

from participation.messages import Button
from participation.packing import Action, pack, unpack
from participation.places import Unit
from participation.reports.model import Spot


def button(label: str, action: Action) -> Button:
    """A button that asks something of us."""
    return Button(label, press=pack(action))


def asks(shown: Button, kind: type[Action]) -> bool:
    """Whether this is a button that asks such a thing of us."""
    return shown.press is not None and isinstance(unpack(shown.press, {kind.tag: kind}), kind)


def paragraphs(*parts: str) -> str:
    """The parts that say something, each a paragraph of its own: people's words stay apart from ours."""
    return "\n\n".join(part for part in parts if part)


def lines(parts: Iterable[str]) -> str:
    """The parts that say something, a line each."""
    return "\n".join(part for part in parts if part)


def told_place(spot: Spot, units: Sequence[Unit], *, named: Callable[[Unit], str], pin: str) -> str:
    """A place as far as it was told: the unit, words, and the pin in the words that suit the reader."""
    unit = next((named(unit) for unit in units if unit.id == spot.unit), "")
    return ", ".join(part for part in (unit, spot.words.strip(), pin) if part)
