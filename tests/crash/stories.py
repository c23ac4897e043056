"""What happens while a service lives and dies: a consultation is announced, and some of those who hear of it ask.

Each story is made so that the service passes a certain part of the ports; what is owed to everybody is the same in all
of them: the announcement, if there is one that can be delivered, and an answer to everything they say, in its order.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from participation.consultations.plan import Plan
from participation.meetings.model import Venue
from participation.messages import Media, MediaKind
from simulator.faults import Fault
from simulator.people import Person
from tests.crash.houses import PLAN
from tests.crash.owed import Owed, everybody_has_what_they_are_owed
from tests.crash.scene import IN_FLIGHT, Scene, group_in
from tests.town import MIDSUMMER

ANSWERS = {"/ndihme": "Help", "/privatesia": "Privacy", "/gjuha": "Language", "/te_miat": "You have not sent"}
CARD = "Urgjent: PR-S-2023-0001, Armë\nI ri"
"""What the officers' group reads of a report."""
SPEAKERS = 4
WAIT = 10
"""Seconds for which Telegram wants silence."""
BUSY = timedelta(milliseconds=20)


async def nothing_more(scene: Scene) -> None:
    """Only what is in every story."""


async def clock_set_back(scene: Scene) -> None:
    """The clock is set back again and again, each time after some words.

    Whoever is born after that does not know it: what was due before is due only when the clock is there again.
    """
    for _ in range(8):
        so_far = len(scene.world.log)
        await in_time(scene, lambda so_far=so_far: len(scene.world.log) >= so_far + 4 or scene.is_quiet())
        scene.dial.move(timedelta(minutes=-1))


async def in_time(scene: Scene, what: Callable[[], bool], *, idle: timedelta = timedelta(seconds=1)) -> None:
    """Wait until it is so: time goes by a little while something is on its way, and faster where everything waits."""

    def is_so() -> bool:
        scene.dial.move(BUSY if scene.asked(IN_FLIGHT) else idle)
        return what()

    await scene.until(is_so)


async def cut_off(scene: Scene) -> None:
    """After some messages the line is cut, until whoever finds that out has died of it; and once more.

    However many are on their way at once: with a number of cuts the last of them might get through and look well.
    """
    for life, unharmed in enumerate((3, 4), 1):
        scene.world.faults.add(Fault("cut_before", "sendMessage", times=None, skip=unharmed))
        await in_time(scene, lambda life=life: len(scene.deaths) >= life)
        scene.world.faults.clear()


async def reminders_queued(scene: Scene) -> None:
    """It has become time to think of the meeting."""
    await scene.until(lambda: bool(scene.asked("SELECT 1 FROM parcels WHERE kind = 'meeting_reminder'")))


@dataclass(frozen=True)
class Story:
    """What differs from one to the next."""

    plan: Plan = PLAN
    at: datetime | None = None
    """When it is published, if not at once."""
    faults: tuple[Fault, ...] = ()
    beside: Callable[[Scene], Awaitable[None]] = nothing_more
    brought: bool = False
    """Updates are brought to a webhook."""
    announced: int = 1
    reminded: int = 0
    spoken: bool = False
    """The officers' group is to hear of a report."""
    idle: timedelta = timedelta(seconds=1)
    """How far the clock is moved at each look while everything waits for its moment."""


SQUARE = Story()
BROUGHT = Story(brought=True)
TOLD_TO_WAIT = Story(
    faults=tuple(Fault("429", method="sendMessage", skip=skip, retry_after=WAIT) for skip in (2, 3, 3, 3, 3))
)
SILENCED = Story(faults=(Fault("429", method="sendMessage", skip=2, retry_after=WAIT),), idle=BUSY)
CUT_OFF = Story(beside=cut_off)
SET_BACK = Story(beside=clock_set_back)
SPOILT = Story(
    plan=replace(PLAN, papers=(Media(MediaKind.DOCUMENT, ref="ref", name="Projekti.pdf", size=1),) * 101), announced=0
)
"""So many buttons no message can have."""
SPOKEN = Story(spoken=True)
DUE = Story(
    plan=replace(PLAN, venues=(Venue(starts_at=MIDSUMMER + timedelta(days=3, minutes=3), place="Salla"),)),
    at=MIDSUMMER,
    beside=reminders_queued,
    reminded=1,
)


async def played(story: Story, scene: Scene) -> None:
    """All of it, until everything is said."""
    for fault in story.faults:
        scene.world.faults.add(fault)
    if story.brought:
        await scene.until(lambda: scene.world.bot().webhook is not None)
    async with asyncio.TaskGroup() as square:
        square.create_task(_talk(scene))
        square.create_task(story.beside(scene))
    await quiet(scene, idle=story.idle)


async def _talk(scene: Scene) -> None:
    """Everybody says the next thing when the one before has been taken in."""
    for words in ANSWERS:
        for person in scene.people[1 : SPEAKERS + 1]:
            person.says(scene.world.bot(), words)
        await scene.until(lambda: not scene.world.pending())


async def quiet(scene: Scene, *, idle: timedelta = timedelta(seconds=1)) -> None:
    """Wait until all is said."""
    await in_time(scene, scene.is_quiet, idle=idle)


def nothing_is_lost(story: Story, scene: Scene) -> None:
    """Everybody has what they are owed, and the disk says so."""
    speakers = scene.people[1 : SPEAKERS + 1]

    def owed(person: Person) -> Owed:
        answers = tuple(ANSWERS.values()) if person in speakers else ()
        return Owed(answers, announced=story.announced, reminded=story.reminded)

    everybody_has_what_they_are_owed(scene, owed)
    _look_at_the_disk(story, scene)
    if story.spoken:
        _look_at_the_group(scene)


def _look_at_the_disk(story: Story, scene: Scene) -> None:
    citizens = len(scene.people) - 1
    taken = scene.asked("SELECT update_id, fault FROM inbox")
    assert len(taken) == len({number for number, _ in taken}) == SPEAKERS * len(ANSWERS)
    assert {fault for _, fault in taken} == {None}
    told = scene.asked("SELECT state, count(*) FROM parcels WHERE campaign IS NOT NULL GROUP BY state")
    if story.announced:
        assert told == [("sent", citizens)]
    assert scene.asked(IN_FLIGHT) == []


def _look_at_the_group(scene: Scene) -> None:
    """One topic is known, the newest, with one card; each that is left over was on its way at a death of its own."""
    group = group_in(scene.world)
    *_, newest = group.topics
    assert scene.asked("SELECT mark FROM topics") == [(scene.mark_of_topic(newest),)]
    assert [one.text for one in group.in_topic(newest)] == [CARD]
    doubtful = sum((scene.recipient, "case_in_group") in death for death in scene.deaths)
    assert len(left_over(scene)) <= doubtful


def left_over(scene: Scene) -> list[list[str]]:
    """What stands in each topic that nobody knows any more: nothing, or the card."""
    group = group_in(scene.world)
    *former, _ = group.topics
    said = [[one.text for one in group.in_topic(thread)] for thread in former]
    assert all(one in ([], [CARD]) for one in said)
    return said
