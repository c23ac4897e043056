"""What should never be so, asked of the queue: a row for each, with its limit and what to do about it.

An alarm rings from when its measure is beyond the limit until it has fallen to half of it; in between, and where nobody
knows yet, it stays as it was. That it rings is kept in the database, so a restart says nothing twice, and whatever
process is asked knows of it.
"""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final, Protocol

from participation.clock import local_day

GRACE: Final = timedelta(minutes=5)
"""How long after its lease a message may be on its way."""
PATIENCE: Final = timedelta(seconds=60)
"""How long a reply may wait."""
OFTEN: Final = timedelta(seconds=15)
SELDOM: Final = timedelta(minutes=1)
"""For what has to be counted: a great announcement takes some tenths of a second, in which nobody writes."""
LATELY: Final = timedelta(hours=1)
FEW: Final = 20
"""Of fewer than these no share is taken."""
REMEMBERED: Final = 40
"""Replies of each bot."""
EVERY: Final = 1_000_000
"""As many announcements as there can be."""


Mark = tuple[int, bytes]
"""A reply by its number, which another may have had before, and its seal, which no other has."""


class Watch(Protocol):
    """The queue as the watchdogs see it."""

    async def stuck(self, before: datetime) -> Mapping[int, int]:
        """How much each bot has on its way whose lease ended before then."""
        ...

    async def failing(self, since: datetime) -> Mapping[int, tuple[int, int]]:
        """How many messages of each bot failed since then, and where any did, how many arrived."""
        ...

    async def refused(self, day: date) -> Mapping[int, tuple[int, int]]:
        """How many replies of each bot ended badly on a day, and how many updates came on it, if any did."""
        ...

    async def balances(self, *, after: int, most: int) -> Mapping[int, int]:
        """By how many people the next announcements do not add up, once they are done."""
        ...

    async def replies(self, now: datetime, known: Collection[int]) -> Mapping[int, tuple[bool, Collection[Mark]]]:
        """Whether each bot was told to wait, and its first and its last reply that could leave, and the known ones."""
        ...

    async def ring(self, alarm: str, day: date) -> bool:
        """Keep that an alarm rings; returns whether that is new, or was not said on this day."""
        ...

    async def hush(self, alarm: str) -> bool:
        """Forget it; returns whether it rang."""
        ...

    async def ringing(self) -> Sequence[str]:
        """The alarms that ring."""
        ...


@dataclass
class Memory:
    """What is remembered from look to look and written nowhere: since when which replies have been seen to wait.

    Of a reply no moment is kept. So at each look the first and the last that wait are noted: where the first is still
    there later it is stuck, where the last is the queue is too long.
    """

    most: int = 1
    """How many announcements are counted at a look: a great one has a million rows."""
    counted: int = 0
    began: datetime | None = None
    seen: dict[int, dict[Mark, datetime]] = field(default_factory=dict)
    """By bot."""
    asked: dict[str, datetime] = field(default_factory=dict)
    """When each watchdog was asked last."""

    def may_ask(self, name: str, every: timedelta, now: datetime) -> bool:
        """Whether it is time to ask again; also where the clock was set back."""
        last = self.asked.get(name)
        if last is not None and timedelta() <= now - last < every:
            return False
        self.asked[name] = now
        return True

    @property
    def known(self) -> Collection[int]:
        """The numbers of those that were seen to wait."""
        return [number for marks in self.seen.values() for number, _ in marks]

    def see(self, bot: int, waiting: Collection[Mark], now: datetime) -> None:
        """These wait, and all others are forgotten; where they are many, every other one is."""
        self.began = min(self.began or now, now)
        before = self.seen.get(bot, {})
        since = {mark: min(before.get(mark, now), now) for mark in waiting}
        marks = sorted(since.items(), key=lambda each: each[1])
        self.seen[bot] = dict(marks if len(marks) <= REMEMBERED else marks[::2])

    def longest(self, bot: int, now: datetime) -> float | None:
        """For how many seconds a bot's replies have been seen to wait, if that is known yet."""
        since = min(self.seen[bot].values(), default=now)
        began = self.began or now
        return (now - since).total_seconds() if not self.seen[bot] or now - began > PATIENCE else None


Measures = Mapping[int, float]
"""By what it is about: the number of a bot or of an announcement. What is not known is not in it."""


@dataclass(frozen=True)
class Watchdog:
    """A question to the queue, the limit of what is well, and what to do beyond it."""

    name: str
    look: Callable[[Watch, Memory, datetime], Awaitable[Measures]]
    limit: float
    sentence: str
    every: timedelta = OFTEN


async def _stuck(watch: Watch, _: Memory, now: datetime) -> Measures:
    return await watch.stuck(now - GRACE)


async def _unbalanced(watch: Watch, memory: Memory, _: datetime) -> Measures:
    """A few at each look, all of them in turn."""
    found = await watch.balances(after=memory.counted, most=memory.most)
    memory.counted = max(found, default=0)
    return found


