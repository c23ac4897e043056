"""How the courier works, in numbers."""

from dataclasses import dataclass
from datetime import timedelta
from random import random


@dataclass(frozen=True)
class Habits:
    """How the courier works; seconds and counts."""

    slice_seconds: float = 0.05
    longest_slice: float = 1.0
    slices_for_a_delay: int = 10
    """So many times longer than a slice delays the road is the next one: about a tenth of the pace is lost."""
    replies_for_one_other: int = 4
    """With so many goes one thing that is none: nobody can hold up an announcement by asking without end."""
    in_flight: int = 64
    most_at_once: int = 200
    lease: timedelta = timedelta(seconds=60)
    tick: float = 5.0
    breath: float = 0.05
    """The shortest rest: what is due and cannot be claimed yet must not make us spin."""
    late: timedelta = timedelta(seconds=5)
    """What has not left by then, since it was marked, stays: we hung, and by now somebody else may be sending it."""
    expand_chunk: int = 100
    last_tries: int = 6
    """How often we try to write down the last; a database waits some seconds itself before it says that it is busy."""


DILIGENT = Habits()


def a_moment() -> float:
    """Up to a quarter of a second, so that not everybody who was refused at once comes back at once."""
    return random() / 4  # noqa: S311  no secret
