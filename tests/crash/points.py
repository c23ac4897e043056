"""The points at which a life may end: before and after each call over a port, and around each commit.

Nothing of it is in the product. The child wraps, in its own process, what fulfils the ports, and counts what passes.
Where Telegram has heard and its answer is not yet in, the world pulls the plug (`scene.py`).
"""

import os
import signal
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import wraps
from inspect import iscoroutinefunction
from typing import Any

from bot.intake import Intake
from bot.transport import AiohttpRequest
from bot.webhook import Webhook
from bot.wiring import Service
from delivery import ports
from delivery.channels.telegram import TelegramChannel
from storage.queue import Queue
from storage.sqlite import Sqlite

HEARD = "telegram heard "
"""How points begin at which the world pulls the plug."""


@dataclass(frozen=True)
class Plug:
    """At which point of a life the power goes out, and at which passage of it."""

    point: str = ""
    passage: int = 1


NEVER = Plug()


@dataclass
class Watch:
    """Counts how often this life passes each point; ends it at one, and has the service told to stop at another."""

    ends: Plug = NEVER
    stops: Plug = NEVER
    stop: Callable[[], object] | None = None
    passed: Counter[str] = field(default_factory=Counter)
    stopping: bool = False

    def __call__(self, point: str) -> None:
        name = f"stopping: {point}" if self.stopping else point
        self.passed[name] += 1
        here = Plug(name, self.passed[name])
        if here == self.ends:
            os.kill(os.getpid(), signal.SIGKILL)
        if here == self.stops and self.stop is not None:
            self.stopping = True
            self.stop()

    def on_commit(self, when: str) -> None:
        """A commit has no name of its own: it is known by what it belongs to."""
        self(f"{when} commit")
        self(f"{when} commit in {_DOING.get()}")


_DOING: ContextVar[str] = ContextVar("doing", default="none")


def verbs_of(port: type) -> Sequence[str]:
    """What can be asked for over a port."""
    return [name for name, found in vars(port).items() if callable(found) and not name.startswith("_")]


PORTS: Sequence[tuple[str, type, Sequence[str]]] = (
    ("queue", Queue, verbs_of(ports.Queue)),
    ("channel", TelegramChannel, verbs_of(ports.Channel)),
    ("intake", Intake, ("take",)),
    ("webhook", Webhook, ("hand_in", "take")),
    ("service", Service, ("stop",)),
    ("dialect", Sqlite, ("rebuild", "empty_log")),
)


def wrap_ports(watch: Watch) -> None:
    """From now on whatever crosses a port in this process is seen."""
    for name, room, verbs in PORTS:
        for verb in verbs:
            setattr(room, verb, watched(getattr(room, verb), f"{name}.{verb}", watch))


def watched(do: Callable[..., Any], name: str, watch: Watch) -> Callable[..., Any]:
    """The same, with a point before and one after."""

    @wraps(do)
    async def later(*given: Any, **more: Any) -> Any:
        with _between(name, watch):
            return await do(*given, **more)

    @wraps(do)
    def at_once(*given: Any, **more: Any) -> Any:
        with _between(name, watch):
            return do(*given, **more)

    return later if iscoroutinefunction(do) else at_once


@contextmanager
def _between(name: str, watch: Watch) -> Iterator[None]:
    watch(f"before {name}")
    former = _DOING.set(name)
    try:
        yield
    finally:
        _DOING.reset(former)
    watch(f"after {name}")


class WatchedRoad(AiohttpRequest):
    """The road to Telegram, with a point before the bytes of each method go and one when its answer is in."""

    def __init__(self, watch: Watch) -> None:
        super().__init__()
        self._watch = watch

    async def do_request(self, url: str, *given: Any, **more: Any) -> tuple[int, bytes]:
        do = watched(super().do_request, url.rsplit("/", 1)[-1], self._watch)
        answer: tuple[int, bytes] = await do(url, *given, **more)
        return answer
