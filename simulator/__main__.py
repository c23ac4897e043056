"""`python -m simulator`: a world with one bot on loopback, moved through the control door."""

import asyncio
import sys
from argparse import ArgumentParser, Namespace
from datetime import datetime

from simulator.clock import HandClock
from simulator.control import control
from simulator.http import serving
from simulator.limits import Limits
from simulator.world import TOKEN, World

LIMITS = {"off": None, "mild": Limits.mild(), "strict": Limits.strict()}


def main() -> None:
    """Serve until interrupted."""
    wishes = _arguments()
    try:
        asyncio.run(_serve(wishes))
    except KeyboardInterrupt:
        return
    except OSError as error:
        sys.exit(f"Port {wishes.port} cannot be had: {error.strerror}")


async def _serve(wishes: Namespace) -> None:
    clock = HandClock(wishes.at)
    world = World(now=clock, limits=LIMITS[wishes.limits])
    world.add_bot(token=wishes.token, username=wishes.username)
    async with serving(world, wishes.port, routes=control(world, clock)) as addresses:
        print(f"{addresses.root} is Telegram for the token {wishes.token}", flush=True)
        await asyncio.Event().wait()


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m simulator", description=__doc__)
    parser.add_argument("--port", type=int, default=8081, help="0 takes a free one")
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--username", default="bashke_bot")
    parser.add_argument("--limits", choices=LIMITS, default="off")
    parser.add_argument(
        "--at", type=datetime.fromisoformat, default="2023-06-12T08:00:00+00:00", help="where the clock begins"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
