"""The real service in a process of its own that pulls its own plug at the point it was told.

Started once as `python -m tests.crash.child`; for every order it reads it forks itself, with everything imported
already, says the child's number, waits for its end and says how it ended. So a life begins in a tenth of a second
and ends as in a power cut: SIGKILL, no clean-up, nothing flushed that was not committed.
"""

import asyncio
import gc
import json
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

from bot import logs
from bot.settings import Settings
from bot.wiring import Service, open_service
from delivery.habits import Habits
from scheduler.jobs import jobs
from tests.crash import disk
from tests.crash.dial import Dial
from tests.crash.points import NEVER, Plug, Watch, WatchedRoad, watched, wrap_ports
from tests.town import announce, open_town

LONGEST_LIFE = 900
"""Seconds; whoever tests us may be gone."""
BRISK = Habits(slice_seconds=0.15, tick=0.05, breath=0.01)
"""The dial is moved by others, so a courier that rests looks again soon; and a slice is more than one message."""
BEAT = 0.03


@dataclass(frozen=True)
class Order:
    """Which house to serve, where Telegram is, at which point to stop if at any, and at which to die."""

    folder: str
    telegram: str
    token: str
    database: str = ""
    """Its address, where it is no file in the folder."""
    ends: Plug = NEVER
    stops: Plug = NEVER
    port: int = 0
    """Where updates are brought to; 0 where they are asked for."""
    by_rounds: bool = False
    """Do one thing after the other instead of all at once: no commit while an answer is on its way."""
    durable: bool = True
    """Wait for the disk."""
    beats: bool = False
    """Let time make happen what it makes happen, many times a second."""

    def json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, said: Mapping[str, Any]) -> Self:
        return cls(**said | {name: Plug(**said[name]) for name in ("ends", "stops")})


def settings_of(order: Order) -> Settings:
    folder = Path(order.folder)
    here = f"127.0.0.1:{order.port}"
    hooked = {"webhook_url": f"http://{here}", "listen": here} if order.port else {}
    return Settings(
        _env_file=None,
        token=order.token,
        telegram_url=order.telegram,
        database_url=order.database or f"sqlite:///{folder / 'bashke.sqlite3'}",
        key_file=folder / "bashke.key",
        **hooked,
    )


async def serve(order: Order) -> None:
    watch = Watch(order.ends, order.stops)
    wrap_ports(watch)
    with Dial(Path(order.folder) / "dial") as dial:

        def on_commit(when: str) -> None:
            if when == "after":
                dial.count_commit()
            watch.on_commit(when)

        async with open_service(
            settings_of(order),
            dial,
            road=lambda: WatchedRoad(watch),
            habits=BRISK,
            on_commit=on_commit,
            durable=order.durable,
        ) as service:
            watch.stop = lambda: asyncio.get_running_loop().call_soon(service.stop)
            await (by_rounds(service) if order.by_rounds else at_once(service, watch, beats=order.beats))


async def at_once(service: Service, watch: Watch, *, beats: bool) -> None:
    async with asyncio.TaskGroup() as house:
        beating = house.create_task(beat(service, watch)) if beats else None
        await service.run()
        if beating is not None:
            beating.cancel()


async def beat(service: Service, watch: Watch) -> None:
    """What the metronome does in minutes, again and again."""
    known = jobs()
    while True:
        for job in known:
            await watched(service.metronome.perform, f"job {job.name}", watch)(job)
        await asyncio.sleep(BEAT)


async def by_rounds(service: Service) -> None:
    """What `Service.run` does, but each slice is written down as sent before anything else is begun."""
    [line] = service.lines
    await line.courier.begin()
    while True:
        await line.courier.deliver_due()
        await line.intake.poll(LONGEST_LIFE)


def live(order: Order) -> None:
    signal.alarm(LONGEST_LIFE)
    folder = Path(order.folder)
    (folder / "alive").write_text(str(os.getpid()))
    disk.watch(folder)
    with (folder / "log").open("a") as log:
        logs.set_up("info", log)
        asyncio.run(serve(order))


def fork(order: Order) -> int:
    """A child that lives and never comes back here; an error of it is in the log of the house."""
    number = os.fork()
    if number == 0:
        status = 1
        try:
            live(order)
            status = 0
        finally:
            os._exit(status)
    return number


async def rehearse() -> None:
    """Play everything once in this process, so that what is made at first use is inherited by every child."""
    with TemporaryDirectory() as folder:
        async with open_town(Path(folder)) as town:
            await announce(town)
            ana = await town.citizen(language="English")
            for label in ("Plani Social", "Comment"):
                await town.press(ana, label)
            await town.say(ana, "More buses.")
            for label in ("Without a name", "Send"):
                await town.press(ana, label)


def main() -> None:
    asyncio.run(rehearse())
    gc.collect()
    gc.freeze()  # or every child would copy the whole heap at its first collection
    for line in sys.stdin:
        number = fork(Order.read(json.loads(line)))
        print(number, flush=True)
        print(os.waitpid(number, 0)[1], flush=True)


if __name__ == "__main__":
    main()
