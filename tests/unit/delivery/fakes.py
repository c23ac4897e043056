"""Fakes that work: a queue in a dictionary, a messenger that remembers, a writer, an empty workshop."""

from collections.abc import Callable, Mapping, Sequence, Set
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from types import SimpleNamespace

from delivery.courier import Courier
from delivery.desk import nobody_knows
from delivery.habits import Habits
from delivery.limits import Limits, Pace
from participation.clock import HandClock
from participation.ids import CampaignId, ConsultationId, PersonId
from participation.letters import Announced, Lane, Letter, Reply
from participation.messages import Message
from participation.people.model import Language, Person, QuietHours
from participation.post import Address, Doubtful, Gate, Later, Moved, Outcome, Parcel, Sent, Settled

START = datetime(2023, 6, 12, 8, 0, tzinfo=UTC)
TIMED_OUT = Doubtful("timeout")
NEVER = QuietHours(time(0), time(0))


@dataclass
class Row:
    parcel: Parcel
    due: datetime
    state: str = "waiting"
    outcome: object = None


class FakeQueue:
    """The outbox in memory, with the order and the states that the port asks for."""

    def __init__(self) -> None:
        self.rows: dict[int, Row] = {}
        self.stopped: dict[CampaignId, str] = {}
        self.kept: Gate | None = None
        self.doubtful_after_crash = 0
        self.unexpanded: list[tuple[Parcel, datetime]] = []
        self.moved: dict[PersonId, int] = {}
        self.marked: list[tuple[int, ...]] = []
        self.batches: list[int] = []
        self.failures = 0

    def add(self, person: int, letter: Letter | str, lane: Lane = Lane.REPLY, due: datetime = START, **more) -> int:
        if isinstance(letter, str):
            letter = Reply(Message(letter))
        number = len(self.rows) + 1
        parcel = Parcel(number, PersonId(person), lane, letter, more.pop("use_by", None), 0, **more)
        self.rows[number] = Row(parcel, due)
        return number

    def announce(self, people: Sequence[int], letter: Letter, campaign: int = 1) -> None:
        for person in people:
            parcel = Parcel(0, PersonId(person), Lane.ANNOUNCEMENT, letter, None, 0, CampaignId(campaign))
            self.unexpanded.append((parcel, START))

    def outcome(self, number: int) -> object:
        return self.rows[number].outcome

    def states(self) -> set[str]:
        return {row.state for row in self.rows.values()}

    async def begin(self) -> int:
        return self.doubtful_after_crash

    async def expand(self, now: datetime, chunk: int) -> int:
        batch, self.unexpanded = self.unexpanded[:chunk], self.unexpanded[chunk:]
        for parcel, due in batch:
            number = len(self.rows) + 1
            self.rows[number] = Row(replace(parcel, id=number), due)
        return len(batch)

    async def claim(self, now: datetime, *, limit: int, others: int, lease: timedelta) -> Sequence[Parcel]:
        if self.failures:
            self.failures -= 1
            raise ConnectionError("the database is away")
        busy = {row.parcel.person for row in self.rows.values() if row.state in {"claimed", "sending"}}
        due: list[Row] = []
        for row in sorted(self.rows.values(), key=lambda r: (r.parcel.lane, r.parcel.id)):
            if row.state == "waiting" and row.due <= now and row.parcel.person not in busy:
                busy.add(row.parcel.person)
                due.append(row)
        no_replies = [row for row in due[limit:] if row.parcel.lane is not Lane.REPLY]
        claimed = due[:limit] + no_replies[:others]
        for row in claimed:
            row.state = "claimed"
        return [row.parcel for row in claimed]

    async def mark_sending(self, parcels: Sequence[int]) -> set[int]:
        going = [number for number in parcels if self.rows[number].state == "claimed"]
        self.marked.append(tuple(going))
        for number in going:
            self.rows[number].state = "sending"
        return set(going)

    async def settle(self, settled: Sequence[Settled]) -> None:
        self.batches.append(len(settled))
        for each in settled:
            self._settle(self.rows[each.parcel], each)

    def _settle(self, row: Row, settled: Settled) -> None:
        assert row.state in {"claimed", "sending"}
        row.outcome = settled.outcome
        if settled.retry_at is None:
            row.state = "done"
            return
        match settled.outcome:
            case Moved(to=to):
                self.moved[row.parcel.person] = to
            case Doubtful() | Later(counts=True):
                row.parcel = replace(row.parcel, attempts=row.parcel.attempts + 1)
        match settled.outcome:
            case Doubtful(done=done) | Later(done=done):
                row.parcel = replace(row.parcel, done=max(row.parcel.done, done))
        row.state, row.due = "waiting", settled.retry_at

    async def call_forward(self, now: datetime, was: datetime) -> None:
        for row in self.rows.values():
            is_near = row.outcome is not None or row.parcel.lane <= Lane.URGENT or row.due <= was
            if row.state == "waiting" and is_near:
                row.due = min(row.due, now)

    async def stop_campaign(self, campaign: CampaignId, reason: str) -> None:
        self.stopped[campaign] = reason
        for row in self.rows.values():
            if row.parcel.campaign == campaign and row.state == "waiting":
                row.state = "cancelled"

    async def next_due(self) -> datetime | None:
        return min((row.due for row in self.rows.values() if row.state == "waiting"), default=None)

    async def addresses(self, people: Sequence[PersonId]) -> Mapping[PersonId, Address]:
        return {person: Address(1, self.moved.get(person, person)) for person in people if person < 900_000}

    async def gate(self) -> Gate | None:
        return self.kept

    async def keep(self, gate: Gate) -> None:
        self.kept = gate


