"""How peers send as fast as they can: so many sends, 64 of them in flight; then they stay to be looked at."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

IN_FLIGHT: Final = 64


async def all_at_once(send: Callable[[int], Awaitable[object]], chats: range, in_flight: int = IN_FLIGHT) -> None:
    """Send to each chat, so many at a time."""
    waiting = iter(chats)

    async def worker() -> None:
        for chat in waiting:
            await send(chat)

    async with asyncio.TaskGroup() as workers:
        for _ in range(in_flight):
            workers.create_task(worker())
    await asyncio.Event().wait()
