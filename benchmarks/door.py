"""What the fast door can do alone: a raw load from another process, as nobody's client could make it."""

import asyncio
from typing import Any, Final
from urllib.parse import urlencode

from benchmarks.race import Speed, open_door, running, until
from benchmarks.subjects.content import TEXT
from benchmarks.subjects.order import read_order

CALLS: Final = 20_000
LINES: Final = 64


def capacity() -> Speed:
    """How many sendMessage a second it answers, and what each costs it."""
    with open_door() as door, running("raw", {"telegram": door.url}) as load:
        before = door.cpu()
        until(lambda: load.is_over, 60)
        cost = (door.cpu() - before) / CALLS
        told = door.tally()
    return Speed(told["accepted"] / (told["last"] - told["first"]), cost * 1e6)


async def load(order: dict[str, Any]) -> None:
    """Send as fast as sockets can."""
    port = int(order["telegram"].rpartition(":")[2])
    async with asyncio.TaskGroup() as lines:
        for line in range(LINES):
            lines.create_task(_line(port, range(1 + line * 1000, 1 + line * 1000 + CALLS // LINES)))


async def _line(port: int, chats: range) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for chat in chats:
        body = urlencode({"chat_id": chat, "text": TEXT}).encode()
        writer.write(
            b"POST /bot1000:A/sendMessage HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
        )
        head = await reader.readuntil(b"\r\n\r\n")
        at = head.index(b"Content-Length: ") + 16
        await reader.readexactly(int(head[at : head.index(b"\r", at)]))
    writer.close()


def main() -> None:
    """Be the load."""
    asyncio.run(load(read_order()))
