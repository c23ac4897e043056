"""What one tap in a letter to a member of a forum asks for."""

from dataclasses import dataclass
from typing import ClassVar

from participation.packing import Action


@dataclass(frozen=True)
class SawTold(Action):
    """Say that one has seen what a forum was told, by its row in the proof of an institution."""

    tag: ClassVar[str] = "ys"
    institution: int
    place: int
