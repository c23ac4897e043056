"""A connection inside a transaction, ours to wait for or at home in SQLite's thread, and savepoints on it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.hop import AtHome

Connection = AsyncConnection | AtHome

STEP: Final = "step"
"""One name for all: of those that lie in each other the innermost is meant, and the text is always the same."""


@asynccontextmanager
async def savepoint(connection: Connection) -> AsyncIterator[None]:
    """What is written inside is undone if an exception leaves it; the transaction goes on."""
    await connection.exec_driver_sql(f"SAVEPOINT {STEP}")
    try:
        yield
    except BaseException:
        if connection.invalidated:
            raise  # there is nobody to say it to, and what went wrong must be heard as it was
        await connection.exec_driver_sql(f"ROLLBACK TO SAVEPOINT {STEP}")
        await connection.exec_driver_sql(f"RELEASE SAVEPOINT {STEP}")
        raise
    await connection.exec_driver_sql(f"RELEASE SAVEPOINT {STEP}")