async def _failing(watch: Watch, _: Memory, now: datetime) -> Measures:
    found = await watch.failing(now - LATELY)
    return {bot: _share(failed, failed + sent) for bot, (failed, sent) in found.items()}


async def _refused(watch: Watch, _: Memory, now: datetime) -> Measures:
    found = await watch.refused(local_day(now))
    return {bot: _share(refused, came) for bot, (refused, came) in found.items()}


def _share(part: int, whole: int) -> float:
    return part / whole if whole >= FEW else 0


async def _waiting(watch: Watch, memory: Memory, now: datetime) -> Measures:
    return await _waits(watch, memory, now, told_to=False)


async def _silenced(watch: Watch, memory: Memory, now: datetime) -> Measures:
    return await _waits(watch, memory, now, told_to=True)


async def _waits(watch: Watch, memory: Memory, now: datetime, *, told_to: bool) -> Measures:
    """For how many seconds each bot's replies have been seen to wait, if that is why they do."""
    found = await watch.replies(now, memory.known)
    for bot, (_, waiting) in found.items():
        memory.see(bot, waiting, now)
    waits = {bot: memory.longest(bot, now) if is_shut is told_to else 0 for bot, (is_shut, _) in found.items()}
    return {bot: wait for bot, wait in waits.items() if wait is not None}


WATCHDOGS: Final = (
    Watchdog(
        "stuck",
        _stuck,
        0,
        "Messages of bot %s have been on their way for more than six minutes without an outcome. "
        "Restart the service: they are sent again, some perhaps a second time",
    ),
    Watchdog(
        "accounts",
        _unbalanced,
        0,
        "The messages of announcement %s are not as many as the people it was for. "
        "Make a backup now (`bashke backup`), and tell those who made Bashkë",
        every=SELDOM,
    ),
    Watchdog(
        "failures",
        _failing,
        0.05,
        "More than one in twenty messages of bot %s failed in the last hour: the column `reason` of `parcels` says why",
        every=SELDOM,
    ),
    Watchdog(
        "refusals",
        _refused,
        0.05,
        "More than one in twenty replies of bot %s were given up today: the log says why",
        every=SELDOM,
    ),
    Watchdog(
        "replies",
        _waiting,
        PATIENCE.total_seconds(),
        "Replies of bot %s have waited for more than a minute: is its courier at work, and does Telegram answer?",
    ),
    Watchdog(
        "silenced",
        _silenced,
        PATIENCE.total_seconds(),
        "Bot %s may not speak, for Telegram told it to wait or the line is down, and replies have waited for more than "
        "a minute. It goes on by itself; if it happens again, lower BASHKE_MESSAGES_PER_SECOND",
    ),
)
SENTENCES: Final = {dog.name: dog.sentence for dog in WATCHDOGS}


def sentence_of(alarm: str) -> str:
    """What an alarm says; one of another version has its name only."""
    name, _, subject = alarm.partition(" ")
    return SENTENCES[name] % subject if name in SENTENCES else alarm


@dataclass(frozen=True)
class Change:
    """An alarm that begins, lasts into another day, or is over."""

    alarm: str
    rings: bool


async def look(watch: Watch, memory: Memory, now: datetime, *, today: date) -> Sequence[Change]:
    """Ask all whose time it is; returns what has changed."""
    asked = [dog for dog in WATCHDOGS if memory.may_ask(dog.name, dog.every, now)]
    return [change for dog in asked for change in await _changes(dog, watch, memory, now, today)]


async def _changes(dog: Watchdog, watch: Watch, memory: Memory, now: datetime, today: date) -> Sequence[Change]:
    changes: list[Change] = []
    for alarm, measure in (await _measured(dog, watch, memory, now)).items():
        if measure > dog.limit and await watch.ring(alarm, today):
            changes.append(Change(alarm, rings=True))
        if measure <= dog.limit / 2 and await watch.hush(alarm):
            changes.append(Change(alarm, rings=False))
    return changes


async def standing(watch: Watch, now: datetime) -> Sequence[str]:
    """The alarms that ring, and those that would at the next look; nothing is changed by it."""
    memory = Memory(most=EVERY)
    found = {alarm for dog in WATCHDOGS for alarm in await _beyond(dog, watch, memory, now)}
    return sorted(found.union(await watch.ringing()))


async def _beyond(dog: Watchdog, watch: Watch, memory: Memory, now: datetime) -> Sequence[str]:
    return [alarm for alarm, measure in (await _measured(dog, watch, memory, now)).items() if measure > dog.limit]


async def _measured(dog: Watchdog, watch: Watch, memory: Memory, now: datetime) -> Mapping[str, float]:
    return {f"{dog.name} {subject}": measure for subject, measure in (await dog.look(watch, memory, now)).items()}
