"""A crowd: everybody is told of a consultation; some ask things and some comment, at moments of chance."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
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
EVERY = 10
"""Every tenth says something: asks, or comments."""
Script = Sequence[tuple[str, str, str]]


def scripts(scene: Scene) -> Mapping[int, Script]:
    """Who says what, by chat."""
    speakers = scene.people[1::EVERY]
    return {person.id: SCRIPTS[place % len(SCRIPTS)] for place, person in enumerate(speakers)}


async def talk(scene: Scene, chance: Random) -> None:
    """Each speaks when chance will have it: so many messages after the beginning, and never before their card."""
    said = scripts(scene)
    turns = [(person, chance.randrange(len(scene.people))) for person in scene.people if person.id in said]
    async with asyncio.TaskGroup() as square:
        clock = square.create_task(_time_goes_by(scene))
        async with asyncio.TaskGroup() as speaking:
            for person, turn in turns:
                speaking.create_task(_speak(scene, person, said[person.id], turn))
        clock.cancel()


async def _time_goes_by(scene: Scene) -> None:
    """What is held back for somebody who was just answered waits for that."""
    while True:
        scene.dial.move(timedelta(milliseconds=20))
        await asyncio.sleep(0.01)


async def _speak(scene: Scene, person: Person, script: Script, turn: int) -> None:
    bot = scene.world.bot()
    acts: Mapping[str, Callable[[str], object]] = {
        "presses": lambda label: person.presses(label, bot),
        "says": lambda words: person.says(bot, words),
    }
    await scene.until(lambda: len(scene.world.log) > turn and _shows(scene, person, CARD))
    for verb, what, answer in script:
        acts[verb](what)
        await scene.until(lambda answer=answer: _shows(scene, person, answer))


def _shows(scene: Scene, person: Person, words: str) -> bool:
    """Whether these words are on the phone."""
    return any(words in message.text for message in person.chat(scene.world.bot()).history.values())
