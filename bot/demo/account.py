"""What was lost and what came twice, counted in the simulator's log and never asked of the service.

The story writes down, before each scene, which letters must reach whom; the account holds that against the log.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.demo.records import Record, records_of
from simulator.bots import Bot
from simulator.groups import Group
from simulator.people import Person
from simulator.world import Call, World

CARRIED_OUT = frozenset({"ok", "slow", "cut_after", "timeout_after"})
"""Outcomes of a call that put a message on a phone, whether or not the bot was told."""

QUIETLY = "sendChatAction"
PROMPTLY = timedelta(minutes=1)


@dataclass(frozen=True)
class Letter:
    """A letter that must reach a chat, known by words that stand in no other."""

    chat_id: int
    words: tuple[str, ...]


@dataclass(frozen=True)
class Verdict:
    """What is wrong with a log; nothing, if all is well."""

    lost: int
    doubled: int


def is_reachable(person: Person) -> bool:
    """Whether a message would arrive on this phone."""
    return not person.chat().blocked and not person.deactivated


def judged(records: Sequence[Record], expected: Iterable[Letter]) -> Verdict:
    """Hold what was expected against what the log shows."""
    repeats = repeated(records)
    once = [record for number, record in enumerate(records) if number not in repeats]
    wanted = Counter(expected)
    found = found_in(once, wanted)
    missing, surplus = wanted - found, found - wanted
    return Verdict(lost=missing.total() + unanswered(records), doubled=len(repeats) + surplus.total())


def found_in(records: Iterable[Record], letters: Iterable[Letter]) -> Counter[Letter]:
    """How often each letter reached its chat; a receipt takes the place of what was checked and is a later version."""
    heard: dict[int, list[Record]] = {}
    for record in records:
        if record.sent.direction == "out":
            heard.setdefault(record.sent.chat_id, []).append(record)
    return Counter(
        {letter: sum(_says(record, letter) for record in heard.get(letter.chat_id, ())) for letter in letters}
    )


def _says(record: Record, letter: Letter) -> bool:
    """Whether the message is the letter, or became it."""
    return any(all(words in version.text for words in letter.words) for version in record.versions)


def repeated(records: Sequence[Record]) -> set[int]:
    """The numbers of messages that say again what the chat was told before.

    A screen that somebody asks for again by writing is none: it stands right below their words. What is said in two
    topics of a forum is said of two things.
    """
    seen: set[tuple[int, str, str, str]] = set()
    last: dict[tuple[int, str], str] = {}
    repeats: set[int] = set()
    for number, record in enumerate(records):
        sent = record.sent
        where = (sent.chat_id, sent.topic)
        said = (*where, sent.text, sent.file.file_id if sent.file else "")
        if sent.direction == "out":
            if said in seen and last.get(where) != "in":
                repeats.add(number)
            seen.add(said)
        last[where] = sent.direction
    return repeats


def unanswered(records: Iterable[Record]) -> int:
    """How many words of people nobody answered: a letter that comes the next day is no answer."""
    waiting: dict[tuple[int, str], list[datetime]] = {}
    count = 0
    for sent in (record.sent for record in records):
        waits = waiting.setdefault((sent.chat_id, sent.topic), [])
        if sent.direction == "in":
            waits.append(sent.at)
        else:
            count += sum(sent.at - asked > PROMPTLY for asked in waits)
            waits.clear()
    return count + sum(map(len, waiting.values()))


def sent_by(calls: Iterable[Call]) -> int:
    """How many messages the server took from the bot; what it refused was not sent."""
    return sum(
        call.method.startswith("send") and call.method != QUIETLY and call.outcome in CARRIED_OUT for call in calls
    )


@dataclass
class Account:
    """Grows with every scene; the verdict is spoken at the end."""

    expected: list[Letter] = field(default_factory=list)
    unreachable: int = 0
    broken_off: bool = False
    """A phone lacked what its owner had to press: something did not come, whatever it was."""

    def expect(self, people: Iterable[Person], *words: str) -> None:
        """Everybody of these who can be reached must get one letter with these words, once."""
        self.expected += [Letter(person.id, words) for person in people if is_reachable(person)]

    def expect_there(self, group: Group, *words: str) -> None:
        """A group must get one message with these words, once."""
        self.expected.append(Letter(group.id, words))

    def nobody_reaches(self, people: Iterable[Person]) -> None:
        """Note how many cannot be reached when the announcement leaves."""
        self.unreachable = sum(not is_reachable(person) for person in people)


def last_line(world: World, bot: Bot, account: Account, seconds: float) -> str:
    """The line by which a run is judged."""
    records = records_of(world.log)
    verdict = judged(records, account.expected)
    sent, received = sent_by(world.calls), sum(record.sent.direction == "out" for record in records)
    lost = max(verdict.lost + max(sent - received, 0) + world.pending(bot), int(account.broken_off))
    return (
        f"sent={sent} received={received} unreachable={account.unreachable} lost={lost} "
        f"doubled={verdict.doubled} seconds={seconds:.0f}"
    )
