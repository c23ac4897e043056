"""One clock for the world and the service in two processes: two numbers in a file that outlives both."""

import asyncio
import fcntl
import mmap
from collections.abc import Iterator
from contextlib import contextmanager
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
        self._file = path.open("r+b")
        self._face = mmap.mmap(self._file.fileno(), NUMBERS.size)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._face.close()
        self._file.close()

    def now(self) -> datetime:
        return datetime.fromtimestamp(NUMBERS.unpack(self._face)[0], UTC)

    async def sleep(self, seconds: float) -> None:
        self.move(timedelta(seconds=max(seconds, 0)))
        await asyncio.sleep(0)

    def move(self, by: timedelta) -> None:
        with self._alone():
            NUMBERS.pack_into(self._face, 0, (self.now() + by).timestamp(), self.commits)

    @property
    def commits(self) -> int:
        return int(NUMBERS.unpack(self._face)[1])

    def count_commit(self) -> None:
        with self._alone():
            NUMBERS.pack_into(self._face, 0, self.now().timestamp(), self.commits + 1)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else turns the hands meanwhile; whoever dies with the lock in hand has let it go."""
        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)
