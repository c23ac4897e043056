"""What a figure is: a name, a goal, and how it is measured at a scale."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Scale:
    """How much is measured."""

    rounds: int = 3
    sends: int = 2000
    """Messages of one round of sending."""
    speakers: int = 500
    """Citizens who each leave a comment in four steps, in one round of intake."""
    chats: int = 3000
    """Whom an announcement goes to at Telegram's own speed."""
    peer_chats: int = 600
    people: int = 1_000_000
    comments: int = 1_000_000
    consultations: int = 10_000
    followers: int = 1_000_000
    patience: float = 120.0
    """Seconds of an announcement to everybody, after which it is broken off."""
    kills: int = 18
    """Of several processes one is killed every ten seconds, so many times."""
    reports: int = 2000
    joined: int = 300
    """Of those whom one of the reports concerns too."""


FULL = Scale()
QUICK = Scale(
    rounds=1,
    sends=1000,
    speakers=200,
    chats=300,
    peer_chats=0,
    people=50_000,
    comments=50_000,
    consultations=1000,
    followers=50_000,
    patience=20.0,
    kills=4,
    reports=300,
    joined=30,
)


@dataclass(frozen=True)
class Measured:
    """A value, or None where it could not be measured, and in one sentence what was run."""

    value: float | None
    how: str


@dataclass(frozen=True)
class Goal:
    """At most, or at least, so much."""

    limit: float
    at_least: bool = False

    def is_met(self, value: float | None) -> bool:
        """Whether a value is good enough; none is not."""
        if value is None:
            return False
        return value >= self.limit if self.at_least else value <= self.limit

    def __str__(self) -> str:
        return f"{'>=' if self.at_least else '<='} {self.limit:g}"


@dataclass(frozen=True)
class Figure:
    """A row of the table."""

    name: str
    goal: Goal
    measure: Callable[[Scale], Measured]


@dataclass(frozen=True)
class Result:
    """What `benchmarks/results/latest.json` keeps of a figure."""

    name: str
    value: float | None
    goal: str
    ok: bool
    how: str

    def json(self) -> dict[str, Any]:
        """As it is written down."""
        return asdict(self)


def taken(figure: Figure, scale: Scale) -> Result:
    """Measure a figure."""
    measured = figure.measure(scale)
    value = None if measured.value is None else round(measured.value, 4)
    return Result(figure.name, value, str(figure.goal), figure.goal.is_met(value), measured.how)
