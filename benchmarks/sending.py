"""Unthrottled sending: ours through the durable outbox, the peers' bare sends with 64 in flight."""

import asyncio
import shutil
import signal
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, Final

from benchmarks.figures import Measured, Scale
from benchmarks.race import Door, open_door, running, until
from benchmarks.town import FIRST_FOLLOWER, UNLIMITED, found

PATIENCE: Final = 300.0
OURS: Final = "ours"
AIOGRAM: Final = "aiogram"
PTB: Final = "PTB on HTTPXRequest"
PTB_ON_OURS: Final = "PTB on our road"
PEERS: Final[Mapping[str, tuple[str, dict[str, Any]]]] = {
    AIOGRAM: ("send_aiogram", {}),
    PTB: ("send_ptb", {"road": "httpx"}),
    PTB_ON_OURS: ("send_ptb", {"road": "aiohttp"}),
}


def send_vs_aiogram(scale: Scale) -> Measured:
    """Ours over aiogram's bare `send_message`."""
    return _against(AIOGRAM, scale)


def send_vs_ptb(scale: Scale) -> Measured:
    """Ours over python-telegram-bot's bare `Bot` on its own HTTPXRequest."""
    return _against(PTB, scale)


def _against(peer: str, scale: Scale) -> Measured:
    rates = race(scale.sends, scale.rounds)
    told = "; ".join(f"{name} {rate:.0f}/s" for name, rate in rates.items())
    return Measured(
        rates[OURS] / rates[peer],
        f"{scale.sends} messages to as many chats, each subject on one core and the server on another, "
        f"medians of {scale.rounds} interleaved rounds: {told}",
    )


@cache
def race(sends: int, rounds: int) -> dict[str, float]:
    """Messages a second of everybody, medians of interleaved rounds."""
    rates: dict[str, list[float]] = {name: [] for name in (OURS, *PEERS)}
    with open_door() as door, TemporaryDirectory() as folder:
        asyncio.run(found(Path(folder) / "town", followers=sends))
        for number in range(rounds):
            here = Path(folder) / str(number)
            shutil.copytree(Path(folder) / "town", here)
            rates[OURS].append(_ours(door, here, sends))
            for name, (subject, order) in PEERS.items():
                rates[name].append(rate_of(door, subject, order, sends))
    return {name: median(found) for name, found in rates.items()}


def _ours(door: Door, folder: Path, sends: int) -> float:
    order = {"folder": str(folder), "per_second": UNLIMITED}
    return rate_of(door, "ours", order, sends, sign=signal.SIGTERM)


def rate_of(
    door: Door, subject: str, order: Mapping[str, Any], sends: int, *, sign: signal.Signals = signal.SIGKILL
) -> float:
    """Messages a second from the first that arrived to the last."""
    door.begin()
    whole = {"telegram": door.url, "first": FIRST_FOLLOWER, "last": FIRST_FOLLOWER + sends, **order}
    with running(subject, whole, sign=sign) as running_one:
        until(lambda: door.accepted() >= sends or running_one.is_over, PATIENCE)
    told = door.tally()
    lost = door.ask("missing", first=FIRST_FOLLOWER, last=FIRST_FOLLOWER + sends)
    if lost:
        raise RuntimeError(f"{subject}: {lost} of {sends} did not arrive")
    return float((told["accepted"] - 1) / (told["last"] - told["first"]))
