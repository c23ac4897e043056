"""One clock for the world and the service in two processes: two numbers in a file that outlives both."""

import asyncio
import mmap
from datetime import UTC, datetime, timedelta
from pathlib import Path
from struct import Struct
from types import TracebackType
from typing import Self

NUMBERS = Struct("=dd")


class Dial:
    """The clock stands still until somebody moves it, here or there; whoever sleeps on it moves it.

    Beside the time it keeps how many commits there were, in all lives.
    """

    def __init__(self, path: Path, moment: datetime | None = None) -> None:
        if moment is not None:
            path.write_bytes(NUMBERS.pack(moment.timestamp(), 0))
        with path.open("r+b") as file:
            self._face = mmap.mmap(file.fileno(), NUMBERS.size)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._face.close()

    def now(self) -> datetime:
        return datetime.fromtimestamp(NUMBERS.unpack(self._face)[0], UTC)

    async def sleep(self, seconds: float) -> None:
        self.move(timedelta(seconds=max(seconds, 0)))
        await asyncio.sleep(0)

    def move(self, by: timedelta) -> None:
        NUMBERS.pack_into(self._face, 0, (self.now() + by).timestamp(), self.commits)

    @property
    def commits(self) -> int:
        return int(NUMBERS.unpack(self._face)[1])

    @commits.setter
    def commits(self, count: int) -> None:
        NUMBERS.pack_into(self._face, 0, NUMBERS.unpack(self._face)[0], count)
