"""A large announcement, with replies beside it, and the process killed with -9 again and again: nothing is lost.

Chance, which is seeded, chooses each death: when so many more messages have arrived and a moment more, or at a named
point (`test_points.py`) at some passage of it, whichever comes first. Where it falls within a slice differs every time.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from simulator.faults import Fault
from tests.crash.crowd import COMMENTING, scripts, talk
from tests.crash.houses import build
from tests.crash.owed import Owed, everybody_has_what_they_are_owed
from tests.crash.points import NEVER, Plug
from tests.crash.scene import IN_FLIGHT, Nursery, Scene
from tests.crash.stories import SQUARE, quiet
from tests.crash.test_points import ROWS
from tests.servers import Server, a_server, name_for

MESSAGES_EACH = 1.5
"""For each citizen: the announcement, and what some say and hear."""


@dataclass(frozen=True)
class Crowd:
    """How many, how often the power goes out, and the seed of chance."""

    citizens: int
    kills: int
    seed: int = 2023

    def __str__(self) -> str:
        return f"{self.citizens} told, killed {self.kills} times"

    def plugs(self, chance: Random) -> Iterator[Plug]:
        """Half of the lives have a point at which they end, if they come to it in time."""
        points = [point.format(call) for call, row in ROWS.items() if row.story is SQUARE for point in row.points]
        for _ in range(self.kills):
            yield Plug(chance.choice(points), chance.randrange(1, 20)) if chance.random() < 0.5 else NEVER

    async def kill(self, scene: Scene, chance: Random) -> None:
        """Until it has died as often as it is to."""
        step = int(self.citizens * MESSAGES_EACH / self.kills)
        for number in range(1, self.kills + 1):
            enough = len(scene.world.log) + chance.randrange(step)
            await scene.until(
                lambda number=number, enough=enough: len(scene.deaths) >= number or len(scene.world.log) >= enough
            )
            await asyncio.sleep(chance.uniform(0, 0.05))
            if len(scene.deaths) < number:
                scene.kill()
            await scene.until(lambda number=number: len(scene.deaths) >= number)


@pytest.fixture
def server(request: pytest.FixtureRequest) -> Server | None:
    """A server, or none where the database is a file in the house."""
    return None if request.param == "sqlite" else a_server()


@pytest.fixture
async def url(server: Server | None, worker_id: str) -> AsyncIterator[str]:
    """The address of an empty database on it."""
    if server is None:
        yield ""
    else:
        async with server.fresh(name_for(worker_id, "crowd")) as address:
            yield address


MANY = Crowd(3000, 100)


@pytest.mark.parametrize(
    ("server", "crowd"),
    [
        ("sqlite", Crowd(300, 10)),
        ("postgresql", Crowd(60, 3)),
        pytest.param("sqlite", MANY, marks=pytest.mark.endurance),
        pytest.param("postgresql", MANY, marks=pytest.mark.endurance),
    ],
    indirect=["server"],
    ids=str,
)
async def test_killed_at_random_moments_of_an_announcement_with_replies(
    nursery: Nursery, tmp_path: Path, crowd: Crowd, url: str
) -> None:
    await survived(crowd, nursery, tmp_path, url=url)


@pytest.mark.parametrize("crowd", [Crowd(60, 6), pytest.param(MANY, marks=pytest.mark.endurance)], ids=str)
async def test_the_power_goes_out_at_random_moments_of_an_announcement_with_replies(
    seen_nursery: Nursery, tmp_path: Path, crowd: Crowd
) -> None:
    await survived(crowd, seen_nursery, tmp_path, power=Random(crowd.seed))


async def survived(crowd: Crowd, nursery: Nursery, folder: Path, *, url: str = "", power: Random | None = None) -> None:
    chance = Random(crowd.seed)
    (folder / "built").mkdir()
    house = await build(folder / "built", citizens=crowd.citizens, followers=True, url=url)
    plugs = list(crowd.plugs(chance))
    async with house.opened(nursery, folder / "house", plugs, power=power, database=url) as scene:
        scene.world.faults.add(Fault("slow", method="sendMessage", times=None, seconds=0.03))
        async with asyncio.TaskGroup() as square:
            square.create_task(talk(scene, chance))
            square.create_task(crowd.kill(scene, chance))
        await quiet(scene)
        assert len(scene.deaths) == crowd.kills
        nothing_is_lost(scene)


def nothing_is_lost(scene: Scene) -> None:
    """Everybody has what they are owed, and the disk says so."""
    said = scripts(scene)
    everybody_has_what_they_are_owed(scene, lambda person: Owed([answer for *_, answer in said.get(person.id, ())]))
    comments = list(said.values()).count(COMMENTING)
    receipts = scene.asked("SELECT receipt FROM comments ORDER BY receipt")
    assert receipts == [(f"PR-2023-{number:04}",) for number in range(1, comments + 1)]
    taken = scene.asked("SELECT fault, count(DISTINCT update_id), count(*) FROM inbox GROUP BY fault")
    things = sum(map(len, said.values()))
    assert taken == [(None, things, things)]
    told = scene.asked("SELECT state, count(*) FROM parcels WHERE campaign IS NOT NULL GROUP BY state")
    assert told == [("sent", len(scene.people) - 1)]
    assert scene.asked(IN_FLIGHT) == scene.asked("SELECT slot FROM drafts") == []
