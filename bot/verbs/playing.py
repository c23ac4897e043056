"""`bashke demo`: the story of a consultation, played with the simulator."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bot.demo.cast import FEWEST
from bot.demo.folder import in_the_way
from bot.demo.play import play_demo
from bot.problems import Problems

MOST: Final = 5000


def options_of_demo(parser: argparse.ArgumentParser) -> None:
    """Another notice, more people, another folder."""
    parser.add_argument("--notice", type=Path, metavar="FILE", help="another notice than Përmet's")
    parser.add_argument("--people", type=int, default=300, metavar="N", help=f"how many citizens, {FEWEST} to {MOST}")
    parser.add_argument(
        "--output", type=Path, default=Path("demo-output"), metavar="FOLDER", help="a folder of its own"
    )


async def demo(given: argparse.Namespace) -> int:
    """Play the story of a consultation with the simulator: no token, no network, whatever is set elsewhere."""
    if problems := [*_few_or_many(given.people), *_unreadable(given.notice), *in_the_way(given.output)]:
        raise Problems(problems)
    notice = given.notice.read_text(encoding="utf-8-sig") if given.notice else None
    return await play_demo(notice=notice, people=given.people, folder=given.output)


def _few_or_many(people: int) -> Iterator[str]:
    if not FEWEST <= people <= MOST:
        yield f"--people: from {FEWEST}, who have a part in the story, to {MOST}, not {people}"


def _unreadable(notice: Path | None) -> Iterator[str]:
    if notice is None:
        return
    try:
        if not notice.read_text(encoding="utf-8-sig").strip():
            yield f"--notice: {notice} is empty"
    except UnicodeDecodeError:
        yield f"--notice: {notice} is not UTF-8 text; save it as UTF-8"
    except OSError as error:
        yield f"--notice: {notice} cannot be read: {error.strerror}"
