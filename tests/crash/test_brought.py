"""Killed with -9 while a crowd is talking and Telegram brings what they say: nothing is lost, nothing is taken twice.

An update is brought again until it gets its 200, and it gets that only when it is safe. So whoever is killed may answer
twice what stood as `sending` on the disk, and never leaves anybody without an answer.
"""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from tests.crash.houses import build
from tests.crash.points import Plug
from tests.crash.scene import House, Nursery, Scene
from tests.hooked import free_port

CITIZENS = 25
WORDS = ("/ndihme", "/privatesia", "/gjuha", "/te_miat")
DEATHS = 3


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return await build(tmp_path_factory.mktemp("brought"), citizens=CITIZENS, followers=True)


async def talk(scene: Scene) -> None:
    """Everybody says everything, and nobody waits for an answer."""
    for words in WORDS:
        for person in scene.people[1:]:
            person.says(scene.world.bot(), words)
            await asyncio.sleep(0.01)


async def quiet(scene: Scene) -> None:
    """Wait until all is said; what is held back for somebody who was just answered needs time to go by."""

    def later() -> bool:
        scene.dial.move(timedelta(milliseconds=20))
        return scene.is_quiet()

    await scene.until(later)


def look(scene: Scene) -> None:
    """Everybody was answered everything; who was answered more than once was being answered at a death."""
    taken = scene.asked("SELECT update_id, fault FROM inbox")
    assert len(taken) == len({number for number, _ in taken}) == CITIZENS * len(WORDS)
    assert [fault for _, fault in taken if fault] == []
    heard = [[entry.text for entry in scene.heard(person)] for person in scene.people[1:]]
    expected = {text for texts in heard for text in texts}
    assert len(expected) == len(WORDS) + 1  # the announcement
    assert all(set(texts) == expected for texts in heard)
    doubled = sum(len(texts) - len(set(texts)) for texts in heard)
    assert doubled <= sum(map(len, scene.deaths))


@pytest.mark.parametrize("pause", [0.15, 0.4])
async def test_killed_at_any_moment_it_loses_nothing(
    house: House, nursery: Nursery, tmp_path: Path, pause: float
) -> None:
    async with house.opened(nursery, tmp_path / "house", port=free_port()) as scene:
        await scene.until(lambda: scene.world.bot().webhook is not None)
        async with asyncio.TaskGroup() as square:
            square.create_task(talk(scene))
            for death in range(DEATHS):
                await asyncio.sleep(pause)
                scene.kill()
                await scene.until(lambda so_far=death: len(scene.deaths) > so_far)
        await quiet(scene)
        assert len(scene.deaths) == DEATHS
        look(scene)


@pytest.mark.parametrize("when", ["before", "after"])
async def test_killed_around_a_commit_it_loses_nothing(
    house: House, nursery: Nursery, tmp_path: Path, when: str
) -> None:
    plugs = [Plug(f"{when} commit", commit) for commit in (2, 5, 9, 14)]
    async with house.opened(nursery, tmp_path / "house", plugs, port=free_port()) as scene:
        await scene.until(lambda: scene.world.bot().webhook is not None)
        await talk(scene)
        await quiet(scene)
        assert len(scene.deaths) == len(plugs)
        look(scene)
