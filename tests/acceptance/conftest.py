"""The command line in processes of its own, in an empty folder, with a world on loopback for Telegram.

The wall clock is the machine's here, so nothing is asserted that depends on the day or the hour.
"""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.wiring import SystemClock
from simulator.http import serving
from simulator.messages import Message
from simulator.people import Person
from simulator.world import World
from tests.hooked import free_port
from tests.servers import Server, a_server, name_for
from tests.town import TOKEN

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
BASHKE = (sys.executable, "-m", "bot")
INIT = ("init", "--institution", "Bashkia Përmet", "--municipality", "Përmet", "--prefix", "PR")


@dataclass(frozen=True)
class Finished:
    """How a command ended and what it said."""

    code: int
    said: str
    complained: str = ""


@dataclass
class Desk:
    """A folder of an operator, and the environment their commands run in."""

    folder: Path
    environment: dict[str, str]

    async def begin(self, *words: str, program: tuple[str, ...] = BASHKE, stdin: int = DEVNULL) -> Process:
        return await asyncio.create_subprocess_exec(
            *program, *words, cwd=self.folder, env=self.environment, stdin=stdin, stdout=PIPE, stderr=PIPE
        )

    async def bashke(self, *words: str, program: tuple[str, ...] = BASHKE, handed: str = "") -> Finished:
        """Run a command to its end; nobody sits at the terminal, but something may be handed in."""
        process = await self.begin(*words, program=program, stdin=PIPE)
        async with asyncio.timeout(PATIENCE):
            said, complained = await process.communicate(handed.encode())
        return Finished(process.returncode or 0, said.decode(), complained.decode())

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[list[str]]:
        """`run`, until the block is left: then SIGTERM; gives what it says, complete after the block."""
        process = await self.begin("run")
        try:
            async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as hearing:
                said = await heard_at_work(process, hearing)
                yield said
                process.send_signal(signal.SIGTERM)
            await process.wait()
        finally:
            if process.returncode is None:
                process.kill()
        assert process.returncode == 0, said


async def heard_at_work(process: Process, hearing: asyncio.TaskGroup) -> list[str]:
    """What a process says, as long as it says anything; returns once it is at work, or has no more to say."""
    said, ready = list[str](), asyncio.Event()
    for stream in (process.stdout, process.stderr):
        assert stream is not None
        hearing.create_task(_hear(stream, said, ready))
    async with asyncio.timeout(PATIENCE):
        await ready.wait()
    return said


async def _hear(stream: asyncio.StreamReader, said: list[str], ready: asyncio.Event) -> None:
    async for line in stream:
        said.append(line.decode())
        if "is at work" in said[-1]:
            ready.set()
    ready.set()


@dataclass
class Telegram:
    """A world on loopback, and patience for what happens in it."""

    world: World
    address: str

    async def answer(self, person: Person, act: Callable[[], object], words: str) -> Message:
        """Do something and wait until the bot shows these words."""
        act()
        async with asyncio.timeout(PATIENCE):
            while not (found := [each for each in person.chat().messages if _says(each, words)]):  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        return found[-1]


def _says(message: Message, words: str) -> bool:
    return message.direction == "out" and words in message.text


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    world = World(now=SystemClock().now)
    world.add_bot(token=TOKEN, username="bashke_bot", name="Bashkë")
    async with serving(world) as addresses:
        yield Telegram(world, addresses.root)


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """What a command needs to know of this machine, and no setting of whoever sits at it."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


@pytest.fixture
def empty_desk(tmp_path: Path, environment: dict[str, str]) -> Desk:
    return Desk(tmp_path, dict(environment))


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    """A folder where `init` has been run."""
    folder = tmp_path_factory.mktemp("prepared")
    command = [sys.executable, "-m", "bot", *INIT]
    made = subprocess.run(command, cwd=folder, env=environment, stdin=DEVNULL, capture_output=True, check=False)
    assert made.returncode == 0, made.stdout
    return folder


@pytest.fixture
def hooked(desk: Desk) -> Desk:
    """A desk whose bot is brought its updates."""
    here = f"127.0.0.1:{free_port()}"
    desk.environment |= {"BASHKE_WEBHOOK_URL": f"http://{here}/", "BASHKE_LISTEN": here}
    return desk


@pytest.fixture
def desk(empty_desk: Desk, prepared: Path, telegram: Telegram) -> Desk:
    """A desk where `init` has been run, with the world for Telegram."""
    shutil.copytree(prepared, empty_desk.folder, dirs_exist_ok=True)
    empty_desk.environment |= {"BASHKE_TELEGRAM_URL": telegram.address, "BASHKE_TOKEN": TOKEN}
    return empty_desk


@pytest.fixture
def server() -> Server:
    return a_server()


@pytest.fixture
async def shared(empty_desk: Desk, telegram: Telegram, server: Server, worker_id: str) -> AsyncIterator[Desk]:
    """A desk like that whose house is on a PostgreSQL."""
    async with server.fresh(name_for(worker_id, "shared")) as url:
        empty_desk.environment |= {"BASHKE_TELEGRAM_URL": telegram.address, "BASHKE_TOKEN": TOKEN}
        empty_desk.environment["BASHKE_DATABASE_URL"] = url
        made = await empty_desk.bashke(*INIT)
        assert made.code == 0, made
        yield empty_desk
