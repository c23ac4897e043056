"""Servers and subjects in processes of their own, each on its core, and what the server saw of them."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any, Final
from urllib.request import Request, urlopen

SERVER_CORE: Final = 0
SUBJECT_CORE: Final = 1
LOOK_AGAIN: Final = 0.05


@dataclass(frozen=True)
class Speed:
    """How many a second there were, and how many microseconds of its core each took the subject.

    On a machine that others use as well the second is the steadier of the two.
    """

    rate: float
    cost: float

    def __str__(self) -> str:
        return f"{self.rate:.0f}/s ({self.cost:.0f} us)"


def middle(speeds: Sequence[Speed]) -> Speed:
    """The medians."""
    return Speed(median(one.rate for one in speeds), median(one.cost for one in speeds))


@dataclass(frozen=True)
class Door:
    """The fast door in its process."""

    url: str
    pid: int

    def cpu(self) -> float:
        """Seconds of its core that it has used."""
        return cpu_of(self.pid)

    def ask(self, what: str, **said: Any) -> Any:
        """Ask its control door."""
        request = Request(f"{self.url}/control/{what}", json.dumps(said).encode(), method="POST")  # noqa: S310  ours
        with urlopen(request, timeout=120) as answer:  # noqa: S310
            return json.loads(answer.read())

    def begin(self, mode: str = "free", **plan: Any) -> None:
        """Begin a new count under a plan."""
        self.ask("begin", mode=mode, **plan)

    def tally(self) -> dict[str, Any]:
        """What arrived."""
        told: dict[str, Any] = self.ask("tally")
        return told

    def accepted(self) -> int:
        """How many messages arrived."""
        return int(self.ask("counts")["accepted"])


@contextmanager
def open_door() -> Iterator[Door]:
    """A fast door on the server's core."""
    command = [sys.executable, "-m", "simulator.fast", "--port", "0", "--core", str(SERVER_CORE)]
    with subprocess.Popen(
        [*command, "--epoch", str(time.time_ns() / 1e9)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield Door(process.stdout.readline().strip(), process.pid)
        finally:
            process.kill()


class Subject:
    """Somebody who is measured."""

    def __init__(self, name: str, order: Mapping[str, Any], log: Path | None = None) -> None:
        told = json.dumps({"core": SUBJECT_CORE, **order})
        self._log = (log or Path(os.devnull)).open("ab")
        command = [sys.executable, "-m", f"benchmarks.subjects.{name}", told]
        self.process = subprocess.Popen(command, stdout=self._log, stderr=self._log)

    @property
    def is_over(self) -> bool:
        """Whether it has ended."""
        return self.process.poll() is not None

    def cpu(self) -> float:
        """Seconds of its core that it has used."""
        return cpu_of(self.process.pid)

    def megabytes(self, what: str = "VmRSS") -> float:
        """The memory it holds (VmRSS), or held at most (VmHWM)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith(what))
        return int(line.split()[1]) / 1024

    def kill(self, sign: int = signal.SIGKILL) -> None:
        """End it."""
        with suppress(ProcessLookupError):
            self.process.send_signal(sign)
        self.wait()

    def wait(self, seconds: float = 120.0) -> int:
        """Until it has ended."""
        try:
            return self.process.wait(seconds)
        finally:
            self._log.close()


@contextmanager
def running(
    name: str, order: Mapping[str, Any], *, log: Path | None = None, sign: int = signal.SIGKILL
) -> Iterator[Subject]:
    """A subject while the block runs."""
    subject = Subject(name, order, log)
    try:
        yield subject
    finally:
        subject.kill(sign)


def cpu_of(process: int) -> float:
    """Seconds of its core that a process has used, with all its threads."""
    stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


def until(what: Callable[[], bool], seconds: float) -> bool:
    """Look until it is so; False if that takes too long."""
    end = time.monotonic() + seconds
    while not what():
        if time.monotonic() > end:
            return False
        time.sleep(LOOK_AGAIN)
    return True