@dataclass
class FakeChannel:
    """Remembers what it was given and when; answers with what was prepared for a text, or takes it."""

    clock: HandClock
    answers: dict[str, list[Outcome | Exception]] = field(default_factory=dict)
    heard: list[tuple[datetime, int, str]] = field(default_factory=list)
    overs: list[int | None] = field(default_factory=list)
    done: list[int] = field(default_factory=list)

    down_until: datetime = START
    hears: Outcome = TIMED_OUT
    """What a message hears while the line is down."""

    def cost(self, message: Message) -> int:
        return 1

    async def is_up(self) -> bool:
        return self.clock.now() >= self.down_until

    async def send(self, message: Message, *, to: Address, over: int | None, done: int = 0) -> Outcome:
        self.done.append(done)
        self.heard.append((self.clock.now(), to.chat, message.body))
        self.overs.append(over)
        if self.clock.now() < self.down_until:
            return self.hears
        prepared = self.answers.get(message.body)
        answer = prepared.pop(0) if prepared else Sent(len(self.heard))
        if isinstance(answer, Exception):
            raise answer
        return answer

    def texts(self) -> list[str]:
        return [text for _, _, text in self.heard]

    def times(self) -> list[datetime]:
        return [at for at, _, _ in self.heard]


@dataclass
class FakeWriter:
    """Writes the kind of a letter; counts how often, and can be told to fail or to find nothing."""

    written: list[tuple[Letter, Language | None]] = field(default_factory=list)
    void: set[Letter] = field(default_factory=set)
    broken: dict[Letter, int] = field(default_factory=dict)
    unconcerned: set[PersonId] = field(default_factory=set)

    async def concerned(self, letter: Letter, readers: Sequence[PersonId], *, uow: object) -> Set[PersonId]:
        return set(readers) - self.unconcerned

    async def render(self, letter: Letter, *, language: Language | None, uow: object, now: datetime) -> Message | None:
        self.written.append((letter, language))
        if self.broken.get(letter, 0):
            self.broken[letter] -= 1
            raise KeyError("somebody's secret words")
        return None if letter in self.void else Message(f"{type(letter).__name__} in {language}")


class Places:
    """Finds people: odd ones speak English; from 500 on they sleep from nine in the evening to eight."""

    async def get_all(self, people: Sequence[PersonId]) -> Mapping[PersonId, Person]:
        return {person: await self.get(person) for person in people}

    async def get(self, person: PersonId) -> Person:
        quiet = QuietHours() if person >= 500 else NEVER
        return Person(person, Language.EN if person % 2 else Language.SQ, quiet=quiet)


@asynccontextmanager
async def workshop():
    yield SimpleNamespace(people=Places())


@dataclass
class House:
    """A courier with all its fakes."""

    clock: HandClock = field(default_factory=lambda: HandClock(START))
    queue: FakeQueue = field(default_factory=FakeQueue)
    writer: FakeWriter = field(default_factory=FakeWriter)
    limits: Limits = field(default_factory=Limits)
    habits: Habits = field(default_factory=Habits)
    is_told: Callable[[Exception], bool] = nobody_knows

    def __post_init__(self) -> None:
        self.channel = FakeChannel(self.clock)
        self.courier = Courier(
            queue=self.queue,
            channel=self.channel,
            letters=self.writer,
            workshop=workshop,
            clock=self.clock,
            pace=Pace(self.limits),
            habits=self.habits,
            jitter=lambda: 0.0,
            fault=lambda: "F00D",
            is_told=self.is_told,
        )


def announcement(number: int = 7) -> Announced:
    return Announced(ConsultationId(number))
