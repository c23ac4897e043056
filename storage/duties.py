"""What only one process may do at a time: poll for a bot, send for it, beat the time."""

import asyncio
from typing import Protocol


class Duties(Protocol):
    """Who does what, among all processes that share a database."""

    async def take(self, duty: str) -> bool:
        """Whether it is ours now; somebody else's is theirs until they leave it or are gone."""
        ...

    async def until_lost(self, duty: str) -> None:
        """Wait as long as it is ours."""
        ...

    async def leave(self, duty: str) -> None:
        """Let somebody else have it."""
        ...

    async def close(self) -> None:
        """Let others have all of it."""
        ...


class Alone:
    """The duties of the only process on an SQLite file: a lock beside the file keeps others away."""

    async def take(self, duty: str) -> bool:
        """It is ours."""
        return True

    async def until_lost(self, duty: str) -> None:
        """It stays ours."""
        await asyncio.Event().wait()

    async def leave(self, duty: str) -> None:
        """There is nobody to have it."""

    async def close(self) -> None:
        """There is nobody to have it."""
