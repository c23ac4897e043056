"""A PostgreSQL for tests: fresh databases, each a copy of one that was made once; where there is no server, why not."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

import asyncpg
import pytest

# Not of the house's own prefix: what begins with that is a setting, and an unknown one is refused.
ADDRESS = "TEST_POSTGRESQL"
NEEDED = "TESTS_NEED_POSTGRESQL"
DEFAULT = "postgresql://postgres@127.0.0.1:5432/postgres"


@dataclass(frozen=True)
class Server:
    """A server on which databases can be made."""

    address: str

    def url_of(self, name: str) -> str:
        return urlsplit(self.address)._replace(path=f"/{name}").geturl()

    async def make(self, name: str, *, like: str = "template0") -> str:
        await self.say(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)', f'CREATE DATABASE "{name}" TEMPLATE "{like}"')
        return self.url_of(name)

    async def drop(self, name: str) -> None:
        await self.say(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    async def say(self, *statements: str) -> None:
        connection = await asyncpg.connect(self.address, timeout=5)
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()

    @asynccontextmanager
    async def fresh(self, name: str, *, like: str = "template0") -> AsyncIterator[str]:
        """The address of a new database, gone at the end."""
        try:
            yield await self.make(name, like=like)
        finally:
            await self.drop(name)


def a_server() -> Server:
    """The server; without one the test is skipped, or fails where PostgreSQL is needed."""
    server, trouble = _looked_for()
    if trouble:
        (pytest.fail if os.environ.get(NEEDED) else pytest.skip)(trouble)
    return server


@cache
def _looked_for() -> tuple[Server, str]:
    server = Server(os.environ.get(ADDRESS, DEFAULT))
    try:
        asyncio.run(server.say("SELECT 1"))
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        return server, f"no PostgreSQL at {ADDRESS} (by default {DEFAULT}): {type(error).__name__}"
    return server, ""


def name_for(worker: str, what: str) -> str:
    """A name that no other worker and no other run has."""
    return f"bashke_test_{os.getpid()}_{worker}_{what}"
