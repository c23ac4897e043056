"""An announcement at Telegram's own speed, with somebody who speaks once a second beside it."""

import asyncio
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from benchmarks.figures import Measured, Scale
from benchmarks.race import Door, open_door, running, until
from benchmarks.speech import presses_of
from benchmarks.town import FIRST_FOLLOWER, FIRST_SPEAKER, found
from bot.wiring import SystemClock

ALLOWED: Final = 30.0
OURS: Final = 29.7
"""Our rate: as near to what is allowed as even spacing can go."""
LATENCY: Final = 0.05
BLOCKED: Final = 5
WAIT: Final = 5.0
FAULTS: Final[Mapping[float, tuple[str, float]]] = {
    0.15: ("429", WAIT),
    0.25: ("500", 0.0),
    0.35: ("cut", 0.0),
    0.45: ("429", WAIT),
    0.55: ("late", 6.0),
    0.65: ("cut", 0.0),
    0.75: ("429", WAIT),
}
"""What goes wrong, and after which share of the sends."""
FORCED: Final = sum(seconds for kind, seconds in FAULTS.values() if kind == "429")
SLOWEST_PEER: Final = 8.0
"""Peers that take so many times the ideal are broken off."""


@dataclass(frozen=True)
class Announcement:
    """How one went: seconds and counts."""

    took: float
    ideal: float
    lost: int
    doubled: int
    doubled_uncut: int
    refused: int
    replies: tuple[float, ...]
    how: str

    @property
    def p95(self) -> float:
        """The delay that nineteen replies in twenty were under."""
        return self.replies[int(len(self.replies) * 0.95)] if self.replies else float("nan")


def announce_time_over_ideal(scale: Scale) -> Measured:
    """How long it took over all messages at 30 a second."""
    run = healthy(scale)
    return Measured(run.took / run.ideal, f"{run.how}; {peers(scale)}")


def announce_reply_p95_s(scale: Scale) -> Measured:
    """How long a citizen waits meanwhile."""
    run = healthy(scale)
    return Measured(run.p95, f"{run.how}; {len(run.replies)} replies, the slowest {max(run.replies, default=0):.3f} s")


def announce_lost(scale: Scale) -> Measured:
    """Who was not reached."""
    return Measured(healthy(scale).lost, healthy(scale).how)


def announce_doubled(scale: Scale) -> Measured:
    """Who got it twice."""
    return Measured(healthy(scale).doubled, healthy(scale).how)


def announce_429s(scale: Scale) -> Measured:
    """How often we were too fast."""
    return Measured(healthy(scale).refused, healthy(scale).how)


def announce_faulty_time_over_ideal(scale: Scale) -> Measured:
    """How long it took over the ideal and the waits that were forced on us."""
    run = faulty(scale)
    said = f"{run.how}; {run.refused} 429s, {run.doubled} doubled, {run.doubled_uncut} of them not among the cut"
    return Measured(run.took / (run.ideal + FORCED), said)


def announce_faulty_lost(scale: Scale) -> Measured:
    """Who was not reached, of those who have not blocked us."""
    return Measured(faulty(scale).lost, faulty(scale).how)


@cache
def healthy(scale: Scale) -> Announcement:
    """Nothing goes wrong but what we do wrong."""
    how = f"{scale.chats} chats, strict at 30/s, {LATENCY * 1000:.0f} ms latency, ours at {OURS}/s, one run"
    return _ours(scale.chats, {}, how)


@cache
def faulty(scale: Scale) -> Announcement:
    """With planned faults."""
    faults = {str(int(share * scale.chats)): told for share, told in FAULTS.items()}
    how = (
        f"{scale.chats} chats, strict at 30/s, {LATENCY * 1000:.0f} ms latency, {BLOCKED} % blocked, three 429s of "
        f"{WAIT:g} s, one 500, two cut answers, one of 6 s; one run"
    )
    return _ours(scale.chats, {"faults": faults, "blocked": BLOCKED}, how)


def _ours(chats: int, plan: Mapping[str, Any], how: str) -> Announcement:
    speakers = int(chats / ALLOWED)
    with open_door() as door, TemporaryDirectory() as folder:
        on = asyncio.run(found(Path(folder), followers=chats, speakers=speakers))
        door.begin("strict", latency=LATENCY, **plan)
        updates = presses_of(range(FIRST_SPEAKER, FIRST_SPEAKER + speakers), on, SystemClock().now())
        order = {"folder": folder, "telegram": door.url, "per_second": OURS}
        with running("ours", order, sign=signal.SIGTERM):
            until(lambda: door.accepted() > 0, 60)
            door.ask("updates", updates=updates, every=1.0, after=0.5)
            until(lambda: _is_done(door, chats), chats / ALLOWED * 4 + 120)
        return _seen(door, chats, how)


def _is_done(door: Door, chats: int) -> bool:
    return not door.ask("missing", first=FIRST_FOLLOWER, last=FIRST_FOLLOWER + chats) and not door.tally()["unanswered"]


def _seen(door: Door, chats: int, how: str) -> Announcement:
    row = {"first": FIRST_FOLLOWER, "last": FIRST_FOLLOWER + chats}
    told, doubled = door.tally(), door.ask("doubled", **row)
    counted = told["accepted"] + told["refused"].get("403", 0)
    return Announcement(
        took=told["last"] - told["first"],
        ideal=counted / ALLOWED,
        lost=door.ask("missing", **row),
        doubled=len(doubled),
        doubled_uncut=len(set(doubled) - set(told["cut"])),
        refused=told["refused"].get("429", 0),
        replies=tuple(told["waited"]),
        how=how,
    )


PEERS: Final[Mapping[str, tuple[str, dict[str, Any]]]] = {
    "PTB gather + AIORateLimiter": ("announce_ptb", {"retries": 0}),
    "PTB gather + AIORateLimiter(max_retries=20)": ("announce_ptb", {"retries": 20}),
    "aiogram's documented loop": ("announce_aiogram", {}),
}


@cache
def peers(scale: Scale) -> str:
    """How peers do the same without replies, in a sentence."""
    chats = scale.peer_chats
    if not chats:
        return "peers not run at this scale"
    told = []
    for name, (subject, order) in PEERS.items():
        with open_door() as door:
            door.begin("strict", latency=LATENCY)
            whole = {"telegram": door.url, "first": FIRST_FOLLOWER, "last": FIRST_FOLLOWER + chats, **order}
            with running(subject, whole) as running_one:
                until(lambda: running_one.is_over, chats / ALLOWED * SLOWEST_PEER)
            seen = _seen(door, chats, name)
        told.append(f"{name}: {seen.took / (chats / ALLOWED):.2f}x, {seen.refused} 429s, {seen.lost} lost")
    return f"peers with {chats} chats and nobody to answer: " + ", ".join(told)
