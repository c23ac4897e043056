"""What the world does to a service in a town hall: a full disk, a second one, a sudden end, a clerk beside it."""

import asyncio
import os
import shutil
import signal
import sqlite3
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from simulator.people import Person
from tests.acceptance.conftest import BASHKE, Desk, Telegram, heard_at_work
from tests.acceptance.crew import until

FULL = "The disk is full: nothing was written. Make room and try again."
QUESTION = "Choose your language."
MOUNT = 'mount -t tmpfs -o size=6m small "$PWD" && cd "$PWD" && cp -a "$0"/. . && exec "$@"'
ON_A_SMALL_DISK = ("unshare", "-rm", "sh", "-c", MOUNT)


@dataclass
class SmallDisk:
    """A service on a disk of its own, which somebody else may fill."""

    process: Process
    place: Path
    folder: Path
    """The place as it is seen from outside."""
    said: list[str]

    @property
    def beside_it(self) -> tuple[str, ...]:
        """The same command line, for whoever looks at the same disk."""
        enter = ("nsenter", "--preserve-credentials", "-U", "-m", "-t", str(self.process.pid))
        return (*enter, "sh", "-c", 'cd "$0" && exec "$@"', str(self.place), *BASHKE)

    def fill(self) -> None:
        with suppress(OSError), (self.folder / "filler").open("wb", buffering=0) as filler:
            while True:
                filler.write(bytes(512))

    def make_room(self) -> None:
        (self.folder / "filler").unlink()


@asynccontextmanager
async def on_a_small_disk(desk: Desk) -> AsyncIterator[SmallDisk]:
    source = desk.folder.with_name("source")
    shutil.move(desk.folder, source)
    desk.folder.mkdir()
    process = await desk.begin(str(source), *BASHKE, "run", program=ON_A_SMALL_DISK)
    try:
        async with asyncio.TaskGroup() as hearing:
            said = await heard_at_work(process, hearing)
            yield SmallDisk(process, desk.folder, Path(f"/proc/{process.pid}/root{desk.folder}"), said)
            process.send_signal(signal.SIGTERM)
        await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
    assert process.returncode == 0, said


def questions(person: Person) -> int:
    return sum(QUESTION in message.text for message in person.chat().messages if message.direction == "out")


@pytest.mark.skipif(os.system("unshare -rm true 2>/dev/null") != 0, reason="no disk can be made here")
async def test_a_full_disk_confirms_nothing_spoils_nothing_and_all_goes_on_when_there_is_room(
    desk: Desk, telegram: Telegram
) -> None:
    crowd = [telegram.world.person(f"Citizen {number}", language_code="en") for number in range(6)]
    bot, early = telegram.world.bot(), crowd[0]
    async with on_a_small_disk(desk) as disk:
        await telegram.answer(early, lambda: early.starts(bot), QUESTION)
        disk.fill()
        for person in crowd[1:]:
            person.starts(bot)
        await until(lambda: any(f"{FULL} Nothing was confirmed" in line for line in disk.said))
        copied = await desk.bashke("backup", "copy.sqlite3", program=disk.beside_it)
        assert (copied.code, copied.complained) == (1, f"{FULL}\n")
        assert sorted(each.name for each in disk.folder.glob("copy*")) == []
        assert telegram.world.pending(bot) == len(crowd) - 1
        disk.make_room()
        for person in crowd[1:]:
            await telegram.answer(person, lambda: None, QUESTION)
        with closing(sqlite3.connect(disk.folder / "bashke.sqlite3")) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert [questions(person) for person in crowd] == [1] * len(crowd)
    assert [line for line in disk.said if "Traceback" in line or '"error"' in line] == []


REFUSED = "bashke.sqlite3: another bashke runs on this database; end that one first\n"


async def test_a_second_one_is_refused_in_a_line_a_clerk_beside_it_is_not_and_a_sudden_end_leaves_nothing_in_the_way(
    desk: Desk, telegram: Telegram
) -> None:
    ana, bot = telegram.world.person("Ana", language_code="en"), telegram.world.bot()
    first = await desk.begin("run")
    try:
        await telegram.answer(ana, lambda: ana.starts(bot), QUESTION)
        second = await desk.bashke("run")
        assert (second.code, second.said, second.complained) == (2, "", REFUSED)
        for words in (("rows", "units"), ("migrate",)):
            beside = await desk.bashke(*words)
            assert (beside.code, beside.complained) == (0, ""), words
        await telegram.answer(ana, lambda: ana.presses("English", bot), "Which is your municipality?")
    finally:
        first.kill()
        await first.wait()
    ana.says(bot, "Përmet")
    async with desk.at_work():
        await telegram.answer(ana, lambda: None, "In which unit")
