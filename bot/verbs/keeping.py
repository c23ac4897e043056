"""`bashke backup`, `bashke restore`, `bashke key`: copies of the database, and the keys that open it."""

import argparse
import asyncio
from datetime import datetime
from pathlib import Path

from bot.lock import alone_on
from bot.problems import Problems
from bot.settings import DATABASE, Settings, read_settings
from bot.terminal import say
from bot.troubles import OK
from bot.wiring import SystemClock, open_database
from participation.clock import local
from storage.copies import beside, discard, lay_beside, take_copy, take_the_place
from storage.keys import add_key, read_key_file


def options_of_backup(parser: argparse.ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a new file, or a folder that gets one with its moment")


def options_of_restore(parser: argparse.ArgumentParser) -> None:
    """Where from."""
    parser.add_argument("file", type=Path, metavar="FILE", help="what `bashke backup` wrote")


async def backup(given: argparse.Namespace) -> int:
    """Copy the database into a file, also while the service runs; the key file is not in it."""
    settings = read_settings(with_database=True)
    database = _file_of(settings)
    file = given.file / f"bashke-{_now():%Y%m%d-%H%M%S}.sqlite3" if given.file.is_dir() else given.file
    await asyncio.to_thread(take_copy, database, file)
    say(f"{file}: a copy of {database}. It opens with {settings.key_file} only: keep a copy of that elsewhere.")
    return OK


async def restore(given: argparse.Namespace) -> int:
    """Put a backup in the place of the database, once its key opens it; the service must not run."""
    settings = read_settings(with_key=True)
    database = _file_of(settings)
    if not given.file.is_file():
        raise Problems([f"{given.file}: there is no such file"])
    if not database.parent.is_dir():
        raise Problems([f"{database.parent}: there is no such folder"])
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
    say("What was said since the copy was made is not in it; the receipt numbers of that time are given again.")
    return OK


def _file_of(settings: Settings) -> Path:
    """The file that can be copied.

    Raises Problems where there is none.
    """
    if (file := settings.database_file) is None:
        raise Problems(
            [f"{DATABASE}: PostgreSQL copies itself: `pg_dump -Fc` takes a backup, `pg_restore` brings it back"]
        )
    return file


async def _try_out(trial: Path, settings: Settings) -> None:
    """Open it with the key and bring it up to date: it must do before anything is moved."""
    async with open_database(settings.model_copy(update={"database_url": f"sqlite:///{trial}"})):
        return


def options_of_key(parser: argparse.ArgumentParser) -> None:
    """What to do with the keys."""
    parser.add_argument("--add", action="store_true", help="put a new key on top of the key file: it seals from now on")
    parser.add_argument("--reseal", action="store_true", help="seal all that is kept anew with the key on top")


async def key(given: argparse.Namespace) -> int:
    """Count the keys; after a theft, add a new one and seal all anew with it. The service must not run meanwhile."""
    settings = read_settings(with_key=True, with_database=True)
    if not (given.add or given.reseal):
        say(f"{settings.key_file}: {len(read_key_file(settings.key_file))} in all; the first seals, each of them opens")
        return OK
    with alone_on(settings.database_file):
        async with open_database(settings) as database:  # a file that does not open what is there gets no company
            await database.make_sure_we_are_alone()
        if given.add:
            add_key(settings.key_file)
            say(f"{settings.key_file}: a new key on top. Copy the file anew, apart from the database.")
        if given.reseal:
            async with open_database(settings) as database:
                count = await database.reseal()
            say(f"{settings.database_name}: {count} seals made anew; backups of before open with the older keys.")
            say("Links that nobody has opened lead nowhere now: invite anew with `bashke invite`.")
    return OK


def _now() -> datetime:
    return local(SystemClock().now())
