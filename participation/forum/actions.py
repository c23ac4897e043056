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


@dataclass(frozen=True)
class ApplyTo(Action):
    """Begin to apply to an open call."""

    tag: ClassVar[str] = "yj"
    institution: int


@dataclass(frozen=True)
class ShowMembers(Action):
    """Show the members, a page at a time; or those who have applied."""

    tag: ClassVar[str] = "ym"
    institution: int
    applied: int = 0
    page: int = 0


@dataclass(frozen=True)
class ShowRights(Action):
    """Show the rights of the forum in a consultation."""

    tag: ClassVar[str] = "yr"
    consultation: int
