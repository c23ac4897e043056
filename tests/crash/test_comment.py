"""The power goes out at every commit of a comment: nothing is lost, and only what was on its way is said twice.

What is played: START, a language, a municipality, a consultation, *Comment*, a sentence, a signature, *Send*. A step is
seven commits: the update with its answer; the parcels of announcements (none); `claimed`; `sending`; the bytes leave;
`sent`; and a look at the queue that finds nothing. The courier that runs beside the intake looks more often.

That no reply comes twice can be kept outside one window only: the Bot API has no key by which it would know a message
again. Whoever dies after the bytes of an answer left, and before `sent` is committed, cannot know it: they can lose the
answer or say it again, and we say it again. So a death doubles at most one answer, the very one that stood as `sending`
on the disk (each repeated one is shown to be that), and never a comment. Where one thing is done after the other
nothing is committed within the window, so a death after a commit doubles nothing; where the courier runs beside the
intake others' commits fall into it. (An answer that takes the place of an older message is never doubled: the server
says that it is there.)
"""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import pytest
import pytest_asyncio

from tests.crash.houses import build
from tests.crash.points import Plug
from tests.crash.scene import House, Nursery, Scene

MOST_COMMITS = 120
LIFE = 10
"""How many commits a service lives before it dies again."""
FIRSTS = range(1, LIFE + 1)
"""At which commit the first life ends; all of them together die at every commit."""

CONVERSATION = (
    ("starts", "", "Choose your language."),
    ("presses", "English", "Which is your municipality?"),
    ("says", "Përmet", "In which unit"),
    ("presses", "whole municipality", "Open now"),
    ("presses", "Plani Social", "asks for your opinion"),
    ("presses", "Comment", "Write what you think"),
    ("says", "More buses.", "In whose name do you write?"),
    ("presses", "Without a name", "Please check"),
    ("presses", "Send", "Your number: PR-2023-0001"),
)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return await build(tmp_path_factory.mktemp("comment"), citizens=1, followers=False)


def lives(when: str, first: int) -> Sequence[Plug]:
    """The first life ends at this commit, each later one when its commits are used up."""
    return [Plug(f"{when} commit", first), *[Plug(f"{when} commit", LIFE)] * MOST_COMMITS]


async def played(scene: Scene) -> list[str]:
    """The whole conversation; returns all that was shown to Ana."""
    bot = scene.world.bot()
    ana = scene.people[1]
    acts = {
        "starts": lambda _: ana.starts(bot),
        "presses": lambda label: ana.presses(label, bot),
        "says": lambda words: ana.says(bot, words),
    }
    for verb, what, answer in CONVERSATION:
        await scene.does(lambda verb=verb, what=what: acts[verb](what), answer)
    assert scene.asked("SELECT receipt FROM comments") == [("PR-2023-0001",)]
    assert scene.asked("SELECT slot FROM drafts") == []
    return [entry.text for entry in scene.heard(ana)]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def undisturbed(house: House, nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    async with house.opened(nursery, tmp_path_factory.mktemp("undisturbed") / "house") as scene:
        shown = await played(scene)
        assert scene.dial.commits < MOST_COMMITS
    assert len(shown) == len(set(shown)) >= len(CONVERSATION)
    return shown


@pytest.mark.parametrize("first", FIRSTS)
async def test_whoever_dies_after_a_commit_loses_nothing_and_says_nothing_twice(
    house: House, nursery: Nursery, undisturbed: list[str], tmp_path: Path, first: int
) -> None:
    async with house.opened(nursery, tmp_path / "house", lives("after", first), by_rounds=True) as scene:
        assert await played(scene) == undisturbed
        assert scene.deaths or first > scene.dial.commits


@pytest.mark.parametrize("by_rounds", [True, False], ids=["in_turn", "at_once"])
@pytest.mark.parametrize("first", FIRSTS)
async def test_whoever_dies_before_a_commit_loses_nothing_and_repeats_only_what_was_on_its_way(
    house: House, nursery: Nursery, undisturbed: list[str], tmp_path: Path, first: int, by_rounds: bool
) -> None:
    async with house.opened(nursery, tmp_path / "house", lives("before", first), by_rounds=by_rounds) as scene:
        shown = await played(scene)
        assert [text for text, _ in groupby(shown)] == undisturbed
        repeated = {place for place in range(1, len(shown)) if shown[place] == shown[place - 1]}
        assert repeated <= scene.may_be_repeated(scene.people[1])
        assert len(repeated) <= sum(bool(in_flight) for in_flight in scene.deaths)
        assert scene.deaths or first > scene.dial.commits
