"""A world in this process, the service in another that dies as ordered, and a keeper who starts it again."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
from collections import Counter, deque
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

from participation.ids import PersonId
from simulator.groups import Group
from simulator.http import serving
from simulator.people import Person
from simulator.transcript import Entry
from simulator.world import Call, World
from storage.desks.groups import topic_mark
from storage.keys import read_key_file
from storage.vault import Vault
from tests.crash.asking import Asking, File, Rows, Server
from tests.crash.child import Order
from tests.crash.dial import Dial
from tests.crash.disk import Disk
from tests.crash.points import HEARD, NEVER, Plug
from tests.town import MIDSUMMER, TOKEN

PATIENCE = 120.0
LOOK_AGAIN = 0.004
IN_FLIGHT = "SELECT person, kind, state FROM parcels WHERE state IN ('claimed', 'sending')"
UNDONE = """
SELECT 1 FROM parcels WHERE state IN ('queued', 'claimed', 'sending')
UNION ALL SELECT 1 FROM campaigns WHERE state = 'running' LIMIT 1
"""


class Nursery:
    """The process that gives birth to services, one at a time."""

    def __init__(self, preload: Path | None = None) -> None:
        self.sees = preload is not None
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.crash.child"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | ({"LD_PRELOAD": str(preload)} if preload else {}),
        )

    async def birth(self, order: Order) -> int:
        assert self._process.stdin is not None
        self._process.stdin.write(order.json() + "\n")
        self._process.stdin.flush()
        return await self._heard()

    async def death(self) -> int:
        """How it ended: 0, or the number of the signal."""
        return await self._heard()

    async def _heard(self) -> int:
        assert self._process.stdout is not None
        return int(await asyncio.to_thread(self._process.stdout.readline))

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(PATIENCE)
        self._process.stdout.close()


@contextmanager
def open_nursery(preload: Path | None = None) -> Iterator[Nursery]:
    """A library that is preloaded sees what all of them do."""
    nursery = Nursery(preload)
    try:
        yield nursery
    finally:
        nursery.close()


class Calls(deque[Call]):
    """What Telegram was asked; somebody hears of each call before it is answered."""

    def __init__(self, former: Iterable[Call], hear: Callable[[Call], None]) -> None:
        super().__init__(former, maxlen=20_000)
        self._hear = hear

    def append(self, call: Call) -> None:
        super().append(call)
        self._hear(call)


def kill(number: int) -> None:
    """It may have died by itself a moment ago."""
    with suppress(ProcessLookupError):
        os.kill(number, signal.SIGKILL)


@dataclass
class Scene:
    """What a crash test sees: phones, the file on the disk, and each death."""

    world: World
    people: list[Person]
    dial: Dial
    nursery: Nursery
    order: Order
    chats: Mapping[int, int] = field(default_factory=dict)
    """Whose chat is which."""
    alive: int = 0
    deaths: list[set[tuple[int, str]]] = field(default_factory=list)
    """For each death, who had a message between `sending` and `sent`, and of which kind."""
    cuts: list[int] = field(default_factory=list)
    """For each death, how much everybody together had said and heard by then."""
    heard_until: list[int] = field(default_factory=list)
    """For each death, how many calls Telegram had heard by then."""
    drained: list[Rows] = field(default_factory=list)
    """For each time it was told to stop and did, what it left claimed or sending."""
    over: bool = False
    power: Random | None = None
    """By which chance the disk loses, at each death, what was not synced."""
    disk: Disk = field(init=False)
    listen: Callable[[Call], None] = lambda _: None
    _heard: Counter[str] = field(default_factory=Counter)
    """What Telegram has heard from this life."""

    def __post_init__(self) -> None:
        self._look_again()
        self.world.calls = Calls(self.world.calls, self.heard_by_telegram)

    def _look_again(self) -> None:
        url = self.order.database
        self._database: Asking = Server(url) if url else File(Path(self.order.folder) / "bashke.sqlite3")

    async def keep(self, plugs: Sequence[Plug], *, by_rounds: bool) -> None:
        """Let it live, and start it again whenever it dies, until the scene is over."""
        for plug in [*plugs, *[NEVER] * 1000]:
            self.order = replace(self.order, ends=plug, by_rounds=by_rounds)
            self._heard.clear()
            if self.nursery.sees:
                self.disk = Disk(Path(self.order.folder))
            self.alive = await self.nursery.birth(self.order)
            if self.over:  # it was born while the scene ended
                self.kill()
            ended = await self.nursery.death()
            if self.over:
                return
            self._note_end(ended)

    def _note_end(self, ended: int) -> None:
        if ended == 0 and self.order.stops != NEVER:
            self.drained.append(self.asked(IN_FLIGHT))
            return
        assert ended == signal.SIGKILL, (Path(self.order.folder) / "log").read_text()
        if self.power is not None:
            self.disk.check()
            self._database.close()
            self.disk.cut(Path(self.order.folder), self.power)
            self._look_again()
        self.deaths.append(self.in_flight())
        self.cuts.append(len(self.world.log))
        self.heard_until.append(len(self.world.calls))

    def heard_by_telegram(self, call: Call) -> None:
        """It has done what was asked; before it can answer, the plug may be pulled."""
        self.listen(call)
        point = HEARD + call.method
        self._heard[point] += 1
        if self.order.ends == Plug(point, self._heard[point]):
            kill(int((Path(self.order.folder) / "alive").read_text()))

    def kill(self) -> None:
        kill(self.alive)

    def in_flight(self) -> set[tuple[int, str]]:
        return {(person, kind) for person, kind, state in self.asked(IN_FLIGHT) if state == "sending"}

    def asked(self, sql: str) -> Rows:
        return self._database.asked(sql)

    def is_quiet(self) -> bool:
        """Whether everything said has been taken in and everything to say has been said and written down."""
        return not self.asked(UNDONE) and not self.world.pending()

    async def until(self, what: Callable[[], bool], *, look: float = LOOK_AGAIN) -> None:
        """Look until it is so; given up when for long nothing has happened to anybody."""
        happened = self._happened()
        async with asyncio.timeout(PATIENCE) as patience:
            while not what():
                await asyncio.sleep(look)
                if happened != (happened := self._happened()):
                    patience.reschedule(asyncio.get_running_loop().time() + PATIENCE)

    def _happened(self) -> tuple[int, int]:
        return len(self.world.log), len(self.deaths)

    def heard(self, person: Person) -> list[Entry]:
        """Everything the bot ever showed somebody, each edit too."""
        return [entry for entry in self.world.log if entry.chat_id == person.id and entry.direction == "out"]

    def may_be_repeated(self, person: Person) -> set[int]:
        """Which of all that somebody heard stood as `sending` at a death: the last, or one still on the wire."""
        places = set()
        for in_flight, cut in zip(self.deaths, self.cuts, strict=True):
            heard = sum(entry.chat_id == person.id and entry.direction == "out" for entry in self.world.log[:cut])
            places |= {heard, heard + 1} if in_flight else set()
        return places

    async def does(self, act: Callable[[], object], answer: str) -> None:
        """Somebody does something, is answered with these words, and takes a minute over the next thing."""
        [person] = self.people[1:]
        before = len(self.heard(person))
        self.dial.move(timedelta(minutes=1))
        act()
        await self.until(lambda: any(answer in entry.text for entry in self.heard(person)[before:]))
        await self.until(self.is_quiet)

    @property
    def recipient(self) -> int:
        """Under which number the group gets its letters."""
        return next(person for person, chat in self.chats.items() if chat == group_in(self.world).id)

    def mark_of_topic(self, thread: int) -> str:
        """By which a topic of the group is found on the disk."""
        vault = Vault(read_key_file(Path(self.order.folder) / "bashke.key"))
        return topic_mark(PersonId(self.recipient), thread, vault)

    def close(self) -> None:
        self._database.close()


@dataclass(frozen=True)
class House:
    """A prepared house on the disk, how many citizens there are beside its coordinator, and whose chat is which."""

    folder: Path
    citizens: int
    chats: Mapping[int, int]

    @asynccontextmanager
    async def opened(
        self,
        nursery: Nursery,
        copy: Path,
        plugs: Sequence[Plug] = (),
        *,
        by_rounds: bool = False,
        power: Random | None = None,
        **more: Any,
    ) -> AsyncIterator[Scene]:
        """A copy of it, with the world it belongs to, and a service that dies at these plugs."""
        shutil.copytree(self.folder, copy)
        with Dial(copy / "dial", MIDSUMMER) as dial:
            world, people = populated(dial, self.citizens)
            async with serving(world) as addresses:
                order = Order(str(copy), addresses.root, TOKEN, **more)
                scene = Scene(world, people, dial, nursery, order, self.chats, power=power)
                keeping = asyncio.get_running_loop().create_task(scene.keep(plugs, by_rounds=by_rounds))
                try:
                    yield scene
                finally:
                    scene.over = True
                    if not keeping.done() and scene.alive:
                        scene.kill()
                    await keeping
                    scene.close()
        shutil.rmtree(copy)


def populated(clock: Dial, citizens: int) -> tuple[World, list[Person]]:
    """The coordinator, the citizens, and a group with topics; the same numbers in each world."""
    world = World(now=clock.now)
    bot = world.add_bot(token=TOKEN, username="bashke_bot", name="Bashkë")
    people = [world.person("Era", language_code="en")]
    people += [world.person(f"Citizen {number}", language_code="en") for number in range(citizens)]
    for person in people:
        person.chat(bot).known = person.chat(bot).started = True
    world.group("Zyra", members=people[:1], forum=True).statuses[bot.id] = "administrator"
    return world, people


def group_in(world: World) -> Group:
    """The only group there is."""
    [group] = world.shared.values()
    assert isinstance(group, Group)
    return group
