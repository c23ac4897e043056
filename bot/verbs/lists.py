"""What is set and what is kept, as lists: settings, places, rows."""

import argparse
import asyncio
import sys
from pathlib import Path

from bot import envfile
from bot.problems import Problems, read_text
from bot.settings import in_force, read_settings
from bot.terminal import complain, say
from bot.troubles import OK
from bot.wiring import SystemClock, open_database
from participation.clock import local_day
from storage.sheets import EDITABLE


async def list_settings(_: argparse.Namespace) -> int:
    """List every setting: what holds now, where it was said, and what it does; then what is wrong with them."""
    for setting in in_force():
        say(f"{setting.name}={setting.value}\n    {setting.sentence} ({setting.origin})")
    read_settings()
    if envfile.lies_open():
        complain(envfile.OPEN)
    return OK


async def migrate(_: argparse.Namespace) -> int:
    """Bring the database up to date."""
    async with open_database(read_settings(with_key=True, with_database=True)):
        say("The database is up to date.")
    return OK


async def places(_: argparse.Namespace) -> int:
    """List the municipalities and the institutions that use the bot, with their numbers."""
    async with open_database(read_settings(with_key=True, with_database=True)) as database, database.reading() as work:
        for municipality in await work.places.municipalities():
            say(f"{municipality.id} {municipality.name} ({municipality.county})")
        for institution in await work.places.institutions():
            say(f"* {institution.id} {institution.name}, {institution.prefix}")
    return OK


def options_of_rows(parser: argparse.ArgumentParser) -> None:
    """Which table, and what to do with its rows."""
    parser.add_argument("table", choices=sorted(EDITABLE))
    doing = parser.add_mutually_exclusive_group()
    doing.add_argument("--load", type=Path, metavar="FILE", help="a CSV with the same columns, from any spreadsheet")
    doing.add_argument("--remove", nargs="+", metavar="KEY", help="the whole key of a row, in the order of its columns")


async def rows(given: argparse.Namespace) -> int:
    """Print rows that an administrator may edit as CSV; put them back with --load, remove one with --remove."""
    text = "" if given.load is None else await asyncio.to_thread(read_text, given.load)
    settings = read_settings(with_key=True, with_database=True)
    async with open_database(settings) as database, database.transaction() as work:
        if given.load is not None:
            put = await work.sheets.read_in(given.table, text, today=local_day(SystemClock().now()))
            say(f"{given.table}: rows in place: {put}")
        elif given.remove is not None:
            if not await work.sheets.take_out(given.table, given.remove):
                raise Problems([f"--remove: {given.table} has no row {' '.join(given.remove)}"])
            say(f"{given.table}: the row {' '.join(given.remove)} is gone")
        else:
            sys.stdout.write(await work.sheets.write_out(given.table))
    return OK
