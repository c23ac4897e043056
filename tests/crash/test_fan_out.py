"""The power goes out while two hundred people are told of a consultation: everybody hears of it, once.

A slice of the fan-out is four commits: the parcels are written, `claimed`, `sending`, and, when the answers are in,
`sent`. Between the last two lies the window in which a death doubles: what was on its way is sent again, because nobody
can say whether it arrived. Where one slice follows the other the window is a slice: 28 messages a second times 0.15 s,
which is four. Where the courier sends on while answers are on their way, it is what is in the air. Measured over 36
deaths, with answers that take 0.1 s, and a clock that waits for nobody and so sends faster than Telegram lets us: 9.6
messages on their way at a death, 19 at most, 9.3 of them doubled. At 28 a second it would be three to six.

Every doubled message is asserted to be one that stood as `sending` on the disk when the power went out.
"""

import asyncio
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
import pytest_asyncio

from simulator.faults import Fault
from tests.crash.houses import build
from tests.crash.points import Plug
from tests.crash.scene import House, Nursery, Scene

PEOPLE = 200
LIFE = 7
"""How many commits a service lives; not a multiple of a slice's, so that it dies in each part of one."""
FIRSTS = range(1, LIFE + 1)
"""At which commit the first life ends; all of them together die at every commit."""
KILLS = 6


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return await build(tmp_path_factory.mktemp("fan_out"), citizens=PEOPLE, followers=True)


def lives(when: str, first: int) -> Sequence[Plug]:
    return [Plug(f"{when} commit", first), *[Plug(f"{when} commit", LIFE)] * 1000]


async def told(scene: Scene) -> Counter[int]:
    """How often each citizen was told in the end."""
    await scene.until(scene.is_quiet)
    citizens = Counter(dict.fromkeys([person.id for person in scene.people[1:]], 0))
    for entry in scene.world.log:
        if entry.chat_id in citizens and "Plani Social" in entry.text:
            citizens[entry.chat_id] += 1
    return citizens


def on_their_way(scene: Scene, house: House) -> Counter[int]:
    """In how many deaths each person had a message on its way."""
    return Counter(house.chats[number] for death in scene.deaths for number, _ in death)


@pytest.mark.parametrize("first", FIRSTS)
async def test_whoever_dies_after_a_commit_tells_everybody_once(
    house: House, nursery: Nursery, tmp_path: Path, first: int
) -> None:
    async with house.opened(nursery, tmp_path / "house", lives("after", first), by_rounds=True) as scene:
        counts = await told(scene)
        assert len(scene.deaths) > 5
    assert set(counts.values()) == {1}
    assert len(counts) == PEOPLE


@pytest.mark.parametrize("first", FIRSTS)
async def test_whoever_dies_before_a_commit_tells_everybody_and_repeats_only_what_was_on_its_way(
    house: House, nursery: Nursery, tmp_path: Path, first: int
) -> None:
    async with house.opened(nursery, tmp_path / "house", lives("before", first), by_rounds=True) as scene:
        counts = await told(scene)
        assert len(scene.deaths) > 5
    assert min(counts.values()) == 1
    assert counts - Counter(dict.fromkeys(counts, 1)) <= on_their_way(scene, house)


@pytest.mark.parametrize("seed", [2023])
async def test_killed_at_any_moment_it_tells_everybody_and_repeats_only_what_was_on_its_way(
    house: House, nursery: Nursery, tmp_path: Path, seed: int
) -> None:
    chance = Random(seed)
    async with house.opened(nursery, tmp_path / "house") as scene:
        scene.world.faults.add(Fault("slow", method="sendMessage", times=None, seconds=0.03))
        for _ in range(KILLS):
            deaths, told_already = len(scene.deaths), len(scene.world.log)
            more = chance.randrange(1, PEOPLE // KILLS)
            await scene.until(lambda so_far=told_already + more: len(scene.world.log) >= so_far or scene.is_quiet())
            await asyncio.sleep(chance.uniform(0, 0.05))
            scene.kill()
            await scene.until(lambda deaths=deaths: len(scene.deaths) > deaths)
        counts = await told(scene)
    assert min(counts.values()) == 1
    assert counts - Counter(dict.fromkeys(counts, 1)) <= on_their_way(scene, house)
