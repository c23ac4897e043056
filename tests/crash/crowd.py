"""A crowd: everybody is told of a consultation; some ask things and some comment, at moments of chance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from simulator.people import Person
from tests.crash.owed import CARD
from tests.crash.scene import Scene
from tests.crash.stories import ANSWERS

COMMENTING = (
    ("presses", "Comment", "Write what you think"),
    ("says", "More buses.", "In whose name do you write?"),
    ("presses", "Without a name", "Please check"),
    ("presses", "Send", "Your number: PR-2023-"),
)
ASKING = tuple(("says", words, answer) for words, answer in ANSWERS.items())
SCRIPTS = (ASKING, COMMENTING)
MOMENT = 0.05
"""Seconds between two looks at everybody; time goes by meanwhile, for whoever must wait after an answer."""
EVERY = 10
"""Every tenth says something: asks, or comments."""
Script = Sequence[tuple[str, str, str]]


def scripts(scene: Scene) -> Mapping[int, Script]:
    """Who says what, by chat."""
    speakers = scene.people[1::EVERY]
    return {person.id: SCRIPTS[place % len(SCRIPTS)] for place, person in enumerate(speakers)}


@dataclass
class Speaker:
    """Somebody with things to say: they begin after so many messages, and say the next when they see an answer."""

    person: Person
    script: Script
    turn: int
    said: int = 0

    def goes_on(self, scene: Scene) -> bool:
        """Say the next thing if it is time; returns whether all is said and answered."""
        sees = self.script[self.said - 1][2] if self.said else CARD
        if len(scene.world.log) <= self.turn or not _shows(self.person, sees):
            return False
        if self.said == len(self.script):
            return True
        verb, what, _ = self.script[self.said]
        self.said += 1
        self.person.presses(what) if verb == "presses" else self.person.says(None, what)
        return False


async def talk(scene: Scene, chance: Random) -> None:
    """Each begins when chance will have it, and never before their card; until all have been answered."""
    said = scripts(scene)
    speakers = [
        Speaker(person, said[person.id], chance.randrange(len(scene.people)))
        for person in scene.people
        if person.id in said
    ]

    def all_have_spoken() -> bool:
        scene.dial.move(timedelta(seconds=MOMENT))
        spoken = [speaker.goes_on(scene) for speaker in speakers]
        return all(spoken)

    await scene.until(all_have_spoken, look=MOMENT)


def _shows(person: Person, words: str) -> bool:
    """Whether these words are on the phone."""
    return any(words in message.text for message in person.chat().history.values())
