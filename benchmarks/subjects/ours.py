"""Ours: the real service on its default road, with a durable database, until it is told to stop."""

import asyncio
import contextlib
import signal
from pathlib import Path
from typing import Any

from benchmarks.subjects.order import read_order, watched
from benchmarks.town import settings_of
from bot.wiring import SystemClock, open_service


async def serve(order: dict[str, Any]) -> None:
    """Run the whole service."""
    settings = settings_of(Path(order["folder"]), order["telegram"], order.get("per_second", 1000.0))
    async with open_service(settings, SystemClock()) as service:
        for sign in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(sign, service.stop)
        await service.run()


if __name__ == "__main__":
    order = read_order()
    with watched(order), contextlib.suppress(KeyboardInterrupt):
        asyncio.run(serve(order))
