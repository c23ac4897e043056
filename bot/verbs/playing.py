"""`bashke demo`: the story of a consultation, played with the simulator."""

import argparse
from pathlib import Path

from bot.demo.play import play_demo


def options_of_demo(parser: argparse.ArgumentParser) -> None:
    """Another notice, more people, another folder."""
    parser.add_argument("--notice", type=Path, help="another notice than Përmet's")
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--output", type=Path, default=Path("demo-output"))


async def demo(given: argparse.Namespace) -> int:
    """Play the story of a consultation with the simulator: no token, no network."""
    return await play_demo(notice=given.notice, people=given.people, folder=given.output)
