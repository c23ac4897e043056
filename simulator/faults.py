"""Faults on demand: what a network and a tired server do to the next calls."""

from dataclasses import dataclass
from typing import Literal

FaultKind = Literal[
    "429",
    "500",
    "html_502",
    "refused",
    "cut_before",
    "cut_after",
    "timeout_before",
    "timeout_after",
    "slow",
]
"""429, 500, html_502: nothing is done, the server says so.
refused: no connection is made, so nothing can have left; over HTTP, where there is one already, it is cut.
cut_before / cut_after: the connection is cut before / after the work is done.
timeout_before / timeout_after: the answer never comes, and nothing / everything was done.
slow: it is done, and the answer takes `seconds`."""


@dataclass(frozen=True)
class Fault:
    """What happens to the next `times` calls of `method` (any if None) to `chat_id` (any if None)."""

    kind: FaultKind
    method: str | None = None
    chat_id: int | None = None
    times: int | None = 1
    """None is until the faults are cleared."""
    skip: int = 0
    """So many fitting calls pass unharmed first."""
    retry_after: int = 5
    seconds: float = 6.0

    def fits(self, method: str, chat_id: object) -> bool:
        """Whether this call is meant."""
        return self.method in {None, method} and self.chat_id in {None, chat_id}


@dataclass
class _Armed:
    fault: Fault
    skip: int
    left: int | None


class Faults:
    """The faults that are still to come, in the order they were added."""

    def __init__(self) -> None:
        self._armed: list[_Armed] = []

    def add(self, fault: Fault) -> None:
        """Let it happen to the calls from now on."""
        self._armed.append(_Armed(fault=fault, skip=fault.skip, left=fault.times))

    def clear(self) -> None:
        """The network is well again."""
        self._armed.clear()

    def take(self, method: str, chat_id: object) -> Fault | None:
        """The fault that befalls this call, if any; it is used up by one."""
        if not self._armed:
            return None
        armed = next((each for each in self._armed if each.fault.fits(method, chat_id)), None)
        return self._use(armed) if armed else None

    def _use(self, armed: _Armed) -> Fault | None:
        if armed.skip:
            armed.skip -= 1
            return None
        if armed.left is not None:
            armed.left -= 1
        if armed.left == 0:
            self._armed.remove(armed)
        return armed.fault
