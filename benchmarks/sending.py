"""Unthrottled sending: ours through the durable outbox, the peers' bare sends with 64 in flight."""

import asyncio
import shutil
import signal
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from benchmarks.figures import Measured, Scale
from benchmarks.race import Door, Speed, middle, open_door, running, until
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
    told = "; ".join(f"{name} {speed}" for name, speed in rates.items())
    return Measured(
        rates[OURS].rate / rates[peer].rate,
        f"{scale.sends} messages to as many chats, each subject on one core and the server on another, "
        f"medians of {scale.rounds} interleaved rounds, with the processor's time per message: {told}; "
        f"by that time alone it would be {rates[peer].cost / rates[OURS].cost:.2f}",
    )


@cache
def race(sends: int, rounds: int) -> dict[str, Speed]:
    """Messages a second of everybody, medians of interleaved rounds."""
    rates: dict[str, list[Speed]] = {name: [] for name in (OURS, *PEERS)}
    with open_door() as door, TemporaryDirectory() as folder:
        asyncio.run(found(Path(folder) / "town", followers=sends))
        for number in range(rounds):
            here = Path(folder) / str(number)
            shutil.copytree(Path(folder) / "town", here)
            rates[OURS].append(_ours(door, here, sends))
            for name, (subject, order) in PEERS.items():
                rates[name].append(rate_of(door, subject, order, sends))
    return {name: middle(seen) for name, seen in rates.items()}


def _ours(door: Door, folder: Path, sends: int) -> Speed:
    order = {"folder": str(folder), "per_second": UNLIMITED}
    return rate_of(door, "ours", order, sends, sign=signal.SIGTERM)


def rate_of(
    door: Door, subject: str, order: Mapping[str, Any], sends: int, *, sign: signal.Signals = signal.SIGKILL
) -> Speed:
    """Messages a second from the first that arrived to the last."""
    everybody = {"first": FIRST_FOLLOWER, "last": FIRST_FOLLOWER + sends}

    def all_have_it() -> bool:
        """Ours tells its officer too how far it has got, so to count is not enough."""
        return door.accepted() >= sends and not door.ask("missing", **everybody)

    door.begin()
    whole = {"telegram": door.url, **everybody, **order}
    with running(subject, whole, sign=sign) as running_one:
        until(lambda: door.accepted() > 0 or running_one.is_over, PATIENCE)
        if not door.accepted():
            raise RuntimeError(f"{subject} sent nothing; is the environment that of `make bench`?")
        before, sent = running_one.cpu(), door.accepted()
        until(all_have_it, PATIENCE)
        cost = (running_one.cpu() - before) / max(sends - sent, 1)
    told = door.tally()
    return Speed((told["accepted"] - 1) / (told["last"] - told["first"]), cost * 1e6)
