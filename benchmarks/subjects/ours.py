"""Ours: the real service on its default road, with a durable database, or its part of it, until it is told to stop."""

import asyncio
import contextlib
import signal
from pathlib import Path
from typing import Any

from benchmarks.subjects.order import read_order, watched
from benchmarks.town import settings_of
from bot.lines import Role
from bot.ready import get_ready
from bot.wiring import SystemClock, open_service


async def serve(order: dict[str, Any]) -> None:
    """Run the whole service, or what the order says of it."""
    rate, database = order.get("per_second", 1000.0), order.get("database", "")
    settings = settings_of(Path(order["folder"]), order["telegram"], rate, database)
    async with open_service(settings, SystemClock(), role=Role(order.get("role", Role.ALL))) as service:
        for sign in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(sign, service.stop)
        get_ready(service.role)  # as `bashke run` does
        await service.run()


if __name__ == "__main__":
    order = read_order()
    with watched(order), contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(order))
