"""What every desk has: a connection inside a transaction, the vault, and three ways to ask."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Executable

from participation.errors import NotFound
from storage.connection import Connection, ask, tell
from storage.prepared import Prepared, Row
from storage.vault import Vault

Rows = Sequence[Mapping[str, Any]] | None


class Desk:
    """A place to ask for one kind of thing within a transaction."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    async def _run(self, statement: Executable | Prepared, rows: Rows = None, **values: Any) -> int:
        """How many rows it touched; with `rows`, once for each."""
        if rows is not None:
            return await tell(self._connection, statement, rows)
        return (await ask(self._connection, statement, values))[1]

    async def _all(self, statement: Executable | Prepared, **values: Any) -> Sequence[Row]:
        return (await ask(self._connection, statement, values))[0]

    async def _find(self, statement: Executable | Prepared, **values: Any) -> Row | None:
        return next(iter(await self._all(statement, **values)), None)

    async def _get(self, statement: Executable | Prepared, **values: Any) -> Row:
        found = await self._find(statement, **values)
        if found is None:
            raise NotFound
        return found

    async def _number(self, statement: Executable | Prepared, **values: Any) -> int:
        """The one number it answers with: a count, or the id of a new row."""
        return int(next(iter((await self._get(statement, **values)).values())))

    async def _touch(self, statement: Executable | Prepared, **values: Any) -> None:
        """Like `_run`, but something must be there.

        Raises NotFound otherwise.
        """
        if not await self._run(statement, **values):
            raise NotFound
