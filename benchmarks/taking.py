"""Taking in: each update through the whole real path until its reply is at the server; the peers only echo.

Our own way in is polling. Once the service can be told to use a webhook, `WEBHOOK` switches ours to it.
"""

import asyncio
import shutil
import signal
import socket
import sqlite3
import time
from collections.abc import Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import randrange
from tempfile import TemporaryDirectory
from typing import Any, Final

from benchmarks.figures import Measured, Scale
from benchmarks.race import Door, Speed, Subject, middle, open_door, running, until
from benchmarks.speech import STEPS, comments_of
from benchmarks.town import FIRST_SPEAKER, UNLIMITED, found
from bot.wiring import SystemClock
from participation.ids import ConsultationId

PATIENCE: Final = 300.0
CONNECTIONS: Final = 40
WEBHOOK: Final = False
OURS: Final = "ours"


@dataclass(frozen=True)
class Entrant:
    """Who takes updates in, and whether they are pushed to it."""

    subject: str
    order: Mapping[str, Any]
    pushed: bool = False


HOOK: Final = "PTB webhook"
HOOK_64: Final = "PTB webhook, 64 at once"
PEERS: Final[Mapping[str, Entrant]] = {
    HOOK: Entrant("echo_ptb", {}, pushed=True),
    HOOK_64: Entrant("echo_ptb", {"at_once": 64}, pushed=True),
    "PTB polling": Entrant("echo_ptb", {}),
    "aiogram polling": Entrant("echo_aiogram", {}),
}


def intake_vs_ptb_webhook(scale: Scale) -> Measured:
    """Ours over python-telegram-bot's webhook echo on our road, sequential or 64 at once, whichever is faster."""
    rates = race(scale.speakers, scale.rounds)
    told = "; ".join(f"{name} {speed}" for name, speed in rates.items())
    best = max((rates[HOOK], rates[HOOK_64]), key=lambda speed: speed.rate)
    return Measured(
        rates[OURS].rate / best.rate,
        f"{scale.speakers} citizens leave a comment in {len(STEPS)} updates each, ours by "
        f"{'webhook' if WEBHOOK else 'polling'} with durable SQLite, each subject on one core, "
        f"medians of {scale.rounds} interleaved rounds, with the processor's time per update: {told}; "
        f"by that time alone it would be {best.cost / rates[OURS].cost:.2f}",
    )


@cache
def race(speakers: int, rounds: int) -> dict[str, Speed]:
    """Updates a second of everybody, medians of interleaved rounds."""
    rates: dict[str, list[Speed]] = {name: [] for name in (OURS, *PEERS)}
    with open_door() as door, TemporaryDirectory() as folder:
        on = asyncio.run(found(Path(folder) / "town", speakers=speakers))
        for number in range(rounds):
            here = Path(folder) / str(number)
            shutil.copytree(Path(folder) / "town", here)
            rates[OURS].append(rate_of(door, ours(here), on, speakers))
            for name, peer in PEERS.items():
                rates[name].append(rate_of(door, peer, on, speakers))
    return {name: middle(seen) for name, seen in rates.items()}


def ours(folder: Path) -> Entrant:
    """Our service in a town."""
    return Entrant(OURS, {"folder": str(folder), "per_second": UNLIMITED}, pushed=WEBHOOK)


def rate_of(door: Door, who: Entrant, on: ConsultationId, speakers: int) -> Speed:
    """Updates a second from the first that could be had to the last reply."""
    updates = comments_of(speakers, on, SystemClock().now())
    door.begin()
    order = dict(who.order) | {"telegram": door.url} | ({"port": _free_port()} if who.pushed else {})
    with running(who.subject, order, sign=signal.SIGTERM if who.subject == OURS else signal.SIGKILL) as subject:
        _wait_for(door, who)
        before = subject.cpu()
        door.ask("updates", updates=updates, polled=not who.pushed)
        if who.pushed:
            door.ask("push", connections=CONNECTIONS)
        if not until(lambda: door.ask("counts")["answered"] >= len(updates) or subject.is_over, PATIENCE):
            raise RuntimeError(f"{who.subject}: not everybody was answered")
        cost = (subject.cpu() - before) / len(updates)
    told = door.tally()
    return Speed(told["answered"] / (told["last_answered"] - told["first_asked"]), cost * 1e6)


def _wait_for(door: Door, who: Entrant) -> None:
    """Until it takes in."""
    until(lambda: bool(door.ask("counts")["hook" if who.pushed else "polls"]), PATIENCE)
    time.sleep(0.5)  # a webhook is told to Telegram a moment before its port is open


def _free_port() -> int:
    """A port below those that outgoing connections take for themselves."""
    while True:
        port = randrange(20_000, 30_000)  # noqa: S311  no secret
        with closing(socket.socket()) as taken, suppress(OSError):
            taken.bind(("127.0.0.1", port))
            return port


def intake_lost_at_kill(scale: Scale) -> Measured:
    """Updates that nobody ever answered, or comments that are nowhere, after three kills with -9."""
    speakers = scale.speakers
    with open_door() as door, TemporaryDirectory() as folder:
        town = Path(folder) / "town"
        on = asyncio.run(found(town, speakers=speakers))
        lost = _lost(door, ours(town), on, speakers)
        with closing(sqlite3.connect(town / "bashke.sqlite3")) as disk:
            [(comments,)] = disk.execute("SELECT count(*) FROM comments").fetchall()
        peers = {name: _lost(door, PEERS[name], on, speakers) for name in ("PTB polling", "aiogram polling")}
    said = "; ".join(f"{name} {count}" for name, count in peers.items())
    return Measured(
        max(lost, speakers - comments),
        f"{speakers * len(STEPS)} updates, killed with -9 after a quarter, half and three quarters of the replies and "
        f"started again: {lost} replies and {speakers - comments} of {speakers} comments lost; under the same: {said}",
    )


def _lost(door: Door, who: Entrant, on: ConsultationId, speakers: int) -> int:
    """How many replies are lacking after three kills."""
    updates = comments_of(speakers, on, SystemClock().now())
    door.begin()
    door.ask("updates", updates=updates)
    order = {"telegram": door.url, **who.order}
    for share in (0.25, 0.5, 0.75):
        enough = int(len(updates) * share)
        subject = Subject(who.subject, order)
        until(lambda: door.accepted() >= enough or _is_quiet(door), PATIENCE)  # noqa: B023  asked at once
        subject.kill()
    with running(who.subject, order):
        until(lambda: _is_quiet(door), PATIENCE)
    last = FIRST_SPEAKER + speakers
    return int(door.ask("missing", first=FIRST_SPEAKER, last=last, least=len(STEPS)))


def _is_quiet(door: Door) -> bool:
    """Whether nothing waits to be fetched and nothing has arrived for some seconds."""
    counts = door.ask("counts")
    if counts["pending"]:
        return False
    time.sleep(3)
    return bool(door.ask("counts") == counts)
