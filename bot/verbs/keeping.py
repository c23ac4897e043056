"""`bashke backup` and `bashke restore`: copies of the database."""

import argparse
import asyncio
from datetime import datetime
from pathlib import Path

from bot.lock import alone_on
from bot.problems import Problems
from bot.settings import Settings, read_settings
from bot.terminal import say
from bot.troubles import OK
from bot.wiring import SystemClock, open_database
from participation.clock import local
from storage.copies import beside, discard, lay_beside, take_copy, take_the_place


def options_of_backup(parser: argparse.ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a new file, or a folder that gets one with its moment")


def options_of_restore(parser: argparse.ArgumentParser) -> None:
    """Where from."""
    parser.add_argument("file", type=Path, metavar="FILE", help="what `bashke backup` wrote")


async def backup(given: argparse.Namespace) -> int:
    """Copy the database into a file, also while the service runs; the key file is not in it."""
    settings = read_settings()
    database = settings.database_file
    if not database.exists():
        raise Problems([f"{database}: there is no database yet"])
    file = given.file / f"bashke-{_now():%Y%m%d-%H%M%S}.sqlite3" if given.file.is_dir() else given.file
    await asyncio.to_thread(take_copy, database, file)
    say(f"{file}: a copy of {database}. It opens with {settings.key_file} only: keep a copy of that elsewhere.")
    return OK


async def restore(given: argparse.Namespace) -> int:
    """Put a backup in the place of the database, once its key opens it; the service must not run."""
    settings = read_settings()
    database = settings.database_file
    if not given.file.is_file():
        raise Problems([f"{given.file}: there is no such file"])
    if database.exists() and given.file.samefile(database):
        raise Problems([f"{given.file}: this is the database itself"])
    with alone_on(database):
        trial = await asyncio.to_thread(lay_beside, given.file, database)
        try:
            await _try_out(trial, settings)
            former = beside(database, f".before-{_now():%Y%m%d-%H%M%S}")
            await asyncio.to_thread(take_the_place, trial, of=database, former=former)
        finally:
            discard(trial)
    say(
        f"{database}: as it was in {given.file}." + (f" The one before is kept as {former}." if former.exists() else "")
    )
    say("What waited to be sent then is sent at the next start, and whoever asked to be forgotten since is back.")
    return OK


async def _try_out(trial: Path, settings: Settings) -> None:
    """Open it with the key and bring it up to date: it must do before anything is moved."""
    async with open_database(settings.model_copy(update={"database_url": f"sqlite:///{trial}"})):
        return


def _now() -> datetime:
    return local(SystemClock().now())
