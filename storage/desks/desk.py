"""What every desk has: a connection inside a transaction, the vault, and three ways to ask."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Executable, RowMapping

from participation.errors import NotFound
from storage.connection import Connection
from storage.vault import Vault


class Desk:
    """A place to ask for one kind of thing within a transaction."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    async def _run(self, statement: Executable, rows: Sequence[dict[str, Any]] | None = None) -> int:
        """How many rows it touched; with `rows`, once for each."""
        if rows is None:
            return (await self._connection.execute(statement)).rowcount
        return (await self._connection.execute(statement, rows)).rowcount if rows else 0

    async def _all(self, statement: Executable) -> Sequence[RowMapping]:
        return (await self._connection.execute(statement)).mappings().all()

    async def _find(self, statement: Executable) -> RowMapping | None:
        return (await self._connection.execute(statement)).mappings().first()

    async def _get(self, statement: Executable) -> RowMapping:
        found = await self._find(statement)
        if found is None:
            raise NotFound
        return found

    async def _number(self, statement: Executable) -> int:
        """The one number it answers with: a count, or the id of a new row."""
        return int((await self._connection.execute(statement)).scalar_one())

    async def _touch(self, statement: Executable) -> None:
        """Like `_run`, but something must be there.

        Raises NotFound otherwise.
        """
        if not await self._run(statement):
            raise NotFound
