"""A connection inside a transaction, ours to wait for or at home in SQLite's thread: asking it, and savepoints."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, Final

from sqlalchemy import Executable
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.hop import AtHome
from storage.prepared import Prepared, Row

Connection = AsyncConnection | AtHome

STEP: Final = "step"
"""One name for all: of those that lie in each other the innermost is meant, and the text is always the same."""


async def ask(
    connection: Connection, statement: Executable | Prepared, values: Mapping[str, Any]
) -> tuple[Sequence[Row], int]:
    """What a statement answers with, and how many rows it touched."""
    if isinstance(statement, Prepared):
        if isinstance(connection, AtHome):
            return await connection.ask(statement, values)
        statement = statement.statement
    result = await connection.execute(statement, values or None)
    return (result.mappings().all() if result.returns_rows else ()), result.rowcount


async def tell(connection: Connection, statement: Executable | Prepared, rows: Sequence[Mapping[str, Any]]) -> int:
    """Run a statement once for each of these; returns how many rows it touched, where the database says so."""
    if isinstance(statement, Prepared):
        if isinstance(connection, AtHome):
            return await connection.tell(statement, rows)
        statement = statement.statement
    return (await connection.execute(statement, rows)).rowcount if rows else 0


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
