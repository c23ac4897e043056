"""One clock for the world and the service in two processes: two numbers in a file that outlives both."""

import asyncio
import fcntl
import mmap
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

TIME, COMMITS = range(2)
LENGTH = 16
"""Bytes of both numbers."""


class Dial:
    """The clock stands still until somebody moves it, here or there; whoever sleeps on it moves it.

    Beside the time it keeps how many commits there were, in all lives. Each number is written in one stroke: `struct`
    wipes the place first, and whoever looked at that moment would see 1970.
    """

    def __init__(self, path: Path, moment: datetime | None = None) -> None:
        if moment is not None:
            path.write_bytes(array("d", [moment.timestamp(), 0]).tobytes())
        self._file = path.open("r+b")
        self._glass = mmap.mmap(self._file.fileno(), LENGTH)
        self._face = memoryview(self._glass).cast("d")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._face.release()
        self._glass.close()
        self._file.close()

    def now(self) -> datetime:
        return datetime.fromtimestamp(self._face[TIME], UTC)

    async def sleep(self, seconds: float) -> None:
        self.move(timedelta(seconds=max(seconds, 0)))
        await asyncio.sleep(0)

    def move(self, by: timedelta) -> None:
        with self._alone():
            self._face[TIME] = (self.now() + by).timestamp()

    @property
    def commits(self) -> int:
        return int(self._face[COMMITS])

    def count_commit(self) -> None:
        with self._alone():
            self._face[COMMITS] += 1

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else turns the hands meanwhile; whoever dies with the lock in hand has let it go."""
        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)
