"""`python -m simulator.fast`: the fast door in a process of its own, for whoever measures."""

import asyncio
import json
import os
from argparse import ArgumentParser, Namespace

from simulator.fast.door import Door
from simulator.fast.plan import MODES, Plan
from simulator.fast.wire import Line


def main() -> None:
    """Serve until killed."""
    wishes = _arguments()
    if wishes.core is not None:
        os.sched_setaffinity(0, {wishes.core})
    try:
        asyncio.run(_serve(wishes))
    except KeyboardInterrupt:
        return


async def _serve(wishes: Namespace) -> None:
    plan = Plan.read({"mode": wishes.mode, "latency": wishes.latency} | json.loads(wishes.plan))
    door = Door(plan, epoch=wishes.epoch)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Line(door.serve), "127.0.0.1", wishes.port, backlog=1024)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
    await server.serve_forever()


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m simulator.fast", description=__doc__)
    parser.add_argument("--port", type=int, default=8082, help="0 takes a free one")
    parser.add_argument("--mode", choices=MODES, default="free")
    parser.add_argument("--latency", type=float, default=0.0, help="seconds each answer takes")
    parser.add_argument("--plan", default="{}", help="the rest of the plan as JSON, as the control door takes it")
    parser.add_argument("--epoch", type=float, default=1_700_000_000.0, help="what its clock shows at the start")
    parser.add_argument("--core", type=int, help="the core it keeps to")
    return parser.parse_args()


if __name__ == "__main__":
    main()
