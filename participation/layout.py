"""Small things that every message shares: a button, paragraphs without holes."""

from collections.abc import Iterable

from participation.actions import Action, pack, unpack
from participation.messages import Button


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
