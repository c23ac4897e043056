"""How fast we may speak: evenly for the whole token, and humbly after a 429. What each chat bears is in `chats.py`.

A `Pace` is a value: each question takes the time and may give back the next pace. Nothing here waits.

    rate     starts at `per_second`, spaced evenly, never in bursts: Telegram's 30 a second are not exact
    429      the gate is shut for as long as asked, and the rate falls: a little after one that stands alone, for the
             wait was the remedy; much after one that comes soon after another; it rises again while all is quiet
    silence  when several calls in a row fail the line is down: it is left alone for a while, longer each time
    clock    one that steps back takes all moments back with it
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from participation.post import Gate

LONG_AGO = datetime.min.replace(tzinfo=UTC)
TREMBLING = timedelta(seconds=5)
"""By so much a clock may go back for a moment; it is not worth a thought."""
MOST_FAILURES = 100
"""Nobody counts further."""
MOMENTS = ("free_at", "shut_until", "share_since")
OPEN = Gate(LONG_AGO, 1.0, LONG_AGO)
"""The gate of a token that was never told to be silent."""


@dataclass(frozen=True)
class Limits:
    """The numbers; seconds, messages a second, and shares of the full rate."""

    per_second: float = 28.0
    chat_gap: float = 1.05
    group_gap: float = 3.1
    burst: int = 3
    slower: float = 0.97
    slower_again: float = 0.7
    """What is left of the rate after a 429, and after one that comes `soon`."""
    soon: float = 20.0
    slowest: float = 0.1
    regain: float = 0.005
    """What comes back in each quiet second."""
    bad_luck: int = 3
    longest_silence: float = 30.0
    longest_gate: timedelta = timedelta(days=1)
    """Nobody asks for more; a gate that is shut for longer was shut by another clock."""


@dataclass(frozen=True)
class Pace:
    """Where one token stands: when it may speak next, and to which chats not yet."""

    limits: Limits = Limits()
    free_at: datetime = LONG_AGO
    shut_until: datetime = LONG_AGO
    share: float = 1.0
    share_since: datetime = LONG_AGO
    failures: int = 0
    seen: datetime = LONG_AGO
    """The latest moment at which it was asked."""

    def rate(self, now: datetime) -> float:
        """Messages a second at this moment."""
        return self.limits.per_second * min(1.0, self.share + self.limits.regain * self._quiet(now))

    def _quiet(self, now: datetime) -> float:
        """Seconds since the gate opened again."""
        return max((now - self.share_since).total_seconds(), 0.0)

    def at(self, now: datetime) -> "Pace":
        """The pace as it is now: if the clock was set back, the moments go back with it, or we would wait for them."""
        if not self.is_ahead_of(now):
            return replace(self, seen=max(self.seen, now))
        back = self.seen - now
        earlier = {name: max(getattr(self, name), LONG_AGO + back) - back for name in MOMENTS}
        return replace(self, **earlier, seen=now)

    def is_ahead_of(self, now: datetime) -> bool:
        """Whether the clock was set back since it was asked last."""
        return self.seen - now > TREMBLING

    @property
    def gate(self) -> Gate:
        """What of it a restart must not forget."""
        return Gate(self.shut_until, self.share, self.share_since)

    def behind(self, gate: Gate) -> "Pace":
        """The pace that goes on behind this gate."""
        return replace(self, shut_until=gate.shut_until, share=gate.share, share_since=gate.share_since)

    @property
    def is_down(self) -> bool:
        """Whether the line itself seems to be down: what fails now is not the fault of a message."""
        return self.failures >= self.limits.bad_luck

    def is_shut(self, now: datetime) -> bool:
        """Whether nothing may leave."""
        return now < self.shut_until

    def book(self, *, cost: int, now: datetime) -> tuple["Pace", datetime]:
        """Take the next slot, for `cost` messages; returns the pace after it, and the slot."""
        slot = max(self.free_at, now)
        return replace(self, free_at=slot + timedelta(seconds=cost / self.rate(now))), slot

    def shut(self, until: datetime) -> "Pace":
        """Shut the gate until then; it never opens earlier than it was to."""
        return replace(self, shut_until=max(self.shut_until, until))

    def refuse(self, now: datetime, until: datetime) -> "Pace":
        """After a 429: shut the gate until then, and lower the rate once for each time it is shut."""
        shut = replace(self.shut(until), share_since=max(self.shut_until, until))
        if self.is_shut(now):
            return shut
        left = self.limits.slower_again if self._quiet(now) < self.limits.soon else self.limits.slower
        share = self.rate(now) / self.limits.per_second * left
        return replace(shut, share=max(share, self.limits.slowest))

    def fail(self, now: datetime) -> "Pace":
        """A call failed on the way: after a few in a row, leave the line alone, longer each time."""
        failed = replace(self, failures=min(self.failures + 1, MOST_FAILURES))
        if not failed.is_down or self.is_shut(now):
            return failed
        silence = min(2.0 ** (failed.failures - self.limits.bad_luck), self.limits.longest_silence)
        return failed.shut(now + timedelta(seconds=silence))

    def arrive(self) -> "Pace":
        """A call got through: the line is well."""
        return replace(self, failures=0) if self.failures else self
