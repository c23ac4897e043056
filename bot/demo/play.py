"""`bashke demo`: the simulator over HTTP, the real service against it on a fresh SQLite file, and the story."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from pydantic import SecretStr

from bot.demo.account import last_line
from bot.demo.acting import Play
from bot.demo.cast import gather
from bot.demo.folder import make_ready
from bot.demo.page import Page, presses_of
from bot.demo.plot import Plot
from bot.demo.records import records_of
from bot.demo.show import Show
from bot.demo.stage import Stage
from bot.demo.story import play_all
from bot.demo.transcript import write_files, write_transcript
from bot.settings import Settings
from bot.setup import ensure_institution
from bot.wiring import open_service
from delivery.habits import Habits
from participation.clock import HandClock, local
from simulator.errors import Impossible
from simulator.http import serving
from simulator.limits import Limits
from simulator.world import World
from storage.keys import create_key_file

CALLS_KEPT = 1_000_000
UNHURRIED = Habits(slice_seconds=1.0)
"""Nobody waits for a reply while the clock stands still, so a round may take more at once."""


async def play_demo(plot: Plot, *, people: int, folder: Path, show: Show | None = None) -> int:
    """Play the story of a notice; returns 0 unless something was lost or came twice.

    Its traces are left in the folder.
    """
    show = show or Show()
    started = time.perf_counter()
    make_ready(folder)
    async with _on_stage(plot, folder) as stage:
        cast = gather(stage.world, people)
        play = Play(stage, cast, plot, show)
        await _play_as_far_as_it_goes(play)
        line = last_line(stage.world, stage.bot, play.account, time.perf_counter() - started)
        _leave_traces(stage.world, play, folder, line)
    show.line(f"\nRead it again: {folder / 'transcript.html'}")
    show.line(line)
    return 0 if " lost=0 doubled=0 " in line else 1


async def _play_as_far_as_it_goes(play: Play) -> None:
    """Where something did not come that a person needs, the story ends; what was lost is counted all the same."""
    try:
        await play_all(play)
    except Impossible as missing:
        play.account.broken_off = True
        play.show.line(f"\nThe story breaks off: {missing}")


def _leave_traces(world: World, play: Play, folder: Path, line: str) -> None:
    records = records_of(world.log)
    files = write_files(records, folder)
    write_transcript(records, files, folder)
    page = Page(records, files, folder, presses_of(world.queries.values()))
    title = f"{play.plot.institution.name}, {local(play.plot.begins):%d.%m.%Y}"
    page.write(play.cast.parts(), title=title, last_line=line)


@asynccontextmanager
async def _on_stage(plot: Plot, folder: Path) -> AsyncIterator[Stage]:
    clock = HandClock(plot.begins)
    world = World(now=clock.now, limits=Limits(), calls_kept=CALLS_KEPT)
    bot = world.add_bot()
    create_key_file(folder / "bashke.key")
    async with serving(world) as addresses:
        settings = Settings.model_construct(  # the demo is nobody's surroundings
            token=SecretStr(bot.token),
            telegram_url=addresses.root,
            database_url=f"sqlite:///{(folder / 'bashke.sqlite3').as_posix()}",
            key_file=folder / "bashke.key",
        )
        async with open_service(settings, clock, habits=UNHURRIED, durable=False) as service:
            await ensure_institution(plot.institution, service.database)
            yield Stage(world, bot, service, clock)
