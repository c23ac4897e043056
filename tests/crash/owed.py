"""What people are owed, and what they got twice: that may only be what was on its way when the power went out."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from simulator.people import Person
from tests.crash.scene import Scene

CARD = "asks for your opinion"
REMINDER = "The meeting is"


@dataclass(frozen=True)
class Owed:
    """What is in the answers, in their order, and how often somebody is told and reminded of the consultation."""

    answers: Sequence[str] = ()
    announced: int = 1
    reminded: int = 0


def doubled(heard: Sequence[str], owed: Owed) -> Counter[str]:
    """How much of each kind came twice; all that is owed has come."""
    cards = [text for text in heard if CARD in text]
    reminders = [text for text in heard if text.startswith(REMINDER)]
    answers = [text for text in heard if text not in cards + reminders]
    in_order = [text for text, _ in groupby(answers)]
    assert len(in_order) == len(owed.answers), (in_order, owed)
    assert all(words in text for words, text in zip(owed.answers, in_order, strict=True)), (in_order, owed)
    assert bool(cards) == bool(owed.announced)
    assert bool(reminders) == bool(owed.reminded)
    return Counter(
        announced=len(cards) - owed.announced,
        meeting_reminder=len(reminders) - owed.reminded,
        reply=len(answers) - len(in_order),
    )


def everybody_has_what_they_are_owed(scene: Scene, owed: Callable[[Person], Owed]) -> None:
    """In its order; twice only what stood as `sending` when the power went out, and nothing by a polite stop."""
    heard = defaultdict(list)
    for entry in scene.world.log:
        if entry.direction == "out":
            heard[entry.chat_id].append(entry.text)
    doubtful = Counter((scene.chats[person], kind) for death in scene.deaths for person, kind in death)
    twice = Counter(
        {
            (person.id, kind): count
            for person in scene.people[1:]
            for kind, count in doubled(heard[person.id], owed(person)).items()
        }
    )
    assert +twice <= doubtful
    assert not any(scene.drained)
