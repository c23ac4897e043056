"""How fast a bot may send before the server says 429.

Telegram's own algorithm is not public; these are the numbers it names: about thirty messages a second for a
token, about one a second for a chat with short bursts, twenty a minute for a group.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil
from typing import Self


@dataclass(frozen=True)
class Limits:
    """The numbers; rates are messages a second (a minute for groups), bursts are messages."""

    per_second: float = 30.0
    burst: int = 30
    chat_per_second: float = 1.0
    chat_burst: int = 5
    group_per_minute: float = 20.0
    shut_for: int = 0
    """Seconds a violation shuts the whole token; 0 refuses only the surplus."""

    @classmethod
    def mild(cls) -> Self:
        """Only the surplus is refused."""
        return cls()

    @classmethod
    def strict(cls, *, shut_for: int = 5) -> Self:
        """A violation shuts the token for some seconds, as users report."""
        return cls(shut_for=shut_for)


@dataclass
class _Bucket:
    """Fills at `rate` a second up to `size`; a message takes one out."""

    rate: float
    size: float
    level: float
    at: datetime

    def lacks(self, cost: int, now: datetime) -> float:
        """Seconds until `cost` messages fit; 0 if they fit now."""
        passed = max((now - self.at).total_seconds(), 0.0)
        self.level, self.at = min(self.size, self.level + passed * self.rate), now
        missing = min(cost, self.size) - self.level
        return missing / self.rate if missing > 1e-9 else 0.0


@dataclass
class Gate:
    """The limits of one token, and how much of them is used."""

    limits: Limits
    _buckets: dict[int | None, _Bucket] = field(default_factory=dict)
    _shut_until: datetime | None = None

    def refuses(self, chat_id: int, *, group: bool, cost: int, now: datetime) -> int:
        """Seconds to wait before these messages may be sent; 0 lets them through and counts them."""
        if self._shut_until is not None and now < self._shut_until:
            return ceil((self._shut_until - now).total_seconds())
        buckets = (self._bucket(None, self._token, now), self._bucket(chat_id, self._chat(group), now))
        wait = max(bucket.lacks(cost, now) for bucket in buckets)
        if wait:
            return self._violated(wait, now)
        for bucket in buckets:
            bucket.level -= cost
        return 0

    def _violated(self, wait: float, now: datetime) -> int:
        seconds = self.limits.shut_for or max(ceil(wait), 1)
        if self.limits.shut_for:
            self._shut_until = now + timedelta(seconds=seconds)
        return seconds

    @property
    def _token(self) -> tuple[float, float]:
        return self.limits.per_second, self.limits.burst

    def _chat(self, group: bool) -> tuple[float, float]:
        if group:
            return self.limits.group_per_minute / 60, self.limits.group_per_minute
        return self.limits.chat_per_second, self.limits.chat_burst

    def _bucket(self, key: int | None, numbers: tuple[float, float], now: datetime) -> _Bucket:
        rate, size = numbers
        return self._buckets.setdefault(key, _Bucket(rate=rate, size=size, level=size, at=now))
