"""`bashke demo`: the story of a consultation, played with the simulator."""

import argparse
import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bot.demo.cast import FEWEST
from bot.demo.folder import in_the_way
from bot.demo.play import play_demo
from bot.demo.plot import NoticeFile, Plot, plot_of, plot_of_permet
from bot.problems import Problems
from bot.verbs.opening import WHY, content_of, words_in
from documents.opening.file import is_text
from participation.unread import UnreadFileError

MOST: Final = 5000


def options_of_demo(parser: argparse.ArgumentParser) -> None:
    """Another notice, more people, another folder."""
    parser.add_argument("--notice", type=Path, metavar="FILE", help="another notice than Përmet's, in any kind of file")
    parser.add_argument("--people", type=int, default=300, metavar="N", help=f"how many citizens, {FEWEST} to {MOST}")
    parser.add_argument(
        "--output", type=Path, default=Path("demo-output"), metavar="FOLDER", help="a folder of its own"
    )


async def demo(given: argparse.Namespace) -> int:
    """Play the story of a consultation with the simulator: no token, no network, whatever is set elsewhere."""
    problems = [*_few_or_many(given.people)]
    try:
        plot = await _plot(given.notice)
    except Problems as unreadable:
        problems += unreadable.problems
    if problems := [*problems, *in_the_way(given.output)]:
        raise Problems(problems)
    return await play_demo(plot, people=given.people, folder=given.output)


def _few_or_many(people: int) -> Iterator[str]:
    if not FEWEST <= people <= MOST:
        yield f"--people: from {FEWEST}, who have a part in the story, to {MOST}, not {people}"


async def _plot(file: Path | None) -> Plot:
    """The story of a notice, of Përmet's where none is given; a file that is no plain text is sent as it is."""
    if file is None:
        return plot_of_permet()
    try:
        content = await asyncio.to_thread(content_of, file)
        found = await words_in(content)
    except UnreadFileError as unread:
        raise Problems([f"--notice: {file}: {WHY[unread.why]}"]) from None
    except OSError as error:
        raise Problems([f"--notice: {file} cannot be read: {error.strerror}"]) from None
    return plot_of(found.words, sent_as=None if is_text(content) else NoticeFile(file.name, content))
