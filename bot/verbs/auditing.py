"""`bashke audit`: whether the register of deeds is as it was written."""

import argparse
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from bot.settings import read_settings
from bot.terminal import say
from bot.troubles import BROKEN, OK
from bot.wiring import open_database
from participation.clock import local
from storage.desks.chain import Break, Broken, Whole

SENTENCES: Final[Mapping[Break, Callable[[Broken], str]]] = {
    Break.CHANGED: lambda found: f"Entry {found.place}, of {_day(found.at)}, is not as it was written.",
    Break.MISSING: lambda found: (
        f"Entry {found.place} is missing, after that of {_day(found.at)}; later ones are there."
    ),
    Break.CUT_OFF: lambda found: f"The end is cut off: entry {found.place} is missing, after that of {_day(found.at)}.",
    Break.HEAD: lambda found: (
        f"What is kept of the end was changed; entry {found.place}, of {_day(found.at)}, is last."
    ),
    Break.FORGOTTEN: lambda found: f"No entry bears that mark; the last is entry {found.place}, of {_day(found.at)}.",
}


def options_of_audit(parser: argparse.ArgumentParser) -> None:
    """A mark that was written down."""
    parser.add_argument("--seen", metavar="MARK", help="a last mark that was printed before: it must still be there")


async def audit(given: argparse.Namespace) -> int:
    """Say whether the register of deeds is as it was written, or where it is not; exit code 1 then."""
    settings = read_settings(with_key=True, with_database=True)
    async with open_database(settings) as database, database.reading() as work:
        found = await work.chain.examine(seen=given.seen)
    if isinstance(found, Broken):
        say(f"The register of deeds is BROKEN. {SENTENCES[found.how](found)}")
        return BROKEN
    say(_whole(found))
    return OK


def _whole(found: Whole) -> str:
    if not found.count:
        return "The register of deeds is whole: there is no entry yet."
    span = f"from {_moment(found.first)} to {_moment(found.last)}"
    return (
        f"The register of deeds is whole: {found.count} {'entry' if found.count == 1 else 'entries'}, {span}.\n"
        f"Its last mark: {found.mark}\n"
        "Write the mark down where nobody of this server can change it; `bashke audit --seen MARK` looks for it later."
    )


def _moment(at: datetime | None) -> str:
    return f"{local(at):%d.%m.%Y %H:%M}" if at else "the beginning"


def _day(at: datetime | None) -> str:
    return f"{local(at):%d.%m.%Y}" if at else "no day"
