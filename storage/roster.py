"""The roster of duties on PostgreSQL: an advisory lock for each, held by one connection of each process.

Whoever dies lets go of all at once; who stands by takes over at the next try. Whoever hangs does not let go. So a
holder speaks on that connection every few seconds, the server remembers by its own clock when it last did, and who
stands by ends all sessions of one that has been silent for too long.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, Final

import asyncpg

log = logging.getLogger(__name__)

LOOK: Final = 2.0
"""Seconds between two looks whether the connection lives."""
PATIENCE: Final = 3.0
"""Seconds for an answer; a server that gives none has perhaps given our duties to somebody else."""
BREATH: Final = 1.0
"""Seconds between two duties that one process takes: two that begin together share them."""
SILENCE: Final = 8.0
"""Seconds without a word from whoever holds a duty, after which it is taken away; several looks fit in."""
GONE: Final = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError)
"""The last but one is what the driver says to whoever hung while the session was ended, and asks before it knows."""

TAKE: Final = "SELECT pg_try_advisory_lock(hashtextextended($1, 0))"
LEAVE: Final = "SELECT pg_advisory_unlock(hashtextextended($1, 0))"
LIVE: Final = "SELECT $1 = $1"
PUT_OUT: Final = """
SELECT count(pg_terminate_backend(theirs.pid)) > 0
FROM pg_locks AS lock
JOIN pg_stat_activity AS holder ON holder.pid = lock.pid
JOIN pg_stat_activity AS theirs USING (datid, usesysid, application_name)
WHERE lock.locktype = 'advisory' AND lock.granted AND lock.database = holder.datid AND lock.objsubid = 1
AND lock.classid::bigint << 32 | lock.objid::bigint
    IN (SELECT hashtextextended(duty, 0) FROM unnest($1::text[]) AS duty)
AND holder.datname = current_database() AND holder.state_change < clock_timestamp() - make_interval(secs => $2)
"""
"""One that hangs may have the pen as well: it loses every session. The name is of a process, see `postgres.py`."""


class Roster:
    """Fulfils `storage.duties.Duties` among processes."""

    def __init__(self, connect: Callable[[], Awaitable[Any]]) -> None:
        self._connect = connect
        self._connection: Any = None
        self._door = asyncio.Lock()
        self._held: set[str] = set()
        """The duties that our connection holds; they are gone with it."""
        self._taken_at = float("-inf")
        self._wanted: set[str] = set()
        """What others have, as far as we know."""
        self._looked_at = float("-inf")

    async def take(self, duty: str) -> bool:
        """Whether it is ours now; while the server is away nothing is."""
        async with self._door:
            if duty in self._held:
                return True  # PostgreSQL would count it twice, and want it given back twice
            if asyncio.get_running_loop().time() - self._taken_at < BREATH:
                return False
            if not await self._ask(TAKE, duty):
                await self._put_out_the_silent(duty)
                return False
            self._held.add(duty)
            self._taken_at = asyncio.get_running_loop().time()
            return True

    async def until_lost(self, duty: str) -> None:
        """Wait as long as the connection lives in which it was taken; each look is a sign of life too."""
        while await self._is_ours(duty):  # noqa: ASYNC110  nobody tells us; we have to look
            await asyncio.sleep(LOOK)

    async def leave(self, duty: str) -> None:
        """Let somebody else have it."""
        async with self._door:
            if duty in self._held:
                self._held.remove(duty)
                await self._ask(LEAVE, duty)

    async def close(self) -> None:
        """Let others have all of it."""
        async with self._door:
            self._hang_up()

    async def _put_out_the_silent(self, duty: str) -> None:
        """Look at whoever has what we would do: at all of them together, and not at each try."""
        self._wanted.add(duty)
        now = asyncio.get_running_loop().time()
        if now - self._looked_at < LOOK:
            return
        wanted, self._wanted, self._looked_at = sorted(self._wanted), set(), now
        if await self._ask(PUT_OUT, wanted, SILENCE):
            log.warning("a process was silent for %g s and is put out: it had one of %s", SILENCE, ", ".join(wanted))

    async def _is_ours(self, duty: str) -> bool:
        async with self._door:
            return duty in self._held and await self._ask(LIVE, duty)

    async def _ask(self, question: str, *values: str | list[str] | float) -> bool:
        """The answer; no where there is none, and then every duty is lost."""
        try:
            if self._connection is None:
                self._connection = await self._connect()
            return bool(await self._connection.fetchval(question, *values, timeout=PATIENCE))
        except GONE:
            self._hang_up()
            return False

    def _hang_up(self) -> None:
        self._held.clear()
        if self._connection is not None:
            with suppress(*GONE):
                self._connection.terminate()
        self._connection = None
