"""`bashke audit`, `bashke verify-proof`: whether the register of deeds, or a proof of notice, is as it was written."""

import argparse
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.problems import Problems
from bot.settings import read_settings
from bot.terminal import say
from bot.troubles import BROKEN, OK
from bot.wiring import open_database
from documents.reading.proof import NoProofError, WorkbookError, check_proof
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


FLAWS: Final[Mapping[str, str]] = {
    "order": "is not where it belongs: a row was taken out, put in, or moved",
    "changed": "is not as it was written",
    "name": "bears a name that is not the one of its mark",
    "text": "belongs to words that are not those of its mark",
}
OF_ALL: Final[Mapping[str, str]] = {
    "cut off": "Its end is cut off.",
    "elsewhere": "There are lines in it that belong to no table of a proof, or that stand there twice.",
}
AS_GIVEN: Final = "Check the file as the bot gave it: one that was saved in Excel or LibreOffice is another."
WORKBOOK: Final = "this is a workbook: what can be checked is the CSV, as the bot gave it"
SAVED_ANEW: Final = (
    "This file was saved anew by another program (Excel, LibreOffice, an editor), which changes cells by itself: "
    "it says nothing yet about the proof. Check the file as the bot gave it."
)
STILL_WHOLE: Final = "It was saved anew by another program, which has changed nothing that is marked."


def options_of_verify_proof(parser: argparse.ArgumentParser) -> None:
    """The file, and a mark that was written down."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a proof of notice as the bot gives it (CSV)")
    parser.add_argument(
        "--seen", metavar="MARK", help="a last mark that was written down: it must be the last here too"
    )


async def verify_proof(given: argparse.Namespace) -> int:
    """Say whether a proof of notice is whole, or at which row it is not; neither key nor database is needed."""
    try:
        found = check_proof(given.file.read_bytes())
    except FileNotFoundError:
        raise Problems([f"{given.file}: there is no such file"]) from None
    except WorkbookError:
        raise Problems([f"{given.file}: {WORKBOOK}"]) from None
    except NoProofError:
        raise Problems([f"{given.file}: this is no proof of notice (CSV). {AS_GIVEN}"]) from None
    if found.flaw is not None:
        place, why = found.flaw.place, found.flaw.why
        where = f"Row {place} {FLAWS[why]}." if place else OF_ALL[why]
        say(f"The proof of notice is BROKEN. {where}\n{AS_GIVEN if found.as_given else SAVED_ANEW}")
        return BROKEN
    if given.seen not in {None, found.last}:
        say(f"The proof of notice is whole, but its last mark is another one: {found.last}")
        return BROKEN
    counts = f"{found.count} rows, {found.nameless} without a name; texts checked: {found.texts}"
    say(f"The proof of notice is whole: {counts}.{'' if found.as_given else f' {STILL_WHOLE}'}")
    say(f"Its last mark: {found.last}")
    return OK
