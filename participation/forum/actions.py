"""What one tap in a letter about a forum asks for."""

from dataclasses import dataclass
from typing import ClassVar

from participation.packing import Action


@dataclass(frozen=True)
class SawTold(Action):
    """Say that one has seen what a forum was told, by its row in the proof of an institution."""

    tag: ClassVar[str] = "ys"
    institution: int
    place: int


@dataclass(frozen=True)
class ShowForum(Action):
    """Show the forum of an institution; asked first is of which, where it is left out."""

    tag: ClassVar[str] = "yf"
    institution: int = 0
