"""The power goes out: what was confirmed to Telegram is on the disk, whatever else of what was not synced is lost.

`disk.py` says what a power cut leaves. Here it happens at the points where something has just been promised; and, on
the record of one life, at every moment at which Telegram heard anything.
"""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
import pytest_asyncio

from simulator.updates import FIRST_ID
from simulator.world import Call
from tests.crash.disk import Disk
from tests.crash.houses import build
from tests.crash.owed import CARD
from tests.crash.points import HEARD, Plug
from tests.crash.scene import House, Nursery, Scene
from tests.crash.stories import ANSWERS, BROUGHT, SPEAKERS, SQUARE, Story, nothing_is_lost, played
from tests.hooked import free_port

CITIZENS = 12
PLUGS = (
    *[(SQUARE, Plug(HEARD + "getUpdates", passage)) for passage in (2, 3, 4)],
    *[(SQUARE, Plug(HEARD + "sendMessage", passage)) for passage in (1, 6)],
    (SQUARE, Plug("after queue.settle", 3)),
    (SQUARE, Plug("before commit in queue.settle", 3)),
    (SQUARE, Plug("after dialect.empty_log", 2)),
    (SQUARE, Plug("after dialect.rebuild")),
    (BROUGHT, Plug("after webhook.hand_in", 5)),
)
IMAGES = 3
"""How many moments are tried after each promise, beside its own."""


BROKEN = "the file is broken"
FORGOTTEN = "confirmed, and not there"
DOUBLED = "told, and would be told again"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return await build(tmp_path_factory.mktemp("power"), citizens=CITIZENS, followers=True)


@pytest.mark.parametrize(("story", "plug"), PLUGS, ids=[plug.point for _, plug in PLUGS])
async def test_after_a_power_cut_nothing_is_lost(
    house: House, seen_nursery: Nursery, tmp_path: Path, story: Story, plug: Plug
) -> None:
    more = {"port": free_port() if story.brought else 0, "beats": True}
    async with house.opened(seen_nursery, tmp_path / "house", [plug] * 2, power=Random(plug.passage), **more) as scene:
        await played(story, scene)
        assert scene.deaths
        nothing_is_lost(story, scene)


@dataclass(frozen=True)
class Promise:
    """At a moment of the record: what has been confirmed to Telegram, and who has been told."""

    at: int
    confirmed: frozenset[int]
    told: frozenset[int]


class Witness:
    """Writes down what was promised whenever Telegram hears something."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._told: set[int] = set()
        self.promises: list[Promise] = []

    def __call__(self, call: Call) -> None:
        if call.method == "sendMessage" and CARD in str(call.parameters["text"]):
            self._told.add(call.parameters["chat_id"])
        self.look()

    def look(self) -> None:
        """What is promised by now; a poll that waits is heard only when it is answered."""
        waiting = [update.update_id for update in self._scene.world.bot().inbox.waiting()]
        behind = min(waiting, default=FIRST_ID + self._said())
        confirmed = frozenset(range(FIRST_ID, behind))
        self.promises.append(Promise(self._scene.disk.recorded, confirmed, frozenset(self._told)))

    def _said(self) -> int:
        return sum(entry.direction == "in" for entry in self._scene.world.log)


async def promised(house: House, nursery: Nursery, folder: Path, *, durable: bool) -> tuple[Disk, Sequence[Promise]]:
    """One life without a death: the disk as it was before, with the record beside it, and what was promised."""
    before = Disk(Path(shutil.copytree(house.folder, folder / "before")))
    async with house.opened(nursery, folder / "house", beats=True, durable=durable) as scene:
        witness = scene.listen = Witness(scene)
        await played(SQUARE, scene)
        witness.look()
        shutil.copy(scene.disk.record, before.record)
    return before, witness.promises


def lost(disk: Disk, promises: Sequence[Promise], folder: Path, chats: Mapping[int, int]) -> list[str]:
    """What would be lost of what was promised, if the power went out at that moment or before the next promise."""
    chance, found = Random(2023), []
    folder.mkdir()
    for promise, following in zip(promises, [*promises[1:], promises[-1]], strict=True):
        later = sorted(chance.randint(promise.at, following.at) for _ in range(IMAGES))
        for moment in (promise.at, *later):
            disk.go_on(moment)
            found += broken(promise, disk.cut(folder, chance), chats)
    return found


def broken(promise: Promise, file: Path, chats: Mapping[int, int]) -> Iterator[str]:
    """In what the files that the power cut has left do not keep the promise."""
    try:
        taken, told = on_disk(file)
    except sqlite3.DatabaseError:
        yield BROKEN
        return
    if promise.confirmed - taken:
        yield FORGOTTEN
    if promise.told - {chats[person] for person in told}:
        yield DOUBLED


def on_disk(file: Path) -> tuple[set[int], set[int]]:
    """Which updates have been taken, and whom the announcement may have reached."""
    with closing(sqlite3.connect(file)) as found:
        if found.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise sqlite3.DatabaseError
        taken = found.execute("SELECT update_id FROM inbox").fetchall()
        told = found.execute(
            "SELECT person FROM parcels WHERE campaign > 0 AND state IN ('sending', 'sent')"
        ).fetchall()
    return {number for (number,) in taken}, {person for (person,) in told}


async def test_at_every_moment_what_was_promised_is_on_the_disk(
    house: House, seen_nursery: Nursery, tmp_path: Path
) -> None:
    disk, promises = await promised(house, seen_nursery, tmp_path, durable=True)
    assert len(promises[-1].confirmed) == SPEAKERS * len(ANSWERS)
    assert len(promises[-1].told) == CITIZENS
    assert lost(disk, promises, tmp_path / "cut", house.chats) == []


async def test_one_that_does_not_wait_for_the_disk_would_lose_it(
    house: House, seen_nursery: Nursery, tmp_path: Path
) -> None:
    disk, promises = await promised(house, seen_nursery, tmp_path, durable=False)
    assert set(lost(disk, promises, tmp_path / "cut", house.chats)) == {BROKEN, FORGOTTEN, DOUBLED}
