"""What the door does to whoever sends too fast, and what goes wrong on the way as it was planned."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil
from typing import Any, Final, Literal, Self

Mode = Literal["strict", "mild", "slow", "free"]
MODES: Final[tuple[Mode, ...]] = ("strict", "mild", "slow", "free")
SLOWEST: Final = (6.0, 9.0)
"""Between these many seconds an answer takes where all is slow."""

Kind = Literal["429", "500", "cut", "late"]


@dataclass(frozen=True)
class Fault:
    """What happens to one send: refused for some seconds, failed, accepted and cut, or accepted and late."""

    kind: Kind
    seconds: float = 0.0


@dataclass(frozen=True)
class Plan:
    """How the door behaves."""

    mode: Mode = "free"
    latency: float = 0.0
    """Seconds each answer takes."""
    per_second: float = 30.0
    burst: int = 30
    shut_for: float = 5.0
    blocked: int = 0
    """Of a hundred chats so many have blocked the bot."""
    faults: Mapping[int, Fault] = field(default_factory=dict)
    """What happens to the n-th send, counted from one."""

    @classmethod
    def read(cls, said: Mapping[str, Any]) -> Self:
        """A plan from JSON, its faults as `{"400": ["429", 5]}`."""
        faults = {int(number): Fault(*told) for number, told in said.get("faults", {}).items()}
        return cls(**{**said, "faults": faults})

    def has_blocked(self, chat: int) -> bool:
        """Whether somebody is among those who have blocked the bot: the same ones each time."""
        return bool(self.blocked) and (chat * 2654435761 >> 7) % 100 < self.blocked

    def delay(self, number: int) -> float:
        """Seconds the answer to the n-th call takes."""
        if self.mode != "slow":
            return self.latency
        least, most = SLOWEST
        return least + (most - least) * (number * 2654435761 % 1000) / 1000


class Gate:
    """The limit of one token: a bucket that fills evenly; strict ones are shut by whoever overdraws."""

    def __init__(self, plan: Plan, now: float) -> None:
        self._plan = plan
        self._level = float(plan.burst)
        self._at = now
        self._shut_until = 0.0

    def refuses(self, cost: int, now: float) -> int:
        """Seconds to wait before these messages may be sent; 0 lets them through and counts them."""
        if now < self._shut_until:
            return ceil(self._shut_until - now)
        plan = self._plan
        if plan.mode not in {"strict", "mild"}:
            return 0
        self._level = min(float(plan.burst), self._level + (now - self._at) * plan.per_second)
        self._at = now
        if self._level + 1e-9 >= cost:
            self._level -= cost
            return 0
        if plan.mode == "strict":
            return self.shut(plan.shut_for, now)
        return max(ceil((cost - self._level) / plan.per_second), 1)

    def shut(self, seconds: float, now: float) -> int:
        """Refuse everything for so long."""
        self._shut_until = max(self._shut_until, now + seconds)
        return ceil(seconds)
